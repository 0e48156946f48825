#pragma once

#include "geo/geometry/box_grid.hpp"
#include "geo/survey/survey.hpp"

#include <vector>

namespace tenglong::geo {

/// Measures ground as the register of parcels does: of a parcel with a registered area every piece
/// has its share of that area, so its measure in the plane times registered / computed; all other
/// ground has its measure in the plane. So the pieces of a shape always sum to the shape, and both
/// sides of an account are measured alike.
class RegisteredArea {
public:
    /// \pre the survey outlives the object.
    explicit RegisteredArea(const Survey& survey);

    /// In m². May be called from several threads.
    [[nodiscard]] double operator()(const FeatureView& feature) const;

private:
    const Layer& m_parcels;
    BoxGrid m_grid;
    std::vector<double> m_more; ///< by parcel: registered / computed - 1; 0 where one is not known
};

} // namespace tenglong::geo
