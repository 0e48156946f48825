#include "tools/gen/write/plane.hpp"

#include "core/base/error.hpp"

#include <ogr_spatialref.h>

#include <cmath>
#include <utility>

namespace tenglong::tools::gen {

namespace {

constexpr double k_east_of_meridian_m = 21500.0;
constexpr double k_northing_m = 3286500.0;
constexpr int k_plane_of_degrees = 4549; // CGCS2000, 3-degree zone, 120 degrees east

struct Destroy {
    void operator()(OGRCoordinateTransformation* transformation) const noexcept
    {
        OGRCoordinateTransformation::DestroyCT(transformation);
    }
};

[[nodiscard]] OGRSpatialReference reference_of(int epsg)
{
    OGRSpatialReference reference;
    if (reference.importFromEPSG(epsg) != OGRERR_NONE) {
        throw UsageError{msg("unknown CRS 'EPSG:{}'", epsg)};
    }
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

} // namespace

struct Plane::Impl {
    int epsg = 0;
    OGRSpatialReference reference;
    double east_m = 0.0;
    std::unique_ptr<OGRCoordinateTransformation, Destroy> to_degrees;
};

Plane::Plane(int epsg) : m_impl{std::make_unique<Impl>()}
{
    m_impl->epsg = epsg;
    m_impl->reference = reference_of(epsg);
    OGRSpatialReference metric = m_impl->reference;
    if (m_impl->reference.IsGeographic() != 0) {
        metric = reference_of(k_plane_of_degrees);
        m_impl->to_degrees.reset(OGRCreateCoordinateTransformation(&metric, &m_impl->reference));
    }
    const char* projection = metric.GetAttrValue("PROJECTION");
    if (projection == nullptr || std::string{projection} != SRS_PT_TRANSVERSE_MERCATOR ||
        (m_impl->reference.IsGeographic() != 0 && m_impl->to_degrees == nullptr)) {
        throw UsageError{msg("'EPSG:{}' is no Gauss-Krueger zone and no geographic CRS; take "
                             "e.g. 4549, 4528 or 4490",
                             epsg)};
    }
    m_impl->east_m = metric.GetProjParm(SRS_PP_FALSE_EASTING) + k_east_of_meridian_m;
}

Plane::~Plane() = default;
Plane::Plane(Plane&&) noexcept = default;

Coordinate Plane::at(Point point) const
{
    constexpr double k_mm = 1000.0;
    // Whole millimetres, so that the sum is exact and the quotient rounded once.
    Coordinate at{(m_impl->east_m * k_mm + static_cast<double>(point.x)) / k_mm,
                  (k_northing_m * k_mm + static_cast<double>(point.y)) / k_mm};
    if (m_impl->to_degrees) {
        m_impl->to_degrees->Transform(1, &at.x, &at.y);
        constexpr double k_grain = 1e9; // a tenth of a millimetre
        at.x = std::floor(at.x * k_grain + 0.5) / k_grain;
        at.y = std::floor(at.y * k_grain + 0.5) / k_grain;
    }
    return at;
}

const OGRSpatialReference& Plane::reference() const noexcept
{
    return m_impl->reference;
}

int Plane::epsg() const noexcept
{
    return m_impl->epsg;
}

} // namespace tenglong::tools::gen
