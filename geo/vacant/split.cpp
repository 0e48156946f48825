#include "geo/vacant/split.hpp"

#include "geo/geometry/box_grid.hpp"
#include "geo/geometry/inscribed.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/measure/nearness.hpp"

#include <algorithm>
#include <cmath>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_grain = 32;
constexpr double k_width_tolerance_m = 0.05;
// Opening brings the border of the ground back onto that of the parcel to some millimetres.
constexpr double k_on_border_m = 0.05;
/// Long edges are tried piece by piece, so that access is counted where it is.
constexpr double k_piece_m = 1.0;

/// The edges of rings that come within a distance of a box.
void add_near(const auto& rings, const Box& box, double distance, std::vector<BorderEdge>& edges)
{
    const Box reach = box.grown(distance);
    for (const RingView ring : rings) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            Box edge;
            edge.extend(ring[i]);
            edge.extend(ring[i + 1]);
            if (edge.meets(reach)) {
                edges.push_back({ring[i], ring[i + 1]});
            }
        }
    }
}

bool near_any(Point p, std::span<const BorderEdge> edges, double distance)
{
    return std::ranges::any_of(edges, [&](const BorderEdge& edge) {
        return squared_distance(p, edge.from, edge.to) <= distance * distance;
    });
}

/// The length of a ring whose pieces have a middle that passes a test.
template <class Test>
double length_where(RingView ring, const Test& test)
{
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point along = ring[i + 1] - ring[i];
        const double whole = std::hypot(along.x, along.y);
        const double pieces = std::max(1.0, std::ceil(whole / k_piece_m));
        for (double k = 0.5; k < pieces; k += 1.0) {
            sum += test(ring[i] + along * (k / pieces)) ? whole / pieces : 0.0;
        }
    }
    return sum;
}

double frontage(const PartView& part, const FeatureView& parcel)
{
    const Box box = box_of(part.shell());
    std::vector<BorderEdge> near;
    for (const PartView piece : parcel.parts()) {
        const RingView shell = piece.shell();
        add_near(std::span{&shell, 1}, box, k_on_border_m, near);
    }
    return length_where(part.shell(), [&](Point p) { return near_any(p, near, k_on_border_m); });
}

/// Roads and where to find them; of no roads if there is no layer.
struct RoadIndex {
    const Layer* roads = nullptr;
    BoxGrid grid;
};

/// One road as seen from a piece of ground: the edges that can matter there.
class RoadBeside {
public:
    RoadBeside(const FeatureView& road, const Box& road_box, const Box& ground, double reach_m)
        : m_box{road_box.grown(reach_m)}, m_reach_m{reach_m}
    {
        add_near(road.rings(), ground, reach_m, m_near);
        // What tells inside from outside lies on the same heights, there or further right.
        constexpr double k_far = 1e12;
        add_near(road.rings(), {ground.min_x - 1.0, ground.min_y, k_far, ground.max_y}, 0.0,
                 m_level);
    }

    [[nodiscard]] bool reaches(Point p) const
    {
        return m_box.contains(p) &&
               (near_any(p, m_near, m_reach_m) || locate(p, m_level) != Side::outside);
    }

private:
    Box m_box;
    double m_reach_m;
    std::vector<BorderEdge> m_near;
    std::vector<BorderEdge> m_level;
};

double along_roads(const PartView& part, const RoadIndex& index, double reach_m)
{
    if (index.roads == nullptr) {
        return 0.0;
    }
    const Box ground = box_of(part.shell());
    std::vector<std::uint32_t> near;
    index.grid.find(ground.grown(reach_m), near);
    std::vector<RoadBeside> roads;
    roads.reserve(near.size());
    for (const std::uint32_t road : near) {
        roads.emplace_back(index.roads->shapes[road], index.roads->boxes[road], ground, reach_m);
    }
    return length_where(part.shell(), [&](Point p) {
        return std::ranges::any_of(roads, [&](const RoadBeside& road) { return road.reaches(p); });
    });
}

/// Kleene's and: a no decides, then a figure that is not known.
class Verdict {
public:
    void at_least(const std::optional<double>& limit, double figure)
    {
        judge(limit.has_value(), figure, limit.has_value() && figure >= *limit);
    }
    void at_most(const std::optional<double>& limit, double figure)
    {
        judge(limit.has_value(), figure, limit.has_value() && figure <= *limit);
    }
    [[nodiscard]] Splittable answer() const noexcept
    {
        if (m_no) {
            return Splittable::no;
        }
        return m_unknown ? Splittable::unknown : Splittable::yes;
    }

private:
    void judge(bool asked, double figure, bool holds)
    {
        if (asked && std::isnan(figure)) {
            m_unknown = true;
        } else if (asked && !holds) {
            m_no = true;
        }
    }

    bool m_no = false;
    bool m_unknown = false;
};

SplitFigures figures_of(const PartView& part, double area_m2, const Layer& parcels,
                        std::uint32_t parcel, const ParcelUse& use, const RoadIndex& roads,
                        const SplitOptions& options)
{
    SplitFigures figures;
    figures.width_m = 2.0 * inscribed_circle(part, k_width_tolerance_m).radius;
    figures.frontage_m = frontage(part, parcels.shapes[parcel]);
    figures.road_m = along_roads(part, roads, options.road_reach_m);
    figures.rest_m2 = std::max(0.0, parcels.areas[parcel] - area_m2);
    figures.rest_plot_ratio = use.floor_m2[parcel] / figures.rest_m2;
    figures.rest_density = use.footprint_m2[parcel] / figures.rest_m2;
    Verdict verdict;
    verdict.at_least(options.least_access_m,
                     roads.roads != nullptr ? figures.road_m : figures.frontage_m);
    verdict.at_least(options.least_width_m, figures.width_m);
    verdict.at_most(options.most_plot_ratio, figures.rest_plot_ratio);
    verdict.at_most(options.most_density, figures.rest_density);
    figures.splittable = verdict.answer();
    return figures;
}

} // namespace

std::vector<SplitFigures> split_figures(const VacantParts& parts, const Layer& parcels,
                                        const ParcelUse& use, const Layer* roads,
                                        const SplitOptions& options, Workers& workers)
{
    RoadIndex index;
    if (roads != nullptr) {
        index = {roads, BoxGrid{roads->boxes}};
    }
    std::vector<SplitFigures> all(parts.parcel.size());
    workers.each(all.size(), k_grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            all[i] = figures_of(parts.shapes[i].part(0), parts.area_m2[i], parcels, parts.parcel[i],
                                use, index, options);
        }
    });
    return all;
}

} // namespace tenglong::geo
