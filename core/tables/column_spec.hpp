#pragma once

#include "core/base/translation.hpp"
#include "core/base/units.hpp"
#include "core/tables/dictionary.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace tenglong {

/// What the cells of a result column are. A code is text that is never a number (a parcel code, a
/// status); JSON is text that a program reads.
enum class ColumnType : std::uint8_t { text, code, number, integer, date, yes_no, json };

[[nodiscard]] std::string_view key_of(ColumnType type) noexcept;
[[nodiscard]] Text label_of(ColumnType type);

/// What stands under a column. Ratios are of sums, over the rows that have both figures: group
/// values are never means of ratios.
struct Total {
    enum class Kind : std::uint8_t { none, sum, ratio, difference };

    Kind kind = Kind::none;
    std::string first{};  ///< of a ratio the column above the line, of a difference the larger
    std::string second{}; ///< of a ratio the column below the line, of a difference what goes off
};

/// What is declared of a result column.
struct ColumnSpec {
    std::string name{}; ///< snake_case, unique in the table
    std::string dbf{};  ///< at most 10 ASCII characters, unique in the table; for Shapefiles
    ColumnType type = ColumnType::text;
    Unit unit{};          ///< of numbers
    int decimals = 2;     ///< of numbers, for show only: cells keep every digit
    bool percent = false; ///< a number of no unit that people read as a percentage
    bool many = false;    ///< a cell holds any number of codes, apart by k_code_separator
    int width = 12;       ///< in spreadsheets, in narrow characters
    Text label{};
    Text group{}; ///< the band above the label, where neighbouring columns belong together
    Text note{};  ///< how it comes to be; may be empty
    Total total{};
    DictionaryPtr words{}; ///< of codes

    /// Text of any kind.
    [[nodiscard]] bool is_textual() const noexcept
    {
        return type == ColumnType::text || type == ColumnType::code || type == ColumnType::json;
    }

    /// The label with its unit, for a header: "用地面积（亩）", "area (mu)".
    [[nodiscard]] Text heading() const;
};

/// Between the codes of a cell that holds several.
inline constexpr char k_code_separator = ',';

} // namespace tenglong
