#include "tools/gen/city/batch_work.hpp"

#include "tools/gen/base/wave.hpp"
#include "tools/gen/cases/case.hpp"
#include "tools/gen/cases/templates.hpp"
#include "tools/gen/city/construct.hpp"
#include "tools/gen/city/ground.hpp"
#include "tools/gen/layout/outline.hpp"
#include "tools/gen/names/codes.hpp"
#include "tools/gen/names/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace tenglong::tools::gen {

namespace {

[[nodiscard]] Rect box_of(const Piece& piece)
{
    Rect box = piece.rects.front();
    for (const Rect& r : piece.rects) {
        box = {std::min(box.x0, r.x0), std::min(box.y0, r.y0), std::max(box.x1, r.x1),
               std::max(box.y1, r.y1)};
    }
    return box;
}

[[nodiscard]] double sum_of_floors(const Construction& works, bool high_twice)
{
    double sum = 0.0;
    for (const Building& building : works.buildings) {
        sum += floor_m2(building, high_twice);
    }
    return sum;
}

void add_storey(Construction& works, int storey_dm)
{
    for (Building& building : works.buildings) {
        ++building.above;
        building.height_dm += storey_dm;
        building.floor_m2 = rounded(area_m2(building.shape) * building.above, 2);
    }
}

/// Keeps ordinary parcels away from the lines of the plot ratio, so that rounding decides nothing.
void avoid_lines(Construction& works, double area_m2, bool dense, int storey_dm)
{
    constexpr double k_near = 0.03;
    constexpr int k_most_storeys = 14;
    const auto near_line = [&](double ratio) {
        return std::abs(ratio - 1.5) < k_near || std::abs(ratio - 2.0) < k_near ||
               (dense && ratio < 1.5);
    };
    for (int tries = 0; tries < k_most_storeys && !works.buildings.empty(); ++tries) {
        if (!near_line(sum_of_floors(works, false) / area_m2) &&
            !near_line(sum_of_floors(works, true) / area_m2)) {
            return;
        }
        add_storey(works, storey_dm);
    }
}

} // namespace

void BatchMaker::draw_pieces(Work& work)
{
    if (work.cell.use != Use::special) {
        work.pieces = divided(work.random, work.ground.rect(), work.cell.parcels);
        return;
    }
    const Template& plan = district_templates()[static_cast<std::size_t>(work.cell.plan)];
    const Point corner{work.ground.rect().x0, work.ground.rect().y0};
    std::vector<Rect> rects;
    for (const Slot& slot : plan.slots.first(work.cell.parcels)) {
        rects.push_back(metres(slot.x0, slot.y0, slot.x1, slot.y1).moved(corner));
    }
    work.pieces = pieces_of(rects);
}

void BatchMaker::identify(Work& work, std::size_t k) const
{
    const Layout::Place place = work.batch.place;
    const Town& town = m_layout.towns()[static_cast<std::size_t>(work.cell.town)];
    Parcel& parcel = work.batch.parcels[k];
    parcel.ordinal = work.cell.first_parcel + static_cast<std::int64_t>(k);
    parcel.computed_m2 = area_m2(parcel.shape);
    const double off = work.cell.use == Use::special ? 0.0 : work.random.real(-0.0004, 0.0004);
    parcel.registered_m2 = rounded(parcel.computed_m2 * (1.0 + off), 2);
    parcel.town = work.cell.town;
    parcel.park = work.cell.park;
    parcel.unit = work.cell.unit;
    parcel.cluster = work.cell.cluster;
    parcel.location =
        fmt::format("{}{}{}号", town.name, work.street, 2 * place.row + static_cast<int>(k) + 1);
    if (work.cell.line_left == work.cell.line_right) {
        parcel.in_line_m2 = work.cell.line_left ? parcel.computed_m2 : 0.0;
        return;
    }
    // The line runs north through the middle of the cell; parcels there are rectangles.
    const Point line = half_node(m_layout, 2 * place.column + 1, place.row);
    const Ring& ring = parcel.shape.front().shell;
    Rect box{ring[0].x, ring[0].y, ring[0].x, ring[0].y};
    for (const Point& point : ring) {
        box = {std::min(box.x0, point.x), std::min(box.y0, point.y), std::max(box.x1, point.x),
               std::max(box.y1, point.y)};
    }
    const Rect west{box.x0, box.y0, line.x, box.y1};
    const Rect east{line.x, box.y0, box.x1, box.y1};
    parcel.in_line_m2 = common_m2(box, work.cell.line_left ? west : east);
}

