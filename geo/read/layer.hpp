#pragma once

#include "geo/geometry/lines.hpp"
#include "geo/geometry/polygons.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/read/crs_decision.hpp"
#include "geo/read/job.hpp"
#include "geo/read/layer_shapes.hpp"
#include "geo/read/table.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tenglong::geo {

/// An input as read: one row of `table` for each thing in it, its geometry beside it in the same
/// order. Geometry is as the file has it: not cleaned, not reprojected; only swapped axes are put
/// right.
struct VectorLayer {
    Table table;
    /// One feature a row where the kind may have polygons and the source has a geometry; a row
    /// without one has an empty feature. No feature at all for tables.
    Polygons shapes;
    /// One a row, NaN where it has none, if the layer holds points or the table coordinate columns
    /// and the kind may have points; else empty.
    std::vector<Point> points;
    Lines lines; ///< one feature a row where the kind may have lines; else no feature
    std::vector<Linearised> linearised; ///< rows whose arcs became chords
    std::string crs_wkt;                ///< as the file declares it; empty: none
    CrsDecision crs;                    ///< of the geometry; default where there is none
    std::uint64_t bytes = 0;            ///< of the main file; 0 for connections
    std::string hash;                   ///< SHA-256 of the main file, in hex; empty for connections

    [[nodiscard]] bool has_geometry() const noexcept
    {
        return shapes.size() > 0 || !points.empty() || lines.size() > 0;
    }
};

/// Where the bulk of a layer's coordinates lies, of whatever kind they are.
[[nodiscard]] Box extent_of(const VectorLayer& layer);

/// Reads whatever a job names: a vector layer that GDAL opens (zipped or in a database too), a
/// spreadsheet, a delimited text, or a text of plot coordinates (地块坐标).
///
/// Every feature is a row; what a row lacks (no geometry, one of a wrong type, broken text) is an
/// issue.
/// \throws Error if the input cannot be read; UsageError if the job must say more: which layer,
/// which CRS, which column.
[[nodiscard]] VectorLayer read_layer(const InputSpec& spec, std::vector<Issue>& issues,
                                     Workers& workers);

} // namespace tenglong::geo
