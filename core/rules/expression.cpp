#include "core/rules/expression.hpp"

#include <fmt/format.h>

namespace tenglong {

Expression in_unit(Expression expression, const Unit& unit)
{
    if (expression.kind != ValueKind::number || expression.unit == unit) {
        return expression;
    }
    const auto [up, down] = expression.unit.ratio_to(unit);
    if (expression.op == Expression::Op::constant || expression.op == Expression::Op::figure) {
        expression.number = expression.number * up / down;
        expression.unit = unit;
        return expression;
    }
    if (up == down) {
        expression.unit = unit;
        return expression;
    }
    Expression scaled;
    scaled.op = Expression::Op::scale;
    scaled.unit = unit;
    scaled.number = up;
    scaled.divisor = down;
    scaled.arguments.push_back(std::move(expression));
    return scaled;
}

std::string key_of(const Expression& expression)
{
    std::string key =
        fmt::format("({} {} {:a} {:a} {},{},{} {} {}", static_cast<int>(expression.op),
                    static_cast<int>(expression.kind), expression.number, expression.divisor,
                    expression.period.years, expression.period.months, expression.period.days,
                    static_cast<int>(expression.fact), expression.index);
    for (const Expression& argument : expression.arguments) {
        key += key_of(argument);
    }
    return key + ")";
}

} // namespace tenglong
