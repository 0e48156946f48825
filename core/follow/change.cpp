#include "core/follow/change.hpp"

#include <array>
#include <cstddef>

namespace tenglong {

std::string_view key_of(Change change) noexcept
{
    static constexpr std::array<std::string_view, 7> k_keys{
        "new", "gone", "unchanged", "improved", "struck_off", "worsened", "open"};
    return k_keys[static_cast<std::size_t>(change)];
}

Change FlagMoves::change() const noexcept
{
    if (!begun.empty()) {
        return Change::worsened;
    }
    if (ended.empty()) {
        return open.empty() ? Change::unchanged : Change::open;
    }
    return left.empty() && open.empty() ? Change::struck_off : Change::improved;
}

FlagMoves compare_flags(const Flags& before, const Flags& after, const Flags& undecided_after)
{
    FlagMoves moves;
    for (const std::string_view flag : before) {
        if (after.contains(flag)) {
            moves.left.insert(flag);
        } else if (undecided_after.contains(flag)) {
            moves.open.insert(flag);
        } else {
            moves.ended.insert(flag);
        }
    }
    for (const std::string_view flag : after) {
        if (!before.contains(flag)) {
            moves.begun.insert(flag);
        }
    }
    return moves;
}

} // namespace tenglong
