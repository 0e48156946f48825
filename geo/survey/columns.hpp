#pragma once

#include "geo/read/values.hpp"

#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// A column of texts that a table may have or not.
class TextCells {
public:
    TextCells(const Table& table, std::string_view field) : m_column{table.find(field)} {}

    /// Empty where it is missing.
    [[nodiscard]] std::string_view operator[](std::size_t row) const
    {
        return m_column == nullptr || m_column->holds_numbers() ? std::string_view{}
                                                                : m_column->texts[row];
    }

private:
    const TableColumn* m_column;
};

/// A column of numbers that a table may have or not, in the unit of the field.
class NumberCells {
public:
    NumberCells(const Table& table, std::string_view field, std::vector<Issue>& issues)
    {
        if (const TableColumn* column = table.find(field); column != nullptr) {
            m_values = numbers(table, *column, issues);
        }
    }

    [[nodiscard]] bool empty() const noexcept { return m_values.empty(); }
    /// NaN where it is missing.
    [[nodiscard]] double at(std::size_t row) const
    {
        return m_values.empty() ? std::numeric_limits<double>::quiet_NaN() : m_values[row];
    }
    [[nodiscard]] std::optional<double> operator[](std::size_t row) const
    {
        const double value = at(row);
        return std::isnan(value) ? std::nullopt : std::optional{value};
    }

private:
    std::vector<double> m_values;
};

/// A column of days that a table may have or not.
class DayCells {
public:
    DayCells(const Table& table, std::string_view field, std::vector<Issue>& issues)
    {
        if (const TableColumn* column = table.find(field); column != nullptr) {
            m_values = days(table, *column, issues);
        }
    }

    [[nodiscard]] std::optional<Date> operator[](std::size_t row) const
    {
        return m_values.empty() || m_values[row] == k_no_day
                   ? std::nullopt
                   : std::optional{Date::from_days(m_values[row])};
    }

private:
    std::vector<std::int32_t> m_values;
};

} // namespace tenglong::geo