const Case* BatchMaker::case_of(const Work& work, std::size_t k) const
{
    const Cell& cell = work.cell;
    if (cell.use == Use::special) {
        const Template& plan = district_templates()[static_cast<std::size_t>(cell.plan)];
        return &case_named(plan.slots[k].planted);
    }
    if (cell.use != Use::industrial) {
        return nullptr;
    }
    if (cell.first_scattered && k == 0) {
        return &case_named("b12_new_outside_platform");
    }
    if (cell.role != Role::mixed || cell.scattered) {
        return nullptr;
    }
    // The cases lie evenly among the tile's mixed parcels, neighbours in the list far apart.
    const auto count = static_cast<std::int64_t>(ordinary_cases().size());
    const std::int64_t room = m_layout.mixed_parcels(cell.tile);
    const std::int64_t at = cell.first_mixed + static_cast<std::int64_t>(k);
    const std::int64_t number = at * count / room;
    if ((at + 1) * count / room == number) {
        return nullptr;
    }
    constexpr std::int64_t k_stride = 37;
    return &ordinary_cases()[static_cast<std::size_t>(number * k_stride % count)];
}

void BatchMaker::plan_city_plot(Work& work, Plot& plot)
{
    using namespace std::string_view_literals;
    constexpr std::array k_uses{LandKind{"0701", "城镇住宅用地"}, LandKind{"0901", "商业用地"},
                                LandKind{"0801", "机关团体用地"}, LandKind{"1101", "物流仓储用地"}};
    plot.land = work.random.pick(k_uses);
    plot.kind = "city";
    plot.owner.reset();
    const bool this_year = work.random.chance(0.25);
    plot.supply = kept_supply(plot, this_year ? 1 : static_cast<int>(work.random.between(4, 20)));
    if (this_year) {
        plan_unstarted(plot, 1);
        plot.kind = "city";
        plot.supply->contract = plot.ago(0, static_cast<int>(work.random.between(1, 11)));
        plot.supply->handover = plot.supply->contract->plus({0, 1, 0});
        plot.supply->agreed_start = plot.ahead(0, 3);
        plot.supply->agreed_completion = plot.ahead(3);
        plot.supply->agreed_production.reset();
    }
    plot.supply->agreed_production.reset();
    plot.supply->actual_production.reset();
    plot.supply->agreed_tax_per_mu.reset();
    plot.supply->standard_land.reset();
    plot.works.storeys = static_cast<int>(work.random.between(4, 11));
    plot.works.storey_dm = 30;
}

void BatchMaker::plan_planted(Work& work, std::size_t k, const Case& planted)
{
    Plot& plot = work.plots[k];
    Parcel& parcel = work.batch.parcels[k];
    parcel.planted = &planted;
    plot.kind = "case";
    planted.apply(plot);
}

void BatchMaker::plan(Work& work, std::size_t k) const
{
    Plot& plot = work.plots[k];
    const Parcel& parcel = work.batch.parcels[k];
    const Rect box = box_of(work.pieces[k]);
    plot.area_m2 = parcel.registered_m2;
    plot.width_m = static_cast<double>(box.width()) / 1e3;
    plot.height_m = static_cast<double>(box.height()) / 1e3;
    plot.as_of = m_options.as_of;
    plot.random = Random{m_options.seed, "plot", parcel.ordinal};
    plan_normal(plot);
    if (work.cell.use == Use::urban) {
        plan_city_plot(work, plot);
    } else if (const Case* planted = case_of(work, k)) {
        plan_planted(work, k, *planted);
    } else if (work.cell.role == Role::cluster) {
        plan_cluster(plot);
    } else if (work.cell.role != Role::clean) {
        plan_by_lot(plot);
    }
}

