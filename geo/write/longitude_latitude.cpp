#include "geo/write/longitude_latitude.hpp"

#include "core/base/error.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace tenglong::geo {

namespace {

/// Whether longitude and latitude of a datum may be taken as those of WGS 84.
[[nodiscard]] bool is_like_wgs84(std::string_view datum)
{
    constexpr std::array<std::string_view, 6> k_names{"China 2000",
                                                      "China Geodetic Coordinate System 2000",
                                                      "CGCS2000",
                                                      "China_2000",
                                                      "World Geodetic System 1984",
                                                      "WGS_1984"};
    return std::any_of(k_names.begin(), k_names.end(), [&](std::string_view name) {
        return datum.find(name) != std::string_view::npos;
    });
}

} // namespace

LongitudeLatitude::LongitudeLatitude(const std::string& crs) : m_context{proj_context_create()}
{
    proj_log_level(m_context.get(), PJ_LOG_NONE);
    using Object = std::unique_ptr<PJ, Free>;
    const Object source{proj_create(m_context.get(), crs.c_str())};
    const Object geodetic{source ? proj_crs_get_geodetic_crs(m_context.get(), source.get())
                                 : nullptr};
    const auto refuse = [&crs] {
        throw Error{msg("the coordinate system of '{}' has no known way to WGS 84; write it to "
                        "another format",
                        crs)};
    };
    if (!geodetic) {
        refuse();
    }
    Object datum{proj_crs_get_datum_forced(m_context.get(), geodetic.get())};
    const char* name = datum ? proj_get_name(datum.get()) : nullptr;
    if (name == nullptr || !is_like_wgs84(name)) {
        refuse();
    }
    const Object plain{proj_create_crs_to_crs_from_pj(m_context.get(), source.get(), geodetic.get(),
                                                      nullptr, nullptr)};
    if (!plain) {
        refuse();
    }
    // Easting and longitude first, whatever the authority says.
    m_transformation.reset(proj_normalize_for_visualization(m_context.get(), plain.get()));
    if (!m_transformation) {
        refuse();
    }
}

void LongitudeLatitude::turn(std::span<Point> points) const
{
    if (points.empty()) {
        return;
    }
    constexpr std::size_t k_step = sizeof(Point);
    proj_trans_generic(m_transformation.get(), PJ_FWD, &points[0].x, k_step, points.size(),
                       &points[0].y, k_step, points.size(), nullptr, 0, 0, nullptr, 0, 0);
}

} // namespace tenglong::geo
