#pragma once

#include "core/base/date.hpp"
#include "core/policy/balance.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tenglong {

/// What a change does: takes industrial land for another use, gives new industrial land for it,
/// gives up industrial land outside the line, adds some inside.
enum class ChangeKind : std::uint8_t { occupy, compensate, give_up, add };

enum class ChangeState : std::uint8_t { proposed, approved, done };

/// The words of data and results for them, in the order of their values.
inline constexpr std::array<std::string_view, 4> k_change_kinds{"occupy", "compensate", "give_up",
                                                                "add"};
inline constexpr std::array<std::string_view, 3> k_change_states{"proposed", "approved", "done"};

[[nodiscard]] constexpr std::string_view word_of(ChangeKind kind) noexcept
{
    return k_change_kinds[static_cast<std::size_t>(kind)];
}

/// A change of the control line, as the account books it. Areas are in m².
struct Booking {
    std::string change; ///< its id, as read
    std::string region; ///< empty: not known
    std::string pair;   ///< the case that it belongs to; empty: none
    std::string project;
    ChangeKind kind = ChangeKind::occupy;
    /// Approved or done by the day of the account. Others count only 'with proposals'.
    bool decided = true;
    std::optional<Date> date;
    double claimed_m2 = 0.0;
    std::optional<double> counted_m2; ///< nothing: not known, which is not zero
};

/// Whether the account of a mode has to make up for a change of this kind: what is occupied, or,
/// where land is swapped, what is added inside the line.
[[nodiscard]] constexpr bool takes(ChangeKind kind, BalanceMode mode) noexcept
{
    return kind == (mode == BalanceMode::swap ? ChangeKind::add : ChangeKind::occupy);
}

/// Whether it makes up for others: what compensates, or, where land is swapped, what is given up.
[[nodiscard]] constexpr bool gives(ChangeKind kind, BalanceMode mode) noexcept
{
    return kind == (mode == BalanceMode::swap ? ChangeKind::give_up : ChangeKind::compensate);
}

} // namespace tenglong
