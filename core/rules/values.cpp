#include "core/rules/values.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <map>
#include <memory>
#include <tuple>

namespace tenglong {

namespace {

using Op = Expression::Op;

[[nodiscard]] Bits all_bits() noexcept
{
    Bits bits;
    bits.fill(~std::uint64_t{0});
    return bits;
}

void clear(Bits& bits, std::size_t row) noexcept
{
    bits[row / 64] &= ~(std::uint64_t{1} << (row % 64));
}

void load_fact(const FactColumn* column, std::size_t first, std::size_t count, Numbers& out)
{
    out.present = present_bits(column, first, count);
    if (column == nullptr) {
        return;
    }
    if (column->type() == FactType::number) {
        const auto source = column->numbers().subspan(first, count);
        std::copy(source.begin(), source.end(), out.values.begin());
    } else {
        const auto source = column->words().subspan(first, count);
        std::copy(source.begin(), source.end(), out.values.begin());
    }
}

void load_table(const Expression& node, const FactTable& facts, const TableCache& tables,
                std::size_t first, std::size_t count, Numbers& out)
{
    const FactColumn* column = facts.find(node.fact);
    out.present = present_bits(column, first, count);
    if (column == nullptr) {
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (!column->present(first + i)) {
            continue;
        }
        const auto code = static_cast<TextId>(column->words()[first + i]);
        out.values[i] = tables.find(node.index, node.fact, code);
        if (std::isnan(out.values[i])) {
            clear(out.present, i);
        }
    }
}

/// Days moved by a period of calendar time, worked out once for every day of the years in which
/// land is supplied: the calendar costs ten times what all else in a comparison does.
class MovedDays {
public:
    MovedDays(Op op, const Period& period) : m_op{op}, m_period{period}
    {
        for (std::int32_t day = k_first_day; day < k_end_day; ++day) {
            m_moved.push_back(move(day));
        }
    }

    [[nodiscard]] std::int32_t operator()(std::int32_t day) const
    {
        return day >= k_first_day && day < k_end_day
                   ? m_moved[static_cast<std::size_t>(day - k_first_day)]
                   : move(day);
    }

private:
    static constexpr std::int32_t k_first_day = 3652; ///< 1980-01-01
    static constexpr std::int32_t k_end_day = 32872;  ///< 2060-01-01
    [[nodiscard]] std::int32_t move(std::int32_t day) const
    {
        const Date date = Date::from_days(day);
        return (m_op == Op::add ? date.plus(m_period) : date.minus(m_period)).days();
    }

    Op m_op;
    Period m_period;
    std::vector<std::int32_t> m_moved;
};

/// A day and a period: the only arithmetic that needs the calendar.
void move_dates(const Expression& node, std::size_t count, Numbers& days)
{
    using Key = std::tuple<Op, std::int32_t, std::int32_t, std::int32_t>;
    thread_local std::map<Key, MovedDays> tables;
    const Period period = node.arguments[1].period;
    const MovedDays& moved =
        tables.try_emplace({node.op, period.years, period.months, period.days}, node.op, period)
            .first->second;
    for (std::size_t i = 0; i < count; ++i) {
        days.values[i] = moved(static_cast<std::int32_t>(days.values[i]));
    }
}

void divide(std::size_t count, Numbers& left, const Numbers& right)
{
    for (std::size_t i = 0; i < count; ++i) {
        // Nothing divided by nothing is not a share: the fact stays missing.
        if (right.values[i] == 0.0) {
            clear(left.present, i);
        } else {
            left.values[i] /= right.values[i];
        }
    }
}

void take_default(std::size_t count, Numbers& left, const Numbers& right)
{
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t mask = std::uint64_t{1} << (i % 64);
        if ((left.present[i / 64] & mask) == 0) {
            left.values[i] = right.values[i];
        }
    }
    for (std::size_t word = 0; word < left.present.size(); ++word) {
        left.present[word] |= right.present[word];
    }
}

template <class Combine>
void combine(std::size_t count, Numbers& left, const Numbers& right, Combine how)
{
    for (std::size_t i = 0; i < count; ++i) {
        left.values[i] = how(left.values[i], right.values[i]);
    }
}

void apply(Op op, std::size_t count, Numbers& left, const Numbers& right)
{
    if (op == Op::or_default) {
        take_default(count, left, right);
        return;
    }
    for (std::size_t word = 0; word < left.present.size(); ++word) {
        left.present[word] &= right.present[word];
    }
    switch (op) {
    case Op::add:
        combine(count, left, right, [](double a, double b) { return a + b; });
        break;
    case Op::subtract:
        combine(count, left, right, [](double a, double b) { return a - b; });
        break;
    case Op::multiply:
        combine(count, left, right, [](double a, double b) { return a * b; });
        break;
    case Op::divide:
        divide(count, left, right);
        break;
    case Op::minimum:
        combine(count, left, right, [](double a, double b) { return std::min(a, b); });
        break;
    default:
        combine(count, left, right, [](double a, double b) { return std::max(a, b); });
        break;
    }
}

} // namespace

