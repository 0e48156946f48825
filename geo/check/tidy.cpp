#include "geo/check/tidy.hpp"

#include "geo/check/on_map.hpp"
#include "geo/geometry/ring.hpp"

#include <algorithm>
#include <cmath>

namespace tenglong::geo {

namespace {

using Ring = std::vector<Point>;

/// Whether the way from `a` over `corner` to `b` turns back on itself.
bool is_spike(Point a, Point corner, Point b) noexcept
{
    return cross(corner - a, b - corner) == 0.0 && dot(corner - a, b - corner) < 0.0;
}

/// The points of a ring without the closing one, and without repeats.
Ring distinct(RingView ring, std::vector<Finding>& findings)
{
    if (ring.size() > 1 && !(ring.front() == ring.back())) {
        note(findings, Fault::ring_not_closed, ring.back());
    }
    Ring points;
    for (const Point p : ring) {
        if (!points.empty() && points.back() == p) {
            note(findings, Fault::repeated_point, p);
        } else {
            points.push_back(p);
        }
    }
    while (points.size() > 1 && points.front() == points.back()) {
        points.pop_back();
    }
    return points;
}

/// Cuts spikes off an unclosed ring. Cutting one may bring another to light further back.
Ring without_spikes(const Ring& ring, std::vector<Finding>& findings)
{
    Ring kept;
    const auto retreat = [&](Point next) {
        while (kept.size() >= 2 && is_spike(kept[kept.size() - 2], kept.back(), next)) {
            note(findings, Fault::spike, kept.back());
            kept.pop_back();
        }
        while (!kept.empty() && kept.back() == next) {
            kept.pop_back();
        }
    };
    for (const Point p : ring) {
        retreat(p);
        kept.push_back(p);
    }
    // Where the end meets the beginning.
    bool changed = true;
    while (changed && kept.size() >= 3) {
        changed = false;
        const std::size_t last = kept.size() - 1;
        if (kept[0] == kept[last] || is_spike(kept[last - 1], kept[last], kept[0])) {
            note(findings, Fault::spike, kept[last]);
            kept.pop_back();
            changed = true;
        } else if (is_spike(kept[last], kept[0], kept[1])) {
            note(findings, Fault::spike, kept[0]);
            kept.erase(kept.begin());
            changed = true;
        }
    }
    return kept;
}

/// A closed ring that turns the given way; empty if nothing of it encloses an area.
Ring tidied_ring(RingView source, bool shell, std::vector<Finding>& findings)
{
    Ring ring = without_spikes(distinct(source, findings), findings);
    if (ring.size() < 3) {
        if (!source.empty()) {
            note(findings, Fault::ring_too_short, source.front());
        }
        return {};
    }
    ring.push_back(ring.front());
    if ((signed_area(ring) > 0.0) != shell) {
        std::ranges::reverse(ring);
    }
    return ring;
}

/// The ring from its smallest point on, so that equal rings are equal lists.
Ring canonical(RingView ring)
{
    Ring points{ring.begin(), ring.end() - 1};
    const auto less = [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; };
    std::rotate(points.begin(), std::ranges::min_element(points, less), points.end());
    return points;
}

bool equal(RingView a, RingView b)
{
    return a.size() == b.size() && signed_area(a) * signed_area(b) > 0.0 &&
           box_of(a) == box_of(b) && canonical(a) == canonical(b);
}

/// Whether an earlier ring of the same kind is the same: a hole of this part, a shell of another.
bool is_duplicate(RingView ring, bool shell, const Polygons& column)
{
    if (!shell) {
        const auto first_hole = static_cast<std::size_t>(column.part_start.back()) + 1;
        for (std::size_t i = first_hole; i < column.ring_count(); ++i) {
            if (equal(ring, column.ring(i))) {
                return true;
            }
        }
        return false;
    }
    for (std::size_t i = 0; i < column.part_count(); ++i) {
        if (equal(ring, column.part(i).shell())) {
            return true;
        }
    }
    return false;
}

void add_part(const PartView& part, Polygons& column, std::vector<Finding>& findings)
{
    bool shell = true;
    for (const RingView source : part.rings()) {
        const Ring ring = tidied_ring(source, shell, findings);
        if (ring.empty() && shell) {
            return; // holes of nothing
        }
        const bool duplicate = !ring.empty() && is_duplicate(ring, shell, column);
        if (duplicate) {
            note(findings, Fault::duplicate_ring, ring.front());
        }
        if (duplicate && shell) {
            return;
        }
        if (!ring.empty() && !duplicate) {
            column.add_ring(ring);
        }
        shell = false;
    }
    if (!shell) {
        column.close_part();
    }
}

} // namespace

void note(std::vector<Finding>& findings, Fault fault, Point place)
{
    if (std::ranges::find(findings, fault, &Finding::fault) == findings.end()) {
        findings.push_back({fault, place});
    }
}

Polygons tidied(const FeatureView& feature, std::vector<Finding>& findings)
{
    Polygons column;
    const auto broken = std::ranges::find_if_not(feature.points(), is_on_a_map);
    if (broken != feature.points().end()) {
        const auto sound = std::ranges::find_if(feature.points(), is_on_a_map);
        note(findings, Fault::coordinate_not_finite,
             sound == feature.points().end() ? Point{} : *sound);
    } else {
        for (const PartView part : feature.parts()) {
            add_part(part, column, findings);
        }
    }
    column.close_feature();
    return column;
}

} // namespace tenglong::geo
