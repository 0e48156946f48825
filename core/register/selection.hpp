#pragma once

#include "core/register/issue_list.hpp"
#include "core/register/records.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tenglong {

/// What becomes of a row of the enterprise tables.
enum class RowUse : std::uint8_t {
    counted,
    duplicate, ///< another row of the same enterprise and year counts
    other_year ///< its figures are of another year
};

/// Which rows count. Rows set aside are listed and never added to those that count.
struct Selection {
    std::optional<int> year; ///< of the figures that count; nothing if no row states one
    std::vector<RowUse> use;
    std::vector<std::uint32_t> counted_as; ///< for a duplicate the row that counts, else itself

    [[nodiscard]] bool counts(std::size_t row) const noexcept
    {
        return use[row] == RowUse::counted;
    }
};

/// Settles the year and the duplicates. A row without a year is of the year asked for. Of several
/// rows of one enterprise, those that state the year come first, then the rule decides by the
/// position in the files, never by the order in `input`.
[[nodiscard]] Selection select_rows(const RegisterInput& input, const RegisterOptions& options,
                                    IssueList& issues);

} // namespace tenglong
