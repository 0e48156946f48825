#pragma once

#include "core/facts/fact_table.hpp"
#include "core/policy/texts.hpp"
#include "core/tables/result_table.hpp"
#include "geo/geometry/workers.hpp"

#include <span>
#include <vector>

namespace tenglong::geo {

/// Everything known of all subjects (一地一档, 一企一画像), and where it came from.
struct FactRecords {
    ResultTable facts;   ///< the table `facts`: a row for each subject, in the order given
    ResultTable origins; ///< the table `origins`, which `facts` refers to by number, from 1
};

/// Both tables, complete. A fact is written with its value, the number of its origin and its row in
/// the file of that origin; one that is missing for a known reason with null; what nobody gave is
/// not written.
[[nodiscard]] FactRecords record_facts(std::span<const FactTable* const> tables, Workers& workers);

/// The table `policy`, complete: with these files the facts can be judged again.
[[nodiscard]] ResultTable policy_result(const std::vector<ProfileText>& texts);

} // namespace tenglong::geo
