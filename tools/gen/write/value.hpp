#pragma once

#include "core/base/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tenglong::tools::gen {

/// A cell of a table; std::monostate where there is nothing.
using Value = std::variant<std::monostate, std::string, double, std::int64_t, Date>;
using Row = std::vector<Value>;

enum class ColumnType : std::uint8_t { text, number, integer, date };

struct Column {
    std::string name;
    ColumnType type = ColumnType::text;
    int width = 0;       ///< in bytes, where the format has widths
    int decimals = 2;    ///< of numbers
    std::string group{}; ///< what stands above it in a header of two rows
};

/// A value that may be missing.
template <class T>
[[nodiscard]] Value value_of(const std::optional<T>& value)
{
    return value ? Value{*value} : Value{};
}

/// As text: numbers with the column's decimals, dates as 2023-12-31, nothing as "".
[[nodiscard]] std::string text_of(const Value& value, const Column& column);

/// 是 or 否.
[[nodiscard]] Value yes_no(bool value);

} // namespace tenglong::tools::gen
