#include "geo/measure/zone_index.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tenglong::geo {

double ZoneIndex::Edge::x_at(double y) const noexcept
{
    const double share = std::clamp((y - low.y) / (high.y - low.y), 0.0, 1.0);
    return low.x + share * (high.x - low.x);
}

ZoneIndex::Local::Zone& ZoneIndex::Local::of(std::uint32_t zone)
{
    const auto used = m_zones.begin() + static_cast<std::ptrdiff_t>(m_count);
    const auto place =
        std::lower_bound(m_zones.begin(), used, zone,
                         [](const Zone& z, std::uint32_t index) { return z.index < index; });
    if (place != used && place->index == zone) {
        return *place;
    }
    const auto offset = place - m_zones.begin();
    if (used == m_zones.end()) {
        m_zones.emplace_back();
    }
    ++m_count;
    const auto at = m_zones.begin() + offset;
    std::rotate(at, m_zones.begin() + static_cast<std::ptrdiff_t>(m_count) - 1,
                m_zones.begin() + static_cast<std::ptrdiff_t>(m_count));
    at->index = zone;
    at->covers = false;
    at->slopes.clear();
    return *at;
}

ZoneIndex::ZoneIndex(const Polygons& zones)
{
    for (std::size_t i = 0; i < zones.size(); ++i) {
        add_edges(zones[i]);
    }
    if (!m_edges.empty()) {
        choose_cells();
        fill_cells();
        fill_crossings();
        fill_entered();
    }
}

void ZoneIndex::add_edges(const FeatureView& zone)
{
    for (const RingView ring : zone.rings()) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const Point a = ring[i];
            const Point b = ring[i + 1];
            const double sign = b.x < a.x ? 1.0 : -1.0;
            m_edges.push_back({a.y <= b.y ? a : b, a.y <= b.y ? b : a, sign,
                               static_cast<std::uint32_t>(zone.index())});
            m_area.extend(a);
        }
    }
}

void ZoneIndex::choose_cells()
{
    const auto count = static_cast<double>(m_edges.size());
    const double longer = std::max(m_area.width(), m_area.height());
    m_cell = std::max(std::sqrt(m_area.width() * m_area.height() / count), longer / count);
    m_cell = std::max(m_cell, 1e-3);
    m_columns = static_cast<std::size_t>(m_area.width() / m_cell) + 1;
    m_rows = static_cast<std::size_t>(m_area.height() / m_cell) + 1;
}

std::size_t ZoneIndex::column(double x) const noexcept
{
    const auto last = static_cast<double>(m_columns - 1);
    return static_cast<std::size_t>(std::clamp((x - m_area.min_x) / m_cell, 0.0, last));
}

std::size_t ZoneIndex::row(double y) const noexcept
{
    const auto last = static_cast<double>(m_rows - 1);
    return static_cast<std::size_t>(std::clamp((y - m_area.min_y) / m_cell, 0.0, last));
}

double ZoneIndex::top_of(std::size_t row) const noexcept
{
    return m_area.min_y + static_cast<double>(row + 1) * m_cell;
}

template <class Visit>
void ZoneIndex::each_cell(const Edge& edge, Visit&& visit) const
{
    const std::size_t last = row(edge.high.y);
    for (std::size_t r = row(edge.low.y); r <= last; ++r) {
        const double from = r == row(edge.low.y) ? edge.low.x : edge.x_at(top_of(r) - m_cell);
        const double to = r == last ? edge.high.x : edge.x_at(top_of(r));
        const std::size_t end = column(std::max(from, to));
        for (std::size_t c = column(std::min(from, to)); c <= end; ++c) {
            visit(r * m_columns + c);
        }
    }
}

void ZoneIndex::fill_cells()
{
    m_cells =
        Csr<std::uint32_t>{m_columns * m_rows, [this](const auto& put) {
                               for (std::uint32_t i = 0; i < m_edges.size(); ++i) {
                                   each_cell(m_edges[i], [&](std::size_t cell) { put(cell, i); });
                               }
                           }};
}

void ZoneIndex::fill_crossings()
{
    m_crossings =
        Csr<Crossing>{m_rows, [this](const auto& put) {
                          for (const Edge& edge : m_edges) {
                              // By the rows of its ends, not by heights: an edge that
                              // lies on the border stands in the row above, and whoever
                              // looks from below must see the zone go up to it.
                              for (std::size_t r = row(edge.low.y); r < row(edge.high.y); ++r) {
                                  put(r, Crossing{edge.x_at(top_of(r)), edge.zone});
                              }
                          }
                      }};
    for (std::size_t r = 0; r < m_rows; ++r) {
        std::ranges::sort(m_crossings[r], [](const Crossing& a, const Crossing& b) {
            return a.x != b.x ? a.x < b.x : a.zone < b.zone;
        });
    }
}

