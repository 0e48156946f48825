#pragma once

#include "geo/geometry/box_grid.hpp"
#include "geo/measure/layer.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace tenglong::geo {

/// Ground that changes one step after the other, asked for only where somebody looks.
class LocalGround {
public:
    /// \param layers may overlap; they outlive the object.
    /// \param asked where somebody is going to look: a feature of many corners that is asked for
    /// several times is cut into pieces once, so that nobody has to look at the whole of it
    explicit LocalGround(std::vector<const Layer*> layers, std::span<const Box> asked = {});

    /// What of a shape lies on the ground before all steps, as one feature.
    [[nodiscard]] Polygons before(const FeatureView& shape, const Box& box) const;
    /// And after all steps until now.
    [[nodiscard]] Polygons now(const FeatureView& shape, const Box& box) const;
    /// What of a shape was added by a step and not removed by a later one.
    [[nodiscard]] Polygons added(const FeatureView& shape, const Box& box) const;
    /// Whether a shape lies on the present ground, or comes within a distance of it.
    [[nodiscard]] bool near(const FeatureView& shape, const Box& box, double distance) const;

    /// The next step. \param piece one feature; nothing happens if it is empty.
    void remove(Polygons piece) { step(std::move(piece), false); }
    void add(Polygons piece) { step(std::move(piece), true); }

private:
    struct Step {
        Polygons piece;
        Box box;
        bool adds = false;
    };
    /// Small pieces of one large feature; together they are the feature.
    struct Pieces {
        Polygons shapes;
        BoxGrid grid;
    };
    void step(Polygons piece, bool adds);
    void cut_up(std::span<const Box> asked);
    [[nodiscard]] Polygons after_steps(Polygons state, const FeatureView& shape,
                                       const Box& box) const;

    std::vector<const Layer*> m_layers;
    std::vector<BoxGrid> m_grids;
    std::map<std::pair<std::size_t, std::uint32_t>, Pieces> m_pieces; ///< by layer and feature
    std::vector<Step> m_steps;
};

} // namespace tenglong::geo
