#include "geo/line/line_pieces.hpp"

#include "geo/geometry/box_grid.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/line/overlay.hpp"
#include "geo/measure/overlaps.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace tenglong::geo {

namespace {

/// Which of two rows keeps the ground that both have: the one further west, whatever their order.
std::vector<std::uint32_t> ranks(const Layer& line)
{
    std::vector<std::uint32_t> order(line.shapes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
        const auto key = [&](std::uint32_t i) {
            const Box& box = line.boxes[i];
            return std::tuple{box.min_x, box.min_y, box.max_x, box.max_y, line.areas[i]};
        };
        return key(a) < key(b);
    });
    std::vector<std::uint32_t> rank(order.size());
    for (std::uint32_t k = 0; k < order.size(); ++k) {
        rank[order[k]] = k;
    }
    return rank;
}

/// The rows of the line, without what a row before has.
std::vector<Polygons> separated(const Layer& line, Workers& workers)
{
    const std::vector<std::uint32_t> rank = ranks(line);
    std::vector<std::vector<std::uint32_t>> cutters(line.shapes.size());
    for (const Overlap& pair : overlaps(line, BoxGrid{line.boxes}, k_no_area_m2, workers)) {
        const bool first_keeps = rank[pair.first] < rank[pair.second];
        cutters[first_keeps ? pair.second : pair.first].push_back(first_keeps ? pair.first
                                                                              : pair.second);
    }
    std::vector<Polygons> rows(line.shapes.size());
    workers.each(rows.size(), 1, [&](std::size_t begin, std::size_t /*end*/) {
        rows[begin].append(line.shapes[begin]);
        for (const std::uint32_t other : cutters[begin]) {
            rows[begin] = ground_without(rows[begin][0], line.shapes[other]);
        }
    });
    return rows;
}

/// What the steps take from the line, all of it at hand by place.
class Taken {
public:
    explicit Taken(const std::vector<LineStep>& steps) : m_steps{steps}
    {
        std::vector<Box> boxes;
        boxes.reserve(steps.size());
        for (const LineStep& step : steps) {
            boxes.push_back(box_of(step.taken[0].points()));
        }
        m_grid = BoxGrid{boxes};
    }

    /// Takes off what steps from `first` on take: all at once, so that a piece of many corners is
    /// laid over others one time only.
    void cut(Polygons& piece, std::size_t first) const
    {
        if (piece[0].empty()) {
            return;
        }
        std::vector<std::uint32_t> near;
        m_grid.find(box_of(piece[0].points()), near);
        Polygons all;
        for (const std::uint32_t step : near) {
            if (step >= first && !m_steps[step].taken[0].empty()) {
                all.append(m_steps[step].taken[0]);
            }
        }
        if (all.size() > 0) {
            piece = ground_without(piece[0], joined_ground(all)[0]);
        }
    }

private:
    const std::vector<LineStep>& m_steps;
    BoxGrid m_grid;
};

} // namespace

void draw_lines(LineBook& book, const Layer& line, const std::vector<LineStep>& steps,
                const std::function<double(const FeatureView&)>& area_of, Workers& workers)
{
    std::vector<Polygons> pieces = separated(line, workers);
    for (const Polygons& row : pieces) {
        book.line_before.append(row[0]);
        book.before_m2.push_back(area_of(row[0]));
    }
    const std::size_t rows = pieces.size();
    for (const LineStep& step : steps) {
        pieces.push_back(step.added);
    }
    const Taken taken{steps};
    workers.each(pieces.size(), 1, [&](std::size_t begin, std::size_t /*end*/) {
        taken.cut(pieces[begin], begin < rows ? 0 : begin - rows + 1);
    });
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i][0].empty()) {
            continue;
        }
        book.line_after.append(pieces[i][0]);
        book.after_m2.push_back(area_of(pieces[i][0]));
        book.after_added.push_back(i >= rows);
        book.after_row.push_back(i < rows ? static_cast<std::uint32_t>(i) : steps[i - rows].change);
    }
}

} // namespace tenglong::geo