void ZoneIndex::fill_entered()
{
    m_entered = Csr<std::uint32_t>{
        m_columns * m_rows, [this](const auto& put) {
            std::vector<std::uint32_t> inside;
            for (std::size_t r = 0; r < m_rows; ++r) {
                const std::span<const Crossing> crossings = std::as_const(m_crossings)[r];
                std::size_t next = 0;
                inside.clear();
                for (std::size_t c = 0; c < m_columns; ++c) {
                    const double x = m_area.min_x + static_cast<double>(c) * m_cell;
                    for (; next < crossings.size() && crossings[next].x <= x; ++next) {
                        if (std::erase(inside, crossings[next].zone) == 0) {
                            inside.push_back(crossings[next].zone);
                        }
                    }
                    for (const std::uint32_t zone : inside) {
                        put(r * m_columns + c, zone);
                    }
                }
            }
        }};
}

void ZoneIndex::look(const Box& box, Local& local) const
{
    local.clear();
    if (m_edges.empty() || !box.meets(m_area)) {
        return;
    }
    add_edges_near(box, local);
    add_tops(box, local);
}

void ZoneIndex::add_edges_near(const Box& box, Local& local) const
{
    std::vector<std::uint32_t>& found = local.m_edges;
    found.clear();
    const std::size_t top_row = row(box.max_y);
    for (std::size_t r = row(box.min_y); r <= top_row; ++r) {
        for (std::size_t c = column(box.min_x); c <= column(box.max_x); ++c) {
            const auto edges = m_cells[r * m_columns + c];
            found.insert(found.end(), edges.begin(), edges.end());
        }
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    for (const std::uint32_t edge : found) {
        add_edge(m_edges[edge], box, top_row, local);
    }
}

void ZoneIndex::add_edge(const Edge& edge, const Box& box, std::size_t top_row, Local& local) const
{
    const double top = top_of(top_row);
    if (edge.high.y <= box.min_y || (edge.low.y >= top && row(edge.high.y) > top_row)) {
        return; // wholly below, where it makes no difference, or above, where tops stand for it
    }
    const bool goes_on = edge.low.y < top && edge.high.y > top;
    const Point high = goes_on ? Point{edge.x_at(top), top} : edge.high;
    const double left = std::min(edge.low.x, high.x);
    const double right = std::max(edge.low.x, high.x);
    if (!(left < right) || right <= box.min_x || left >= box.max_x) {
        return;
    }
    const double rise = (edge.high.y - edge.low.y) / (edge.high.x - edge.low.x);
    const double y_left = edge.low.x < high.x ? edge.low.y : high.y;
    local.of(edge.zone).slopes.push_back(
        {left - box.min_x, right - box.min_x, y_left - box.min_y, rise, edge.sign});
}

void ZoneIndex::add_tops(const Box& box, Local& local) const
{
    const std::size_t r = row(box.max_y);
    const std::size_t c = column(box.min_x);
    const double height = top_of(r) - box.min_y;
    const auto close = [&](const Local::Entered& entered, double end) {
        const double left = std::max(entered.since, box.min_x);
        const bool whole = left == box.min_x && end == box.max_x;
        if (left < end) {
            Local::Zone& zone = local.of(entered.zone);
            zone.covers = whole && zone.slopes.empty();
            if (!zone.covers) {
                zone.slopes.push_back({left - box.min_x, end - box.min_x, height, 0.0, 1.0});
            }
        }
    };
    const double column_left = m_area.min_x + static_cast<double>(c) * m_cell;
    std::vector<Local::Entered>& entered = local.m_entered;
    entered.clear();
    for (const std::uint32_t zone : m_entered[r * m_columns + c]) {
        entered.push_back({zone, column_left});
    }
    const std::span<const Crossing> crossings = m_crossings[r];
    auto next = std::ranges::upper_bound(crossings, column_left, {}, &Crossing::x);
    for (; next != crossings.end() && next->x < box.max_x; ++next) {
        const auto place = std::ranges::find(entered, next->zone, &Local::Entered::zone);
        if (place == entered.end()) {
            entered.push_back({next->zone, next->x});
        } else {
            close(*place, next->x);
            entered.erase(place);
        }
    }
    for (const Local::Entered& last : entered) {
        close(last, box.max_x);
    }
}

} // namespace tenglong::geo
