#include "core/rules/condition.hpp"

#include <fmt/format.h>

namespace tenglong {

std::string key_of(const Condition& condition)
{
    std::string key =
        fmt::format("[{} {} {} {}{}{} {}", static_cast<int>(condition.kind), condition.count,
                    static_cast<int>(condition.comparison), condition.includes_lower ? 1 : 0,
                    condition.includes_upper ? 1 : 0, condition.expected ? 1 : 0, condition.rule);
    if (!is_branch(condition.kind) && condition.kind != Condition::Kind::rule) {
        key += key_of(condition.left) + key_of(condition.right) + key_of(condition.upper);
    }
    for (const std::string& word : condition.words) {
        key += fmt::format("{}:{}", word.size(), word);
    }
    for (const Condition& child : condition.children) {
        key += key_of(child);
    }
    return key + "]";
}

} // namespace tenglong
