#include "tools/gen/cases/case.hpp"
#include "tools/gen/cases/plot.hpp"

#include <array>

namespace tenglong::tools::gen {

namespace {

/// Not started; the start was agreed for `start`.
void due(Plot& plot, Date start)
{
    plan_unstarted(plot, 4);
    Supply& s = *plot.supply;
    s.contract = start.minus({0, 8, 0});
    s.approval = start.minus({1, 6, 0});
    s.handover = start.minus({0, 6, 0});
    s.agreed_start = start;
    s.agreed_completion = start.plus({2, 0, 0});
    s.agreed_production = start.plus({2, 6, 0});
}

void delayed(Plot& plot, int days)
{
    due(plot, plot.ago(1, 0, 100));
    plot.supply->delay_cause = "政府原因";
    plot.supply->delay_days = days;
}

void delayed_for_unknown_time(Plot& plot, const char* cause)
{
    due(plot, plot.ago(3));
    plot.supply->delay_cause = cause;
}

/// No start was agreed; handed over on `day`.
void handed_over(Plot& plot, Date day)
{
    due(plot, day.plus({0, 6, 0}));
    plot.supply->handover = day;
    plot.supply->agreed_start.reset();
}

void no_dates(Plot& plot)
{
    due(plot, plot.ago(4));
    plot.supply->handover.reset();
    plot.supply->agreed_start.reset();
    plot.supply->agreed_completion.reset();
    plot.supply->agreed_production.reset();
}

void collective(Plot& plot)
{
    due(plot, plot.ago(3));
    plot.state_owned = false;
}

void sealed(Plot& plot)
{
    due(plot, plot.ago(2, 3));
    plot.supply->sealed = true;
}

void stopped(Plot& plot, Date since, double developed_m2, double invested_wan)
{
    plan_unfinished(plot);
    plot.supply->suspension = since;
    plot.supply->developed_m2 = developed_m2;
    plot.supply->invested_wan = invested_wan;
}

void working(Plot& plot)
{
    stopped(plot, plot.ago(2), 1800.0, 1000.0);
    plot.supply->suspension.reset();
}

void resumed(Plot& plot)
{
    stopped(plot, plot.ago(2), 1800.0, 1000.0);
    plot.supply->resumption = plot.ago(0, 3);
}

void share_unknown(Plot& plot)
{
    stopped(plot, plot.ago(2), 0.0, 6000.0);
    plot.supply->developed_m2.reset();
    plot.supply->due_m2.reset();
}

// A period of a year ends with its corresponding day, which must be over (Civil Code, art. 201 and
// 202): land due on 2022-12-31 is suspected idle from 2024-01-01 on.
constexpr auto k_cases = std::to_array<Case>({
    {"b5_year_and_a_day", "B5",
     [](Plot& p) {
         due(p, p.ago(1).minus({0, 0, 1}));
     },
     "suspected_idle=yes idle_years=1 supplied_not_used=yes",
     "start due a year and a day before the day of assessment: the year is over"},
    {"b5_exact_year", "B5", [](Plot& p) { due(p, p.ago(1)); },
     "suspected_idle=no supplied_not_used=yes",
     "start due exactly one year before the day of assessment: its last day is not over"},
    {"b5_year_less_a_day", "B5",
     [](Plot& p) {
         due(p, p.ago(1).plus({0, 0, 1}));
     },
     "suspected_idle=no supplied_not_used=yes", "one day less than a year"},
    {"b5_two_years_and_a_day", "B5",
     [](Plot& p) {
         due(p, p.ago(2).minus({0, 0, 1}));
     },
     "suspected_idle=yes idle_years=2", "two years and a day: may be taken back"},
    {"b5_two_years", "B5", [](Plot& p) { due(p, p.ago(2)); }, "suspected_idle=yes idle_years=1",
     "exactly two years: the fee of 20 % only"},
    {"b5_delay_100", "B5", [](Plot& p) { delayed(p, 100); }, "suspected_idle=no",
     "a year and 100 days, of which 100 lost to the government"},
    {"b5_delay_99", "B5", [](Plot& p) { delayed(p, 99); }, "suspected_idle=yes idle_years=1",
     "a year and 100 days, of which 99 lost to the government"},
    {"b5_delay_unknown", "B5", [](Plot& p) { delayed_for_unknown_time(p, "政府原因"); },
     "suspected_idle=yes idle_cause=government",
     "three years, the government's doing; for how long is not known, so nothing is taken off"},
    {"b5_force_majeure", "B5", [](Plot& p) { delayed_for_unknown_time(p, "不可抗力"); },
     "suspected_idle=yes idle_cause=force_majeure", "three years, force majeure"},
    {"b5_own_fault", "B5", [](Plot& p) { delayed_for_unknown_time(p, "企业原因"); },
     "suspected_idle=yes idle_cause=enterprise", "three years by the enterprise's own doing"},
    {"b5_hand_over_two_years_and_a_day", "B5",
     [](Plot& p) {
         handed_over(p, p.ago(2).minus({0, 0, 1}));
     },
     "suspected_idle=yes idle_years=1",
     "no start was agreed: one year from the hand-over counts instead, and a year and a day more "
     "have passed"},
    {"b5_hand_over_two_years", "B5", [](Plot& p) { handed_over(p, p.ago(2)); }, "suspected_idle=no",
     "no start was agreed, handed over exactly two years ago"},
    {"b5_no_dates", "B5", no_dates, "suspected_idle=undecided supplied_not_used=undecided",
     "contract years ago, nothing built, and no date to count from"},
    {"b5_collective", "B5", collective, "suspected_idle=no supplied_not_used=yes",
     "collective land is no object of the idle-land rule"},
    {"b5_sealed", "B5", sealed, "suspected_idle=yes idle_years=2",
     "judicially sealed, which does not stop the clock"},
    {"b5_share_below", "B5", [](Plot& p) { stopped(p, p.ago(2), 2999.99, 6000.0); },
     "suspected_idle=yes", "stopped for two years with 2,999.99 of 9,000 m² developed"},
    {"b5_share_third", "B5", [](Plot& p) { stopped(p, p.ago(2), 3000.0, 6000.0); },
     "suspected_idle=no", "stopped for two years with exactly a third developed and 60 % invested"},
    {"b5_invested_24_99", "B5", [](Plot& p) { stopped(p, p.ago(2), 4500.0, 2499.0); },
     "suspected_idle=yes", "stopped for two years with half developed and 24.99 % invested"},
    {"b5_invested_25", "B5", [](Plot& p) { stopped(p, p.ago(2), 4500.0, 2500.0); },
     "suspected_idle=no", "stopped for two years with half developed and exactly 25 % invested"},
    {"b5_stopped_a_year_and_a_day", "B5",
     [](Plot& p) {
         stopped(p, p.ago(1).minus({0, 0, 1}), 1800.0, 6000.0);
     },
     "suspected_idle=yes", "a fifth developed, stopped a year and a day ago"},
    {"b5_stopped_a_year", "B5", [](Plot& p) { stopped(p, p.ago(1), 1800.0, 6000.0); },
     "suspected_idle=no", "a fifth developed, stopped exactly a year ago"},
    {"b5_not_stopped", "B5", working, "suspected_idle=no",
     "a fifth developed, a tenth invested, but works go on"},
    {"b5_resumed", "B5", resumed, "suspected_idle=no", "stopped two years ago, resumed since"},
    {"b5_share_unknown", "B5", share_unknown, "suspected_idle=undecided",
     "stopped for two years, 60 % invested, the developed share not on file"},
});

} // namespace

std::span<const Case> idle_cases() noexcept
{
    return k_cases;
}

} // namespace tenglong::tools::gen
