#pragma once

#include "geo/survey/survey.hpp"

#include <string>
#include <vector>

namespace tenglong::geo {

/// The region that answers for a row, as the row names it; empty where it names none.
[[nodiscard]] std::string region_of(const Table& table, std::size_t row);

/// The town that a row says it lies in; empty where it says none.
[[nodiscard]] std::string town_of(const Table& table, std::size_t row);

/// What of a shape lies in one region.
struct RegionPart {
    std::string region; ///< empty: in none that is known
    Polygons ground;    ///< one feature
};

/// Each shape cut along the borders of the towns layers, by name of the town; of ground that two
/// towns claim the first by name has it. Less than 0.01 m2 is rounding and cuts nothing off. Where
/// no town has anything of a shape, and where there is no layer of towns, its region is empty.
[[nodiscard]] std::vector<std::vector<RegionPart>>
parts_by_town(const Survey& survey, const Layer& shapes, Workers& workers);

/// Gives a shape to one region: the one that answers for it, if it names one; and if its place is
/// not known, to the town that it says it lies in.
void name_whole(std::vector<RegionPart>& parts, const FeatureView& shape, const std::string& region,
                const std::string& town);

/// For people, the largest first: 城东街道、城西街道.
[[nodiscard]] std::string joined_regions(const std::vector<RegionPart>& parts);

} // namespace tenglong::geo
