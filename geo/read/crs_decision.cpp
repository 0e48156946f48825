#include "geo/read/crs_decision.hpp"

#include "core/base/error.hpp"
#include "geo/read/reprojection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tenglong::geo {

namespace {

/// What coordinates look like by their size alone, in China.
enum class Look : std::uint8_t { degrees, grid, grid_with_zone, mercator, none };

struct Impression {
    Look look = Look::none;
    bool swapped = false;
    int zone = 0;
};

[[nodiscard]] bool inside(const Box& box, double min_x, double min_y, double max_x, double max_y)
{
    return box.min_x >= min_x && box.max_x <= max_x && box.min_y >= min_y && box.max_y <= max_y;
}

/// Northings of China on the ellipsoid, with a margin.
constexpr double k_south = 1.6e6;
constexpr double k_north = 6.2e6;

[[nodiscard]] Impression impression_in_order(const Box& box)
{
    if (inside(box, 70.0, 2.0, 140.0, 56.0)) {
        return {Look::degrees};
    }
    if (inside(box, 5e4, k_south, 9.5e5, k_north)) {
        return {Look::grid};
    }
    const double zone = std::floor(box.min_x / 1e6);
    const bool one_zone = zone == std::floor(box.max_x / 1e6) && zone >= 13.0 && zone <= 45.0;
    if (one_zone && meridian_of_zone(static_cast<int>(zone)) &&
        inside(box, zone * 1e6 + 5e4, k_south, zone * 1e6 + 9.5e5, k_north)) {
        return {Look::grid_with_zone, false, static_cast<int>(zone)};
    }
    if (inside(box, 7.8e6, 1.6e6, 1.52e7, 7.6e6)) {
        return {Look::mercator};
    }
    return {};
}

[[nodiscard]] Impression impression_of(const Box& box)
{
    const Impression straight = impression_in_order(box);
    if (straight.look != Look::none) {
        return straight;
    }
    Impression swapped = impression_in_order({box.min_y, box.min_x, box.max_y, box.max_x});
    swapped.swapped = true;
    return swapped;
}

/// Web Mercator stretches areas by 1 / cos² of the latitude; half a percent of doubt is more than
/// projections and less than the stretch anywhere in China.
[[nodiscard]] bool stretched_like_mercator(const Box& box, double ratio)
{
    constexpr double k_radius = 6378137.0;
    const double y = box.centre().y;
    const double cosine = 1.0 / std::cosh(y / k_radius);
    return std::abs(ratio * cosine * cosine - 1.0) < 0.02;
}

class Decider {
public:
    Decider(const CrsEvidence& evidence, std::vector<Issue>& issues)
        : m_evidence{evidence}, m_issues{issues}, m_seen{impression_of(evidence.extent)},
          m_either{m_seen.look == Look::grid_with_zone && m_seen.zone <= 15 && !m_seen.swapped}
    {
        if (m_either && stretched_like_mercator(evidence.extent, evidence.area_ratio)) {
            m_seen = {Look::mercator};
            m_either = false;
        }
    }

    [[nodiscard]] CrsDecision run()
    {
        if (!m_evidence.job.empty()) {
            const auto crs = parse_crs(m_evidence.job);
            if (!crs) {
                throw UsageError{msg("'{}' in [{}] is no CRS; write one such as EPSG:4549",
                                     m_evidence.job, m_evidence.section)};
            }
            return checked(*crs, msg("the job file says so"));
        }
        if (const auto crs = crs_from_wkt(m_evidence.declared)) {
            if (crs->by_parameters) {
                report("crs_matched", Severity::note,
                       msg("the CRS of '{}' has no known name; its parameters are those of {}",
                           file(), crs->shown()));
            }
            return checked(*crs, msg("the file declares it"));
        }
        ask_for_crs();
    }

private:
    [[nodiscard]] const std::string& file() const { return m_evidence.place.file; }

    void report(const char* kind, Severity severity, Text text)
    {
        m_issues.push_back({kind, severity, m_evidence.place, {}, {}, std::move(text)});
    }

    /// A CRS that somebody named, held against the coordinates.
    [[nodiscard]] CrsDecision checked(const Crs& crs, const Text& reason)
    {
        if (m_evidence.extent.empty()) {
            return {crs, false, reason};
        }
        const bool that_zone = crs.projection == Projection::gauss_kruger &&
                               meridian_of_zone(m_seen.zone) == static_cast<int>(crs.meridian);
        if (m_either && !that_zone) {
            m_seen = {Look::mercator}; // zones 13 to 15 are Xinjiang's far west
        }
        if (crs.in_degrees()) {
            return checked_degrees(crs, reason);
        }
        if (m_seen.look == Look::degrees) {
            const Crs geographic =
                geographic_crs(crs.datum == Datum::other ? Datum::cgcs2000 : crs.datum);
            contradicts(crs, msg("they are degrees"), geographic);
        }
        switch (crs.projection) {
        case Projection::gauss_kruger:
            return checked_grid(crs, reason);
        case Projection::web_mercator:
            if (m_seen.look == Look::grid || m_seen.look == Look::grid_with_zone) {
                contradicts(crs, msg("they are not that large"), proposal());
            }
            return {crs, false, reason};
        default:
            return {crs, false, reason};
        }
    }

