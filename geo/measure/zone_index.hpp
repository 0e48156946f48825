#pragma once

#include "geo/geometry/box.hpp"
#include "geo/geometry/csr.hpp"
#include "geo/geometry/polygons.hpp"
#include "geo/measure/shared_area.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tenglong::geo {

/// The boundaries of a few large polygons cut into small pieces, for asking what lies around a
/// small place without looking at the whole of any polygon.
///
/// A grid lists the edges in each cell. Along the upper border of each row of cells the places
/// where edges cross it are known in order, and for each column the zones that are already entered
/// there. So everything above a parcel is told by one row, and no ray is ever cast.
class ZoneIndex {
public:
    ZoneIndex() = default;
    /// \pre clean. The index keeps no reference to the column.
    explicit ZoneIndex(const Polygons& zones);

    /// The zones about a box, each as slopes relative to the lower left corner of the box: equal to
    /// the zone, as far as shared_area() with a polygon inside the box can tell.
    class Local {
    public:
        struct Zone {
            std::uint32_t index = 0;
            bool covers = false; ///< the whole box; then there are no slopes
            std::vector<Slope> slopes;
        };

        /// Ascending by index.
        [[nodiscard]] std::span<const Zone> zones() const noexcept
        {
            return {m_zones.data(), m_count};
        }

    private:
        friend class ZoneIndex;
        struct Entered {
            std::uint32_t zone;
            double since;
        };
        void clear() noexcept { m_count = 0; }
        [[nodiscard]] Zone& of(std::uint32_t zone);

        std::vector<Zone> m_zones; // the first m_count are in use, the others keep their memory
        std::size_t m_count = 0;
        std::vector<std::uint32_t> m_edges;
        std::vector<Entered> m_entered;
    };

    /// Fills `local`, reusing its memory. A zone that only comes near may be listed too.
    void look(const Box& box, Local& local) const;

private:
    struct Edge {
        Point low;         ///< the lower end
        Point high;        ///< higher than `low` or at the same height
        double sign = 0.0; ///< as in Slope
        std::uint32_t zone = 0;

        [[nodiscard]] double x_at(double y) const noexcept;
    };
    struct Crossing {
        double x;
        std::uint32_t zone;
    };

    void add_edges(const FeatureView& zone);
    void choose_cells();
    void fill_cells();
    void fill_crossings();
    void fill_entered();
    template <class Visit>
    void each_cell(const Edge& edge, Visit&& visit) const;
    [[nodiscard]] std::size_t column(double x) const noexcept;
    [[nodiscard]] std::size_t row(double y) const noexcept;
    [[nodiscard]] double top_of(std::size_t row) const noexcept;
    void add_edges_near(const Box& box, Local& local) const;
    void add_edge(const Edge& edge, const Box& box, std::size_t top_row, Local& local) const;
    void add_tops(const Box& box, Local& local) const;

    Box m_area;
    double m_cell = 1.0; // metres
    std::size_t m_columns = 0;
    std::size_t m_rows = 0;
    std::vector<Edge> m_edges;
    Csr<std::uint32_t> m_cells;   // cell -> its edges
    Csr<Crossing> m_crossings;    // row -> where edges cross its upper border, by x
    Csr<std::uint32_t> m_entered; // cell -> the zones that its upper left corner is in
};

} // namespace tenglong::geo
