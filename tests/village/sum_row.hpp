#pragma once

#include "tests/village/village.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace tenglong::tests {

/// What a case of a row is there for, as in tests/rows.
enum class Side : std::uint8_t {
    yes,          ///< the figure is there, or land is freed
    no,           ///< it is not, as near to it as it gets
    missing,      ///< something is missing, and nothing can be said: never zero
    contradiction ///< two things contradict each other; one of them counts, or an issue says so
};

/// No value: the cell must be empty.
struct Nothing {};
/// A number, a code (or codes, with blanks between them), or an empty cell.
using Expected = std::variant<double, std::string, Nothing>;

/// A village, a cell of its result, and what must stand in it.
struct SumRow {
    const char* row; ///< of docs/rows.md
    Side side;
    const char* policy;
    std::function<void(Village&)> build;
    const char* table;
    const char* key;   ///< a column; empty: the first row
    std::string which; ///< its value
    const char* column;
    Expected expected;
    const char* why;         ///< what it shows, and how the figure is worked out by hand
    const char* issue = "";  ///< of that kind there must be one; empty: it is not asked
    double tolerance = 1e-4; ///< of numbers
};

[[nodiscard]] std::vector<SumRow> evaluation_rows(); ///< C1, C2
[[nodiscard]] std::vector<SumRow> freed_rows();      ///< D1-D6

} // namespace tenglong::tests
