#include "core/register/link.hpp"

#include <array>

namespace tenglong {

namespace {

constexpr std::array<std::string_view, 8> k_match_keys{
    "own_row",     "lease_row",           "parcel_code", "unit_code",
    "holder_code", "holder_organization", "coordinates", "holder_name"};
constexpr std::array<std::string_view, 3> k_title_keys{"holder", "user", "tenant"};
constexpr std::array<std::string_view, 7> k_basis_keys{
    "ledger", "stated", "stated_part", "floor_share", "parcel_area", "equal_share", "unknown"};

} // namespace

std::string_view key(MatchKind kind) noexcept
{
    return k_match_keys.at(static_cast<std::size_t>(kind));
}

std::string_view key(Title title) noexcept
{
    return k_title_keys.at(static_cast<std::size_t>(title));
}

std::string_view key(LandBasis basis) noexcept
{
    return k_basis_keys.at(static_cast<std::size_t>(basis));
}

Text label(MatchKind kind)
{
    switch (kind) {
    case MatchKind::own_row:
        return msg("own land in the land ledger");
    case MatchKind::lease_row:
        return msg("lease in the land ledger");
    case MatchKind::parcel_code:
        return msg("parcel code in the enterprise's row");
    case MatchKind::unit_code:
        return msg("unit code in the enterprise's row");
    case MatchKind::holder_code:
        return msg("credit code of the holder");
    case MatchKind::holder_organization:
        return msg("organisation code of the holder");
    case MatchKind::coordinates:
        return msg("coordinates");
    case MatchKind::holder_name:
        break;
    }
    return msg("name of the holder");
}

Text label(Title title)
{
    switch (title) {
    case Title::holder:
        return msg("holder of the parcel");
    case Title::user:
        return msg("user of the parcel");
    case Title::tenant:
        break;
    }
    return msg("tenant on the parcel");
}

Text label(LandBasis basis)
{
    switch (basis) {
    case LandBasis::ledger:
        return msg("area in the land ledger");
    case LandBasis::stated:
        return msg("land stated by the enterprise");
    case LandBasis::stated_part:
        return msg("stated land, divided by the areas of its parcels");
    case LandBasis::floor_share:
        return msg("area of the parcel in proportion to the floor leased");
    case LandBasis::parcel_area:
        return msg("area of the parcel less what others use");
    case LandBasis::equal_share:
        return msg("rest of the parcel in equal shares");
    case LandBasis::unknown:
        break;
    }
    return msg("land not known");
}

} // namespace tenglong
