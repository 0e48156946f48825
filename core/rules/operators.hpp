#pragma once

#include "core/rules/expression.hpp"

namespace tenglong {

/// Both of one kind and, as numbers, in the unit of the first: minimum, maximum, or_default.
/// Arithmetic on bare numbers is done at once, so that 1/3 is a number.
/// \param at  where the operator stands, for the fault
/// \throws ExpressionFault if kinds or units do not go together; so do all of these
[[nodiscard]] Expression paired(Expression::Op op, Expression left, Expression right,
                                std::size_t at);

/// A sum or a difference: of two alike, or of a day and a period.
[[nodiscard]] Expression added(Expression::Op op, Expression left, Expression right,
                               std::size_t at);

/// A product or a quotient, in the product or quotient of the units.
[[nodiscard]] Expression multiplied(Expression::Op op, Expression left, Expression right,
                                    std::size_t at);

} // namespace tenglong
