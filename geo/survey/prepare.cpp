#include "geo/survey/prepare.hpp"

#include "core/base/number.hpp"
#include "geo/check/clean.hpp"
#include "geo/geometry/ring.hpp"

#include <algorithm>
#include <string>

namespace tenglong::geo {

namespace {

[[nodiscard]] std::string subject_of(const Table& table, std::size_t row)
{
    return row < table.rows() ? table.subject(row) : std::string{};
}

/// Lists the repairs, and what has no shape after them though it had one before.
void list_repairs(const VectorLayer& layer, const Cleaning& cleaning,
                  const std::vector<bool>& had_shape, std::vector<Issue>& issues)
{
    std::vector<bool> told(layer.shapes.size(), false);
    for (const Repair& repair : cleaning.repairs) {
        told[repair.feature] = true;
        issues.push_back(to_issue(repair, subject_of(layer.table, repair.feature),
                                  layer.table.place(repair.feature)));
    }
    for (std::size_t row = 0; row < layer.shapes.size(); ++row) {
        if (had_shape[row] && layer.shapes[row].empty() && !told[row]) {
            const std::string subject = subject_of(layer.table, row);
            issues.push_back(
                {"geometry_empty", Severity::warning, layer.table.place(row), subject, std::nullopt,
                 msg("'{}' has no area on the map; it counts by its columns alone", subject)});
        }
    }
}

void list_linearised(const VectorLayer& layer, std::vector<Issue>& issues)
{
    for (const Linearised& item : layer.linearised) {
        const FeatureView shape = layer.shapes[item.row];
        if (shape.empty()) {
            continue; // told as such
        }
        const double after_m2 = area(shape);
        const std::string subject = subject_of(layer.table, item.row);
        const Point at = shape.points().front();
        issues.push_back(
            {"curves_linearised", Severity::note, layer.table.place(item.row), subject,
             Spot{at.x, at.y},
             msg("'{}' has arcs; they were read as chords; area {} m2 before, {} m2 after", subject,
                 format_number(after_m2 * item.area_ratio, 2), format_number(after_m2, 2))});
    }
}

void reproject(VectorLayer& layer, const Crs& working, std::span<const DatumShift> shifts,
               Workers& workers, std::vector<Issue>& issues)
{
    std::size_t failed = 0;
    const Reprojection reprojection{layer.crs.crs, working, shifts};
    for (std::vector<Point>* points : {&layer.shapes.points, &layer.points, &layer.lines.points}) {
        if (!reprojection.identity()) {
            failed += reprojection.apply(*points, workers);
        }
    }
    if (failed != 0) {
        issues.push_back({"not_reprojected",
                          Severity::error,
                          Place{layer.table.file(), layer.table.layer(), 0},
                          {},
                          std::nullopt,
                          msg("{} points of '{}' cannot be taken from {} to {}", failed,
                              layer.table.file(), layer.crs.crs.shown(), working.shown())});
    }
}

} // namespace

bool has_coordinates(const VectorLayer& layer) noexcept
{
    return !layer.shapes.points.empty() || !layer.points.empty() || !layer.lines.points.empty();
}

Crs choose_working_crs(const Job& job, const VectorLayer& layer)
{
    const auto& points = !layer.shapes.points.empty() ? layer.shapes.points
                         : !layer.points.empty()      ? layer.points
                                                      : layer.lines.points;
    const bool shift_known = std::any_of(job.shifts.begin(), job.shifts.end(), [&](const auto& s) {
        return s.from == layer.crs.crs.datum;
    });
    return working_crs(job.crs, layer.crs.crs, bulk_extent(points), shift_known);
}

void put_right(VectorLayer& layer, const Crs& working, std::span<const DatumShift> shifts,
               Workers& workers, std::vector<Issue>& issues)
{
    if (!has_coordinates(layer)) {
        return;
    }
    reproject(layer, working, shifts, workers, issues);
    if (layer.shapes.points.empty()) {
        return;
    }
    std::vector<bool> had_shape(layer.shapes.size());
    for (std::size_t row = 0; row < had_shape.size(); ++row) {
        had_shape[row] = !layer.shapes[row].empty();
    }
    const Cleaning cleaning = clean(layer.shapes, workers);
    list_repairs(layer, cleaning, had_shape, issues);
    list_linearised(layer, issues);
}

} // namespace tenglong::geo
