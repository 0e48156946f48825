#include "core/rules/expression.hpp"

#include "core/base/number.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <optional>

namespace tenglong {

namespace {

using Op = Expression::Op;

[[nodiscard]] ValueKind kind_of(FactType type)
{
    switch (type) {
    case FactType::number:
        return ValueKind::number;
    case FactType::date:
        return ValueKind::date;
    case FactType::yes_no:
        return ValueKind::yes_no;
    case FactType::set:
        return ValueKind::set;
    default:
        return ValueKind::text;
    }
}

/// One level of the grammar is one function; each leaves the position behind what it read.
class Parser {
public:
    Parser(std::string_view text, const Scope& scope) : m_text{text}, m_scope{scope} {}

    [[nodiscard]] Expression parse()
    {
        Expression result = sum();
        skip_spaces();
        if (m_at != m_text.size()) {
            fail(m_at, msg("'{}' is not understood here", std::string{m_text.substr(m_at)}));
        }
        return result;
    }

private:
    [[noreturn]] static void fail(std::size_t at, Text text)
    {
        throw ExpressionFault{at, std::move(text)};
    }

    void skip_spaces()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t')) {
            ++m_at;
        }
    }

    [[nodiscard]] bool take(char c)
    {
        skip_spaces();
        if (m_at < m_text.size() && m_text[m_at] == c) {
            ++m_at;
            return true;
        }
        return false;
    }

    [[nodiscard]] Expression sum()
    {
        Expression left = product();
        while (true) {
            skip_spaces();
            const std::size_t at = m_at;
            if (take('+')) {
                left = added(Op::add, std::move(left), product(), at);
            } else if (take('-')) {
                left = added(Op::subtract, std::move(left), product(), at);
            } else {
                return left;
            }
        }
    }

    [[nodiscard]] Expression product()
    {
        Expression left = factor();
        while (true) {
            skip_spaces();
            const std::size_t at = m_at;
            if (take('*')) {
                left = multiplied(Op::multiply, std::move(left), factor(), at);
            } else if (take('/')) {
                left = multiplied(Op::divide, std::move(left), factor(), at);
            } else {
                return left;
            }
        }
    }

    [[nodiscard]] Expression factor()
    {
        skip_spaces();
        if (++m_depth > k_most_depth) {
            fail(m_at, msg("the expression is nested too deeply"));
        }
        Expression result = factor_inside();
        --m_depth;
        return result;
    }

    [[nodiscard]] Expression factor_inside()
    {
        const std::size_t at = m_at;
        if (m_at == m_text.size()) {
            fail(at, msg("the expression ends where a value is expected"));
        }
        if (take('(')) {
            Expression inner = sum();
            close(at);
            return inner;
        }
        if (take('-')) {
            Expression zero;
            Expression value = factor();
            zero.unit = value.unit;
            return added(Op::subtract, std::move(zero), std::move(value), at);
        }
        if (is_ascii_digit(m_text[m_at]) || m_text[m_at] == '.') {
            return literal();
        }
        return named();
    }

    void close(std::size_t opened_at)
    {
        if (!take(')')) {
            fail(opened_at, msg("the bracket is not closed"));
        }
    }

    /// A day, a quantity or a period.
    [[nodiscard]] Expression literal()
    {
        const std::size_t at = m_at;
        if (const auto day = Date::parse(m_text.substr(at, 10));
            day && m_text.size() >= at + 10 && m_text[at + 4] == '-') {
            m_at += 10;
            Expression result;
            result.kind = ValueKind::date;
            result.number = day->days();
            return result;
        }
        while (m_at < m_text.size() && (is_ascii_digit(m_text[m_at]) || m_text[m_at] == '.')) {
            ++m_at;
        }
        const std::string digits{m_text.substr(at, m_at - at)};
        const auto value = parse_number(digits);
        if (!value) {
            fail(at, msg("'{}' is not a number", digits));
        }
        const std::size_t unit_at = m_at;
        const std::string_view word = unit_word();
        if (const auto period = parse_period(digits + std::string{word}); period) {
            return period_literal(*period);
        }
        Expression result;
        result.number = *value;
        if (!word.empty()) {
            const auto unit = Unit::parse(word);
            if (!unit) {
                fail(unit_at, msg("'{}' is not a unit", std::string{word}));
            }
            result.unit = *unit;
        }
        return result;
    }