Bits packed(const std::array<std::uint8_t, k_chunk_rows>& bytes) noexcept
{
    // Eight bytes of 0 or 1 become eight bits by one multiplication: the factor moves bit 0 of
    // byte i to bit 56 + i.
    constexpr std::uint64_t k_gather = 0x0102040810204080ULL;
    Bits bits{};
    for (std::size_t word = 0; word < bits.size(); ++word) {
        std::uint64_t result = 0;
        for (std::size_t group = 0; group < 8; ++group) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, bytes.data() + word * 64 + group * 8, sizeof eight);
            result |= ((eight * k_gather) >> 56U) << (group * 8);
        }
        bits[word] = result;
    }
    return bits;
}

Bits present_bits(const FactColumn* column, std::size_t first, std::size_t count)
{
    if (column == nullptr) {
        return Bits{};
    }
    std::array<std::uint8_t, k_chunk_rows> bytes; // NOLINT: filled below
    const auto states = column->states().subspan(first, count);
    const auto& present = column->present_states();
    for (std::size_t i = 0; i < count; ++i) {
        bytes[i] = static_cast<std::uint8_t>(present[states[i]]);
    }
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(count), bytes.end(), std::uint8_t{0});
    return packed(bytes);
}

TableCache::TableCache(std::span<const LookupTable> tables, const FactTable& facts)
    : m_tables{tables}, m_facts{&facts}
{}

void TableCache::prepare(std::size_t table, FactId fact)
{
    const FactColumn* column = m_facts->find(fact);
    auto [place, added] = m_figures.try_emplace({table, fact});
    if (!added || column == nullptr) {
        return;
    }
    std::vector<double>& figures = place->second;
    figures.assign(m_facts->pool().size(), std::numeric_limits<double>::infinity());
    for (std::size_t row = 0; row < m_facts->rows(); ++row) {
        if (!column->present(row)) {
            continue;
        }
        const auto id = static_cast<TextId>(column->words()[row]);
        double& figure = figures[static_cast<std::size_t>(id)];
        if (std::isinf(figure)) {
            figure = m_tables[table]
                         .find(m_facts->pool()[id])
                         .value_or(std::numeric_limits<double>::quiet_NaN());
        }
    }
}

double TableCache::find(std::size_t table, FactId fact, TextId code) const
{
    return m_figures.at({table, fact})[static_cast<std::size_t>(code)];
}

void evaluate(const Expression& expression, const FactTable& facts, const TableCache& tables,
              std::size_t first, std::size_t count, Numbers& out)
{
    switch (expression.op) {
    case Op::constant:
    case Op::figure:
        std::fill_n(out.values.begin(), count, expression.number);
        out.present = all_bits();
        return;
    case Op::fact:
        load_fact(facts.find(expression.fact), first, count, out);
        return;
    case Op::table:
        load_table(expression, facts, tables, first, count, out);
        return;
    case Op::scale:
        evaluate(expression.arguments[0], facts, tables, first, count, out);
        for (std::size_t i = 0; i < count; ++i) {
            out.values[i] = out.values[i] * expression.number / expression.divisor;
        }
        return;
    default:
        break;
    }
    evaluate(expression.arguments[0], facts, tables, first, count, out);
    if (expression.arguments[1].kind == ValueKind::period) {
        move_dates(expression, count, out);
        return;
    }
    const auto right = std::make_unique<Numbers>();
    evaluate(expression.arguments[1], facts, tables, first, count, *right);
    apply(expression.op, count, out, *right);
}

} // namespace tenglong
