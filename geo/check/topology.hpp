#pragma once

#include "core/base/issue.hpp"
#include "geo/geometry/box_grid.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/measure/layer.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// What two parcels, or a parcel, must not do. The figures are the policy's; these are the
/// national profile's, from the practice of quality checks.
struct TopologyOptions {
    double least_overlap_m2 = 0.1; ///< overlaps below are tolerated
    double sliver_m2 = 1.0;        ///< a part of a parcel below this is a sliver
    double least_gap_m2 = 0.1;     ///< gaps below are tolerated
    /// Ground between parcels that is narrower than this everywhere is a gap; wider ground is
    /// a road, a canal or land of others. 0: gaps are not looked for.
    double gap_width_m = 0.5;
};

enum class TopologyFaultKind : std::uint8_t {
    overlap,   ///< two parcels share ground
    duplicate, ///< a parcel has the same shape as an earlier one
    sliver,    ///< a part of a parcel is smaller than any real ground
    gap,       ///< ground between parcels too narrow to be anything
};

/// The stable name, as in Issue::kind: "parcel_overlap".
[[nodiscard]] std::string_view name(TopologyFaultKind kind) noexcept;

struct TopologyFault {
    TopologyFaultKind kind = TopologyFaultKind::overlap;
    std::uint32_t first = 0;
    /// The other parcel: > first of an overlap, < first of a duplicate, the next nearest of a gap;
    /// `first` itself of a sliver, and of a gap that lies about within one parcel.
    std::uint32_t second = 0;
    Point place; ///< inside the shared, small or missing ground
    double area_m2 = 0.0;
};

/// Overlaps and duplicates, slivers, gaps, in this order, each ordered by parcel.
/// \pre `grid` was built from the boxes of `parcels`, which are clean.
[[nodiscard]] std::vector<TopologyFault> check_topology(const Layer& parcels, const BoxGrid& grid,
                                                        const TopologyOptions& options,
                                                        Workers& workers);

/// The fault as an entry of the list of issues; `first` and `second` are the codes as read.
[[nodiscard]] Issue to_issue(const TopologyFault& fault, std::string first,
                             const std::string& second, Place place);

} // namespace tenglong::geo
