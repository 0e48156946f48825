#include "core/tables/totals.hpp"

#include <cmath>

namespace tenglong {

namespace {

/// Neumaier's compensated sum: what a plain sum rounds away is kept and added at the end.
class ExactSum {
public:
    void add(double value) noexcept
    {
        const double next = m_sum + value;
        m_rest +=
            std::abs(m_sum) >= std::abs(value) ? (m_sum - next) + value : (value - next) + m_sum;
        m_sum = next;
        m_any = true;
    }
    [[nodiscard]] std::optional<double> value() const noexcept
    {
        return m_any ? std::optional{m_sum + m_rest} : std::nullopt;
    }

private:
    double m_sum = 0.0;
    double m_rest = 0.0;
    bool m_any = false;
};

[[nodiscard]] std::optional<double> sum_of(const ResultColumn& column, RowStretch rows)
{
    ExactSum sum;
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
        if (column.present(row)) {
            sum.add(column.figure(row));
        }
    }
    return sum.value();
}

[[nodiscard]] std::optional<double> ratio_of(const ResultColumn& above, const ResultColumn& below,
                                             RowStretch rows)
{
    ExactSum numerator;
    ExactSum denominator;
    for (std::size_t row = rows.begin; row < rows.end; ++row) {
        if (above.present(row) && below.present(row)) {
            numerator.add(above.figure(row));
            denominator.add(below.figure(row));
        }
    }
    if (!denominator.value() || *denominator.value() == 0.0) {
        return std::nullopt;
    }
    return *numerator.value() / *denominator.value();
}

[[nodiscard]] std::optional<double> difference_of(const ResultColumn& whole,
                                                  const ResultColumn& part, RowStretch rows)
{
    const auto from = sum_of(whole, rows);
    const auto off = sum_of(part, rows);
    if (!from && !off) {
        return std::nullopt;
    }
    return from.value_or(0.0) - off.value_or(0.0);
}

} // namespace

std::optional<double> sum_of(const ResultColumn& column)
{
    return sum_of(column, {0, column.size()});
}

std::optional<double> total_of(const ResultTable& table, const ResultColumn& column)
{
    return total_of(table, column, {0, column.size()});
}

std::optional<double> total_of(const ResultTable& table, const ResultColumn& column,
                               RowStretch rows)
{
    const Total& total = column.spec().total;
    switch (total.kind) {
    case Total::Kind::sum:
        return sum_of(column, rows);
    case Total::Kind::ratio:
        return ratio_of(table[total.first], table[total.second], rows);
    case Total::Kind::difference:
        return difference_of(table[total.first], table[total.second], rows);
    case Total::Kind::none:
        break;
    }
    return std::nullopt;
}

} // namespace tenglong
