#pragma once

#include <cstddef>
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
    /// Of the kept and banded columns, those whose rare values could tell who it is; in tables that
    /// have a pseudonym a row.
    std::set<std::string, std::less<>> rare{};
    /// Kept columns whose texts are no secret, whoever else is called so: towns.
    std::set<std::string, std::less<>> open{};
    std::set<std::string, std::less<>> no_names{}; ///< texts in place of names, kept as they are
    std::size_t least_rows = 1;                    ///< a value that fewer rows have is rare
    MaskShapes shapes = MaskShapes::generalise;
    double cell_m = 0.0;  ///< of the grid that shapes are generalised to
    double shift_m = 0.0; ///< at most; at least half of it

    [[nodiscard]] MaskColumn of(std::string_view table, std::string_view column) const;
    [[nodiscard]] bool drops_rare(std::string_view table, std::string_view column) const;
    [[nodiscard]] bool is_open(std::string_view table, std::string_view column) const;
};

/// Reads a policy. `name`: for messages. \throws UsageError for what is no TOML, for unknown keys,
/// for a column in two of pseudonym, band and keep, for one of rare or open that none of these has,
/// for lists of other than texts, and for lengths that are not above zero.
[[nodiscard]] MaskPolicy read_mask_policy(std::string_view toml, const std::string& name);

/// The one that comes with the program, as TOML, to copy and change.
[[nodiscard]] std::string_view shipped_mask_policy();

} // namespace tenglong
