#include "geo/read/reprojection.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>
#include <proj.h>

#include <atomic>
#include <cmath>
#include <limits>
#include <memory>
#include <numbers>
#include <type_traits>

namespace tenglong::geo {

namespace {

struct DestroyContext {
    void operator()(PJ_CONTEXT* context) const noexcept { proj_context_destroy(context); }
};
struct DestroyProjection {
    void operator()(PJ* projection) const noexcept { proj_destroy(projection); }
};
struct DestroyList {
    void operator()(PJ_OBJ_LIST* list) const noexcept { proj_list_destroy(list); }
};
struct DestroyFactory {
    void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const noexcept
    {
        proj_operation_factory_context_destroy(factory);
    }
};
using ContextPtr = std::unique_ptr<PJ_CONTEXT, DestroyContext>;
using ProjectionPtr = std::unique_ptr<PJ, DestroyProjection>;

[[nodiscard]] ContextPtr quiet_context()
{
    ContextPtr context{proj_context_create()};
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

/// CGCS2000 and WGS 84 agree within the accuracy of either; the ellipsoids differ by 0.1 mm.
[[nodiscard]] bool same_frame(Datum a, Datum b) noexcept
{
    const auto modern = [](Datum datum) {
        return datum == Datum::cgcs2000 || datum == Datum::wgs84;
    };
    return a != Datum::other && (a == b || (modern(a) && modern(b)));
}

[[nodiscard]] std::string_view ellipsoid(Datum datum) noexcept
{
    switch (datum) {
    case Datum::wgs84:
        return "+a=6378137 +rf=298.257223563";
    case Datum::xian80:
        return "+a=6378140 +rf=298.257";
    case Datum::beijing54:
        return "+a=6378245 +rf=298.3";
    default:
        return "+a=6378137 +rf=298.257222101";
    }
}

/// Whether a CRS can be written as a step of our own.
[[nodiscard]] bool plain(const Crs& crs) noexcept
{
    return crs.datum != Datum::other && crs.projection != Projection::other;
}

/// From radians on the ellipsoid to the CRS.
[[nodiscard]] std::string projecting_step(const Crs& crs, bool inverse)
{
    const std::string_view direction = inverse ? "+step +inv" : "+step";
    switch (crs.projection) {
    case Projection::gauss_kruger:
        return fmt::format("{} +proj=tmerc +lat_0=0 +lon_0={:.12g} +k=1 +x_0={:.12g} +y_0=0 {}",
                           direction, crs.meridian, crs.false_easting, ellipsoid(crs.datum));
    case Projection::web_mercator:
        return fmt::format("{} +proj=webmerc +a=6378137 +b=6378137", direction);
    default:
        return fmt::format("{} +proj=unitconvert +xy_in=rad +xy_out=deg", direction);
    }
}

[[nodiscard]] std::string helmert_steps(const DatumShift& shift)
{
    return fmt::format("+step +proj=cart {} +step +proj=helmert +x={} +y={} +z={} +rx={} +ry={} "
                       "+rz={} +s={} +convention={} +step +inv +proj=cart {}",
                       ellipsoid(shift.from), shift.dx, shift.dy, shift.dz, shift.rx, shift.ry,
                       shift.rz, shift.scale_ppm,
                       shift.coordinate_frame ? "coordinate_frame" : "position_vector",
                       ellipsoid(Datum::cgcs2000));
}

/// Turned, scaled and moved within the grid of the zone.
[[nodiscard]] std::string plane_step(const DatumShift& shift)
{
    const double angle = shift.rz / 3600.0 * std::numbers::pi / 180.0;
    const double scale = 1.0 + shift.scale_ppm * 1e-6;
    return fmt::format("+step +proj=affine +xoff={:.12g} +yoff={:.12g} +s11={:.17g} +s12={:.17g} "
                       "+s21={:.17g} +s22={:.17g}",
                       shift.dx, shift.dy, scale * std::cos(angle), -scale * std::sin(angle),
                       scale * std::sin(angle), scale * std::cos(angle));
}

[[noreturn]] void throw_no_shift(const Crs& from, const Crs& to)
{
    throw UsageError{msg("{} cannot be converted to {} without its parameters, which are not "
                         "public; give them in [transform.{}]",
                         from.shown(), to.shown(),
                         from.datum == Datum::beijing54 ? "beijing54" : "xian80")};
}

[[nodiscard]] const DatumShift* shift_of(std::span<const DatumShift> shifts, Datum datum)
{
    for (const DatumShift& shift : shifts) {
        if (shift.from == datum) {
            return &shift;
        }
    }
    return nullptr;
}

[[nodiscard]] std::string own_pipeline(const Crs& from, const Crs& to,
                                       std::span<const DatumShift> shifts)
{
    std::string steps = "+proj=pipeline ";
    if (same_frame(from.datum, to.datum)) {
        return steps + projecting_step(from, true) + ' ' + projecting_step(to, false);
    }
    const DatumShift* shift = shift_of(shifts, from.datum);
    if (shift == nullptr || !same_frame(to.datum, Datum::cgcs2000)) {
        throw_no_shift(from, to);
    }
    if (shift->method == DatumShift::Method::helmert) {
        return steps + projecting_step(from, true) + ' ' + helmert_steps(*shift) + ' ' +
               projecting_step(to, false);
    }
    if (from.projection != Projection::gauss_kruger) {
        throw UsageError{msg("plane parameters convert between grids; {} is none", from.shown())};
    }
    Crs shifted = from;
    shifted.datum = Datum::cgcs2000;
    return steps + plane_step(*shift) + ' ' + projecting_step(shifted, true) + ' ' +
           projecting_step(to, false);
}

/// What PROJ knows between two systems; a ballpark transformation is no knowledge.
[[nodiscard]] std::string registered_pipeline(const Crs& from, const Crs& to)
{
    const ContextPtr context = quiet_context();
    const ProjectionPtr source{proj_create(context.get(), from.definition.c_str())};
    const ProjectionPtr target{proj_create(context.get(), to.definition.c_str())};
    const std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, DestroyFactory> factory{
        proj_create_operation_factory_context(context.get(), nullptr)};
    proj_operation_factory_context_set_allow_ballpark_transformations(context.get(), factory.get(),
                                                                      0);
    const std::unique_ptr<PJ_OBJ_LIST, DestroyList> operations{
        source && target
            ? proj_create_operations(context.get(), source.get(), target.get(), factory.get())
            : nullptr};
    for (int i = 0; operations && i < proj_list_get_count(operations.get()); ++i) {
        const ProjectionPtr operation{proj_list_get(context.get(), operations.get(), i)};
        const ProjectionPtr ordered{
            operation ? proj_normalize_for_visualization(context.get(), operation.get()) : nullptr};
        const char* text =
            ordered ? proj_as_proj_string(context.get(), ordered.get(), PJ_PROJ_5, nullptr)
                    : nullptr;
        if (text != nullptr && ProjectionPtr{proj_create(context.get(), text)}) {
            return text;
        }
    }
    throw UsageError{msg("no transformation of known accuracy leads from {} to {}; convert the "
                         "layer in a GIS first",
                         from.shown(), to.shown())};
}

/// Through longitude and latitude where one side is a system that only PROJ knows: then the change
/// of datum is still ours.
[[nodiscard]] std::vector<std::string> pipelines(const Crs& from, const Crs& to,
                                                 std::span<const DatumShift> shifts)
{
    if (plain(from) && plain(to)) {
        return {own_pipeline(from, to, shifts)};
    }
    std::vector<std::string> result;
    Crs begin = from;
    Crs end = to;
    if (!plain(from) && from.datum != Datum::other) {
        begin = geographic_crs(from.datum);
        result.push_back(registered_pipeline(from, begin));
    }
    if (!plain(to) && to.datum != Datum::other) {
        end = geographic_crs(to.datum);
    }
    result.push_back(plain(begin) && plain(end) ? own_pipeline(begin, end, shifts)
                                                : registered_pipeline(begin, end));
    if (!plain(to) && to.datum != Datum::other) {
        result.push_back(registered_pipeline(end, to));
    }
    return result;
}

/// The pipeline as the calling thread uses it; PROJ objects serve one thread.
class Worker {
public:
    explicit Worker(const std::string& pipeline)
        : m_context{quiet_context()}, m_projection{proj_create(m_context.get(), pipeline.c_str())}
    {
        if (!m_projection) {
            throw Error{msg("PROJ cannot make '{}': {}", pipeline,
                            std::string{proj_context_errno_string(
                                m_context.get(), proj_context_errno(m_context.get()))})};
        }
    }

    void apply(std::span<Point> points) const
    {
        proj_trans_generic(m_projection.get(), PJ_FWD, &points[0].x, sizeof(Point), points.size(),
                           &points[0].y, sizeof(Point), points.size(), nullptr, 0, 0, nullptr, 0,
                           0);
    }

private:
    ContextPtr m_context;
    ProjectionPtr m_projection;
};

/// A pipeline without steps has nothing to do.
[[nodiscard]] bool is_noop(const std::string& pipeline)
{
    return pipeline.empty() || pipeline == "+proj=noop";
}

} // namespace

Reprojection::Reprojection(const Crs& from, const Crs& to, std::span<const DatumShift> shifts)
{
    if (from == to) {
        return;
    }
    const bool both_grids =
        from.projection == Projection::gauss_kruger && to.projection == Projection::gauss_kruger;
    if (both_grids && from.datum == to.datum && from.datum != Datum::other &&
        from.meridian == to.meridian) {
        m_shift_x = to.false_easting - from.false_easting;
        return;
    }
    if (from.projection == Projection::geographic && to.projection == Projection::geographic &&
        same_frame(from.datum, to.datum)) {
        return;
    }
    m_pipelines = pipelines(from, to, shifts);
    std::erase_if(m_pipelines, is_noop);
}

std::size_t Reprojection::apply(std::span<Point> points, Workers& workers) const
{
    if (identity()) {
        return 0;
    }
    constexpr std::size_t k_grain = 65536;
    std::atomic<std::size_t> failed{0};
    workers.each(points.size(), k_grain, [&](std::size_t begin, std::size_t end) {
        failed += apply_here(points.subspan(begin, end - begin));
    });
    return failed;
}

Point Reprojection::one(Point point) const
{
    static_cast<void>(apply_here({&point, 1}));
    return point;
}

std::size_t Reprojection::apply_here(std::span<Point> points) const
{
    for (const std::string& pipeline : m_pipelines) {
        if (!points.empty()) {
            Worker{pipeline}.apply(points);
        }
    }
    constexpr double k_nan = std::numeric_limits<double>::quiet_NaN();
    std::size_t failed = 0;
    for (Point& point : points) {
        point.x += m_shift_x;
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
            point = {k_nan, k_nan};
            ++failed;
        }
    }
    return failed;
}

} // namespace tenglong::geo
