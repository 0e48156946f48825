#pragma once

#include "core/facts/fact_table.hpp"
#include "core/rules/expression.hpp"

#include <span>

namespace tenglong {

/// Computes a fact from others for every subject and writes its column. Where an operand is
/// missing the fact is missing, and says which operand it lacks.
/// \pre the expression is of kind number or date, in the unit of the fact.
void derive(FactTable& facts, FactId fact, const Expression& expression,
            std::span<const LookupTable> tables, const Text& how = {});

} // namespace tenglong
