#pragma once

#include "geo/geometry/curves.hpp"
#include "geo/geometry/offset.hpp"
#include "geo/geometry/polygons.hpp"
#include "geo/geometry/winding.hpp"
#include "geo/vacant/vacant.hpp"

#include <span>
#include <vector>

namespace tenglong::geo {

/// Works out the vacant ground of one parcel after the other; serves one thread.
class FreeGround {
public:
    explicit FreeGround(const VacantOptions& options);

    /// Writes the ground as one feature of any number of parts, over what `ground` had.
    /// \param near the buildings that come within the setback of the parcel, ascending.
    /// \return false if the result is not sure.
    [[nodiscard]] bool find(const FeatureView& parcel, const Polygons& buildings,
                            std::span<const std::uint32_t> near, Polygons& ground);

private:
    [[nodiscard]] bool try_find(const FeatureView& parcel, const Polygons& buildings,
                                std::span<const std::uint32_t> near, double shift, Point origin,
                                Polygons& ground);
    void add_parcel(const FeatureView& parcel, Point origin);
    void add_building(const FeatureView& building, Point origin, double distance);
    void add_offset(RingView ring, Point origin, bool reversed, double distance);

    VacantOptions m_options;
    Offset m_offset;
    Winding m_winding;
    std::vector<Point> m_ring;
    Curves m_raw;
    Curves m_centres; ///< bounds where the middle of a circle may be
    Curves m_ground;
};

/// The same by GEOS, slower and for every case.
[[nodiscard]] Polygons free_ground_by_geos(const FeatureView& parcel, const Polygons& buildings,
                                           std::span<const std::uint32_t> near,
                                           const VacantOptions& options);

} // namespace tenglong::geo
