#pragma once

#include "core/base/issue.hpp"
#include "geo/geometry/polygons.hpp"
#include "geo/geometry/workers.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// What was wrong with a feature.
enum class Fault : std::uint8_t {
    repeated_point,        ///< the same point twice in a row; one is kept
    ring_not_closed,       ///< closed
    ring_too_short,        ///< fewer than three places, or no area; left out
    spike,                 ///< a way out and back along one line; cut off
    duplicate_ring,        ///< the same ring twice; one is kept
    ring_self_crossing,    ///< a bow-tie: every loop is kept, on whichever side it lies
    ring_self_touching,    ///< split into rings
    rings_cross,           ///< holes are taken out of shells, parts united
    hole_outside_shell,    ///< kept as a part of its own
    nested_hole,           ///< united with the hole about it
    nested_shell,          ///< united with the part about it
    interior_disconnected, ///< holes cut it into pieces, which become parts
    ring_turned, ///< a hole ran as its shell does, or a shell against most others of the layer
    coordinate_not_finite, ///< the feature is left without geometry
    not_repairable,        ///< the feature is left without geometry
};

/// The stable name, as in Issue::kind: "ring_self_crossing".
[[nodiscard]] std::string_view name(Fault fault) noexcept;

/// One repair made to a feature.
struct Repair {
    Fault fault = Fault::not_repairable;
    std::uint32_t feature = 0;
    Point place;                 ///< where the fault is
    double area_before_m2 = 0.0; ///< shells less holes, as a program reads it that does not look
    double area_after_m2 = 0.0;  ///< after all repairs of the feature
};

/// What becomes of ground that the rings of one feature cover twice.
enum class Doubled : std::uint8_t {
    kept,    ///< once, as a surveyor would
    cut_out, ///< as ST_MakeValid of PostGIS and the like do; for comparing figures with them
};

struct Cleaning {
    std::vector<Repair> repairs; ///< by feature; one for each kind of fault in it
};

/// Makes a column clean: valid, closed, shells counter-clockwise and holes clockwise. Formats
/// differ in which way shells run; where most of the column run the other way, all are turned and
/// none is reported.
///
/// Keeps the area that a surveyor would expect: what a ring winds about in either direction is
/// inside, so no lobe of a bow-tie is lost; ground that parts or loops cover twice is covered once,
/// not cut out, unless `doubled` says so. Valid features keep their points exactly. Features stay
/// in their places; one that cannot be saved stays as a row without geometry, and is reported.
Cleaning clean(Polygons& column, Workers& workers, Doubled doubled = Doubled::kept);

/// The repair as an entry of the list of issues. `subject` is the code of the feature, as read.
[[nodiscard]] Issue to_issue(const Repair& repair, std::string subject, Place place);

} // namespace tenglong::geo
