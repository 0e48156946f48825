#include "tests/rows/row_case.hpp"

namespace tenglong::testing {

namespace {

constexpr SubjectKind k_parcel = SubjectKind::parcel;

using Words = std::vector<std::string>;

/// Industrial state-owned land in production, of which more is given.
[[nodiscard]] FactValues works(FactValues more)
{
    FactValues facts{
        {"is_industrial", true}, {"state_owned", true},   {"supplied", true},
        {"started", true},       {"completed", true},     {"in_production", true},
        {"holder", "某公司"},    {"building_count", 2.0}, {"planned_industrial", true}};
    facts.insert(facts.end(), more.begin(), more.end());
    return facts;
}

/// Industrial state-owned land supplied and not begun.
[[nodiscard]] FactValues bare(FactValues more)
{
    FactValues facts{
        {"is_industrial", true}, {"state_owned", true}, {"supplied", true}, {"started", false}};
    facts.insert(facts.end(), more.begin(), more.end());
    return facts;
}

using enum Side;

/// B1-B4: the stages of land, from approval to production.
// NOLINTNEXTLINE(readability-function-size): a list of cases
[[nodiscard]] std::vector<RowCase> stage_rows()
{
    const char* const x = "zhejiang-415x";
    const char* const z = "zhejiang-2024";
    return {
        {"B1",
         Side::yes,
         x,
         k_parcel,
         "approved_not_supplied",
         {{"is_industrial", true}, {"approved", true}, {"supplied", false}},
         Truth::yes,
         "approved, and nobody holds it"},
        {"B1",
         Side::no,
         x,
         k_parcel,
         "approved_not_supplied",
         {{"is_industrial", true}, {"approved", true}, {"supplied", true}},
         Truth::no,
         "approved and supplied"},
        {"B1",
         missing,
         x,
         k_parcel,
         "approved_not_supplied",
         {{"is_industrial", true}, {"approved", true}},
         Truth::unknown,
         "no word of supply, no holder"},
        {"B1",
         contradiction,
         x,
         k_parcel,
         "approved_not_supplied",
         {{"is_industrial", true}, {"approved", true}, {"supplied", false}, {"holder", "某公司"}},
         Truth::yes,
         "what is stated of the supply counts before what a holder suggests"},
        {"B2", Side::yes, z, k_parcel, "supplied_not_used",
         bare({{"due_start", Date{2023, 12, 30}}}), Truth::yes, "a day late"},
        {"B2", Side::no, z, k_parcel, "supplied_not_used",
         bare({{"due_start", Date{2023, 12, 31}}}), Truth::no, "the last day of the time to start"},
        {"B2", missing, z, k_parcel, "supplied_not_used", bare({}), Truth::unknown,
         "no day to start by"},
        {"B2", contradiction, z, k_parcel, "supplied_not_used",
         bare({{"due_start", Date{2022, 6, 30}}, {"building_count", 3.0}}), Truth::yes,
         "'not started' is stated; that buildings stand there is an issue of its own"},
        // 5 mu are 3,333.33 m2.
        {"B3", Side::yes, z, k_parcel, "used_in_part", works({{"vacant_m2", 3'333.34}}), Truth::yes,
         "5 mu vacant"},
        {"B3", Side::no, z, k_parcel, "used_in_part", works({{"vacant_m2", 3'333.33}}), Truth::no,
         "just less than 5 mu"},
        {"B3", missing, z, k_parcel, "used_in_part", works({}), Truth::unknown,
         "vacant ground not measured"},
        {"B3", contradiction, z, k_parcel, "used_in_part",
         bare({{"vacant_m2", 9'000.0}, {"building_count", 3.0}}), Truth::no,
         "stated as not started: not used at all, whatever stands there"},
        {"B3", Side::yes, "hangzhou-2021", k_parcel, "used_in_part_separable",
         works({{"vacant_m2", 4'000.0}, {"separable_m2", 3'334.0}}), Truth::yes,
         "what is left over can be a parcel of its own"},
        {"B3", Side::no, "hangzhou-2021", k_parcel, "used_in_part_separable",
         works({{"vacant_m2", 4'000.0}, {"separable_m2", 3'333.0}}), Truth::no,
         "what is left over is too small for one"},
        {"B4",
         Side::yes,
         z,
         k_parcel,
         "built_not_producing",
         {{"completed", true}, {"in_production", false}, {"agreed_production", Date{2023, 12, 30}}},
         Truth::yes,
         "a day late"},
        {"B4",
         Side::no,
         z,
         k_parcel,
         "built_not_producing",
         {{"completed", true}, {"in_production", false}, {"agreed_production", Date{2023, 12, 31}}},
         Truth::no,
         "due today"},
        {"B4",
         missing,
         z,
         k_parcel,
         "built_not_producing",
         {{"completed", true}, {"agreed_production", Date{2023, 6, 30}}},
         Truth::unknown,
         "nobody says whether it produces"},
        {"B4",
         contradiction,
         z,
         k_parcel,
         "built_not_producing",
         {{"completed", false}, {"in_production", true}, {"agreed_production", Date{2023, 6, 30}}},
         Truth::no,
         "it produces, completed or not"},
    };
}

/// B5: the statutory tests. A year from 2022-12-30 is full when 2023-12-30 is over.
[[nodiscard]] std::vector<RowCase> idle_rows()
{
    const char* const n = "national";
    const auto stopped = [](double developed, double invested, Date since) {
        return FactValues{{"is_industrial", true},
                          {"state_owned", true},
                          {"supplied", true},
                          {"started", true},
                          {"suspended", true},
                          {"suspension_start", since},
                          {"developed_share", developed},
                          {"invested_share", invested},
                          {"completed", false},
                          {"in_production", false}};
    };
    return {
        {"B5", Side::yes, n, k_parcel, "suspected_idle", bare({{"due_start", Date{2022, 12, 30}}}),
         Truth::yes, "not started for a full year"},
        {"B5", Side::no, n, k_parcel, "suspected_idle", bare({{"due_start", Date{2022, 12, 31}}}),
         Truth::no, "the last day of the year"},
        {"B5", missing, n, k_parcel, "suspected_idle", bare({}), Truth::unknown,
         "no day to start by"},
        {"B5", contradiction, n, k_parcel, "suspected_idle",
         bare({{"due_start", Date{2021, 1, 1}}, {"supplied", false}}), Truth::no,
         "what nobody holds is no one's to leave idle, whatever its dates"},
        {"B5", Side::yes, n, k_parcel, "suspected_idle", stopped(0.333, 0.9, Date{2022, 12, 30}),
         Truth::yes, "less than a third developed"},
        {"B5", Side::yes, n, k_parcel, "suspected_idle", stopped(0.9, 0.249, Date{2022, 12, 30}),
         Truth::yes, "less than a quarter invested"},
        {"B5", Side::no, n, k_parcel, "suspected_idle", stopped(0.334, 0.25, Date{2020, 1, 1}),
         Truth::no, "a third and a quarter are enough"},
        {"B5", Side::no, n, k_parcel, "suspected_idle", stopped(0.1, 0.1, Date{2022, 12, 31}),
         Truth::no, "not suspended for a year yet"},
        {"B5", Side::yes, n, k_parcel, "idle_government",
         bare({{"due_start", Date{2022, 1, 1}}, {"delay_cause", "government"}}), Truth::yes,
         "the cause sends it to other articles"},
        {"B5", Side::no, n, k_parcel, "idle_fee_due",
         bare({{"due_start", Date{2022, 1, 1}}, {"delay_cause", "government"}}), Truth::no,
         "no fee for what the government caused"},
        {"B5", Side::yes, n, k_parcel, "idle_recovery_due",
         bare({{"due_start", Date{2021, 12, 30}}, {"delay_cause", "enterprise"}}), Truth::yes,
         "two full years"},
        {"B5", missing, n, k_parcel, "idle_fee_due", bare({{"due_start", Date{2022, 6, 1}}}),
         Truth::unknown, "without a cause nobody can say what follows"},
    };
}

/// B6-B8: land in use.
[[nodiscard]] std::vector<RowCase> output_rows()
{
    const char* const x = "zhejiang-415x";
    const char* const j = "zhuji-2021";
    return {
        {"B6", Side::yes, x, k_parcel, "low_plot_ratio",
         works({{"plot_ratio", 1.499}, {"footprint_m2", 900.0}}), Truth::yes, "below 1.5"},
        {"B6", Side::no, x, k_parcel, "low_plot_ratio", works({{"plot_ratio", 1.5}}), Truth::no,
         "1.5 reached"},
        {"B6", missing, x, k_parcel, "low_plot_ratio", works({}), Truth::unknown, "no floor area"},
        {"B6", contradiction, x, k_parcel, "low_plot_ratio",
         bare({{"plot_ratio", 0.3}, {"building_count", 1.0}}), Truth::no,
         "stated as not started: its plot ratio is not judged yet"},
        {"B7", Side::yes, j, k_parcel, "low_efficiency", works({{"tax_per_mu", 5.0}}), Truth::yes,
         "50,000 yuan a mu and less"},
        {"B7", Side::no, j, k_parcel, "low_efficiency", works({{"tax_per_mu", 5.001}}), Truth::no,
         "just more"},
        {"B7", missing, j, k_parcel, "low_efficiency", works({}), Truth::unknown, "no tax known"},
        {"B7", contradiction, j, k_parcel, "low_efficiency",
         works({{"tax_per_mu", 3.0}, {"class", "A"}}), Truth::yes,
         "the plan asks for tax alone; a good class excuses nothing"},
        {"B7", Side::yes, "zhejiang-2024", k_parcel, "low_efficiency",
         works({{"tax_per_mu", 60.0}, {"class", "D"}}), Truth::yes,
         "the last class counts by itself"},
        {"B8", Side::yes, j, k_parcel, "violation", works({{"violations", Words{"fire"}}}),
         Truth::yes, "fire safety"},
        {"B8", Side::no, j, k_parcel, "violation", works({{"violations", Words{}}}), Truth::no,
         "inspected, and nothing found"},
        {"B8", missing, j, k_parcel, "violation", works({}), Truth::unknown, "never inspected"},
        {"B8", Side::no, j, k_parcel, "violation", works({{"has_violation_record", true}}),
         Truth::no, "the inspection is recorded and the column is blank"},
        {"B8", contradiction, j, k_parcel, "violation",
         works({{"violations", Words{"tax"}}, {"has_violation_record", false}}), Truth::yes,
         "what was found counts, whatever the column says of an inspection"},
    };
}

/// B12, B13: new land, and land that is re-planned.
[[nodiscard]] std::vector<RowCase> planning_rows()
{
    const char* const h = "hangzhou-2021";
    const char* const z = "zhejiang-2024";
    const auto granted = [](FactValues more) {
        FactValues facts{{"is_industrial", true},
                         {"supply_new_land", true},
                         {"contract_date", Date{2024, 6, 1}}};
        facts.insert(facts.end(), more.begin(), more.end());
        return facts;
    };
    const auto replanned = [](FactValues more) {
        FactValues facts{{"is_industrial", true},
                         {"planned_industrial", false},
                         {"replan_implemented", false},
                         {"violations", Words{}}};
        facts.insert(facts.end(), more.begin(), more.end());
        return facts;
    };
    return {
        {"B12", Side::yes, h, k_parcel, "new_outside_platform",
         granted({{"in_platform_share", 0.499}}), Truth::yes, "less than half inside a platform"},
        {"B12", Side::no, h, k_parcel, "new_outside_platform",
         granted({{"in_platform_share", 0.5}}), Truth::no, "half of it inside counts as inside"},
        {"B12", missing, h, k_parcel, "new_outside_platform", granted({}), Truth::unknown,
         "no platforms given"},
        {"B12", contradiction, h, k_parcel, "new_outside_platform",
         granted({{"in_platform_share", 0.0}, {"park", "东园"}, {"in_line_share", 1.0}}),
         Truth::yes, "the outline of the platform decides, and not the name in a column"},
        {"B12", Side::yes, z, k_parcel, "new_outside_line", granted({{"in_line_share", 0.499}}),
         Truth::yes, "less than half inside the line"},
        {"B12", Side::no, z, k_parcel, "new_outside_line", granted({{"in_line_share", 0.5}}),
         Truth::no, "half of it inside counts as inside"},
        {"B12", missing, z, k_parcel, "new_outside_line", granted({}), Truth::unknown,
         "no line given"},
        // Five years from 2023-12-31 end with 2028-12-31.
        {"B13", Side::yes, z, k_parcel, "may_upgrade",
         replanned({{"replan_due_date", Date{2029, 1, 1}}}), Truth::yes, "not within five years"},
        {"B13", Side::no, z, k_parcel, "may_upgrade",
         replanned({{"replan_due_date", Date{2028, 12, 31}}}), Truth::no,
         "on the last day of the five years"},
        {"B13", missing, z, k_parcel, "may_upgrade", replanned({}), Truth::unknown,
         "nobody says when the plan is to be carried out"},
        {"B13", contradiction, z, k_parcel, "may_upgrade",
         replanned({{"replan_due_date", Date{2031, 1, 1}}, {"replan_implemented", true}}),
         Truth::no, "what is carried out is carried out, whatever the date of the plan"},
        {"B13", Side::no, z, k_parcel, "may_upgrade",
         replanned({{"replan_due_date", Date{2031, 1, 1}}, {"violations", Words{"illegal_lease"}}}),
         Truth::no, "illegally let"},
        {"B13", Side::yes, "ningbo-2021", k_parcel, "may_upgrade",
         replanned({{"replan_due_date", Date{2031, 1, 1}}, {"class", "B"}}), Truth::yes,
         "class B may extend in Ningbo"},
        {"B13", Side::no, "ningbo-2021", k_parcel, "may_upgrade",
         replanned({{"replan_due_date", Date{2031, 1, 1}}, {"class", "C"}}), Truth::no,
         "class C may not"},
    };
}

/// B15, B16: staged rights, offices and dormitories.
[[nodiscard]] std::vector<RowCase> right_rows()
{
    const char* const h = "hangzhou-2021";
    const char* const n = "ningbo-2021";
    const auto staged = [](FactValues more) {
        FactValues facts{{"staged_right", true}, {"completed", false}};
        facts.insert(facts.end(), more.begin(), more.end());
        return facts;
    };
    return {
        {"B15", Side::yes, h, k_parcel, "construction_overdue",
         staged({{"agreed_completion", Date{2023, 12, 30}}}), Truth::yes, "a day over"},
        {"B15", Side::no, h, k_parcel, "construction_overdue",
         staged({{"agreed_completion", Date{2023, 12, 31}}}), Truth::no, "ends today"},
        {"B15", missing, h, k_parcel, "construction_overdue", staged({}), Truth::unknown,
         "no day agreed on"},
        {"B15", contradiction, h, k_parcel, "construction_overdue",
         staged({{"agreed_completion", Date{2023, 1, 1}}, {"in_production", true}}), Truth::yes,
         "it produces without being completed: the stage is not fulfilled"},
        {"B15",
         Side::yes,
         h,
         k_parcel,
         "start_up_overdue",
         {{"staged_right", true},
          {"in_production", false},
          {"agreed_production", Date{2023, 12, 30}}},
         Truth::yes,
         "the next stage, a day over"},
        // Land 15%, floors 30% where the raised limit applies; 50 mu outside the line for A and B.
        {"B16", Side::yes, n, k_parcel, "support_over",
         works(
             {{"in_line_share", 1.0}, {"support_land_share", 0.151}, {"support_floor_share", 0.1}}),
         Truth::yes, "more than 15% of the land"},
        {"B16", Side::no, n, k_parcel, "support_over",
         works(
             {{"in_line_share", 1.0}, {"support_land_share", 0.15}, {"support_floor_share", 0.3}}),
         Truth::no, "just at both limits"},
        {"B16", Side::yes, n, k_parcel, "support_over",
         works({{"in_line_share", 1.0},
                {"support_land_share", 0.05},
                {"support_floor_share", 0.301}}),
         Truth::yes, "more than 30% of the floors"},
        {"B16", missing, n, k_parcel, "support_over",
         works({{"support_land_share", 0.1}, {"support_floor_share", 0.1}}), Truth::unknown,
         "10% is too much outside the line and not inside, and nobody knows which"},
        {"B16", Side::yes, n, k_parcel, "support_raised",
         works({{"in_line_share", 0.0}, {"class", "B"}, {"area_mu", 50.0}}), Truth::yes,
         "outside, class B with 50 mu"},
        {"B16", Side::no, n, k_parcel, "support_raised",
         works({{"in_line_share", 0.0}, {"class", "B"}, {"area_mu", 49.99}}), Truth::no,
         "outside, a little less land"},
        {"B16", contradiction, n, k_parcel, "support_over",
         bare({{"in_line_share", 1.0},
               {"building_count", 1.0},
               {"support_land_share", 0.1},
               {"support_floor_share", 0.1}}),
         Truth::yes,
         "stated as not started: no existing project, so the raised limit does not apply"},
    };
}

} // namespace

std::vector<RowCase> detection_rows()
{
    std::vector<RowCase> all = stage_rows();
    for (auto&& part : {idle_rows(), output_rows(), planning_rows(), right_rows()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace tenglong::testing
