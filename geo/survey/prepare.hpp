#pragma once

#include "core/base/issue.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/read/layer.hpp"
#include "geo/read/reprojection.hpp"

#include <span>
#include <vector>

namespace tenglong::geo {

/// The working CRS of a job: as it says, or the grid of the first layer that has shapes.
/// \throws UsageError as working_crs() does, and if no layer has coordinates.
[[nodiscard]] Crs choose_working_crs(const Job& job, const VectorLayer& layer);

/// Whether a layer has coordinates of any kind.
[[nodiscard]] bool has_coordinates(const VectorLayer& layer) noexcept;

/// Brings a layer into the working CRS and makes its shapes clean. Repairs are issues with the area
/// before and after; so are features that lose their shape, and points that cannot be reprojected.
/// Features that came without a shape are issues of the reader.
/// \throws UsageError if the datums differ and no shift is given for them.
void put_right(VectorLayer& layer, const Crs& working, std::span<const DatumShift> shifts,
               Workers& workers, std::vector<Issue>& issues);

} // namespace tenglong::geo
