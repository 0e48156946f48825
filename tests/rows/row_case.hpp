#pragma once

#include "tests/support/policy_case.hpp"

#include <ostream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tenglong::testing {

/// What a case of a row is there for.
enum class Side : std::uint8_t {
    yes,          ///< holds, as near to the line as it gets
    no,           ///< does not, as near to the line as it gets
    missing,      ///< a fact is missing, and nothing can be said
    contradiction ///< two facts contradict each other, and one of them counts
};

using FactValue = std::variant<double, bool, Date, const char*, std::vector<std::string>>;
using FactValues = std::vector<std::pair<const char*, FactValue>>;

/// One subject, one rule of a shipped profile, and what it must answer.
struct RowCase {
    const char* row; ///< of docs/rows.md
    Side side;
    const char* profile;
    SubjectKind subject;
    const char* rule;
    FactValues facts;
    Truth expected;
    const char* why; ///< what it shows
};

/// For the names of tests.
inline void PrintTo(const RowCase& row, std::ostream* out) // NOLINT(readability-identifier-naming)
{
    *out << row.why;
}

// By group of rows.
[[nodiscard]] std::vector<RowCase> detection_rows();  ///< B1-B8, B12, B13, B15, B16: land
[[nodiscard]] std::vector<RowCase> enterprise_rows(); ///< B7, B9, B10, B17, B18, C4
[[nodiscard]] std::vector<RowCase> group_rows();      ///< B11, B14, C3: parks and regions

} // namespace tenglong::testing
