#include "tools/gen/cases/case.hpp"
#include "tools/gen/cases/plot.hpp"

#include <array>

namespace tenglong::tools::gen {

namespace {

void drop_contract(Supply& s)
{
    const Supply approved = s;
    s = Supply{};
    s.batch = approved.batch;
    s.approval = approved.approval;
    s.new_land = true;
}

void approved_only(Plot& plot)
{
    plan_unstarted(plot, 2);
    drop_contract(*plot.supply);
    plot.supply->approval = plot.ago(2);
    plot.held = false;
    plot.kind = "approved";
}

void approved_and_contracted(Plot& plot)
{
    plot.supply = kept_supply(plot, 7);
    plot.supply->approval = plot.ago(8, 6);
}

void built_without_supply(Plot& plot)
{
    drop_contract(*plot.supply);
    plot.supply->approval = plot.ago(6);
    plot.held = false;
}

void contract_after_as_of(Plot& plot)
{
    approved_only(plot);
    plot.supply->contract = plot.ahead(0, 1);
    plot.supply->contract_number = "330699" + std::to_string(plot.ahead(0, 1).year()) + "A20077";
    plot.supply->way = "出让";
}

void approved_after_as_of(Plot& plot)
{
    approved_only(plot);
    plot.supply->approval = plot.ahead(0, 0, 10);
}

void not_started_overdue(Plot& plot)
{
    plan_unstarted(plot, 2);
    plot.supply->agreed_start = plot.ago(0, 6);
}

void start_not_due(Plot& plot)
{
    plan_unstarted(plot, 1);
    plot.supply->contract = plot.ago(0, 3);
    plot.supply->handover = plot.ago(0, 2);
    plot.supply->agreed_start = plot.ahead(0, 6);
    plot.supply->agreed_completion = plot.ahead(2, 6);
    plot.supply->agreed_production = plot.ahead(3);
}

void just_started(Plot& plot)
{
    plan_unstarted(plot, 1);
    plot.supply->agreed_start = plot.ago(0, 1, 10);
    plot.supply->actual_start = plot.ago(0, 1);
    plot.supply->agreed_completion = plot.ahead(1, 11);
    plot.supply->agreed_production = plot.ahead(2, 6);
    plot.kind = "under_construction";
}

void production_overdue_by_a_day(Plot& plot)
{
    plan_not_producing(plot);
    plot.supply->agreed_production = plot.ago(0, 0, 1);
}

void production_due_today(Plot& plot)
{
    plan_not_producing(plot);
    plot.supply->agreed_production = plot.as_of;
}

void production_not_due(Plot& plot)
{
    plan_not_producing(plot);
    plot.supply->agreed_production = plot.ahead(0, 6);
}

void production_kept(Plot& plot)
{
    plan_not_producing(plot);
    plot.supply->agreed_production = plot.ago(1);
    plot.supply->actual_production = plot.ago(0, 11);
    plot.owner = enterprise_of(plot, plot.area_m2, 14.0);
    plot.owner->production = plot.ago(0, 11);
}

void production_never_agreed(Plot& plot)
{
    plan_not_producing(plot);
    plot.supply->agreed_production.reset();
}

void start_due_today(Plot& plot)
{
    not_started_overdue(plot);
    plot.supply->agreed_start = plot.as_of;
    plot.supply->agreed_completion = plot.ahead(2);
    plot.supply->agreed_production = plot.ahead(2, 6);
}

void new_supply(Plot& plot, bool standard, double ratio, bool new_land)
{
    start_not_due(plot);
    plot.supply->standard_land = standard;
    plot.supply->agreed_ratio = ratio;
    plot.supply->new_land = new_land;
}

void staged(Plot& plot, int contract_months_ago, bool built, bool producing)
{
    plan_unfinished(plot);
    Supply& s = *plot.supply;
    s.staged = true;
    s.contract = plot.ago(0, contract_months_ago);
    s.handover = plot.ago(0, contract_months_ago - 1);
    s.agreed_start = s.contract->plus({0, 6, 0});
    s.actual_start = s.contract->plus({0, 6, 0});
    s.agreed_completion = s.contract->plus({2, 6, 0});
    s.agreed_production = s.contract->plus({3, 6, 0});
    s.due_m2.reset();
    s.developed_m2.reset();
    if (built) {
        s.actual_completion = s.contract->plus({2, 5, 0});
        plot.works.kind = Works::Kind::full;
        plot.works.storeys = 5;
    }
    if (producing) {
        s.actual_production = s.contract->plus({3, 4, 0});
        plot.owner = enterprise_of(plot, plot.area_m2, 16.0);
        plot.owner->production = s.actual_production;
    }
    plot.kind = "staged";
}

constexpr auto k_cases = std::to_array<Case>({
    {"b1_approved_only", "B1", approved_only, "approved_not_supplied=yes supplied_not_used=no",
     "approved two years ago, never supplied"},
    {"b1_contracted", "B1", approved_and_contracted, "approved_not_supplied=no",
     "approved, then supplied by contract and used"},
    {"b1_built_without_supply", "B1", built_without_supply,
     "approved_not_supplied=yes supplied_not_used=no",
     "approved and built on, but no supply is on file: still approved and not supplied"},
    {"b1_contract_after_as_of", "B1", contract_after_as_of, "approved_not_supplied=yes",
     "the contract is signed a month after the day of assessment"},
    {"b1_approved_after_as_of", "B1", approved_after_as_of, "approved_not_supplied=no",
     "the approval comes ten days after the day of assessment"},
    {"b2_overdue", "B2", not_started_overdue, "supplied_not_used=yes suspected_idle=no",
     "agreed start half a year ago, not started: unused, but no year has passed"},
    {"b2_due_today", "B2", start_due_today, "supplied_not_used=no suspected_idle=no",
     "start agreed for the day of assessment itself"},
    {"b2_not_due", "B2", start_not_due, "supplied_not_used=no suspected_idle=no",
     "contract three months old, start agreed for half a year from now: nobody is late"},
    {"b2_started", "B2", just_started, "supplied_not_used=no suspected_idle=no",
     "works began a month ago"},
    {"b4_overdue_by_a_day", "B4", production_overdue_by_a_day, "built_not_producing=yes",
     "completed, production agreed for yesterday, none"},
    {"b4_due_today", "B4", production_due_today, "built_not_producing=no",
     "completed, production agreed for the day of assessment itself"},
    {"b4_not_due", "B4", production_not_due, "built_not_producing=no",
     "completed, production agreed for half a year from now"},
    {"b4_producing", "B4", production_kept, "built_not_producing=no",
     "completed late but producing"},
    {"b4_never_agreed", "B4", production_never_agreed, "built_not_producing=yes",
     "completed two years ago, not producing; no date was agreed, so a year of grace counts"},
    {"b11_standard_ratio_2_0", "B11", [](Plot& p) { new_supply(p, true, 2.0, true); }, "",
     "new land of this year as standard land at plot ratio 2.0"},
    {"b11_not_standard", "B11", [](Plot& p) { new_supply(p, false, 2.2, true); }, "",
     "new land of this year, not as standard land"},
    {"b11_ratio_1_9", "B11", [](Plot& p) { new_supply(p, true, 1.9, true); }, "",
     "new land of this year at plot ratio 1.9"},
    {"b11_stock", "B11", [](Plot& p) { new_supply(p, true, 2.0, false); }, "",
     "stock land supplied this year"},
    {"b15_building", "B15", [](Plot& p) { staged(p, 20, false, false); },
     "stage=construction stage_overdue=no",
     "staged right, 20 months old: in its 30 months of building"},
    {"b15_building_overdue", "B15", [](Plot& p) { staged(p, 31, false, false); },
     "stage=construction stage_overdue=yes", "staged right, 31 months old, not completed"},
    {"b15_start_up", "B15", [](Plot& p) { staged(p, 36, true, false); },
     "stage=start_up stage_overdue=no", "staged right, completed, in its 12 months to production"},
    {"b15_start_up_overdue", "B15", [](Plot& p) { staged(p, 43, true, false); },
     "stage=start_up stage_overdue=yes built_not_producing=yes",
     "staged right, completed, production a month late"},
    {"b15_remaining", "B15", [](Plot& p) { staged(p, 48, true, true); },
     "stage=remaining stage_overdue=no", "staged right, producing"},
});

} // namespace

std::span<const Case> supply_cases() noexcept
{
    return k_cases;
}

} // namespace tenglong::tools::gen
