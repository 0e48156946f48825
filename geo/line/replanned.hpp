#pragma once

#include "geo/line/change_rows.hpp"

#include <vector>

namespace tenglong::geo {

/// Changes that nobody has told and that the parcels show.
struct Replanned {
    std::vector<ChangeRow> rows; ///< all derived
    Polygons shapes;             ///< a feature for each
};

/// Existing industrial parcels whose planned use is not industrial, as occupations under the code
/// of the parcel, decided on the day it was re-planned; without a day they are proposed.
///
/// What a told change takes of a parcel, whatever its state, is told already and left out, so that
/// no ground counts twice; also what is then left as a strip narrower than borders of two surveys
/// lie apart.
/// \param told, shapes the changes as read, in any order
[[nodiscard]] Replanned replanned_parcels(const Survey& survey, const std::vector<ChangeRow>& told,
                                          const Polygons& shapes, Date as_of, Workers& workers,
                                          std::vector<Issue>& issues);

} // namespace tenglong::geo
