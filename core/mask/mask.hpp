#pragma once

#include "core/mask/mask_policy.hpp"
#include "core/tables/result_table.hpp"

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// A name that stands for a text: equal for equal texts and keys, and not to be undone without the
/// key. "M-" and ten letters and digits.
[[nodiscard]] std::string pseudonym(std::string_view key, std::string_view text);

/// The band of 1, 2, 5, 10, 20, 50 ... that a figure lies in: "1000–2000", "-5–-2", "0".
[[nodiscard]] std::string band_of(double value);

/// What stands for a value that so few rows have that it would tell who they are.
inline constexpr std::string_view k_rare = "*";

/// The rows in the order in which a masked table has them: of their pseudonyms, because the order
/// of a base, which everybody knows, would undo them. A table without pseudonyms keeps its own.
[[nodiscard]] std::vector<std::uint32_t>
masked_order(const ResultTable& table, const MaskPolicy& policy, std::string_view key);

/// The table as outsiders may see it, in that order: names and codes replaced, figures banded, what
/// is rare starred, the rest kept or left out. Columns that are left out take the totals that need
/// them along.
[[nodiscard]] ResultTable masked(const ResultTable& table, const MaskPolicy& policy,
                                 std::string_view key);

/// The texts that the masked form of these tables must not have: names and codes that are
/// replaced, of six bytes (two Chinese characters) and more, unless an open column has the same
/// text.
[[nodiscard]] std::set<std::string, std::less<>>
secrets_of(std::span<const ResultTable* const> tables, const MaskPolicy& policy);

} // namespace tenglong
