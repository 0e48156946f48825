#include "geo/survey/place_check.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tenglong::geo {

namespace {

/// The gap between two boxes; 0 where they meet.
[[nodiscard]] double distance(const Box& a, const Box& b) noexcept
{
    const double dx = std::max({0.0, a.min_x - b.max_x, b.min_x - a.max_x});
    const double dy = std::max({0.0, a.min_y - b.max_y, b.min_y - a.max_y});
    return std::hypot(dx, dy);
}

} // namespace

void PlaceCheck::see(const InputSpec& spec, const VectorLayer& layer, const Box& stored)
{
    m_seen.push_back({spec.kind,
                      spec.section,
                      {layer.table.file(), layer.table.layer(), 0},
                      layer.crs.crs,
                      stored,
                      extent_of(layer)});
}

void PlaceCheck::report(std::vector<Issue>& issues) const
{
    const auto is_parcels = [](const Seen& seen) { return seen.kind == InputKind::parcels; };
    const auto parcels = std::ranges::find_if(m_seen, is_parcels);
    Box ground;
    Box stored;
    for (const Seen& seen : m_seen) {
        if (is_parcels(seen)) {
            ground.extend(seen.ground);
            stored.extend(seen.stored);
        }
    }
    // The bulk leaves out a twentieth at either end, which may be where the layers meet.
    constexpr double k_county_m = 20'000.0; // a park may lie some way from all works
    const double margin = std::max({ground.width(), ground.height(), k_county_m});
    for (const Seen& seen : m_seen) {
        if (ground.empty() || is_parcels(seen) || seen.ground.empty() ||
            seen.ground.meets(ground.grown(margin))) {
            continue;
        }
        const auto km = static_cast<long>(std::lround(distance(seen.ground, ground) / 1000.0));
        const bool fits =
            seen.stored.meets(stored) && seen.crs.definition != parcels->crs.definition;
        const std::string& file = seen.place.file;
        Text text = fits ? msg("'{}' lies {} km from the parcels in {}, and among them in {}; if "
                               "that is what it is in, say so with --set {}.crs={}",
                               file, km, seen.crs.shown(), parcels->crs.shown(), seen.section,
                               parcels->crs.definition)
                         : msg("'{}' lies {} km from the parcels, so nothing of it counts; look "
                               "whether its CRS, {}, is the right one",
                               file, km, seen.crs.shown());
        const Point at = seen.ground.centre();
        issues.push_back(
            {"layer_apart", Severity::warning, seen.place, {}, Spot{at.x, at.y}, std::move(text)});
    }
}

} // namespace tenglong::geo
