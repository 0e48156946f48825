#pragma once

#include "core/base/date.hpp"
#include "core/base/units.hpp"
#include "core/facts/catalogue.hpp"
#include "core/rules/figure.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

enum class ValueKind : std::uint8_t { number, date, period, yes_no, text, set };

/// What a condition compares: a fact, a figure, or arithmetic over them. Units and kinds were
/// checked when it was read, so that evaluating it cannot fail, only find a fact missing.
struct Expression {
    enum class Op : std::uint8_t {
        constant, ///< number (also a date, as days) or period
        figure,   ///< a constant that has a name and a clause: figures[index]
        fact,
        table, ///< tables[index], looked up by that table's fact
        add,
        subtract,
        multiply,
        divide,
        minimum,
        maximum,
        or_default, ///< the second where the first is missing
        scale       ///< the argument in another unit: times number, divided by divisor
    };

    Op op = Op::constant;
    ValueKind kind = ValueKind::number;
    Unit unit;
    double number = 0.0;
    double divisor = 1.0;
    Period period;
    FactId fact{};
    std::size_t index = 0;
    std::vector<Expression> arguments;
};

/// What names in an expression may mean.
struct Scope {
    const FactCatalogue& catalogue;
    SubjectKind subject;
    std::span<const Figure> figures;
    std::span<const LookupTable> tables;
};

/// Thrown by parse_expression(); `offset` counts bytes from the start of the text.
struct ExpressionFault {
    std::size_t offset = 0;
    Text text;
};

/// Reads an expression: facts by name, `fig.NAME`, `table.NAME`, numbers with units (5 wan_per_mu,
/// 25%, 1/3), periods (1 year 6 months), days (2021-06-30), + - * / ( ), min(), max() and
/// default(FACT, VALUE).
/// \throws ExpressionFault
[[nodiscard]] Expression parse_expression(std::string_view text, const Scope& scope);

/// The same value in another unit of the same dimension.
[[nodiscard]] Expression in_unit(Expression expression, const Unit& unit);

/// Calls `visit` for each node, arguments first.
template <class Visit>
void for_each_node(const Expression& expression, const Visit& visit)
{
    for (const Expression& argument : expression.arguments) {
        for_each_node(argument, visit);
    }
    visit(expression);
}

/// A key that is the same for the same expression, for sharing work.
[[nodiscard]] std::string key_of(const Expression& expression);

} // namespace tenglong
