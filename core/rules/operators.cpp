#include "core/rules/operators.hpp"

#include <algorithm>

namespace tenglong {

namespace {

using Op = Expression::Op;

/// A period of days only is also a number of days.
void days_as_number(Expression& value)
{
    if (value.kind == ValueKind::period && value.period.years == 0 && value.period.months == 0) {
        value.kind = ValueKind::number;
        value.unit = Unit::of("day");
        value.number = value.period.days;
    }
}

[[nodiscard]] bool is_days(const Expression& value)
{
    return value.kind == ValueKind::number && value.unit.dimension() == Unit::of("day").dimension();
}

/// Arithmetic on bare numbers is done at once, so that 1/3 is a number.
[[nodiscard]] Expression folded(Expression node)
{
    const bool constant =
        node.kind == ValueKind::number &&
        std::all_of(node.arguments.begin(), node.arguments.end(), [](const Expression& each) {
            return each.op == Op::constant && each.kind == ValueKind::number;
        });
    if (!constant || (node.op == Op::divide && node.arguments[1].number == 0.0)) {
        return node;
    }
    const double a = node.arguments[0].number;
    const double b = node.arguments[1].number;
    switch (node.op) {
    case Op::add:
        node.number = a + b;
        break;
    case Op::subtract:
        node.number = a - b;
        break;
    case Op::multiply:
        node.number = a * b;
        break;
    case Op::divide:
        node.number = a / b;
        break;
    default:
        return node;
    }
    node.op = Op::constant;
    node.arguments.clear();
    return node;
}

} // namespace

Expression paired(Op op, Expression left, Expression right, std::size_t at)
{
    if (left.kind != right.kind) {
        days_as_number(left);
        days_as_number(right);
    }
    if (left.kind != right.kind) {
        throw ExpressionFault{at, msg("the two values are not of one kind")};
    }
    if (left.kind == ValueKind::number) {
        if (left.unit.dimension() != right.unit.dimension()) {
            throw ExpressionFault{at,
                                  msg("the two values have units that do not fit: '{}' and '{}'",
                                      left.unit.key(), right.unit.key())};
        }
        right = in_unit(std::move(right), left.unit);
    }
    Expression result;
    result.op = op;
    result.kind = left.kind;
    result.unit = left.unit;
    result.arguments.push_back(std::move(left));
    result.arguments.push_back(std::move(right));
    return folded(std::move(result));
}

Expression added(Op op, Expression left, Expression right, std::size_t at)
{
    if (left.kind == ValueKind::date && (right.kind == ValueKind::period || is_days(right))) {
        Expression result;
        result.op = op;
        result.kind = ValueKind::date;
        result.arguments.push_back(std::move(left));
        if (right.kind == ValueKind::number) {
            right = in_unit(std::move(right), Unit::of("day"));
        }
        result.arguments.push_back(std::move(right));
        return result;
    }
    Expression result = paired(op, std::move(left), std::move(right), at);
    if (result.kind == ValueKind::date && op == Op::subtract) {
        result.kind = ValueKind::number;
        result.unit = Unit::of("day");
    } else if (result.kind != ValueKind::number) {
        throw ExpressionFault{at, msg("values of this kind cannot be added")};
    }
    return result;
}

Expression multiplied(Op op, Expression left, Expression right, std::size_t at)
{
    if (left.kind != ValueKind::number || right.kind != ValueKind::number) {
        throw ExpressionFault{at, msg("only numbers can be multiplied or divided")};
    }
    Expression result;
    result.op = op;
    result.unit = op == Op::multiply ? left.unit * right.unit : left.unit / right.unit;
    // The product of the numbers is in the product of the units by definition.
    result.arguments.push_back(std::move(left));
    result.arguments.push_back(std::move(right));
    return folded(std::move(result));
}

} // namespace tenglong
