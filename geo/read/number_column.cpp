#include "core/base/number.hpp"
#include "core/base/text.hpp"
#include "geo/read/column_cells.hpp"
#include "geo/read/values.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace tenglong::geo {

namespace {

constexpr double k_missing = std::numeric_limits<double>::quiet_NaN();

/// A number column with its units.
class NumberColumn {
public:
    NumberColumn(const Table& table, const TableColumn& column, std::vector<Issue>& issues)
        : m_table{table}, m_column{column}, m_issues{issues}, m_field{column.field()}
    {
        if (m_field.unit.dimension() == Unit::of("m2").dimension() && !column.meaning.unit) {
            m_row_units = table.find("area_unit");
        }
    }

    [[nodiscard]] std::vector<double> run()
    {
        std::vector<double> values(m_table.rows(), k_missing);
        for (std::size_t row = 0; row < values.size(); ++row) {
            if (!m_column.missing(row)) {
                values[row] = value(row);
            }
        }
        if (m_field.type == FieldType::share) {
            from_percent(values);
        } else {
            report_unit();
        }
        return values;
    }

private:
    [[nodiscard]] double value(std::size_t row)
    {
        if (m_column.holds_numbers()) {
            return converted(m_column.numbers[row], unit_of(row));
        }
        const std::string_view text = m_column.texts[row];
        if (const auto number = parse_number(text)) {
            // "35%" is a fraction already, whatever the header says.
            const bool percent = to_half_width(text).find('%') != std::string::npos;
            return percent ? *number : converted(*number, unit_of(row));
        }
        const auto quantity = Quantity::parse(text);
        if (quantity && quantity->unit.dimension() == m_field.unit.dimension()) {
            return quantity->unit.convert(quantity->value, m_field.unit);
        }
        add_issue(m_table, row, "number_unreadable",
                  msg("row {}: '{}' in '{}' is not a number; it counts as missing",
                      m_table.row_number(row), text, m_column.header),
                  m_issues);
        return k_missing;
    }

    [[nodiscard]] double converted(double value, const std::optional<Unit>& unit)
    {
        if (!std::isfinite(value)) {
            return k_missing;
        }
        if (!unit) {
            ++m_without_unit;
            return value;
        }
        if (unit->dimension() != m_field.unit.dimension()) {
            if (!m_unit_reported) {
                m_unit_reported = true;
                m_issues.push_back(
                    {"unit_wrong",
                     Severity::warning,
                     {m_table.file(), m_table.layer(), 0},
                     m_field.name,
                     {},
                     msg("'{}' is in {}, which is no unit of '{}'; the column counts "
                         "as missing",
                         m_column.header, unit->symbol(), m_field.label)});
            }
            return k_missing;
        }
        return unit->convert(value, m_field.unit);
    }

    [[nodiscard]] std::optional<Unit> unit_of(std::size_t row)
    {
        if (m_column.meaning.unit || m_row_units == nullptr || m_row_units->missing(row)) {
            return m_column.meaning.unit;
        }
        const std::string text = shown(*m_row_units, row);
        const auto known = m_units.find(text);
        if (known != m_units.end()) {
            return known->second;
        }
        const auto unit = registry_unit(text);
        if (!unit) {
            add_issue(m_table, row, "unit_unreadable",
                      msg("row {}: '{}' in '{}' is no unit of area", m_table.row_number(row), text,
                          m_row_units->header),
                      m_issues);
        }
        return m_units.emplace(text, unit).first->second;
    }

    /// The registration standard codes units: 1 m², 2 mu, 3 hectares.
    [[nodiscard]] static std::optional<Unit> registry_unit(const std::string& text)
    {
        if (text == "1" || text == "2" || text == "3") {
            return Unit::of(text == "1" ? "m2" : text == "2" ? "mu" : "ha");
        }
        auto unit = Unit::parse(text);
        return unit && !unit->is_plain() ? unit : std::nullopt;
    }

    /// A share has no unit to tell 35 from 0.35; no plot is covered 35 times.
    void from_percent(std::vector<double>& values)
    {
        std::size_t above = 0;
        std::size_t present = 0;
        for (const double value : values) {
            present += std::isnan(value) ? 0 : 1;
            above += value > 1.0 ? 1 : 0;
        }
        if (m_without_unit == 0 || above * 2 <= present) {
            return;
        }
        for (double& value : values) {
            value /= 100.0;
        }
        m_issues.push_back({"share_in_percent",
                            Severity::note,
                            {m_table.file(), m_table.layer(), 0},
                            m_field.name,
                            {},
                            msg("'{}' is taken for percent, because most of its values are above 1",
                                m_column.header)});
    }

    void report_unit()
    {
        // The names of the standards (ZDMJ) have their unit; a header in words should say it.
        const bool in_words = std::any_of(m_column.header.begin(), m_column.header.end(),
                                          [](char c) { return static_cast<signed char>(c) < 0; });
        if (m_without_unit == 0 || m_field.unit.is_plain() || !in_words ||
            m_field.unit.dimension() == Dimension{.people = 1} ||
            m_field.unit.dimension() == Dimension{.time = 1}) {
            return;
        }
        m_issues.push_back({"unit_not_stated",
                            Severity::note,
                            {m_table.file(), m_table.layer(), 0},
                            m_field.name,
                            {},
                            msg("'{}' names no unit; it is taken for {}", m_column.header,
                                m_field.unit.symbol())});
    }

    const Table& m_table;
    const TableColumn& m_column;
    std::vector<Issue>& m_issues;
    const Field& m_field;
    const TableColumn* m_row_units = nullptr;
    std::unordered_map<std::string, std::optional<Unit>> m_units;
    std::size_t m_without_unit = 0;
    bool m_unit_reported = false;
};

} // namespace

std::vector<double> numbers(const Table& table, const TableColumn& column,
                            std::vector<Issue>& issues)
{
    require(column, {FieldType::number, FieldType::share});
    return NumberColumn{table, column, issues}.run();
}

} // namespace tenglong::geo
