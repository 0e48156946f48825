#include "geo/read/values.hpp"

#include "core/base/number.hpp"
#include "core/base/text.hpp"
#include "geo/read/column_cells.hpp"
#include "geo/read/header_text.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace tenglong::geo {

namespace {

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
    const double number = parse_number(folded).value_or(std::numeric_limits<double>::quiet_NaN());
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
