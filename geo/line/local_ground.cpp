#include "geo/line/local_ground.hpp"

#include "geo/geometry/ring.hpp"
#include "geo/line/overlay.hpp"
#include "geo/measure/nearness.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tenglong::geo {

namespace {

/// An overlay with so many corners costs little beside the rest of it.
constexpr std::size_t k_many_points = 256;
constexpr double k_least_piece_m = 4.0;

Polygons frame_of(const Box& box)
{
    Polygons frame;
    frame.add_ring(std::vector<Point>{{box.min_x, box.min_y},
                                      {box.max_x, box.min_y},
                                      {box.max_x, box.max_y},
                                      {box.min_x, box.max_y},
                                      {box.min_x, box.min_y}});
    frame.close_part();
    frame.close_feature();
    return frame;
}

/// Halves a feature until its pieces have few corners. Cuts lie on whole metres, so that both sides
/// of one end at the same coordinate.
void halve(const FeatureView& feature, Polygons& pieces)
{
    const Box box = box_of(feature.points());
    const bool wide = box.width() > box.height();
    if (feature.points().size() <= k_many_points ||
        std::max(box.width(), box.height()) < k_least_piece_m) {
        pieces.append(feature);
        return;
    }
    Box one = box.grown(1.0);
    Box other = one;
    if (wide) {
        one.max_x = other.min_x = std::round((box.min_x + box.max_x) / 2.0);
    } else {
        one.max_y = other.min_y = std::round((box.min_y + box.max_y) / 2.0);
    }
    for (const Box& half : {one, other}) {
        const Polygons part = common_ground(feature, frame_of(half)[0]);
        if (!part[0].empty()) {
            halve(part[0], pieces);
        }
    }
}

void add_common(const FeatureView& shape, const FeatureView& ground, Polygons& pieces)
{
    const Polygons piece = common_ground(shape, ground);
    if (!piece[0].empty()) {
        pieces.append(piece[0]);
    }
}

} // namespace

LocalGround::LocalGround(std::vector<const Layer*> layers, std::span<const Box> asked)
    : m_layers{std::move(layers)}
{
    for (const Layer* layer : m_layers) {
        m_grids.emplace_back(layer->boxes);
    }
    cut_up(asked);
}

void LocalGround::cut_up(std::span<const Box> asked)
{
    const BoxGrid grid{asked};
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        for (std::uint32_t feature = 0; feature < m_layers[l]->shapes.size(); ++feature) {
            if (m_layers[l]->shapes[feature].points().size() <= k_many_points) {
                continue;
            }
            std::size_t times = 0;
            grid.each(m_layers[l]->boxes[feature], [&](std::uint32_t) { ++times; });
            if (times < 2) {
                continue;
            }
            Pieces pieces;
            halve(m_layers[l]->shapes[feature], pieces.shapes);
            std::vector<Box> boxes;
            for (std::size_t i = 0; i < pieces.shapes.size(); ++i) {
                boxes.push_back(box_of(pieces.shapes[i].points()));
            }
            pieces.grid = BoxGrid{boxes};
            m_pieces.emplace(std::pair{l, feature}, std::move(pieces));
        }
    }
}

Polygons LocalGround::before(const FeatureView& shape, const Box& box) const
{
    Polygons found;
    std::vector<std::uint32_t> near;
    std::vector<std::uint32_t> near_pieces;
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        m_grids[l].find(box, near);
        for (const std::uint32_t feature : near) {
            const auto cut = m_pieces.find({l, feature});
            if (cut == m_pieces.end()) {
                add_common(shape, m_layers[l]->shapes[feature], found);
                continue;
            }
            cut->second.grid.find(box, near_pieces);
            for (const std::uint32_t piece : near_pieces) {
                add_common(shape, cut->second.shapes[piece], found);
            }
        }
    }
    return joined_ground(found);
}

Polygons LocalGround::now(const FeatureView& shape, const Box& box) const
{
    return after_steps(before(shape, box), shape, box);
}

Polygons LocalGround::added(const FeatureView& shape, const Box& box) const
{
    Polygons nothing;
    nothing.close_feature();
    return after_steps(std::move(nothing), shape, box);
}

bool LocalGround::near(const FeatureView& shape, const Box& box, double distance) const
{
    // A frame about the shape sees what is left of the ground there.
    const Box around = box.grown(distance);
    const Polygons frame = frame_of(around);
    const Polygons ground = now(frame[0], around);
    return !ground[0].empty() &&
           within(shape, box, ground[0], box_of(ground[0].points()), distance);
}

Polygons LocalGround::after_steps(Polygons state, const FeatureView& shape, const Box& box) const
{
    for (const Step& step : m_steps) {
        if (!step.box.meets(box)) {
            continue;
        }
        if (step.adds) {
            Polygons both = std::move(state);
            both.append(common_ground(shape, step.piece[0])[0]);
            state = joined_ground(both);
        } else {
            state = ground_without(state[0], step.piece[0]);
        }
    }
    return state;
}

void LocalGround::step(Polygons piece, bool adds)
{
    if (!piece[0].empty()) {
        const Box box = box_of(piece[0].points());
        m_steps.push_back({std::move(piece), box, adds});
    }
}

} // namespace tenglong::geo
