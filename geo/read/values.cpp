#include "geo/read/values.hpp"

#include "core/base/number.hpp"
#include "core/base/text.hpp"
#include "geo/read/header_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <unordered_map>

namespace tenglong::geo {

namespace {

constexpr double k_missing = std::numeric_limits<double>::quiet_NaN();

void require(const TableColumn& column, std::initializer_list<FieldType> types)
{
    if (std::find(types.begin(), types.end(), column.field().type) == types.end()) {
        throw std::logic_error{"column " + column.field().name + " is of another type"};
    }
}

void add_issue(const Table& table, std::size_t row, const char* kind, Text text,
               std::vector<Issue>& issues)
{
    issues.push_back(
        {kind, Severity::warning, table.place(row), table.subject(row), {}, std::move(text)});
}

[[nodiscard]] std::string shown(const TableColumn& column, std::size_t row)
{
    return column.holds_numbers() ? fmt::format("{}", column.numbers[row])
                                  : std::string{column.texts[row]};
}

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

[[nodiscard]] std::optional<std::int32_t> day_of(std::string_view text, bool& counted)
{
    if (const auto date = Date::parse(text)) {
        return date->days();
    }
    // Days since 1899-12-30 as a spreadsheet keeps them, from 1954 to 2064.
    constexpr double k_first = 20'000.0;
    constexpr double k_last = 60'000.0;
    constexpr std::int32_t k_1899_12_30 = -25569;
    const auto number = parse_number(text);
    if (!number || *number < k_first || *number > k_last) {
        return std::nullopt;
    }
    counted = true;
    return k_1899_12_30 + static_cast<std::int32_t>(*number);
}

enum class Answer : std::uint8_t { no, yes, other };

[[nodiscard]] Answer answer_of(std::string_view text)
{
    static constexpr auto k_yes =
        std::to_array<std::string_view>({"是", "有", "1", "y", "yes", "true", "t", "√", "✓", "✔",
                                         "已", "属于", "列入", "对", "存在"});
    static constexpr auto k_no = std::to_array<std::string_view>(
        {"否", "无", "0", "n", "no", "false", "f", "×", "✗", "✘", "x", "未", "不是", "没有",
         "不属于", "未列入", "非", "不存在", "none"});
    const std::string folded = to_lower(to_half_width(trimmed(text)));
    if (std::find(k_yes.begin(), k_yes.end(), folded) != k_yes.end()) {
        return Answer::yes;
    }
    const double number = parse_number(folded).value_or(k_missing);
    if (number == 0.0 || std::find(k_no.begin(), k_no.end(), folded) != k_no.end()) {
        return Answer::no;
    }
    return number == 1.0 ? Answer::yes : Answer::other;
}

[[nodiscard]] int value_called(const Field& field, std::string_view key)
{
    for (std::size_t i = 0; i < field.values.size(); ++i) {
        const auto& words = field.values[i].words;
        if (std::find(words.begin(), words.end(), key) != words.end()) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

/// The members of a set in one text: 安全、环保; or any word of theirs inside a sentence.
[[nodiscard]] std::uint32_t members_in(const Field& field, std::string_view text)
{
    std::uint32_t bits = 0;
    const std::string key = header_key(text);
    for (std::size_t i = 0; i < field.values.size(); ++i) {
        for (const std::string& word : field.values[i].words) {
            if (key.find(word) != std::string::npos) {
                bits |= 1U << i;
            }
        }
    }
    return bits;
}

/// Goes through the texts of a column, each distinct one understood once.
template <class Value, class Understand>
[[nodiscard]] std::vector<Value> each_text(const Table& table, const TableColumn& column,
                                           Value missing, Understand understand)
{
    std::vector<Value> values(table.rows(), missing);
    std::unordered_map<std::string, Value> known;
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (column.missing(row)) {
            continue;
        }
        const std::string text = shown(column, row);
        const auto found = known.find(text);
        if (found != known.end() && found->second != missing) {
            values[row] = found->second;
            continue;
        }
        values[row] = understand(text, row);
        known.emplace(text, values[row]);
    }
    return values;
}

} // namespace

std::vector<double> numbers(const Table& table, const TableColumn& column,
                            std::vector<Issue>& issues)
{
    require(column, {FieldType::number, FieldType::share});
    return NumberColumn{table, column, issues}.run();
}

std::vector<std::int32_t> days(const Table& table, const TableColumn& column,
                               std::vector<Issue>& issues)
{
    require(column, {FieldType::date});
    bool counted = false;
    auto result = each_text(table, column, k_no_day, [&](const std::string& text, std::size_t row) {
        const auto day = day_of(text, counted);
        if (!day) {
            add_issue(table, row, "date_unreadable",
                      msg("row {}: '{}' in '{}' is not a full date; it counts as missing",
                          table.row_number(row), text, column.header),
                      issues);
        }
        return day.value_or(k_no_day);
    });
    if (counted) {
        issues.push_back(
            {"date_counted",
             Severity::note,
             {table.file(), table.layer(), 0},
             column.field().name,
             {},
             msg("'{}' holds day counts of a spreadsheet; they are read as dates", column.header)});
    }
    return result;
}

std::vector<std::int8_t> flags(const Table& table, const TableColumn& column,
                               std::vector<Issue>& issues)
{
    require(column, {FieldType::flag});
    constexpr std::int8_t k_none = -1;
    const bool any_text_is_yes = !column.field().set.empty();
    return each_text(table, column, k_none,
                     [&](const std::string& text, std::size_t row) -> std::int8_t {
                         const Answer answer = answer_of(text);
                         if (answer != Answer::other || any_text_is_yes) {
                             return answer == Answer::no ? 0 : 1;
                         }
                         add_issue(table, row, "flag_unreadable",
                                   msg("row {}: '{}' in '{}' is neither yes nor no; it counts as "
                                       "missing",
                                       table.row_number(row), text, column.header),
                                   issues);
                         return k_none;
                     });
}

std::vector<std::int16_t> choices(const Table& table, const TableColumn& column,
                                  std::vector<Issue>& issues)
{
    require(column, {FieldType::choice});
    constexpr std::int16_t k_none = -1;
    return each_text(table, column, k_none, [&](const std::string& text, std::size_t row) {
        const int value = value_called(column.field(), header_key(text));
        if (value < 0) {
            std::string known;
            for (const ChoiceValue& each : column.field().values) {
                known += (known.empty() ? "" : ", ") + each.key;
            }
            add_issue(table, row, "choice_unknown",
                      msg("row {}: '{}' in '{}' is none of {}; it counts as missing",
                          table.row_number(row), text, column.header, known),
                      issues);
        }
        return static_cast<std::int16_t>(value);
    });
}

std::vector<std::uint32_t> sets(const Table& table, const TableColumn& column,
                                std::vector<Issue>& issues)
{
    require(column, {FieldType::set});
    return each_text(table, column, k_no_set, [&](const std::string& text, std::size_t row) {
        const std::uint32_t bits = members_in(column.field(), text);
        if (bits == 0 && answer_of(text) != Answer::no) {
            add_issue(
                table, row, "set_unknown",
                msg("row {}: '{}' in '{}' names none of the known kinds; it counts as missing",
                    table.row_number(row), text, column.header),
                issues);
            return k_no_set;
        }
        return bits;
    });
}

std::vector<Range> ranges(const Table& table, const TableColumn& column, std::vector<Issue>& issues)
{
    require(column, {FieldType::range});
    std::vector<Range> result(table.rows());
    for (std::size_t row = 0; row < result.size(); ++row) {
        if (column.missing(row)) {
            continue;
        }
        if (const auto range = parse_range(shown(column, row))) {
            result[row] = *range;
        } else {
            add_issue(table, row, "range_unreadable",
                      msg("row {}: '{}' in '{}' is neither a number nor a range; it counts as "
                          "missing",
                          table.row_number(row), shown(column, row), column.header),
                      issues);
        }
    }
    return result;
}

} // namespace tenglong::geo
