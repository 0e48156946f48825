#include "geo/survey/order.hpp"

#include "geo/geometry/drain.hpp"
#include "geo/geometry/hilbert.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/measure/areas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

namespace tenglong::geo {

namespace {

/// Spreads the bits of a number (the finisher of SplitMix64).
[[nodiscard]] std::uint64_t spread(std::uint64_t x) noexcept
{
    x ^= x >> 30U;
    x *= 0xbf58476d1ce4e5b9ULL;
    x ^= x >> 27U;
    x *= 0x94d049bb133111ebULL;
    return x ^ (x >> 31U);
}

[[nodiscard]] std::uint64_t mark_of(Point p) noexcept
{
    return spread(std::bit_cast<std::uint64_t>(p.x) +
                  spread(std::bit_cast<std::uint64_t>(p.y) + 0x9e3779b97f4a7c15ULL));
}

[[nodiscard]] std::uint64_t mark_of(const FeatureView& feature) noexcept
{
    // A sum over the edges does not know where a ring begins or which part comes first.
    std::uint64_t mark = 0;
    for (const RingView ring : feature.rings()) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            mark += spread(mark_of(ring[i]) * 3 + mark_of(ring[i + 1]));
        }
    }
    return mark;
}

[[nodiscard]] std::span<const Point> points_of(const FeatureView& feature) noexcept
{
    return feature.empty() ? std::span<const Point>{} : feature.points();
}

/// Less than zero, zero or more: how the points of two shapes compare.
[[nodiscard]] int compare_shapes(const FeatureView& a, const FeatureView& b) noexcept
{
    const auto left = points_of(a);
    const auto right = points_of(b);
    const std::size_t common = std::min(left.size(), right.size());
    for (std::size_t i = 0; i < common; ++i) {
        if (left[i].x != right[i].x) {
            return left[i].x < right[i].x ? -1 : 1;
        }
        if (left[i].y != right[i].y) {
            return left[i].y < right[i].y ? -1 : 1;
        }
    }
    return left.size() == right.size() ? 0 : left.size() < right.size() ? -1 : 1;
}

/// What decides where shape and key do not.
class RowOrder {
public:
    RowOrder(const Polygons& shapes, std::span<const RowRef> rows,
             std::span<const Table* const> tables)
        : m_shapes{shapes}, m_rows{rows}, m_tables{tables}
    {}

    [[nodiscard]] bool before(std::uint32_t a, std::uint32_t b) const
    {
        const int by_shape = compare_shapes(m_shapes[a], m_shapes[b]);
        if (by_shape != 0) {
            return by_shape < 0;
        }
        const int by_text = text_of(a).compare(text_of(b));
        return by_text != 0 ? by_text < 0 : a < b;
    }

private:
    [[nodiscard]] std::string text_of(std::uint32_t feature) const
    {
        const RowRef ref = m_rows[feature];
        return row_text(*m_tables[ref.input], ref.row);
    }

    const Polygons& m_shapes;
    std::span<const RowRef> m_rows;
    std::span<const Table* const> m_tables;
};

[[nodiscard]] std::vector<std::uint32_t> as_they_stand(std::size_t count)
{
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    return order;
}

} // namespace

std::vector<std::uint64_t> shape_marks(const Polygons& shapes, Workers& workers)
{
    std::vector<std::uint64_t> marks(shapes.size(), 0);
    workers.each(shapes.size(), 4096, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            marks[i] = shapes[i].empty() ? 0 : mark_of(shapes[i]);
        }
    });
    return marks;
}

std::string row_text(const Table& table, std::size_t row)
{
    std::string text;
    for (const TableColumn& column : table.columns()) {
        text += column.field().name;
        text += '=';
        if (!column.missing(row)) {
            text += column.holds_numbers() ? fmt::format("{}", column.numbers[row])
                                           : std::string{column.texts[row]};
        }
        text += '\n';
    }
    return text;
}

std::vector<std::uint32_t> order_by_key(std::span<const std::string> keys, const Polygons& shapes,
                                        std::span<const RowRef> rows,
                                        std::span<const Table* const> tables)
{
    const RowOrder rest{shapes, rows, tables};
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        const int by_key = keys[a].compare(keys[b]);
        return by_key != 0 ? by_key < 0 : rest.before(a, b);
    };
    auto order = as_they_stand(keys.size());
    if (!std::is_sorted(order.begin(), order.end(), before)) {
        std::sort(order.begin(), order.end(), before);
    }
    return order;
}

std::vector<std::uint32_t> order_by_place(const Polygons& shapes, std::span<const RowRef> rows,
                                          std::span<const Table* const> tables, Workers& workers)
{
    const auto all = boxes(shapes, workers);
    Box area;
    for (const Box& box : all) {
        area.extend(box);
    }
    struct Entry {
        std::uint64_t along;
        std::uint32_t feature;
    };
    std::vector<Entry> entries(shapes.size());
    workers.each(entries.size(), 4096, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            entries[i] = {all[i].empty() ? std::numeric_limits<std::uint64_t>::max()
                                         : hilbert_index(all[i].centre(), area),
                          static_cast<std::uint32_t>(i)};
        }
    });
    const RowOrder rest{shapes, rows, tables};
    std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
        return a.along != b.along ? a.along < b.along : rest.before(a.feature, b.feature);
    });
    std::vector<std::uint32_t> order;
    order.reserve(entries.size());
    for (const Entry& entry : entries) {
        order.push_back(entry.feature);
    }
    return order;
}

Polygons reordered(Polygons shapes, std::span<const std::uint32_t> order)
{
    if (order.size() == shapes.size() && std::is_sorted(order.begin(), order.end())) {
        return shapes;
    }
    Polygons result;
    result.reserve(order.size(), shapes.points.size());
    Drain drain{shapes};
    for (const std::uint32_t feature : order) {
        result.append(shapes[feature]);
        drain.done(feature, feature + std::size_t{1});
    }
    return result;
}

} // namespace tenglong::geo
