#pragma once

#include "geo/geometry/workers.hpp"
#include "geo/measure/layer.hpp"
#include "geo/vacant/vacant.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tenglong::geo {

/// What a vacant part must have to become a parcel of its own (独立分宗). A limit that is not set
/// is not asked about. No figure stands in the engine: all come from the job or its policy.
struct SplitOptions {
    /// The part must lie along a road, or along the parcel's own border if no roads are given, for
    /// at least this length.
    std::optional<double> least_access_m = std::nullopt;
    /// How far from the part the edge of a road may be, pavement and ditch included.
    double road_reach_m = 0.0;
    std::optional<double> least_width_m = std::nullopt; ///< across the widest place
    /// Of what remains of the parcel, with all buildings on it.
    std::optional<double> most_plot_ratio = std::nullopt;
    std::optional<double> most_density = std::nullopt;
};

/// What is known of a parcel's buildings; NaN where it is not known, which is not zero.
struct ParcelUse {
    std::vector<double> footprint_m2; ///< by parcel
    std::vector<double> floor_m2;     ///< by parcel
};

enum class Splittable : std::uint8_t { no, yes, unknown };

struct SplitFigures {
    double width_m = 0.0;         ///< of the largest circle in the part
    double frontage_m = 0.0;      ///< of the part's border on the outer border of its parcel
    double road_m = 0.0;          ///< of the part's border within reach of a road
    double rest_m2 = 0.0;         ///< of the parcel without the part
    double rest_plot_ratio = 0.0; ///< NaN if the floor area is not known
    double rest_density = 0.0;    ///< NaN if the footprint is not known
    /// `unknown` if a limit is set on a figure that is not known and no other limit fails.
    Splittable splittable = Splittable::unknown;
};

/// Figures of each vacant part, in their order.
/// \param roads clean road areas; none if null, and then the parcel's own border is the access.
[[nodiscard]] std::vector<SplitFigures>
split_figures(const VacantParts& parts, const Layer& parcels, const ParcelUse& use,
              const Layer* roads, const SplitOptions& options, Workers& workers);

} // namespace tenglong::geo