void BatchMaker::build(Work& work, std::size_t k)
{
    const Plot& plot = work.plots[k];
    Parcel& parcel = work.batch.parcels[k];
    Construction& works = work.works[k];
    works = construct(work.random, work.ground, work.pieces[k], plot.works);
    if (plot.works.kind != Works::Kind::exact) {
        const bool low = plot.kind == "low_ratio" || plot.kind == "cluster" ||
                         plot.kind == "unfinished" || plot.kind == "rest";
        avoid_lines(works, parcel.registered_m2, !low, plot.works.storey_dm);
    }
    std::optional<Date> completed = plot.supply ? plot.supply->actual_completion : std::nullopt;
    for (Building& building : works.buildings) {
        building.completed = completed;
    }
    parcel.code = parcel_code(parcel.town + 1, 1 + (work.batch.place.row / 4) % 99,
                              plot.state_owned, work.cell.first_number + static_cast<int>(k));
    parcel.unit_code = unit_code(parcel.code, works.buildings.empty() ? 0 : 1);
    parcel.land = plot.land;
    parcel.state_owned = plot.state_owned;
    parcel.kind = plot.kind;
    parcel.supply = plot.supply;
    parcel.rest = works.rest;
    work.batch.replans[k] = plot.replan;
}

Batch BatchMaker::make(Layout::Place place) const
{
    const Cell& cell = m_layout.at(place.column, place.row);
    Work work{cell,
              Ground{m_layout, place.column, place.row},
              Random{m_options.seed, "cell", place.column, place.row},
              Batch{place, {}, {}, {}, {}, {}},
              {},
              {},
              {},
              {},
              {},
              {}};
    work.street = street_name(work.random, false);
    if (cell.parcels == 0) {
        work.batch.buildings = cell.use == Use::village ? village_houses(work.random, work.ground)
                                                        : town_houses(work.random, work.ground);
        return work.batch;
    }
    draw_pieces(work);
    const std::size_t count = work.pieces.size();
    work.batch.parcels.resize(count);
    work.batch.replans.resize(count);
    work.plots.resize(count);
    work.works.resize(count);
    work.shared.resize(count, false);
    const auto shapes =
        outlines_of(work.ground, work.pieces, mixed(m_options.seed, place.column, place.row),
                    cell.use != Use::special);
    for (std::size_t k = 0; k < count; ++k) {
        work.batch.parcels[k].shape = shapes[k];
        identify(work, k);
        plan(work, k);
    }
    share_owners(work);
    for (std::size_t k = 0; k < count; ++k) {
        build(work, k);
        for (std::size_t other = 0; other < count; ++other) {
            if (other != k && adjacent(work.pieces[k], work.pieces[other])) {
                work.batch.parcels[k].neighbours.push_back(other);
            }
        }
    }
    for (std::size_t k = 0; k < count; ++k) {
        employ(work, k);
    }
    stand_on(work);
    return work.batch;
}

void BatchMaker::stand_on(Work& work)
{
    for (std::size_t k = 0; k < work.works.size(); ++k) {
        Construction& works = work.works[k];
        for (std::size_t b = 0; b < works.buildings.size(); ++b) {
            Building& building = works.buildings[b];
            if (b >= works.planned.size()) {
                building.on = {{k, 1.0}};
            } else {
                // A planted outline may reach into the next parcel.
                const Rect& outline = works.planned[b];
                for (std::size_t other = 0; other < work.pieces.size(); ++other) {
                    const Ring ring = work.ground.map(ring_of(work.pieces[other].rects[0]));
                    const Rect land{ring[0].x, ring[0].y, ring[2].x, ring[2].y};
                    const double share = common_m2(outline, land) / outline.area_m2();
                    if (share > 0.0) {
                        building.on.push_back({other, share});
                    }
                }
            }
            work.batch.buildings.push_back(std::move(building));
        }
    }
}

} // namespace tenglong::tools::gen
