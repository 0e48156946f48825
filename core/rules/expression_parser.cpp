#include "core/base/number.hpp"
#include "core/base/text.hpp"
#include "core/rules/expression.hpp"
#include "core/rules/operators.hpp"
#include "core/rules/scope_names.hpp"

namespace tenglong {

namespace {

using Op = Expression::Op;

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
            return figure_in(m_scope, name.substr(4), at);
        }
        if (name.starts_with("table.")) {
            return table_in(m_scope, name.substr(6), at);
        }
        if (take('(')) {
            return function(name, at);
        }
        return fact_in(m_scope, name, at);
    }

    [[nodiscard]] Expression function(std::string_view name, std::size_t at)
    {
        Op op = Op::or_default;
        if (name == "min") {
            op = Op::minimum;
        } else if (name == "max") {
            op = Op::maximum;
        } else if (name != "default") {
            fail(at, with_nearest(msg("no function is named '{}'", std::string{name}), name,
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
