#pragma once

#include "tools/gen/line/account.hpp"
#include "tools/gen/line/changes.hpp"
#include "tools/gen/line/control_line.hpp"
#include "tools/gen/write/plane.hpp"

#include <string>
#include <vector>

namespace tenglong::tools::gen {

/// base.gpkg: towns, parks, units, planned_use, farmland, red_line, roads, water.
void write_base(const Options& options, const Layout& layout, const BatchMaker& maker,
                const LineChanges& changes, const Plane& plane);

/// EPSG:4549 for 4528 and the reverse: one projection, with and without the zone number in front of
/// the eastings. Any other code as it is.
[[nodiscard]] int other_zone_form(int epsg) noexcept;

/// control_line.gpkg, changes.gpkg, candidates.gpkg. With noise the line comes in the
/// other form of the zone.
void write_line(const Options& options, const Layout& layout, const std::vector<LinePart>& line,
                const LineChanges& changes, const Plane& plane);

} // namespace tenglong::tools::gen
