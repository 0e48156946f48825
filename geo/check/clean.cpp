#include "geo/check/clean.hpp"

#include "core/base/error.hpp"
#include "core/base/number.hpp"
#include "geo/check/tidy.hpp"
#include "geo/check/validity.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/geometry/ring.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_grain = 1024;

/// Area as a program reads it that trusts the rings: each for itself, shells less holes.
double trusted_area(const FeatureView& feature)
{
    double sum = 0.0;
    for (const PartView part : feature.parts()) {
        double sign = 1.0;
        for (const RingView ring : part.rings()) {
            sum += sign * std::abs(signed_area(ring));
            sign = -1.0;
        }
    }
    return sum;
}

Fault fault_of(std::string_view reason)
{
    // The texts of GEOS's TopologyValidationError.
    static constexpr std::array<std::pair<std::string_view, Fault>, 8> k_reasons{{
        {"Ring Self-intersection", Fault::ring_self_touching},
        {"Self-intersection", Fault::ring_self_crossing},
        {"Hole lies outside shell", Fault::hole_outside_shell},
        {"Holes are nested", Fault::nested_hole},
        {"Nested shells", Fault::nested_shell},
        {"Interior is disconnected", Fault::interior_disconnected},
        {"Duplicate Rings", Fault::duplicate_ring},
        {"Too few points in geometry component", Fault::ring_too_short},
    }};
    const auto* const found =
        std::ranges::find(k_reasons, reason, &std::pair<std::string_view, Fault>::first);
    return found == k_reasons.end() ? Fault::not_repairable : found->second;
}

/// GEOS's opinion: nothing if the geometry is valid.
std::optional<Finding> invalidity(const GeosContext& context, const GEOSGeometry* geometry)
{
    char* text = nullptr;
    GEOSGeometry* spot = nullptr;
    const char valid = GEOSisValidDetail_r(context.get(), geometry, 0, &text, &spot);
    const GeometryPtr place{spot, DestroyGeometry{context.get()}};
    const auto free_text = [&context](char* p) { GEOSFree_r(context.get(), p); };
    const std::unique_ptr<char, decltype(free_text)> reason{text, free_text};
    if (truth(context, valid, "GEOSisValidDetail")) {
        return std::nullopt;
    }
    Finding finding{fault_of(reason ? reason.get() : ""), {}};
    if (place) {
        GEOSGeomGetX_r(context.get(), place.get(), &finding.place.x);
        GEOSGeomGetY_r(context.get(), place.get(), &finding.place.y);
    }
    return finding;
}

/// GEOS tells crossings of one ring and of two by the same words; a ring alone tells them apart.
bool several_rings(const FeatureView& feature)
{
    return feature.end_ring() - feature.first_ring() > 1;
}

bool some_ring_crosses_itself(const GeosContext& context, const FeatureView& feature)
{
    return std::ranges::any_of(feature.rings(), [&](RingView ring) {
        Polygons alone;
        alone.add_ring(ring);
        alone.close_part();
        alone.close_feature();
        return invalidity(context, to_geos(context, alone[0]).get()).has_value();
    });
}

Polygons made_valid(const GeosContext& context, const GEOSGeometry* geometry, Doubled doubled)
{
    const auto free_params = [&context](GEOSMakeValidParams* p) {
        GEOSMakeValidParams_destroy_r(context.get(), p);
    };
    const std::unique_ptr<GEOSMakeValidParams, decltype(free_params)> params{
        GEOSMakeValidParams_create_r(context.get()), free_params};
    // "Structure": rings by winding in either direction, then holes out of shells, then a union.
    // "Linework" counts by even and odd and cuts out what is covered twice.
    GEOSMakeValidParams_setMethod_r(context.get(), params.get(),
                                    doubled == Doubled::kept ? GEOS_MAKE_VALID_STRUCTURE
                                                             : GEOS_MAKE_VALID_LINEWORK);
    GEOSMakeValidParams_setKeepCollapsed_r(context.get(), params.get(), 0);
    const GeometryPtr valid =
        own(context, GEOSMakeValidWithParams_r(context.get(), geometry, params.get()),
            "GEOSMakeValidWithParams");
    Polygons column;
    add_parts(column, context, valid.get());
    column.close_feature();
    return column;
}

/// The second step: what lies between edges and between rings.
Polygons untangled(Polygons tidy, std::vector<Finding>& findings, Doubled doubled)
{
    const GeosContext& context = GeosContext::mine();
    try {
        const GeometryPtr geometry = to_geos(context, tidy[0]);
        std::optional<Finding> finding = invalidity(context, geometry.get());
        if (!finding) {
            return tidy;
        }
        if (finding->fault == Fault::ring_self_crossing && several_rings(tidy[0]) &&
            !some_ring_crosses_itself(context, tidy[0])) {
            finding->fault = Fault::rings_cross;
        }
        note(findings, finding->fault, finding->place);
        return made_valid(context, geometry.get(), doubled);
    } catch (const Error&) {
        note(findings, Fault::not_repairable, tidy.points.empty() ? Point{} : tidy.points.front());
    }
    Polygons nothing;
    nothing.close_feature();
    return nothing;
}