    [[nodiscard]] CrsDecision checked_degrees(const Crs& crs, const Text& reason)
    {
        if (m_seen.look == Look::degrees) {
            return maybe_swapped(crs, reason);
        }
        const Box& box = m_evidence.extent;
        if (inside(box, -180.0, -90.0, 180.0, 90.0)) {
            return {crs, false, reason}; // not in China, which is nobody's fault
        }
        contradicts(crs,
                    m_seen.look == Look::grid
                        ? msg("they are metres of a zone without number (CGCS2000 at 120E: "
                              "EPSG:4549)")
                        : msg("they are metres"),
                    proposal());
    }

    [[nodiscard]] CrsDecision checked_grid(const Crs& crs, const Text& reason)
    {
        if (m_seen.look == Look::mercator) {
            contradicts(crs, msg("they are as large as those of Web Mercator"), proposal());
        }
        const bool known = m_seen.look == Look::grid || m_seen.look == Look::grid_with_zone;
        const bool plain_grid = crs.zone_width != 0;
        if (!known || !plain_grid) {
            if (plain_grid) {
                report("crs_doubtful", Severity::warning,
                       msg("the coordinates of '{}' ({}) do not lie in China in {}", file(),
                           shown_extent(), crs.shown()));
            }
            return {crs, false, reason};
        }
        if (m_seen.zone == 0 && crs.zone != 0) {
            return other_form(crs, false);
        }
        if (m_seen.zone != 0 && m_seen.zone != crs.zone) {
            if (meridian_of_zone(m_seen.zone) != static_cast<int>(crs.meridian)) {
                contradicts(crs, msg("their eastings carry the zone number {}", m_seen.zone),
                            proposal());
            }
            return other_form(crs, true);
        }
        if (stretched_like_mercator_only()) {
            report("crs_doubtful", Severity::warning,
                   msg("the areas that '{}' states do not fit its coordinates in {}", file(),
                       crs.shown()));
        }
        return maybe_swapped(crs, reason);
    }

    [[nodiscard]] bool stretched_like_mercator_only() const
    {
        return m_evidence.area_ratio > 1.1 || m_evidence.area_ratio < 0.9;
    }

    /// The declared meridian with a zone number in the eastings or without, as they are.
    [[nodiscard]] CrsDecision other_form(const Crs& crs, bool with_zone)
    {
        const int width = with_zone ? (m_seen.zone >= 25 ? 3 : 6) : crs.zone_width;
        const Crs form =
            gauss_kruger_crs(crs.datum, width, static_cast<int>(crs.meridian), with_zone);
        report("crs_zone_number", Severity::warning,
               with_zone ? msg("'{}' declares {}, but its eastings carry the zone number {}; they "
                               "are read as {}",
                               file(), crs.shown(), m_seen.zone, form.shown())
                         : msg("'{}' declares {}, but its eastings carry no zone number; they are "
                               "read as {}",
                               file(), crs.shown(), form.shown()));
        return maybe_swapped(form, msg("the file declares its meridian, the eastings the form"));
    }

    [[nodiscard]] CrsDecision maybe_swapped(const Crs& crs, const Text& reason)
    {
        if (m_seen.swapped) {
            report("axes_swapped", Severity::warning,
                   msg("'{}' stores its coordinates northing first ({}); they are swapped", file(),
                       shown_extent()));
        }
        return {crs, m_seen.swapped, reason};
    }

    [[nodiscard]] std::string shown_extent() const
    {
        const Point centre = m_evidence.extent.centre();
        if (std::max(std::abs(centre.x), std::abs(centre.y)) > 1e9) {
            return fmt::format("{:g} {:g}", centre.x, centre.y);
        }
        const int decimals = m_seen.look == Look::degrees ? 5 : 1;
        return fmt::format("{:.{}f} {:.{}f}", centre.x, decimals, centre.y, decimals);
    }

    /// The CGCS2000 system that the coordinates would be in, if they are in one at all.
    [[nodiscard]] std::optional<Crs> proposal() const
    {
        switch (m_seen.look) {
        case Look::degrees:
            return geographic_crs(Datum::cgcs2000);
        case Look::grid_with_zone:
            return gauss_kruger_crs(Datum::cgcs2000, m_seen.zone >= 25 ? 3 : 6,
                                    *meridian_of_zone(m_seen.zone), true);
        case Look::mercator:
            return parse_crs("EPSG:3857");
        default:
            return std::nullopt;
        }
    }

    [[noreturn]] void contradicts(const Crs& crs, const Text& how,
                                  const std::optional<Crs>& better) const
    {
        if (better) {
            throw UsageError{
                msg("'{}' is said to be in {}, but its coordinates ({}) cannot be: {}; if they are "
                    "in {}, say so with --set {}.crs={}",
                    file(), crs.shown(), shown_extent(), how, better->shown(), m_evidence.section,
                    better->definition)};
        }
        throw UsageError{
            msg("'{}' is said to be in {}, but its coordinates ({}) cannot be: {}; say "
                "what they are with --set {}.crs=EPSG:...",
                file(), crs.shown(), shown_extent(), how, m_evidence.section)};
    }

