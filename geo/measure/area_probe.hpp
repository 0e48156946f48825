#pragma once

#include "geo/geometry/box.hpp"
#include "geo/geometry/polygons.hpp"
#include "geo/measure/shared_area.hpp"

#include <vector>

namespace tenglong::geo {

/// Measures the area that one polygon shares with many others, near ones mostly: first by boxes,
/// then by which edges could cut the other at all, and by the sum over edges only where some may.
///
/// Keeps its memory from one polygon to the next; serves one thread.
class AreaProbe {
public:
    /// \pre `feature` is clean and outlives the questions; `box` is its box.
    void aim(const FeatureView& feature, const Box& box);

    /// The shared area in m², as shared_area() gives it.
    /// \pre `other` is clean; `box` and `area` are its own.
    [[nodiscard]] double shared_with(const FeatureView& other, const Box& box, double area);

private:
    struct Edge {
        Point a;
        Point b;
    };

    void find_edges_near(const Box& box);
    [[nodiscard]] bool holds(Point p) const noexcept;
    [[nodiscard]] bool some_edge_may_cut(const FeatureView& other, const Box& box) const;
    [[nodiscard]] static bool may_cross(const Edge& edge, const FeatureView& other);
    [[nodiscard]] double by_edges(const FeatureView& other, const Box& box);

    [[nodiscard]] FeatureView feature() const noexcept { return (*m_column)[m_index]; }

    const Polygons* m_column = nullptr;
    std::size_t m_index = 0;
    Box m_box;
    std::vector<Edge> m_edges;
    std::vector<Edge> m_near;
    std::vector<Slope> m_slopes; ///< of the feature; made when first needed
    std::vector<Slope> m_other;
};

} // namespace tenglong::geo
