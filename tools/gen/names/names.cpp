#include "tools/gen/names/names.hpp"

#include "tools/gen/names/words.hpp"

#include <fmt/format.h>

#include <array>
#include <set>

namespace tenglong::tools::gen {

namespace {

[[nodiscard]] std::string town_name(Random& random)
{
    using namespace std::string_view_literals;
    constexpr std::array k_kinds{"街道"sv, "街道"sv, "镇"sv, "镇"sv, "镇"sv, "乡"sv};
    const auto first = random.pick(words().town_first);
    const auto second = random.pick(words().town_second);
    return fmt::format("{}{}{}", first, second, random.pick(k_kinds));
}

} // namespace

std::string company_name(Random& random, const Industry& industry, std::string_view town,
                         std::string_view second)
{
    std::string place;
    switch (random.between(0, 4)) {
    case 0:
        place = "浙江";
        break;
    case 1:
        place = "云浦市";
        break;
    case 2:
        place = fmt::format("云浦市{}", short_town(town));
        break;
    default:
        break;
    }
    const auto first = random.pick(words().brand_first);
    const auto drawn =
        random.chance(0.02) ? random.pick(words().rare) : random.pick(words().brand_second);
    return fmt::format("{}{}{}{}{}", place, first, second.empty() ? drawn : second, industry.trade,
                       random.pick(words().company_forms));
}

std::string street_name(Random& random, bool arterial)
{
    const auto first = random.pick(words().street_first);
    const auto second = random.pick(words().street_second);
    return fmt::format("{}{}{}", first, second, arterial ? "大道" : "路");
}

std::vector<std::string> town_names(Random random, std::size_t count,
                                    const std::vector<std::string>& wanted)
{
    std::vector<std::string> names;
    std::set<std::string, std::less<>> taken;
    for (const std::string& name : wanted) {
        if (names.size() < count && taken.insert(name).second) {
            names.push_back(name);
        }
    }
    while (names.size() < count) {
        std::string name = town_name(random);
        // Two towns may not share the short name either: people tell them apart by it.
        if (taken.insert(short_town(name)).second && taken.insert(name).second) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

std::string short_town(std::string_view town)
{
    for (const std::string_view kind : {"街道", "镇", "乡"}) {
        if (town.size() > kind.size() && town.ends_with(kind)) {
            town.remove_suffix(kind.size());
            break;
        }
    }
    return std::string{town};
}

std::string person_name(Random& random)
{
    const auto surname = random.pick(words().surnames);
    return fmt::format("{}{}", surname, random.pick(words().given_names));
}

std::string in_gbk(std::string_view name)
{
    std::string result{name};
    for (auto at = result.find(k_not_in_gbk); at != std::string::npos;
         at = result.find(k_not_in_gbk)) {
        result.replace(at, k_not_in_gbk.size(), "?");
    }
    return result;
}

} // namespace tenglong::tools::gen
