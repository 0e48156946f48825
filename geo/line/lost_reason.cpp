#include "geo/line/lost_reason.hpp"

#include <array>
#include <cstddef>

namespace tenglong::geo {

std::string_view name(LostReason reason) noexcept
{
    constexpr std::array<std::string_view, 13> k_names{
        "outside_line",   "not_industrial", "taken_before", "inside_line",   "is_industrial",
        "claimed_before", "on_farmland",    "on_red_line",  "not_permitted", "too_small",
        "too_narrow",     "not_contiguous", "other_mode"};
    return k_names.at(static_cast<std::size_t>(reason));
}

Text label(LostReason reason)
{
    switch (reason) {
    case LostReason::outside_line:
        return msg("outside the control line");
    case LostReason::not_industrial:
        return msg("no existing industrial land");
    case LostReason::taken_before:
        return msg("taken by an earlier change");
    case LostReason::inside_line:
        return msg("inside the control line already");
    case LostReason::is_industrial:
        return msg("industrial land already");
    case LostReason::claimed_before:
        return msg("brought in by an earlier change");
    case LostReason::on_farmland:
        return msg("permanent basic farmland");
    case LostReason::on_red_line:
        return msg("inside the ecological red line");
    case LostReason::not_permitted:
        return msg("outside the permitted zone");
    case LostReason::too_small:
        return msg("smaller than the least area");
    case LostReason::too_narrow:
        return msg("narrower than the least width");
    case LostReason::not_contiguous:
        return msg("apart from the control line");
    case LostReason::other_mode:
        break;
    }
    return msg("no matter of this policy's account");
}

} // namespace tenglong::geo