/// What one chunk of features needs.
struct Patch {
    std::uint32_t feature;
    Polygons shape;
    std::vector<Finding> findings;
    double area_before;
};

/// How the rings of a feature run, as the file has them.
enum class Turning : std::uint8_t { none, counter_clockwise, clockwise, mixed };

/// The way of the shells; mixed if they differ among each other or a hole runs as its shell does.
Turning turning_of(const FeatureView& feature)
{
    Turning found = Turning::none;
    for (const PartView part : feature.parts()) {
        bool shell = true;
        for (const RingView ring : part.rings()) {
            const double signed_m2 = signed_area(ring);
            const bool left = (signed_m2 > 0.0) == shell;
            shell = false;
            if (signed_m2 == 0.0 || !std::isfinite(signed_m2)) {
                continue;
            }
            const Turning way = left ? Turning::counter_clockwise : Turning::clockwise;
            if (found != Turning::none && found != way) {
                return Turning::mixed;
            }
            found = way;
        }
    }
    return found;
}

void turn_rings(Polygons& column, std::size_t feature)
{
    for (const PartView part : column[feature].parts()) {
        for (std::size_t r = part.first_ring(); r < part.end_ring(); ++r) {
            const bool shell = r == part.first_ring();
            if ((signed_area(column.ring(r)) > 0.0) != shell) {
                std::reverse(column.points.begin() + column.ring_start[r],
                             column.points.begin() + column.ring_start[r + 1]);
            }
        }
    }
}

std::optional<Patch> patch_for(const FeatureView& feature, Doubled doubled)
{
    Patch patch{static_cast<std::uint32_t>(feature.index()), {}, {}, trusted_area(feature)};
    Polygons tidy = tidied(feature, patch.findings);
    ValidityTest test;
    patch.shape = test.surely_valid(tidy[0]) ? std::move(tidy)
                                             : untangled(std::move(tidy), patch.findings, doubled);
    if (patch.findings.empty()) {
        return std::nullopt; // it only touches itself in ways that are allowed
    }
    return patch;
}

void list_repairs(const Patch& patch, std::vector<Repair>& repairs)
{
    for (const Finding& finding : patch.findings) {
        repairs.push_back(
            {finding.fault, patch.feature, finding.place, patch.area_before, area(patch.shape[0])});
    }
}

/// Which way a ring runs that crosses itself, nobody can say.
bool has_a_way(const Patch& patch)
{
    return std::ranges::none_of(patch.findings, [](const Finding& finding) {
        return finding.fault == Fault::ring_self_crossing || finding.fault == Fault::rings_cross ||
               finding.fault == Fault::coordinate_not_finite ||
               finding.fault == Fault::not_repairable || finding.fault == Fault::ring_too_short;
    });
}

/// Formats differ in which way shells run, so that of most of the layer is taken for the right one.
void list_turned(const Polygons& column, const std::vector<Turning>& turnings,
                 std::vector<Repair>& repairs)
{
    const auto left = std::ranges::count(turnings, Turning::counter_clockwise);
    const auto right = std::ranges::count(turnings, Turning::clockwise);
    const Turning usual = right > left ? Turning::clockwise : Turning::counter_clockwise;
    for (std::size_t i = 0; i < turnings.size(); ++i) {
        if (turnings[i] != Turning::none && turnings[i] != usual && !column[i].empty()) {
            const double area_m2 = area(column[i]); // turning changes no area
            repairs.push_back({Fault::ring_turned, static_cast<std::uint32_t>(i),
                               column[i].points().front(), area_m2, area_m2});
        }
    }
}

} // namespace

Cleaning clean(Polygons& column, Workers& workers, Doubled doubled)
{
    Cleaning cleaning;
    std::vector<Turning> turnings(column.size(), Turning::none);
    const std::vector<Patch> patches = workers.collect<Patch>(
        column.size(), k_grain,
        [&](std::size_t begin, std::size_t end, std::vector<Patch>& output) {
            ValidityTest test;
            for (std::size_t i = begin; i < end; ++i) {
                const FeatureView feature = column[i];
                turnings[i] = turning_of(feature);
                if (!test.surely_valid(feature)) {
                    if (std::optional<Patch> patch = patch_for(feature, doubled)) {
                        turnings[i] = has_a_way(*patch) ? turnings[i] : Turning::none;
                        output.push_back(std::move(*patch));
                        continue;
                    }
                }
                if (turnings[i] != Turning::counter_clockwise) {
                    turn_rings(column, i);
                }
            }
        });
    std::vector<std::uint32_t> features;
    Polygons shapes;
    for (const Patch& patch : patches) {
        list_repairs(patch, cleaning.repairs);
        features.push_back(patch.feature);
        shapes.append(patch.shape[0]);
    }
    column.replace(features, shapes);
    list_turned(column, turnings, cleaning.repairs);
    std::ranges::stable_sort(cleaning.repairs, {}, &Repair::feature);
    return cleaning;
}

} // namespace tenglong::geo
