#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace tenglong {

/// What becomes of the shapes of a masked table.
enum class MaskShapes : std::uint8_t { drop, generalise, shift, keep };

/// "drop" ... "keep". \throws UsageError that names them for anything else.
[[nodiscard]] MaskShapes mask_shapes(std::string_view name);

/// What becomes of a column.
enum class MaskColumn : std::uint8_t { leave_out, pseudonym, band, keep };

/// What outsiders may see: columns by name, or by table and name ("parks.name"), which goes first;
/// one that no list has is left out.
struct MaskPolicy {
    std::set<std::string, std::less<>> pseudonym{};
    std::set<std::string, std::less<>> band{};
    std::set<std::string, std::less<>> keep{};
    MaskShapes shapes = MaskShapes::generalise;
    double cell_m = 0.0;  ///< of the grid that shapes are generalised to
    double shift_m = 0.0; ///< at most; at least half of it

    [[nodiscard]] MaskColumn of(std::string_view table, std::string_view column) const;
};

/// Reads a policy. `name`: for messages. \throws UsageError for what is no TOML, for unknown keys,
/// for a column in two lists and for lengths that are not above zero.
[[nodiscard]] MaskPolicy read_mask_policy(std::string_view toml, const std::string& name);

/// The one that comes with the program, as TOML, to copy and change.
[[nodiscard]] std::string_view shipped_mask_policy();

} // namespace tenglong
