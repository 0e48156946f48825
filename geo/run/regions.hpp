#pragma once

#include "core/reclaim/stated_region.hpp"
#include "core/supply/supply.hpp"
#include "geo/line/line_account.hpp"
#include "geo/run/reclaim_step.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace tenglong::geo {

/// What facts of regions are made from; all outlive the call.
struct RegionsInput {
    const Survey* survey = nullptr;
    const Profile* profile = nullptr;
    const Reclaim* reclaim = nullptr;
    const LineAccount* line = nullptr; ///< null: there is no account
    std::size_t blocks = 0;
    Date as_of;
    std::string name; ///< of the whole area
    std::span<const StatedRegionFact> stated = {};
};

/// The whole area and its counties as subjects of rules and targets.
struct Regions {
    std::shared_ptr<FactTable> whole;    ///< one row
    std::unique_ptr<FactTable> counties; ///< a row a county that parcels name, in their order
    std::vector<SupplySums> supply;
};

/// Facts of regions: what their parcels and enterprises come to, what they were supplied with in
/// the year of the run, and of the whole area the control line and the industrial land before and
/// after the changes.
[[nodiscard]] Regions make_regions(const RegionsInput& input);

} // namespace tenglong::geo
