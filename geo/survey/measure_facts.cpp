#include "geo/survey/measure_facts.hpp"

#include "core/base/units.hpp"
#include "geo/survey/fact_writer.hpp"

namespace tenglong::geo {

namespace {

/// Footprints smaller than this are slivers at a shared boundary, not buildings without storeys.
constexpr double k_sliver_m2 = 1.0;

/// A figure divided by the parcel's area.
class RatioWriter {
public:
    RatioWriter(FactTable& parcels, std::string_view fact, Text lacking)
        : m_parcels{parcels}, m_area{parcels.id("area_m2")}, m_writer{parcels, fact},
          m_no_area{m_writer.because(msg("the parcel has no area"))}, m_lacking{m_writer.because(
                                                                          std::move(lacking))}
    {}

    void put(std::size_t row, double above)
    {
        const auto area_m2 = m_parcels.number(m_area, row);
        if (area_m2 && *area_m2 > 0.0) {
            m_writer.number(row, above / *area_m2);
        } else {
            m_writer.missing(row, m_no_area);
        }
    }
    void miss(std::size_t row) { m_writer.missing(row, m_lacking); }

private:
    const FactTable& m_parcels;
    FactId m_area;
    FactWriter m_writer;
    FactColumn::State m_no_area;
    FactColumn::State m_lacking;
};

/// The area that counts, and the same in mu, by one of three ways.
class AreaWriter {
public:
    AreaWriter(FactTable& parcels, const Text& how)
        : m_area{parcels, "area_m2", how}, m_mu{parcels, "area_mu", how},
          m_no_area{m_area.because(msg("the parcel has no area"))}, m_no_mu{m_mu.because(msg(
                                                                        "the parcel has no area"))}
    {}

    void put(std::size_t row, double value)
    {
        m_area.number(row, value);
        m_mu.number(row, to_mu(SquareMetres{value}).value());
    }
    void miss(std::size_t row)
    {
        m_area.missing(row, m_no_area);
        m_mu.missing(row, m_no_mu);
    }

private:
    FactWriter m_area;
    FactWriter m_mu;
    FactColumn::State m_no_area;
    FactColumn::State m_no_mu;
};

/// Floor area and plot ratio of a parcel, from a sum over its buildings or from its own row.
class FloorWriter {
public:
    explicit FloorWriter(FactTable& parcels)
        : m_parcels{parcels}, m_fact{parcels.id("floor_m2")},
          m_floor{parcels, "floor_m2", msg("overlay of parcels and buildings")},
          m_lacking{m_floor.because(lacking())}, m_ratio{parcels, "plot_ratio", lacking()}
    {}

    void put(std::size_t row, const Apportioned& floors)
    {
        if (floors.lacking_m2[row] <= k_sliver_m2) {
            m_floor.number(row, floors.sum[row]);
            m_ratio.put(row, floors.sum[row]);
        } else if (const auto stated = m_parcels.number(m_fact, row); stated) {
            m_ratio.put(row, *stated);
        } else {
            m_floor.missing(row, m_lacking);
            m_ratio.miss(row);
        }
    }

private:
    [[nodiscard]] static Text lacking()
    {
        return msg("a building tells neither floor area nor storeys");
    }

    const FactTable& m_parcels;
    FactId m_fact;
    FactWriter m_floor;
    FactColumn::State m_lacking;
    RatioWriter m_ratio;
};

/// Pairs of a parcel whose building is no duplicate of another.
[[nodiscard]] double buildings_on(const BuiltOn& built, std::size_t parcel)
{
    std::size_t count = 0;
    for (std::uint32_t at = built.pair_start[parcel]; at < built.pair_start[parcel + 1]; ++at) {
        const std::uint32_t building = built.building[at];
        count += built.first_of_equals[building] == building ? 1U : 0U;
    }
    return static_cast<double>(count);
}

} // namespace

void put_areas(FactTable& parcels, AreaKind kind, std::span<const double> plane,
               std::span<const double> ellipsoid)
{
    const FactId registered = parcels.id("area_registered_m2");
    FactWriter computed{parcels, "area_computed_m2",
                        msg("measured in the plane of the working CRS")};
    AreaWriter by_register{parcels, msg("registered area")};
    AreaWriter by_plane{parcels, kind == AreaKind::plane
                                     ? msg("area in the plane")
                                     : msg("measured area, because none is registered")};
    AreaWriter by_ellipsoid{parcels, msg("area on the ellipsoid")};
    const auto no_shape = computed.because(msg("the parcel has no shape"));
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        const bool has_shape = plane[row] > 0.0;
        const auto known = parcels.number(registered, row);
        if (has_shape) {
            computed.number(row, plane[row]);
        } else {
            computed.missing(row, no_shape);
        }
        if (kind == AreaKind::ellipsoid && has_shape) {
            by_ellipsoid.put(row, ellipsoid[row]);
        } else if (known && *known > 0.0 && (kind == AreaKind::registered || !has_shape)) {
            by_register.put(row, *known);
        } else if (has_shape) {
            by_plane.put(row, plane[row]);
        } else {
            by_plane.miss(row);
        }
    }
}

void put_built(FactTable& parcels, const BuiltOn& built, const Apportioned& floors,
               const Apportioned& floors_high_twice)
{
    FactWriter count{parcels, "building_count"};
    FactWriter footprint{parcels, "footprint_m2"};
    RatioWriter density{parcels, "density", {}};
    RatioWriter coefficient{parcels, "building_coefficient",
                            msg("the area of open yards is not known")};
    RatioWriter ratio_high{parcels, "plot_ratio_high_storeys",
                           msg("a building does not tell how high its storeys are")};
    FloorWriter floor{parcels};
    const FactColumn& shape = parcels.column("area_computed_m2");
    const FactId yards = parcels.id("yard_m2");
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        if (!shape.present(row)) {
            continue; // nobody knows what stands on it
        }
        count.number(row, buildings_on(built, row));
        footprint.number(row, built.footprint_m2[row]);
        density.put(row, built.footprint_m2[row]);
        if (const auto yard = parcels.number(yards, row); yard) {
            coefficient.put(row, built.footprint_m2[row] + *yard);
        } else {
            coefficient.miss(row);
        }
        floor.put(row, floors);
        if (floors_high_twice.lacking_m2[row] <= k_sliver_m2) {
            ratio_high.put(row, floors_high_twice.sum[row]);
        } else {
            ratio_high.miss(row);
        }
    }
}

void put_stated_built(FactTable& parcels)
{
    const FactId floor = parcels.id("floor_m2");
    if (parcels.find(floor) == nullptr) {
        return;
    }
    RatioWriter ratio{parcels, "plot_ratio", msg("no floor area is stated")};
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        if (const auto stated = parcels.number(floor, row); stated) {
            ratio.put(row, *stated);
        } else {
            ratio.miss(row);
        }
    }
}

} // namespace tenglong::geo
