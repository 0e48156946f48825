#include "core/base/units.hpp"
#include "core/policy/loader.hpp"
#include "tests/support/fact_text.hpp"
#include "tests/support/read_layers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace tenglong::tests {

namespace {

using geo::InputKind;
using geo::Survey;

const Profile& national()
{
    static const auto profile = load_profile("national");
    return *profile;
}

std::string code(int number)
{
    return fmt::format("330681001002GB{:05}", number);
}

double number(const FactTable& facts, std::string_view fact, std::size_t row)
{
    return facts.number(facts.id(fact), row).value_or(-1.0);
}

std::string text(const FactTable& facts, std::string_view fact, std::size_t row)
{
    return facts.text(facts.id(fact), row).value_or("");
}

std::size_t count_of(const Survey& survey, std::string_view kind)
{
    return static_cast<std::size_t>(
        std::count_if(survey.issues.begin(), survey.issues.end(),
                      [&](const Issue& issue) { return issue.kind == kind; }));
}

/// Five parcels of 100 m by 100 m side by side, 10,000 m² or 15 mu each; the control line covers
/// the first two and half of the third.
HandMadeLayers small_city(const std::vector<int>& parcel_order = {1, 2, 3, 4, 5})
{
    HandMadeLayers city;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> shapes;
    for (const int n : parcel_order) {
        const std::string use = n == 5 ? "0701" : "0601"; // housing, industry (GB/T 21010-2017)
        const std::string registered = n == 4 ? "" : n == 2 ? "10600" : "10000";
        rows.push_back({code(n), use, registered, fmt::format("甲乙丙丁戊公司{}", n)});
        shapes.push_back(rectangle(500'000.0 + 100.0 * n, 3'300'000.0, 100.0, 100.0));
    }
    city.add(InputKind::parcels, {"parcel_code", "land_use", "area_registered_m2", "holder"}, rows,
             shapes);
    // 1: a workshop of 50 by 50 with 2 storeys. 2 and 3: one of 60 by 50 across their border, 40 m
    // in 2 and 20 m in 3, with 6,000 m² of floor. 4: nothing. 5: one without storeys.
    city.add(InputKind::buildings, {"storeys_above", "floor_m2"},
             {{"2", ""}, {"", "6000"}, {"", ""}, {"2", ""}},
             {rectangle(500'110.0, 3'300'010.0, 50.0, 50.0),
              rectangle(500'260.0, 3'300'010.0, 60.0, 50.0),
              rectangle(500'510.0, 3'300'010.0, 20.0, 20.0),
              // the first one again: a layer that holds buildings twice
              rectangle(500'110.0, 3'300'010.0, 50.0, 50.0)});
    city.add(InputKind::enterprises,
             {"credit_code", "name", "parcel_code", "year", "tax_wan", "production_state",
              "industry_code"},
             {{"91330681MA2000001X", "第一公司", code(1), "2023", "150", "正常", "C3311"},
              {"91330681MA2000002X", "第二公司", code(2), "2023", "30", "停产", "1711"},
              {"91330681MA2000009X", "无地公司", "", "2023", "7", "正常", "1711"}});
    city.add(InputKind::control_line, {"code"}, {{"L1"}},
             {rectangle(500'000.0, 3'299'900.0, 350.0, 300.0)});
    return city;
}

} // namespace

TEST(Survey, MeasuresASmallCityAsByHand)
{
    const Survey survey = small_city().survey(national());
    const FactTable& facts = *survey.parcel_facts;

    ASSERT_EQ(facts.rows(), 5U);
    EXPECT_EQ(text(facts, "parcel_code", 0), code(1));
    EXPECT_NEAR(number(facts, "area_computed_m2", 0), 10'000.0, 1e-6);
    EXPECT_DOUBLE_EQ(number(facts, "area_m2", 1), 10'600.0); // the registered one counts
    EXPECT_DOUBLE_EQ(number(facts, "area_mu", 0), 15.0);
    EXPECT_NEAR(number(facts, "area_m2", 3), 10'000.0, 1e-6); // none registered
    EXPECT_NEAR(number(facts, "footprint_m2", 0), 2'500.0, 1e-6);
    EXPECT_NEAR(number(facts, "floor_m2", 0), 5'000.0, 1e-6); // 2,500 times 2, counted once
    EXPECT_NEAR(number(facts, "plot_ratio", 0), 0.5, 1e-9);
    EXPECT_NEAR(number(facts, "building_count", 0), 1.0, 0.0);
    EXPECT_NEAR(number(facts, "plot_ratio", 3), 0.0, 0.0); // nothing stands on it
    EXPECT_NEAR(number(facts, "in_line_m2", 0), 10'000.0, 1e-6);
    EXPECT_NEAR(number(facts, "in_line_m2", 2), 5'000.0, 1e-6);
    EXPECT_NEAR(number(facts, "out_line_m2", 2), 5'000.0, 1e-6);
    EXPECT_NEAR(number(facts, "in_line_share", 3), 0.0, 0.0);
}

TEST(Survey, SharesAStraddlingBuildingByItsOutline)
{
    const Survey survey = small_city().survey(national());
    const FactTable& facts = *survey.parcel_facts;

    // 40 of 60 m lie in parcel 2 and 20 in parcel 3: 6,000 m² become 4,000 and 2,000.
    EXPECT_NEAR(number(facts, "floor_m2", 1), 4'000.0, 1e-6);
    EXPECT_NEAR(number(facts, "floor_m2", 2), 2'000.0, 1e-6);
    EXPECT_NEAR(number(facts, "footprint_m2", 1), 2'000.0, 1e-6);
}

TEST(Survey, LeavesThePlotRatioOpenWhereABuildingTellsNeitherFloorNorStoreys)
{
    const Survey survey = small_city().survey(national());
    const FactTable& facts = *survey.parcel_facts;

    EXPECT_FALSE(facts.number(facts.id("plot_ratio"), 4).has_value());
    EXPECT_NEAR(number(facts, "footprint_m2", 4), 400.0, 1e-6);
}

TEST(Survey, ReadsTheLandUseAndOwnershipFromTheCodes)
{
    const Survey survey = small_city().survey(national());
    const FactTable& facts = *survey.parcel_facts;

    EXPECT_EQ(facts.yes_no(facts.id("is_industrial"), 0), std::optional{true});
    EXPECT_EQ(facts.yes_no(facts.id("is_industrial"), 4), std::optional{false});
    EXPECT_EQ(facts.yes_no(facts.id("state_owned"), 0), std::optional{true}); // GB
}

TEST(Survey, BringsTheFiguresOfEnterprisesToTheirParcels)
{
    const Survey survey = small_city().survey(national());
    const FactTable& facts = *survey.parcel_facts;

    EXPECT_DOUBLE_EQ(number(facts, "tax_wan", 0), 150.0);
    EXPECT_DOUBLE_EQ(number(facts, "tax_per_mu", 0), 10.0); // 150 over 15 mu
    EXPECT_EQ(facts.yes_no(facts.id("in_production"), 0), std::optional{true});
    EXPECT_EQ(facts.yes_no(facts.id("in_production"), 1), std::optional{false});
    EXPECT_FALSE(facts.yes_no(facts.id("in_production"), 3).has_value());
    EXPECT_EQ(text(facts, "industry_code", 0), "C3311");
    ASSERT_EQ(survey.enterprise_facts->rows(), 3U);
    EXPECT_EQ(survey.reg.unmatched.size(), 1U);
    EXPECT_TRUE(survey.reg.accounts.at(index_of(YearFigure::tax)).holds());
}

TEST(Survey, AddsUpTheMainPollutantsWhereNoTotalIsGiven)
{
    HandMadeLayers city;
    city.add(InputKind::parcels, {"parcel_code"}, {{code(1)}, {code(2)}, {code(3)}},
             {rectangle(500'000.0, 3'300'000.0, 100.0, 100.0),
              rectangle(500'200.0, 3'300'000.0, 100.0, 100.0),
              rectangle(500'400.0, 3'300'000.0, 100.0, 100.0)});
    city.add(InputKind::enterprises,
             {"name", "parcel_code", "year", "emission_t", "emission_cod_t", "emission_nox_t"},
             {{"甲厂", code(1), "2023", "", "1.5", "2.25"},
              {"乙厂", code(2), "2023", "9", "1.5", "2.25"},
              {"丙厂", code(3), "2023", "", "1.5", ""}});
    const Survey survey = city.survey(national());
    const FactTable& facts = *survey.parcel_facts;

    EXPECT_EQ(facts.number(facts.id("emission_t"), 0), std::optional{3.75});
    EXPECT_EQ(facts.number(facts.id("emission_t"), 1), std::optional{9.0});
    EXPECT_FALSE(facts.number(facts.id("emission_t"), 2).has_value()); // missing is not zero
}

TEST(Survey, NamesAnAreaThatDiffersFromTheRegister)
{
    const Survey survey = small_city().survey(national());

    // 10,600 against 10,000 m²: 5.66% of the registered area, above the 5% of an error.
    const auto found = std::find_if(survey.issues.begin(), survey.issues.end(),
                                    [](const Issue& i) { return i.kind == "area_differs"; });
    ASSERT_NE(found, survey.issues.end());
    EXPECT_EQ(found->subject, code(2));
    EXPECT_EQ(found->severity, Severity::error);
    EXPECT_EQ(count_of(survey, "area_differs"), 1U);
}

TEST(Survey, TakesFromThePolicyWhenAnAreaDiffers)
{
    // 600 m² of 10,600 are 5.66%: beyond the national 5%, within 6%, and within 0.1 ha.
    const auto severity_under = [](const char* key, const char* value) {
        const auto profile = load_profile("national", {{key, value}});
        const Survey survey = small_city().survey(*profile);
        for (const Issue& issue : survey.issues) {
            if (issue.kind == "area_differs") {
                return std::optional{issue.severity};
            }
        }
        return std::optional<Severity>{};
    };
    EXPECT_EQ(severity_under("area_error", "5%"), Severity::error);
    EXPECT_EQ(severity_under("area_error", "6%"), Severity::warning);
    EXPECT_EQ(severity_under("area_least", "0.1 ha"), std::nullopt);
}

TEST(Survey, TakesFromThePolicyWhatASlipOfTheUnitIs)
{
    // 12,000 "mu" on a parcel of 10,000 m²: 20% apart.
    HandMadeLayers city;
    city.add(InputKind::parcels, {"parcel_code"}, {{code(1)}},
             {rectangle(500'000.0, 3'300'000.0, 100.0, 100.0)});
    city.add(InputKind::enterprises, {"name", "parcel_code", "land_own_mu"},
             {{"甲厂", code(1), "12000"}});
    const auto slips_under = [&](const char* share) {
        return count_of(city.survey(*load_profile("national", {{"unit_slip", share}})),
                        "land_unit_slip");
    };
    EXPECT_EQ(slips_under("1%"), 0U);
    EXPECT_EQ(slips_under("21%"), 1U);
}

TEST(Survey, TakesFromThePolicyHowWideAGapIs)
{
    // A strip of 0.8 m between two parcels.
    HandMadeLayers city;
    city.add(InputKind::parcels, {"parcel_code"}, {{code(1)}, {code(2)}},
             {rectangle(500'000.0, 3'300'000.0, 100.0, 100.0),
              rectangle(500'100.8, 3'300'000.0, 100.0, 100.0)});
    EXPECT_EQ(count_of(city.survey(national()), "parcel_gap"), 0U); // up to 0.5 m
    EXPECT_EQ(
        count_of(city.survey(*load_profile("national", {{"gap_width", "1 m"}})), "parcel_gap"), 1U);
}

TEST(Survey, CountsTheFigureOfEnergyThatThePolicyPutsFirst)
{
    HandMadeLayers city;
    city.add(InputKind::parcels, {"parcel_code"}, {{code(1)}, {code(2)}, {code(3)}},
             {rectangle(500'000.0, 3'300'000.0, 100.0, 100.0),
              rectangle(500'200.0, 3'300'000.0, 100.0, 100.0),
              rectangle(500'400.0, 3'300'000.0, 100.0, 100.0)});
    city.add(InputKind::enterprises,
             {"name", "parcel_code", "energy_tce", "energy_equivalent_tce", "energy_calorific_tce"},
             {{"甲厂", code(1), "100", "90", "40"},
              {"乙厂", code(2), "", "80", "30"},
              {"丙厂", code(3), "", "", "20"}});
    const Survey usual = city.survey(national());
    EXPECT_DOUBLE_EQ(number(*usual.parcel_facts, "energy_tce", 0), 100.0);
    EXPECT_DOUBLE_EQ(number(*usual.parcel_facts, "energy_tce", 1), 80.0);
    EXPECT_DOUBLE_EQ(number(*usual.parcel_facts, "energy_tce", 2), 20.0);
    EXPECT_EQ(count_of(usual, "energy_values_mixed"), 1U); // 乙 and 丙 are not comparable

    const auto profile = load_profile("national");
    profile->energy = {EnergyBasis::calorific};
    const Survey calorific = city.survey(*profile);
    EXPECT_DOUBLE_EQ(number(*calorific.parcel_facts, "energy_tce", 0), 40.0);
    EXPECT_DOUBLE_EQ(number(*calorific.parcel_facts, "energy_tce", 1), 30.0);
    EXPECT_EQ(count_of(calorific, "energy_values_mixed"), 0U);
    // The enterprises' own facts are of the same figure, whatever their column says.
    double sum = 0.0;
    for (std::size_t row = 0; row < 3; ++row) {
        sum += number(*calorific.enterprise_facts, "energy_tce", row);
    }
    EXPECT_DOUBLE_EQ(sum, 90.0);
}

TEST(Survey, IsTheSameForShuffledParcelsAndAnyNumberOfThreads)
{
    const Survey one = small_city().survey(national(), 1);
    const Survey two = small_city({4, 2, 5, 1, 3}).survey(national(), 2);

    EXPECT_EQ(all_facts(*one.parcel_facts), all_facts(*two.parcel_facts));
    EXPECT_EQ(all_facts(*one.enterprise_facts), all_facts(*two.enterprise_facts));
    EXPECT_EQ(one.parcels.shapes.points, two.parcels.shapes.points);
}

TEST(Survey, EndsEveryRowAsAParcelOrAnIssue)
{
    HandMadeLayers city;
    const auto square = [](int n) {
        return rectangle(500'000.0 + 100.0 * n, 3'300'000.0, 100.0, 100.0);
    };
    city.add(
        InputKind::parcels, {"parcel_code"},
        {{code(1)}, {code(1)}, {""}, {code(2)}, {code(3)}, {code(3)}, {code(4)}},
        // twice the same; the same without a code; another code on it; one code in two parts; none
        {square(1), square(1), square(1), square(1), square(3), square(4), ""});
    const Survey survey = city.survey(national());

    EXPECT_EQ(count_of(survey, "duplicate_row"), 2U);
    EXPECT_EQ(count_of(survey, "duplicate_geometry"), 1U);
    EXPECT_EQ(count_of(survey, "several_rows_for_code"), 1U);
    EXPECT_EQ(survey.parcel_facts->rows() + count_of(survey, "duplicate_row") +
                  count_of(survey, "several_rows_for_code"),
              7U);
}

TEST(Survey, ListsEveryRepairWithTheAreaBeforeAndAfter)
{
    HandMadeLayers city;
    geo::VectorLayer& parcels =
        city.add(InputKind::parcels, {"parcel_code"}, {{code(1)}, {code(2)}});
    // A hole of 10 by 10 m that runs as its shell does; and 100 m² that were an arc's 101.
    const auto square = [](double x, double y, double side) {
        return std::vector<geo::Point>{
            {x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
    };
    parcels.shapes =
        raw_part({square(500'000.0, 3'300'000.0, 100.0), square(500'010.0, 3'300'010.0, 10.0)});
    parcels.shapes.append(raw_part({square(500'200.0, 3'300'000.0, 10.0)}), 0, 1);
    parcels.linearised.push_back({1, 1.01});
    const Survey survey = city.survey(national());

    const auto text_of = [&](std::string_view kind) {
        const auto found =
            std::ranges::find(survey.issues, kind, [](const Issue& issue) { return issue.kind; });
        return found == survey.issues.end() ? std::string{} : found->text.en;
    };
    EXPECT_EQ(text_of("ring_turned"),
              "'330681001002GB00001' has a ring that runs the wrong way round; it was turned; area "
              "9900 m2 before, 9900 m2 after");
    EXPECT_EQ(text_of("curves_linearised"),
              "'330681001002GB00002' has arcs; they were read as chords; area 101 m2 before, "
              "100 m2 after");
}

TEST(Survey, NamesALayerThatLiesElsewhereAndTheCrsThatItFitsIn)
{
    HandMadeLayers city;
    city.add(InputKind::parcels, {"parcel_code"}, {{code(1)}},
             {rectangle(500'000.0, 3'300'000.0, 100.0, 100.0)});
    // In the parcels' own coordinates, but declared at 117E: three degrees are 290 km at 30N.
    city.add(InputKind::buildings, {"storeys_above"}, {{"1"}},
             {rectangle(500'010.0, 3'300'010.0, 20.0, 20.0)})
        .crs.crs = *geo::parse_crs("EPSG:4548");
    city.add(InputKind::parks, {"name"}, {{"园区"}},
             {rectangle(500'000.0, 3'500'000.0, 100.0, 100.0)});
    city.add(InputKind::towns, {"name"}, {{"南镇"}},
             {rectangle(499'000.0, 3'299'000.0, 2'000.0, 2'000.0)});
    const Survey survey = city.survey(national());

    ASSERT_EQ(count_of(survey, "layer_apart"), 2U);
    const auto first = std::ranges::find(survey.issues, "layer_apart", &Issue::kind);
    EXPECT_EQ(first->place.file, "buildings.gpkg");
    EXPECT_NE(first->text.en.find("--set buildings.crs=EPSG:4549"), std::string::npos)
        << first->text.en;
    const auto second = std::find_if(std::next(first), survey.issues.end(),
                                     [](const Issue& each) { return each.kind == "layer_apart"; });
    EXPECT_EQ(second->place.file, "parks.gpkg");
    EXPECT_NE(second->text.en.find("200 km"), std::string::npos) << second->text.en;
}

TEST(Survey, FillsDatesFromTheSupplyTable)
{
    HandMadeLayers city;
    city.add(InputKind::parcels, {"parcel_code", "build_state"}, {{code(1), "未动工"}},
             {rectangle(500'000.0, 3'300'000.0, 100.0, 100.0)});
    city.add(InputKind::supply,
             {"parcel_code", "contract_number", "contract_date", "handover_date"},
             {{code(1), "HT-1", "2020-03-01", "2020-05-01"}, {code(9), "HT-9", "2021-01-01", ""}});
    const Survey survey = city.survey(national());
    const FactTable& facts = *survey.parcel_facts;

    EXPECT_EQ(text(facts, "contract_number", 0), "HT-1");
    EXPECT_EQ(facts.yes_no(facts.id("supplied"), 0), std::optional{true});
    EXPECT_EQ(facts.yes_no(facts.id("started"), 0), std::optional{false});
    // Without an agreed start: the hand-over and one year (art. 22).
    EXPECT_EQ(facts.date(facts.id("due_start"), 0), std::optional{Date(2021, 5, 1)});
    EXPECT_EQ(count_of(survey, "supply_unmatched"), 1U);
    // The row whose facts the parcel has is not kept a second time.
    const auto& rest = survey.zones.at(InputKind::supply).front().table;
    ASSERT_EQ(rest.rows(), 1U);
    EXPECT_EQ(rest.text("contract_number", 0), "HT-9");
    EXPECT_EQ(rest.row_number(0), 2);
}

TEST(Survey, NamesParcelsThatOverlap)
{
    HandMadeLayers city;
    city.add(InputKind::parcels, {"parcel_code"}, {{code(1)}, {code(2)}},
             {rectangle(500'000.0, 3'300'000.0, 100.0, 100.0),
              rectangle(500'095.0, 3'300'000.0, 100.0, 100.0)});

    EXPECT_EQ(count_of(city.survey(national()), "parcel_overlap"), 1U);
}

TEST(Survey, UnitesWhatIsKnownOfTheEnterprisesOnAParcel)
{
    HandMadeLayers city = small_city();
    city.add(InputKind::enterprises, {"credit_code", "name", "parcel_code", "year", "lists"},
             {{"91330681MA2000003X", "第三公司", code(3), "2023", "散乱污"}});
    const Survey survey = city.survey(national());
    const FactTable& facts = *survey.parcel_facts;

    EXPECT_EQ(text(facts, "lists", 2), "scattered");
    EXPECT_FALSE(facts.text(facts.id("lists"), 0).has_value()); // nobody says anything
}

TEST(Survey, TakesTownAndPlannedUseFromTheZoneWithMostOfTheParcel)
{
    HandMadeLayers city;
    city.add(InputKind::parcels, {"parcel_code", "land_use", "land_use_name", "town"},
             {{code(1), "", "工业用地", ""}, {code(2), "0601", "", "北镇"}},
             {rectangle(500'000.0, 3'300'000.0, 100.0, 100.0),
              rectangle(500'100.0, 3'300'000.0, 100.0, 100.0)});
    // Parcel 1 lies 60 m in the southern town and 40 m in the northern one.
    city.add(InputKind::towns, {"name"}, {{"南镇"}, {"北镇"}},
             {rectangle(499'000.0, 3'299'000.0, 2'000.0, 1'060.0),
              rectangle(499'000.0, 3'300'060.0, 2'000.0, 1'000.0)});
    // Two zones of one use together have more of parcel 1 than the third: 30 + 30 against 40 m.
    city.add(InputKind::planned_use,
             {"planned_use", "approval_date", "replan_due_date", "replan_implemented"},
             {{"0701", "2020-01-01", "2030-06-30", "否"},
              {"0701", "2020-01-01", "2030-06-30", "否"},
              {"100102", "2019-05-06", "", ""}},
             {rectangle(500'000.0, 3'300'000.0, 30.0, 100.0),
              rectangle(500'030.0, 3'300'000.0, 30.0, 100.0),
              rectangle(500'060.0, 3'300'000.0, 140.0, 100.0)});
    const Survey survey = city.survey(national());
    const FactTable& facts = *survey.parcel_facts;

    EXPECT_EQ(text(facts, "town", 0), "南镇");
    EXPECT_EQ(text(facts, "town", 1), "北镇"); // its own row names it
    EXPECT_EQ(text(facts, "planned_use", 0), "0701");
    EXPECT_EQ(text(facts, "planned_use", 1), "100102");
    EXPECT_EQ(facts.date(facts.id("replanned_date"), 1), std::optional{Date(2019, 5, 6)});
    EXPECT_EQ(facts.date(facts.id("replan_due_date"), 0), std::optional{Date(2030, 6, 30)});
    EXPECT_EQ(facts.yes_no(facts.id("replan_implemented"), 0), std::optional{false});
    EXPECT_FALSE(facts.date(facts.id("replan_due_date"), 1).has_value());
    EXPECT_EQ(facts.yes_no(facts.id("is_industrial"), 0), std::optional{true}); // by its name
}

} // namespace tenglong::tests
