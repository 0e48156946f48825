#pragma once

#include "core/rules/figure.hpp"

#include <cstdint>
#include <string>

namespace tenglong {

/// Which land a measure frees: all of the parcel, the parts that can be split off, none.
enum class FreedLand : std::uint8_t { none, separable, whole };

/// Which energy and carbon a measure frees: none, what exceeds the line, all.
enum class FreedEnergy : std::uint8_t { none, excess, all };

/// What is to be done with a parcel, an enterprise or a block. Within a group the first measure
/// whose condition holds is the one proposed.
struct Measure {
    std::string id;
    std::string group; ///< the classification that it belongs to, e.g. "four_batches"
    SubjectKind subject = SubjectKind::parcel;
    Text label;
    Text remark;
    Citation citation;
    std::string rule; ///< the rule, made from its condition, that says whether it applies
    FreedLand land = FreedLand::none;
    FreedEnergy energy = FreedEnergy::none;
};

} // namespace tenglong
