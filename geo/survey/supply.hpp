#pragma once

#include "geo/read/layer.hpp"
#include "geo/survey/survey.hpp"

#include <span>
#include <vector>

namespace tenglong::geo {

/// Which rows of the supply inputs are about which parcel.
struct SupplyJoin {
    struct Match {
        std::uint32_t parcel = 0;
        std::uint32_t input = 0;
        std::uint32_t row = 0;
        bool by_shape = false; ///< and not by a number
    };
    std::vector<Match> matches; ///< by parcel; of one, matches by number first, then by input, then
                                ///< by what the rows hold
};

/// Joins rows of approvals and contracts to parcels: by parcel code, real-estate unit or contract
/// number; else by their shape, to parcels of which at least `least_share` lies in it; else by the
/// number of the approval. Rows without a parcel are issues.
/// \param keys parcel_key() of each parcel
[[nodiscard]] SupplyJoin join_supply(const Survey& survey, std::span<const std::string> keys,
                                     std::span<const ZoneLayer> layers, double least_share,
                                     Workers& workers, std::vector<Issue>& issues);

/// Writes what the rows of supply tell, where the parcel's own row does not: from rows joined by a
/// number all that they have, from rows joined by shape only the approval.
void put_supply_facts(FactTable& parcels, const SupplyJoin& join, std::span<const ZoneLayer> layers,
                      std::vector<Issue>& issues);

/// Drops the rows that belong to a parcel, whose facts it has by now.
void keep_unmatched(std::vector<ZoneLayer>& layers, const SupplyJoin& join);

} // namespace tenglong::geo
