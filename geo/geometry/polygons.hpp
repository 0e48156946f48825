#pragma once

#include "geo/geometry/box.hpp"
#include "geo/geometry/point.hpp"
#include "geo/geometry/views.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tenglong::geo {

/// The points of one ring; closed: the first point stands again at the end.
using RingView = std::span<const Point>;

class PartView;
class FeatureView;

/// A column of multipolygons in the GeoArrow layout (multipolygon, interleaved, 32-bit offsets):
/// feature -> parts (polygons) -> rings -> points. Coordinates are in the working CRS, easting
/// first. A feature without geometry has no parts.
///
/// As read, rings may be open, turn either way and cross themselves. In a *clean* column, which
/// clean() makes and every measure expects, rings are closed, shells run counter-clockwise and
/// holes clockwise, and each feature is a valid multipolygon.
///
/// The offsets only ever describe one stretch after the other, so all points of a feature, and all
/// its rings, lie side by side.
struct Polygons {
    std::vector<Point> points;
    std::vector<std::int32_t> ring_start{0}; ///< ring r has points [ring_start[r], ring_start[r+1])
    std::vector<std::int32_t> part_start{0}; ///< part p has rings [part_start[p], part_start[p+1])
    std::vector<std::int32_t> feature_start{0}; ///< feature f has parts [feature_start[f], ...)

    [[nodiscard]] std::size_t size() const noexcept { return feature_start.size() - 1; }
    [[nodiscard]] std::size_t part_count() const noexcept { return part_start.size() - 1; }
    [[nodiscard]] std::size_t ring_count() const noexcept { return ring_start.size() - 1; }

    [[nodiscard]] RingView ring(std::size_t index) const noexcept;
    [[nodiscard]] PartView part(std::size_t index) const noexcept;
    [[nodiscard]] FeatureView operator[](std::size_t index) const noexcept;

    /// Building a column: rings are added, closed to a part (shell first, then its holes), parts
    /// are closed to a feature.
    /// What is added must not be a view of this column itself.
    /// \throws Error if the column would pass 2^31 points.
    void add_ring(RingView points_of_ring);
    /// Makes room for a ring of `count` points that the caller fills in.
    [[nodiscard]] std::span<Point> add_ring(std::size_t count);
    void close_part();
    void close_feature();

    /// Appends a feature of another column.
    void append(const FeatureView& feature);
    /// Appends the features [begin, end) of another column.
    void append(const Polygons& other, std::size_t begin, std::size_t end);

    /// Puts other shapes in the places of some features.
    /// \pre `features` ascends, and `shapes` has one feature for each.
    void replace(std::span<const std::uint32_t> features, const Polygons& shapes);

    /// Drops rings and parts that were added and do not yet belong to a feature.
    void drop_unfinished();

    /// Empties the column and keeps its memory.
    void clear();
    void reserve(std::size_t features, std::size_t point_count);
};

/// One polygon: a shell and its holes.
class PartView {
public:
    PartView(const Polygons& column, std::size_t index) noexcept : m_column{&column}, m_index{index}
    {}

    [[nodiscard]] std::size_t index() const noexcept { return m_index; }
    [[nodiscard]] std::size_t first_ring() const noexcept;
    [[nodiscard]] std::size_t end_ring() const noexcept;
    [[nodiscard]] std::size_t ring_count() const noexcept { return end_ring() - first_ring(); }

    [[nodiscard]] RingView ring(std::size_t nth) const noexcept
    {
        return m_column->ring(first_ring() + nth);
    }
    /// \pre the part has a ring.
    [[nodiscard]] RingView shell() const noexcept { return ring(0); }
    /// Shell and holes.
    [[nodiscard]] Views<RingView, &Polygons::ring> rings() const noexcept
    {
        return {*m_column, first_ring(), end_ring()};
    }
    [[nodiscard]] Views<RingView, &Polygons::ring> holes() const noexcept
    {
        return {*m_column, first_ring() + 1, end_ring()};
    }

private:
    const Polygons* m_column;
    std::size_t m_index;
};

/// One feature: its parts, or directly all its rings or all its points.
class FeatureView {
public:
    FeatureView(const Polygons& column, std::size_t index) noexcept
        : m_column{&column}, m_index{index}
    {}

    [[nodiscard]] const Polygons& column() const noexcept { return *m_column; }
    [[nodiscard]] std::size_t index() const noexcept { return m_index; }
    [[nodiscard]] bool empty() const noexcept { return part_count() == 0; }
    [[nodiscard]] std::size_t first_part() const noexcept;
    [[nodiscard]] std::size_t end_part() const noexcept;
    [[nodiscard]] std::size_t part_count() const noexcept { return end_part() - first_part(); }
    [[nodiscard]] std::size_t first_ring() const noexcept;
    [[nodiscard]] std::size_t end_ring() const noexcept;

    [[nodiscard]] PartView part(std::size_t nth) const noexcept
    {
        return m_column->part(first_part() + nth);
    }
    [[nodiscard]] Views<PartView, &Polygons::part> parts() const noexcept
    {
        return {*m_column, first_part(), end_part()};
    }
    [[nodiscard]] Views<RingView, &Polygons::ring> rings() const noexcept
    {
        return {*m_column, first_ring(), end_ring()};
    }
    [[nodiscard]] std::span<const Point> points() const noexcept;

private:
    const Polygons* m_column;
    std::size_t m_index;
};

inline RingView Polygons::ring(std::size_t index) const noexcept
{
    const auto begin = static_cast<std::size_t>(ring_start[index]);
    const auto end = static_cast<std::size_t>(ring_start[index + 1]);
    return {points.data() + begin, end - begin};
}

inline PartView Polygons::part(std::size_t index) const noexcept
{
    return {*this, index};
}

inline FeatureView Polygons::operator[](std::size_t index) const noexcept
{
    return {*this, index};
}

inline std::size_t PartView::first_ring() const noexcept
{
    return static_cast<std::size_t>(m_column->part_start[m_index]);
}

inline std::size_t PartView::end_ring() const noexcept
{
    return static_cast<std::size_t>(m_column->part_start[m_index + 1]);
}

inline std::size_t FeatureView::first_part() const noexcept
{
    return static_cast<std::size_t>(m_column->feature_start[m_index]);
}

inline std::size_t FeatureView::end_part() const noexcept
{
    return static_cast<std::size_t>(m_column->feature_start[m_index + 1]);
}

inline std::size_t FeatureView::first_ring() const noexcept
{
    return static_cast<std::size_t>(m_column->part_start[first_part()]);
}

inline std::size_t FeatureView::end_ring() const noexcept
{
    return static_cast<std::size_t>(m_column->part_start[end_part()]);
}

inline std::span<const Point> FeatureView::points() const noexcept
{
    const auto begin = static_cast<std::size_t>(m_column->ring_start[first_ring()]);
    const auto end = static_cast<std::size_t>(m_column->ring_start[end_ring()]);
    return {m_column->points.data() + begin, end - begin};
}

} // namespace tenglong::geo
