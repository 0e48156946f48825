#pragma once

#include "core/reclaim/freed.hpp"
#include "core/reclaim/measures.hpp"
#include "core/tables/result_table.hpp"
#include "geo/blocks/blocks.hpp"
#include "geo/run/judge.hpp"
#include "geo/survey/survey.hpp"

namespace tenglong::geo {

/// Joins the parcels that the policy chooses to contiguous blocks, by the figures block_gap and
/// block_area of the profile, the largest first, and writes block_id, block_area_mu and
/// block_parcels. Without the figures there are no blocks and nothing is written.
[[nodiscard]] Blocks write_block_facts(Survey& survey, const Profile& profile,
                                       const Verdicts& verdicts, Workers& workers);

/// The blocks by what their parcels free, the most first.
[[nodiscard]] Blocks most_freed_first(const Blocks& blocks, const Freed& freed);

/// The measures proposed for parcels, and what they were judged by, for the reason of a block's.
struct MeasureReasons {
    const Measures& measures;
    const Evaluator& evaluator;
    Lang lang = Lang::zh;
};

/// The layer `blocks`, a row for each block. `parcels` is the table of all parcels.
[[nodiscard]] ResultTable blocks_result(const Survey& survey, const Blocks& blocks,
                                        const ResultTable& parcels, const MeasureReasons& reasons);

} // namespace tenglong::geo
