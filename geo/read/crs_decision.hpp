#pragma once

#include "core/base/issue.hpp"
#include "geo/geometry/box.hpp"
#include "geo/geometry/point.hpp"
#include "geo/read/crs.hpp"

#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenglong::geo {

/// What there is to decide on the CRS of one layer.
struct CrsEvidence {
    std::string section;  ///< of the job file: parcels
    Place place;          ///< file and layer
    std::string job;      ///< crs = ... of the section, as the user wrote it; empty: not given
    std::string declared; ///< WKT of the file; empty: none
    Box extent;           ///< of the coordinates, as stored
    /// Median of plane area over stated area, where the layer states areas: 1 in a true grid,
    /// 1 / cos² of the latitude in Web Mercator. NaN: not known.
    double area_ratio = std::numeric_limits<double>::quiet_NaN();
};

struct CrsDecision {
    Crs crs;
    bool swap_axes = false; ///< the coordinates are stored northing first
    Text reason;
};

/// Decides what the coordinates of a layer are. What the user says or the file declares is held
/// against the coordinates themselves; only what is certain is put right, with an issue: axes that
/// are swapped, a zone number present or absent in the eastings of the declared meridian.
/// \throws UsageError where a person must say what it is: no CRS declared, a local grid, degrees
/// where metres are declared or the other way round, eastings of another zone. The message names
/// what the coordinates look like and the key to set.
[[nodiscard]] CrsDecision decide_crs(const CrsEvidence& evidence, std::vector<Issue>& issues);

/// The extent of the bulk of the points: stray ones (0 0, a digit too many) are left out.
[[nodiscard]] Box bulk_extent(std::span<const Point> points);

/// The working CRS of a job: `wanted` if it is not "auto"; else the CGCS2000 3-degree zone of the
/// parcels, kept with or without zone number if they are in one.
/// \throws UsageError if `wanted` is no CRS in metres; or if auto cannot be: the parcels are on an
/// older datum and `shift_known` is false.
[[nodiscard]] Crs working_crs(const std::string& wanted, const Crs& parcels, const Box& extent,
                              bool shift_known);

} // namespace tenglong::geo
