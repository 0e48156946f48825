#pragma once

#include "core/base/date.hpp"
#include "core/follow/follow.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/write/spatial_table.hpp"

#include <filesystem>
#include <string>

namespace tenglong::geo {

/// The parcels of one result, to be compared with those of another.
struct Stage {
    std::string name;     ///< how messages call it: the path of the result
    SpatialTable parcels; ///< polygons
    std::string crs;      ///< "EPSG:4528" or WKT
    Date day{};           ///< that the result stands for
    std::string policy{}; ///< id of the profile that it was judged by; empty: not known
};

/// Reads an earlier result, a folder or its result.gpkg. \throws Error if it is no result, if its
/// parcels have no shapes, or lack what is compared because another version made it.
[[nodiscard]] Stage read_stage(const std::filesystem::path& place);

/// Takes the shapes of a stage to another coordinate system. \throws Error if no way is known from
/// the one to the other.
void bring_to(Stage& stage, const std::string& crs, Workers& workers);

/// What became of the parcels. \pre both are in one metric coordinate system.
[[nodiscard]] Followed compared(const Stage& before, const Stage& after, Workers& workers);

/// The same as a layer: the rows of `follow` with the shapes of the later parcels, and of those
/// that are gone.
[[nodiscard]] SpatialTable follow_layer(const Stage& before, const Stage& after, Workers& workers);

} // namespace tenglong::geo
