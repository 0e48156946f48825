#pragma once

#include "geo/geometry/workers.hpp"
#include "geo/measure/layer.hpp"
#include "geo/measure/zone_index.hpp"

#include <cstdint>
#include <vector>

namespace tenglong::geo {

/// A layer of zones (control line, parks, red line, planned use) made ready for asking.
/// Zones may overlap each other.
class Zones {
public:
    /// \pre clean.
    Zones(const Polygons& shapes, Workers& workers);

    /// Each zone for itself.
    [[nodiscard]] const ZoneIndex& single() const noexcept { return m_single; }
    /// What is in at least one zone; the same as single() where no zones overlap.
    [[nodiscard]] const ZoneIndex& united() const noexcept
    {
        return m_overlap ? m_united : m_single;
    }
    [[nodiscard]] bool overlap() const noexcept { return m_overlap; }

private:
    ZoneIndex m_single;
    ZoneIndex m_united;
    bool m_overlap = false;
};

/// What of each parcel lies in zones, in m².
///
/// The pairs are in CSR form: parcel p has the pairs [pair_start[p], pair_start[p + 1]), in
/// ascending order of zone.
struct ZoneShares {
    std::vector<double> inside_m2; ///< in at least one zone; what is in several counts once
    std::vector<std::uint32_t> pair_start;
    std::vector<std::uint32_t> zone;
    std::vector<double> shared_m2;
};

/// Exact but for rounding (1e-12 of the parcel), for zones with any number of vertices.
[[nodiscard]] ZoneShares zone_shares(const Layer& parcels, const Zones& zones, Workers& workers);

} // namespace tenglong::geo
