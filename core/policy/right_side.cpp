#include "core/policy/right_side.hpp"

namespace tenglong {

namespace {

[[nodiscard]] std::optional<Expression> parsed(const Section& section, const toml::node& node,
                                               const Scope& scope)
{
    try {
        return parse_expression(node.as_string()->get(), scope);
    } catch (const ExpressionFault& fault) {
        section.mistake(node, fault.text, fault.offset);
        return std::nullopt;
    }
}

[[nodiscard]] Expression fitting(const Section& section, const toml::node& node, Expression right,
                                 const Expression& left)
{
    if (right.kind == ValueKind::period && left.kind == ValueKind::number &&
        right.period.years == 0 && right.period.months == 0) {
        right.kind = ValueKind::number;
        right.unit = Unit::of("day");
        right.number = right.period.days;
    }
    if (right.kind != left.kind) {
        section.mistake(
            node, msg("a {} is compared with a {}", kind_name(left.kind), kind_name(right.kind)));
        return left;
    }
    if (left.kind != ValueKind::number) {
        return right;
    }
    if (right.unit.dimension() != left.unit.dimension()) {
        section.mistake(node, msg("the two values have units that do not fit: '{}' and '{}'",
                                  left.unit.key(), right.unit.key()));
        return left;
    }
    return in_unit(std::move(right), left.unit);
}

} // namespace

Text kind_name(ValueKind kind)
{
    switch (kind) {
    case ValueKind::number:
        return msg("number");
    case ValueKind::date:
        return msg("date");
    case ValueKind::period:
        return msg("period");
    case ValueKind::yes_no:
        return msg("yes or no");
    case ValueKind::text:
        return msg("text");
    case ValueKind::set:
        break;
    }
    return msg("set");
}

Expression right_side(const Section& section, const toml::node& node, std::string_view key,
                      const Expression& left, const Scope& scope)
{
    Expression right;
    if (node.is_number()) {
        right.number = node.value<double>().value_or(0.0);
    } else if (node.is_date()) {
        const toml::date day = node.as_date()->get();
        right.kind = ValueKind::date;
        right.number = Date{day.year, day.month, day.day}.days();
    } else if (node.is_string()) {
        auto parsed_right = parsed(section, node, scope);
        if (!parsed_right) {
            return left;
        }
        right = std::move(*parsed_right);
    } else {
        section.mistake(node,
                        msg("'{}' must be a number, a date or an expression", std::string{key}));
        return left;
    }
    return fitting(section, node, std::move(right), left);
}

std::optional<Expression> read_expression(const Section& section, std::string_view key,
                                          const Scope& scope)
{
    const toml::node* node = section.table().get(key);
    if (node == nullptr || !node->is_string()) {
        section.mistake(key, msg("'{}' must be {}", std::string{key}, msg("an expression")));
        return std::nullopt;
    }
    return parsed(section, *node, scope);
}

} // namespace tenglong
