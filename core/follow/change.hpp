#pragma once

#include <cstdint>
#include <set>
#include <string_view>

namespace tenglong {

/// What became of a parcel from one result to the next.
enum class Change : std::uint8_t {
    appeared,   ///< the earlier result has no such ground
    gone,       ///< the later result has no such ground
    unchanged,  ///< the same flags hold
    improved,   ///< some ended, none began, some are left
    struck_off, ///< every flag ended (销号)
    worsened,   ///< a flag began
    open,       ///< a flag held and can no longer be decided: it has not ended
};

/// "new", "gone", "unchanged" ... as cells have it.
[[nodiscard]] std::string_view key_of(Change change) noexcept;

using Flags = std::set<std::string_view>;

/// What the flags of one parcel did.
struct FlagMoves {
    Flags ended{}; ///< held, and hold no more
    Flags begun{}; ///< hold, and did not
    Flags left{};  ///< held and hold
    Flags open{};  ///< held, and cannot be decided now

    [[nodiscard]] Change change() const noexcept;
};

/// A flag that can no longer be decided has not ended: missing data strikes nothing off.
[[nodiscard]] FlagMoves compare_flags(const Flags& before, const Flags& after,
                                      const Flags& undecided_after);

} // namespace tenglong
