#pragma once

#include "core/facts/fact_table.hpp"
#include "core/policy/profile.hpp"
#include "core/tables/result_table.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/write/spatial_table.hpp"

#include <memory>
#include <span>
#include <vector>

namespace tenglong::geo {

/// Everything known of all subjects (一地一档, 一企一画像), and where it came from.
struct FactRecords {
    /// The tables of facts, in the order given. Their rows are made from the facts while they are
    /// written: those must not change before.
    std::vector<SpatialTable> facts;
    ResultTable origins;     ///< the table `origins`, numbered from 1
    ResultTable origin_sets; ///< the table `origin_sets`: which fact has which of them
};

/// All of it. A cell holds the value of a fact to the last bit; an empty one is missing. Where a
/// value, or none, came from is the same for most subjects: that is set 0; each set of exceptions
/// has a number, by which a subject refers to it. What nobody gave has no origin.
/// \pre facts_table() has a table for the facts of such subjects
[[nodiscard]] FactRecords record_facts(std::span<const std::shared_ptr<const FactTable>> tables,
                                       Workers& workers);

/// The table `policy`, complete: with these files the facts can be judged again.
[[nodiscard]] ResultTable policy_result(const std::vector<ProfileText>& texts);

} // namespace tenglong::geo
