#include "geo/follow/stage.hpp"

#include "core/base/error.hpp"
#include "geo/follow/parcel_links.hpp"
#include "geo/read/crs.hpp"
#include "geo/read/reprojection.hpp"
#include "geo/result/result_file.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace tenglong::geo {

namespace {

/// Without one of these every parcel would be "unchanged", or of no area.
void expect_comparable(const ResultFile& result, const std::string& name)
{
    if (!result.has("parcels")) {
        throw Error{msg("'{}' has no parcels: it is no result of 'tenglong analyze'", name)};
    }
    const std::vector<std::string> there = result.columns("parcels");
    for (const char* needed : {"parcel_code", "town", "status", "flags", "undecided", "area_mu"}) {
        if (std::find(there.begin(), there.end(), needed) == there.end()) {
            throw Error{msg("the parcels of '{}' have no column '{}': another version made it, or "
                            "another program; run its job again with this one",
                            name, needed)};
        }
    }
}

/// Of a masked result codes are pseudonyms and figures bands.
void expect_figures(const ResultTable& parcels, const std::string& name)
{
    if (parcels["area_mu"].spec().type != ColumnType::number) {
        throw Error{msg("'{}' is masked and cannot be compared; name the result itself", name)};
    }
}

/// As the table `run` has it.
[[nodiscard]] std::string policy_of(const ResultFile& result)
{
    if (!result.has("run")) {
        return {};
    }
    const ResultTable run = result.read_where("run", "kind", "policy").table;
    for (std::size_t row = 0; row < run.rows(); ++row) {
        if (run["name"].present(row) && run["name"].text(row) == "id" &&
            run["value"].present(row)) {
            return std::string{run["value"].text(row)};
        }
    }
    return {};
}

[[nodiscard]] Crs crs_of(const Stage& stage, const std::string& crs)
{
    auto known = parse_crs(crs);
    if (!known) {
        throw Error{msg("the coordinate system of '{}' is not known: {}", stage.name, crs)};
    }
    return std::move(*known);
}

} // namespace

Stage read_stage(const std::filesystem::path& place)
{
    const ResultFile result{place};
    const std::string name = place.string();
    expect_comparable(result, name);
    SpatialTable parcels = result.read("parcels");
    expect_figures(parcels.table, name);
    if (parcels.polygons() == nullptr || result.crs().empty()) {
        throw Error{msg("the parcels of '{}' have no shapes", name)};
    }
    return {name, std::move(parcels), result.crs(), result.as_of(), policy_of(result)};
}

void bring_to(Stage& stage, const std::string& crs, Workers& workers)
{
    if (stage.crs == crs) {
        return;
    }
    try {
        const Reprojection way{crs_of(stage, stage.crs), crs_of(stage, crs)};
        auto moved = std::make_shared<Polygons>(*stage.parcels.polygons());
        if (way.apply(moved->points, workers) > 0) {
            throw UsageError{msg("some of its points lie outside")};
        }
        stage.parcels.shapes = std::shared_ptr<const Polygons>{std::move(moved)};
        stage.crs = crs;
    } catch (const UsageError& fault) {
        const Text& why = fault.text();
        throw Error{msg("'{}' is in {} and cannot be compared in {}: {}; run both jobs in one "
                        "coordinate system (crs in the job file)",
                        stage.name, stage.crs, crs, why)};
    }
}

Followed compared(const Stage& before, const Stage& after, Workers& workers)
{
    const auto links = link_parcels(before.parcels, after.parcels, {}, workers);
    return follow(before.parcels.table, after.parcels.table, links);
}

SpatialTable follow_layer(const Stage& before, const Stage& after, Workers& workers)
{
    Followed followed = compared(before, after, workers);
    auto shapes = std::make_shared<Polygons>(*after.parcels.polygons());
    for (const std::uint32_t row : followed.gone) {
        shapes->append((*before.parcels.polygons())[row]);
    }
    return {std::move(followed.table), std::shared_ptr<const Polygons>{std::move(shapes)}};
}

} // namespace tenglong::geo
