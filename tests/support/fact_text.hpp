#pragma once

#include "core/facts/fact_table.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>

namespace tenglong::tests {

/// All present facts of a table as text, for comparing two runs.
inline std::string all_facts(const FactTable& facts)
{
    std::string all;
    for (const FactDeclaration& declaration : facts.catalogue().facts()) {
        if (declaration.subject != facts.subject()) {
            continue;
        }
        const FactId id = facts.id(declaration.name);
        for (std::size_t row = 0; facts.find(id) != nullptr && row < facts.rows(); ++row) {
            const bool exact = declaration.type == FactType::number;
            if (const auto value = exact ? facts.number(id, row) : std::nullopt; value) {
                all += fmt::format("{} {} {}\n", declaration.name, row, *value);
            } else if (const auto shown = facts.shown(id, row); shown) {
                all += fmt::format("{} {} {}\n", declaration.name, row, shown->en);
            }
        }
    }
    return all;
}

} // namespace tenglong::tests