    /// "1 year 6 months" is one period.
    [[nodiscard]] Expression period_literal(Period period)
    {
        skip_spaces();
        if (m_at < m_text.size() && is_ascii_digit(m_text[m_at])) {
            const Expression more = literal();
            if (more.kind == ValueKind::period) {
                period.years += more.period.years;
                period.months += more.period.months;
                period.days += more.period.days;
            }
        }
        Expression result;
        result.kind = ValueKind::period;
        result.period = period;
        return result;
    }

    /// What stands behind a number until a blank or an operator: m2, wan_per_mu, %, 万元/亩.
    [[nodiscard]] std::string_view unit_word()
    {
        const std::size_t before = m_at;
        skip_spaces();
        const std::size_t start = m_at;
        const auto wide = [&](std::size_t i) {
            return i < m_text.size() && static_cast<unsigned char>(m_text[i]) >= 0x80;
        };
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            const bool starts = is_ascii_letter(c) || c == '%' || wide(m_at);
            const bool goes_on =
                m_at > start && (is_ascii_digit(c) || c == '_' || (c == '/' && wide(m_at + 1)));
            if (!starts && !goes_on) {
                break;
            }
            ++m_at;
        }
        if (m_at == start) {
            m_at = before;
            return {};
        }
        return m_text.substr(start, m_at - start);
    }

    [[nodiscard]] Expression named()
    {
        const std::size_t at = m_at;
        while (m_at < m_text.size() &&
               (is_ascii_letter(m_text[m_at]) || is_ascii_digit(m_text[m_at]) ||
                m_text[m_at] == '_' || m_text[m_at] == '.')) {
            ++m_at;
        }
        const std::string_view name = m_text.substr(at, m_at - at);
        if (name.empty()) {
            fail(at, msg("'{}' is not understood here", std::string{m_text.substr(at)}));
        }
        if (name.starts_with("fig.")) {
            return figure(name.substr(4), at);
        }
        if (name.starts_with("table.")) {
            return table(name.substr(6), at);
        }
        if (take('(')) {
            return function(name, at);
        }
        return fact(name, at);
    }

    [[nodiscard]] Expression fact(std::string_view name, std::size_t at) const
    {
        const auto found = m_scope.catalogue.find(m_scope.subject, name);
        if (!found) {
            fail(at, unknown(msg("no {} fact is named '{}'", label_of(m_scope.subject),
                                 std::string{name}),
                             name, m_scope.catalogue.names(m_scope.subject)));
        }
        const FactDeclaration& declaration = m_scope.catalogue[*found];
        Expression result;
        result.op = Op::fact;
        result.kind = kind_of(declaration.type);
        result.unit = declaration.unit;
        result.fact = *found;
        return result;
    }

    template <class Named>
    [[nodiscard]] static std::vector<std::string> keys(std::span<const Named> things)
    {
        std::vector<std::string> names;
        for (const Named& thing : things) {
            names.push_back(thing.key);
        }
        return names;
    }

    [[nodiscard]] static Text unknown(const Text& text, std::string_view name,
                                      const std::vector<std::string>& candidates)
    {
        const auto meant = nearest(name, candidates);
        return meant ? msg("{}; did you mean '{}'?", text, *meant) : text;
    }

    [[nodiscard]] Expression figure(std::string_view name, std::size_t at) const
    {
        const auto found = std::find_if(m_scope.figures.begin(), m_scope.figures.end(),
                                        [&](const Figure& each) { return each.key == name; });
        if (found == m_scope.figures.end()) {
            fail(at, unknown(msg("no figure is named '{}'", std::string{name}), name,
                             keys(m_scope.figures)));
        }
        Expression result;
        result.op = Op::figure;
        result.index = static_cast<std::size_t>(found - m_scope.figures.begin());
        if (const auto* quantity = std::get_if<Quantity>(&found->value)) {
            result.number = quantity->value;
            result.unit = quantity->unit;
        } else if (const auto* period = std::get_if<Period>(&found->value)) {
            result.kind = ValueKind::period;
            result.period = *period;
        } else {
            result.kind = ValueKind::date;
            result.number = std::get<Date>(found->value).days();
        }
        return result;
    }

    [[nodiscard]] Expression table(std::string_view name, std::size_t at) const
    {
        const auto found = std::find_if(m_scope.tables.begin(), m_scope.tables.end(),
                                        [&](const LookupTable& each) { return each.key == name; });
        if (found == m_scope.tables.end()) {
            fail(at, unknown(msg("no table is named '{}'", std::string{name}), name,
                             keys(m_scope.tables)));
        }
        const FactDeclaration& by = m_scope.catalogue[found->by];
        const auto own = m_scope.catalogue.find(m_scope.subject, by.name);
        if (!own) {
            fail(at, msg("table '{}' is looked up by '{}', which a {} has not", std::string{name},
                         by.name, label_of(m_scope.subject)));
        }
        Expression result;
        result.op = Op::table;
        result.index = static_cast<std::size_t>(found - m_scope.tables.begin());
        result.fact = *own;
        result.unit = found->unit;
        return result;
    }

    [[nodiscard]] Expression function(std::string_view name, std::size_t at)
    {
        Op op = Op::or_default;
        if (name == "min") {
            op = Op::minimum;
        } else if (name == "max") {
            op = Op::maximum;
        } else if (name != "default") {
            fail(at, unknown(msg("no function is named '{}'", std::string{name}), name,
                             {"min", "max", "default"}));
        }
        Expression left = sum();
        if (!take(',')) {
            fail(m_at, msg("'{}' takes two values with a comma between", std::string{name}));
        }
        Expression right = sum();
        close(at);
        return paired(op, std::move(left), std::move(right), at);
    }

    /// A period of days only is also a number of days.
    static void days_as_number(Expression& value)
    {
        if (value.kind == ValueKind::period && value.period.years == 0 &&
            value.period.months == 0) {
            value.kind = ValueKind::number;
            value.unit = Unit::of("day");
            value.number = value.period.days;
        }
    }

    [[nodiscard]] static bool is_days(const Expression& value)
    {
        return value.kind == ValueKind::number &&
               value.unit.dimension() == Unit::of("day").dimension();
    }

    /// Both of one kind and, as numbers, in the unit of the first.
    [[nodiscard]] static Expression paired(Op op, Expression left, Expression right, std::size_t at)
    {
        if (left.kind != right.kind) {
            days_as_number(left);
            days_as_number(right);
        }
        if (left.kind != right.kind) {
            fail(at, msg("the two values are not of one kind"));
        }
        if (left.kind == ValueKind::number) {
            if (left.unit.dimension() != right.unit.dimension()) {
                fail(at, msg("the two values have units that do not fit: '{}' and '{}'",
                             left.unit.key(), right.unit.key()));
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

    [[nodiscard]] static Expression added(Op op, Expression left, Expression right, std::size_t at)
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
            fail(at, msg("values of this kind cannot be added"));
        }
        return result;
    }

    [[nodiscard]] static Expression multiplied(Op op, Expression left, Expression right,
                                               std::size_t at)
    {
        if (left.kind != ValueKind::number || right.kind != ValueKind::number) {
            fail(at, msg("only numbers can be multiplied or divided"));
        }
        Expression result;
        result.op = op;
        result.unit = op == Op::multiply ? left.unit * right.unit : left.unit / right.unit;
        // The product of the numbers is in the product of the units by definition.
        result.arguments.push_back(std::move(left));
        result.arguments.push_back(std::move(right));
        return folded(std::move(result));
    }

    /// Arithmetic on bare numbers is done at once, so that 1/3 is a number.
    [[nodiscard]] static Expression folded(Expression node)
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

    static constexpr int k_most_depth = 64;

    std::string_view m_text;
    const Scope& m_scope;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

Expression parse_expression(std::string_view text, const Scope& scope)
{
    return Parser{text, scope}.parse();
}

} // namespace tenglong
