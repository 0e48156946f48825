#include "core/base/number.hpp"
#include "geo/check/clean.hpp"

#include <cmath>
#include <utility>

namespace tenglong::geo {

namespace {

/// What was wrong and what was done, for people.
Text told(Fault fault)
{
    switch (fault) {
    case Fault::repeated_point:
        return msg("has the same point twice in a row; one was kept");
    case Fault::ring_not_closed:
        return msg("has an open ring; it was closed by a straight line");
    case Fault::ring_too_short:
        return msg("has a ring without area; it was left out");
    case Fault::spike:
        return msg("has a spike without area; it was cut off");
    case Fault::duplicate_ring:
        return msg("has the same ring twice; one was kept");
    case Fault::ring_self_crossing:
        return msg("has a boundary that crosses itself; all loops were kept");
    case Fault::ring_self_touching:
        return msg("has a boundary that touches itself; it was split into rings");
    case Fault::rings_cross:
        return msg("has rings that cross; parts were united and holes taken out");
    case Fault::hole_outside_shell:
        return msg("has a hole outside its boundary; it was kept as a part");
    case Fault::nested_hole:
        return msg("has a hole inside a hole; they were united");
    case Fault::nested_shell:
        return msg("has a part inside a part; they were united");
    case Fault::interior_disconnected:
        return msg("is cut in pieces by its holes; the pieces became parts");
    case Fault::ring_turned:
        return msg("has a ring that runs the wrong way round; it was turned");
    case Fault::coordinate_not_finite:
        return msg("has a coordinate that is no number or on no map; it was left without geometry");
    case Fault::not_repairable:
        break;
    }
    return msg("has a geometry that could not be repaired; it was left without geometry");
}

Severity severity_of(Fault fault) noexcept
{
    switch (fault) {
    case Fault::repeated_point:
    case Fault::ring_turned:
        return Severity::note;
    case Fault::coordinate_not_finite:
    case Fault::not_repairable:
        return Severity::error;
    default:
        return Severity::warning;
    }
}

} // namespace

std::string_view name(Fault fault) noexcept
{
    switch (fault) {
    case Fault::repeated_point:
        return "repeated_point";
    case Fault::ring_not_closed:
        return "ring_not_closed";
    case Fault::ring_too_short:
        return "ring_too_short";
    case Fault::spike:
        return "spike";
    case Fault::duplicate_ring:
        return "duplicate_ring";
    case Fault::ring_self_crossing:
        return "ring_self_crossing";
    case Fault::ring_self_touching:
        return "ring_self_touching";
    case Fault::rings_cross:
        return "rings_cross";
    case Fault::hole_outside_shell:
        return "hole_outside_shell";
    case Fault::nested_hole:
        return "nested_hole";
    case Fault::nested_shell:
        return "nested_shell";
    case Fault::interior_disconnected:
        return "interior_disconnected";
    case Fault::ring_turned:
        return "ring_turned";
    case Fault::coordinate_not_finite:
        return "coordinate_not_finite";
    case Fault::not_repairable:
        break;
    }
    return "not_repairable";
}

Issue to_issue(const Repair& repair, std::string subject, Place place)
{
    Issue issue;
    issue.kind = name(repair.fault);
    issue.severity = severity_of(repair.fault);
    issue.place = std::move(place);
    issue.spot = Spot{repair.place.x, repair.place.y};
    issue.text =
        std::isfinite(repair.area_before_m2)
            ? msg("'{}' {}; area {} m2 before, {} m2 after", subject, told(repair.fault),
                  format_number(repair.area_before_m2, 2), format_number(repair.area_after_m2, 2))
            : msg("'{}' {}", subject, told(repair.fault));
    issue.subject = std::move(subject);
    return issue;
}

} // namespace tenglong::geo
