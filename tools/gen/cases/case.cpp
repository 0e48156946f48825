#include "tools/gen/cases/case.hpp"

#include <algorithm>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <vector>

namespace tenglong::tools::gen {

namespace {

[[nodiscard]] std::vector<Case> joined(std::initializer_list<std::span<const Case>> parts)
{
    std::vector<Case> all;
    for (const auto part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace

std::span<const Case> ordinary_cases() noexcept
{
    static const std::vector<Case> cases =
        joined({supply_cases(), idle_cases(), output_cases(), conduct_cases(), match_cases()});
    return cases;
}

std::span<const Case> exact_cases() noexcept
{
    static const std::vector<Case> cases = joined({built_cases(), support_cases(), place_cases()});
    return cases;
}

const Case& case_named(std::string_view id)
{
    for (const auto cases : {ordinary_cases(), exact_cases()}) {
        const auto found = std::ranges::find(cases, id, &Case::id);
        if (found != cases.end()) {
            return *found;
        }
    }
    throw std::out_of_range{"no case " + std::string{id}};
}

} // namespace tenglong::tools::gen
