#include "geo/line/local_ground.hpp"

#include "geo/geometry/ring.hpp"
#include "geo/line/overlay.hpp"
#include "geo/measure/nearness.hpp"

#include <utility>

namespace tenglong::geo {

LocalGround::LocalGround(std::vector<const Layer*> layers) : m_layers{std::move(layers)}
{
    for (const Layer* layer : m_layers) {
        m_grids.emplace_back(layer->boxes);
    }
}

Polygons LocalGround::before(const FeatureView& shape, const Box& box) const
{
    Polygons pieces;
    std::vector<std::uint32_t> near;
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        m_grids[l].find(box, near);
        for (const std::uint32_t feature : near) {
            const Polygons piece = common_ground(shape, m_layers[l]->shapes[feature]);
            if (!piece[0].empty()) {
                pieces.append(piece[0]);
            }
        }
    }
    return joined_ground(pieces);
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
    Polygons frame;
    frame.add_ring(std::vector<Point>{{around.min_x, around.min_y},
                                      {around.max_x, around.min_y},
                                      {around.max_x, around.max_y},
                                      {around.min_x, around.max_y},
                                      {around.min_x, around.min_y}});
    frame.close_part();
    frame.close_feature();
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
