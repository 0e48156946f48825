#include "core/tables/standard_tables.hpp"
#include "geo/line/cells.hpp"
#include "geo/plan/line_plan.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

namespace tenglong::geo {

namespace {

std::optional<double> in_mu(const std::optional<double>& area_m2)
{
    return area_m2 ? std::optional{mu(*area_m2)} : std::nullopt;
}

void add_candidate(ResultTable& table, const CandidateRow& row, const PlannedCandidate& planned)
{
    const bool chosen = planned.fate == CandidateFate::chosen;
    const auto measured = row.has_shape ? std::optional{planned.claimed_m2} : std::nullopt;
    const auto counted = row.has_shape ? std::optional{planned.counted_m2} : std::nullopt;
    add_text(table, "code", row.code);
    add_text(table, "region", row.region);
    add_text(table, "holder", row.holder);
    add_date(table, "available_date", row.available);
    table["decision"].add_text(name(planned.fate));
    chosen ? table["step"].add_integer(static_cast<std::int64_t>(planned.step))
           : table["step"].add_missing();
    add_number(table, "claimed_m2", measured);
    add_number(table, "counted_m2", counted);
    add_number(table, "counted_mu", in_mu(counted));
    add_number(table, "price_wan", row.price_wan);
    add_number(table, "price_per_mu_wan",
               row.price_wan && planned.counted_m2 > 0.0
                   ? std::optional{*row.price_wan / mu(planned.counted_m2)}
                   : std::nullopt);
    add_number(table, "cumulative_m2",
               chosen ? std::optional{planned.cumulative_m2} : std::nullopt);
    add_number(table, "cumulative_wan",
               chosen ? std::optional{planned.cumulative_wan} : std::nullopt);
    add_text(table, "reason", planned.reason.zh);
}

/// The chosen ones by step, then the others by code.
std::vector<std::uint32_t> order_of(const LinePlan& plan)
{
    std::vector<std::uint32_t> order(plan.planned.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) {
        const std::size_t step = plan.planned[i].step;
        return step == 0 ? plan.planned.size() + 1 : step;
    });
    return order;
}

SpatialTable candidates_layer(const LinePlan& plan)
{
    ResultTable table = plan_table();
    Polygons shapes;
    for (const std::uint32_t i : order_of(plan)) {
        add_candidate(table, plan.candidates.rows[i], plan.planned[i]);
        shapes.append(plan.candidates.shapes.shapes[i]);
    }
    table.complete();
    return {std::move(table), std::make_shared<const Polygons>(std::move(shapes))};
}

SpatialTable needs_rows(const LinePlan& plan)
{
    ResultTable table = plan_needs_table();
    for (const MetNeed& met : plan.needs) {
        add_text(table, "region", met.need.region);
        add_date(table, "available_from", met.need.from);
        add_date(table, "due_by", met.need.until);
        table["due_m2"].add_number(met.due_m2);
        table["due_mu"].add_number(mu(met.due_m2));
        table["planned_m2"].add_number(met.planned_m2);
        table["short_m2"].add_number(met.short_m2);
        table["short_mu"].add_number(mu(met.short_m2));
        add_date(table, "restored_on", met.restored);
    }
    table.complete();
    return {std::move(table)};
}

SpatialTable room_rows(const LinePlan& plan)
{
    ResultTable table = plan_room_table();
    for (std::size_t i = 0; i < plan.room.size(); ++i) {
        const Room& room = plan.room[i];
        const auto after = std::ranges::find(plan.room_after, room.region, &Room::region);
        const std::optional<double> later =
            after == plan.room_after.end() ? std::nullopt : after->area_m2;
        add_text(table, "region", room.region);
        add_number(table, "room_m2", room.area_m2);
        add_number(table, "room_mu", in_mu(room.area_m2));
        add_number(table, "room_after_m2", later);
        add_number(table, "room_after_mu", in_mu(later));
    }
    table.complete();
    return {std::move(table)};
}

} // namespace

std::vector<SpatialTable> plan_tables(const LinePlan& plan)
{
    return {candidates_layer(plan), needs_rows(plan), room_rows(plan)};
}

} // namespace tenglong::geo