    [[noreturn]] void ask_for_crs() const
    {
        if (m_evidence.extent.empty()) {
            throw UsageError{msg("'{}' has no CRS and no coordinates", file())};
        }
        if (m_either) {
            throw UsageError{msg("'{}' has no CRS; its coordinates ({}) look like Web Mercator or "
                                 "like {}; say which with --set {}.crs=EPSG:3857 or "
                                 "--set {}.crs={}",
                                 file(), shown_extent(), proposal()->shown(), m_evidence.section,
                                 m_evidence.section, proposal()->definition)};
        }
        if (const auto likely = proposal()) {
            throw UsageError{msg("'{}' has no CRS; its coordinates ({}) look like {}; if they are, "
                                 "say so with --set {}.crs={}",
                                 file(), shown_extent(), likely->shown(), m_evidence.section,
                                 likely->definition)};
        }
        if (m_seen.look == Look::grid) {
            throw UsageError{
                msg("'{}' has no CRS; its coordinates ({}) are those of a zone without "
                    "number, whose meridian nobody can tell; say which with "
                    "--set {}.crs=EPSG:... (CGCS2000 at 120E: EPSG:4549)",
                    file(), shown_extent(), m_evidence.section)};
        }
        throw UsageError{msg("'{}' has no CRS, and its coordinates ({}) fit no national grid; a "
                             "local grid cannot be guessed: convert the layer, or give its full "
                             "definition with --set {}.crs=...",
                             file(), shown_extent(), m_evidence.section)};
    }

    const CrsEvidence& m_evidence;
    std::vector<Issue>& m_issues;
    Impression m_seen;
    /// Eastings of zones 13 to 15 are Web Mercator's abscissas of China too; only the areas that
    /// the layer states tell them apart.
    bool m_either = false;
};

[[nodiscard]] double percentile(std::vector<double>& values, double share)
{
    const auto nth = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + nth, values.end());
    return values[static_cast<std::size_t>(nth)];
}

} // namespace

CrsDecision decide_crs(const CrsEvidence& evidence, std::vector<Issue>& issues)
{
    return Decider{evidence, issues}.run();
}

Box bulk_extent(std::span<const Point> points)
{
    constexpr std::size_t k_sample = 20'000;
    const std::size_t step = std::max<std::size_t>(1, points.size() / k_sample);
    std::vector<double> xs;
    std::vector<double> ys;
    for (std::size_t i = 0; i < points.size(); i += step) {
        if (std::isfinite(points[i].x) && std::isfinite(points[i].y)) {
            xs.push_back(points[i].x);
            ys.push_back(points[i].y);
        }
    }
    if (xs.empty()) {
        return {};
    }
    return {percentile(xs, 0.05), percentile(ys, 0.05), percentile(xs, 0.95), percentile(ys, 0.95)};
}

Crs working_crs(const std::string& wanted, const Crs& parcels, const Box& extent, bool shift_known)
{
    if (wanted != "auto" && !wanted.empty()) {
        auto crs = parse_crs(wanted);
        if (!crs || crs->in_degrees() || crs->projection == Projection::web_mercator) {
            throw UsageError{
                msg("'{}' cannot be the working CRS: areas need a grid in metres, such "
                    "as EPSG:4549",
                    wanted)};
        }
        return *std::move(crs);
    }
    const bool modern = parcels.datum == Datum::cgcs2000 || parcels.datum == Datum::wgs84;
    if (!modern && !shift_known) {
        throw UsageError{
            msg("the parcels are in {}, which has no published relation to CGCS2000; give its "
                "parameters in [transform.{}], or work in that system with crs = \"{}\" in [job]",
                parcels.shown(), parcels.datum == Datum::beijing54 ? "beijing54" : "xian80",
                parcels.definition)};
    }
    if (parcels.datum == Datum::cgcs2000 && parcels.zone_width == 3) {
        return parcels;
    }
    const Crs geographic = geographic_crs(modern ? parcels.datum : Datum::cgcs2000);
    Crs from = parcels;
    from.datum = modern ? parcels.datum : Datum::cgcs2000; // a shift of 100 m moves no meridian
    if (!modern && from.zone_width != 0) {
        from = gauss_kruger_crs(Datum::cgcs2000, from.zone_width, static_cast<int>(from.meridian),
                                from.zone != 0);
    } else if (!modern && from.in_degrees()) {
        from = geographic;
    }
    const Point centre = Reprojection{from, geographic}.one(extent.centre());
    const int meridian = static_cast<int>(std::lround(centre.x / 3.0)) * 3;
    return gauss_kruger_crs(Datum::cgcs2000, 3, std::clamp(meridian, 75, 135), false);
}

} // namespace tenglong::geo
