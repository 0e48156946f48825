#pragma once

#include "core/tables/result_table.hpp"
#include "geo/blocks/blocks.hpp"
#include "geo/run/judge.hpp"
#include "geo/run/statuses.hpp"
#include "geo/survey/survey.hpp"

namespace tenglong::geo {

/// Joins parcels of which a flag holds to contiguous blocks, by the figures block_gap and
/// block_area of the profile, and writes block_id, block_area_mu and block_parcels. Blocks are
/// numbered from the largest down.
[[nodiscard]] Blocks write_block_facts(Survey& survey, const Profile& profile,
                                       const Statuses& statuses, Workers& workers);

/// The layer `blocks`, a row for each block. `parcels` is the table of all parcels.
[[nodiscard]] ResultTable blocks_result(const Survey& survey, const Blocks& blocks,
                                        const ResultTable& parcels);

} // namespace tenglong::geo
