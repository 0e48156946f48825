#include "geo/plan/line_plan.hpp"

#include "core/base/error.hpp"
#include "core/policy/loader.hpp"
#include "tests/support/read_layers.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <memory>

namespace tenglong::geo {
namespace {

using tests::rectangle;
using Rows = std::vector<std::vector<std::string>>;

const std::vector<std::string> k_fields{"code", "region", "price_wan", "available_date"};
const Date k_day{2023, 12, 31};

std::string at(double x, double y, double width, double height)
{
    return rectangle(520'000.0 + x, 3'287'000.0 + y, width, height);
}

/// A line of 400 m by 100 m of which 100 m by 100 m were taken in the east.
tests::HandMadeLayers base()
{
    tests::HandMadeLayers layers;
    layers.add(InputKind::parcels, {"parcel_code", "land_use"},
               {{"330699001001GB00001", "工业用地"}}, {at(0, 0, 400, 100)});
    layers.add(InputKind::control_line, {"name", "town"}, {{"城东区块", "东"}},
               {at(0, 0, 400, 100)});
    layers.add(InputKind::changes, {"change_id", "kind", "region", "decision_date", "state"},
               {{"BG1", "占用", "东", "2023-05-01", "已批准"}}, {at(300, 0, 100, 100)});
    return layers;
}

struct Made {
    LinePlan plan;
    std::vector<Issue> issues;

    [[nodiscard]] std::vector<std::string> of(CandidateFate fate) const
    {
        std::vector<std::string> codes;
        for (std::size_t i = 0; i < plan.planned.size(); ++i) {
            if (plan.planned[i].fate == fate) {
                codes.push_back(plan.candidates.rows[i].code);
            }
        }
        return codes;
    }
    [[nodiscard]] std::vector<std::string> chosen() const { return of(CandidateFate::chosen); }
};

using Codes = std::vector<std::string>;

/// By the terms of Zhuji without its least area and width, with the best solver of the build.
std::unique_ptr<Profile> terms()
{
    auto profile = load_profile("zhuji-2021");
    profile->balance->least_area.reset();
    profile->balance->least_width.reset();
    return profile;
}

Made plan(const tests::HandMadeLayers& layers, const Profile& profile, unsigned threads = 1,
          std::optional<bool> from_parcels = std::nullopt)
{
    const Survey survey = layers.survey(profile, threads);
    Workers workers{threads};
    const auto solver = best_solver();
    Made made;
    made.plan = plan_line(survey, profile, AreaKind::plane,
                          {{k_day, std::nullopt, States::decided}, 0.0, solver.get(), from_parcels},
                          workers, made.issues);
    return made;
}

// 10,000 m² are due. A would be the cheapest, but half of it is inside the line; what counts of A
// and C is 5,000 + 5,000 m² for 300, of B 10,000 for 350.
TEST(LinePlan, CountsOfACandidateWhatWouldCountOfAChange)
{
    tests::HandMadeLayers layers = base();
    layers.add(InputKind::candidates, k_fields,
               {{"A", "东", "100", ""}, {"B", "东", "350", ""}, {"C", "东", "200", ""}},
               {at(0, 50, 100, 100), at(0, 300, 100, 100), at(200, 300, 50, 100)});
    const Made made = plan(layers, *terms());

    EXPECT_EQ(made.chosen(), (Codes{"A", "C"}));
    EXPECT_NEAR(made.plan.planned[0].counted_m2, 5000.0, 1e-6);
    EXPECT_NEAR(made.plan.chosen_m2(), 10'000.0, 1e-6);
    EXPECT_EQ(made.plan.answer.price_yuan, 3'000'000);
    EXPECT_EQ(made.plan.short_m2(), 0.0);
    EXPECT_EQ(made.plan.after.holds(), Truth::yes);
}

TEST(LinePlan, DoesNotCountGroundOfTwoCandidatesTwice)
{
    tests::HandMadeLayers layers = base();
    layers.add(InputKind::candidates, k_fields,
               {{"A", "东", "100", ""}, {"B", "东", "100", ""}, {"C", "东", "900", ""}},
               {at(0, 300, 60, 100), at(50, 300, 60, 100), at(200, 300, 40, 100)});
    const Made made = plan(layers, *terms());

    EXPECT_EQ(made.chosen(), (Codes{"A", "C"}));
    EXPECT_EQ(made.of(CandidateFate::overlaps), Codes{"B"});
}

// Neighbours whose border was drawn twice, 2 cm apart over 100 m: 2 m² that B has less.
TEST(LinePlan, CountsABorderThatWasDrawnTwiceForTheFirst)
{
    tests::HandMadeLayers layers = base();
    layers.add(InputKind::candidates, k_fields, {{"A", "东", "100", ""}, {"B", "东", "100", ""}},
               {at(0, 300, 60, 100), at(59.98, 300, 60, 100)});
    const Made made = plan(layers, *terms());

    EXPECT_EQ(made.chosen(), (Codes{"A", "B"}));
    EXPECT_NEAR(made.plan.planned[1].counted_m2, 5998.0, 1e-6);
}

// 10,000 m² are due for BG1; the parcel of 50 m by 100 m that is re-planned for housing takes 5,000
// more from the line, if the job says that parcels tell changes.
TEST(LinePlan, PlansForTheAccountThatTheJobAsksFor)
{
    tests::HandMadeLayers layers = base();
    layers.add(InputKind::parcels, {"parcel_code", "land_use", "planned_use", "replanned_date"},
               {{"330699001001GB00002", "工业用地", "居住用地", "2023-06-01"}},
               {at(0, 0, 50, 100)});
    layers.add(InputKind::candidates, k_fields, {{"A", "东", "100", ""}}, {at(0, 300, 200, 100)});

    EXPECT_NEAR(plan(layers, *terms(), 1, false).plan.needs.at(0).due_m2, 10'000.0, 1e-6);
    EXPECT_NEAR(plan(layers, *terms(), 1, true).plan.needs.at(0).due_m2, 15'000.0, 1e-6);
}

// C alone is the cheapest, but touches the line over B only: B + C cost 110, D 120.
TEST(LinePlan, LeadsToLandThatHasToBeContiguousOverLandThatTouchesTheLine)
{
    const auto profile = terms();
    profile->balance->contiguous = true;
    tests::HandMadeLayers layers = base();
    layers.add(
        InputKind::candidates, k_fields,
        {{"B", "东", "60", ""},
         {"C", "东", "50", ""},
         {"D", "东", "120", ""},
         {"E", "东", "1", ""}},
        {at(0, 100, 100, 10), at(0, 110, 100, 100), at(110, 100, 100, 100), at(0, 600, 100, 100)});
    const Made made = plan(layers, *profile);

    EXPECT_EQ(made.of(CandidateFate::apart), Codes{"E"});
    if (make_cbc_solver()) {
        EXPECT_EQ(made.chosen(), (Codes{"B", "C"}));
    }
    EXPECT_EQ(made.plan.short_m2(), 0.0);
}

TEST(LinePlan, TakesNoMissingPriceForZero)
{
    tests::HandMadeLayers layers = base();
    layers.add(InputKind::candidates, k_fields,
               {{"A", "东", "", ""}, {"B", "东", "-5", ""}, {"C", "东", "900", ""}},
               {at(0, 300, 100, 100), at(200, 300, 100, 100), at(0, 500, 100, 100)});
    const Made made = plan(layers, *terms());

    EXPECT_EQ(made.chosen(), Codes{"C"});
    EXPECT_EQ(made.of(CandidateFate::no_price), (Codes{"A", "B"}));
    std::vector<std::string> kinds;
    for (const Issue& issue : made.issues) {
        kinds.push_back(issue.kind);
    }
    EXPECT_TRUE(std::ranges::count(kinds, "candidate_without_price") == 1);
    EXPECT_TRUE(std::ranges::count(kinds, "candidate_price_negative") == 1);
}

// 100 m by 100 m are 15 mu, at 20 each.
TEST(LinePlan, MultipliesAPriceForAMuByTheArea)
{
    tests::HandMadeLayers layers = base();
    layers.add(InputKind::candidates, {"code", "price_per_mu_wan"}, {{"A", "20"}},
               {at(0, 300, 100, 100)});
    EXPECT_EQ(plan(layers, *terms()).plan.answer.price_yuan, 3'000'000);
}

TEST(LinePlan, HelpsOnlyTheRegionOfTheCandidateWhereEachBalancesByItself)
{
    const auto profile = terms();
    profile->balance->scope = BalanceScope::each_region;
    profile->balance->total_not_less = false;
    tests::HandMadeLayers layers = base();
    layers.add(InputKind::candidates, k_fields, {{"A", "西", "1", ""}, {"B", "东", "900", ""}},
               {at(0, 300, 100, 100), at(200, 300, 40, 100)});
    const Made made = plan(layers, *profile);

    EXPECT_EQ(made.chosen(), Codes{"B"});
    EXPECT_EQ(made.of(CandidateFate::other_region), Codes{"A"});
    EXPECT_NEAR(made.plan.short_m2(), 6000.0, 1e-6);
    ASSERT_EQ(made.plan.needs.size(), 1U);
    EXPECT_EQ(made.plan.needs[0].need.region, "东");
    EXPECT_FALSE(made.plan.needs[0].restored);
}

TEST(LinePlan, IsTheSameForAnyOrderOfTheRowsAndAnyNumberOfThreads)
{
    Rows rows;
    std::vector<std::string> shapes;
    for (int i = 0; i < 40; ++i) {
        rows.push_back({"C" + std::to_string(i), "东", std::to_string(20 + (i * 7) % 13), ""});
        shapes.push_back(at(35.0 * i, 300.0 + 20.0 * (i % 3), 40.0, 50.0 + i));
    }
    const auto answer = [&](unsigned threads) {
        tests::HandMadeLayers layers = base();
        layers.add(InputKind::candidates, k_fields, rows, shapes);
        return plan(layers, *terms(), threads);
    };
    const Made once = answer(1);
    std::ranges::reverse(rows);
    std::ranges::reverse(shapes);
    const Made again = answer(3);

    EXPECT_FALSE(once.chosen().empty());
    EXPECT_EQ(once.chosen(), again.chosen());
    EXPECT_EQ(once.plan.answer.price_yuan, again.plan.answer.price_yuan);
    EXPECT_EQ(once.plan.answer.least_yuan, again.plan.answer.least_yuan);
}

// The truth comes from trying all subsets of the planted candidates, of what is planted as
// counting.
TEST(LinePlan, FindsThePlanThatTheSampleCityWasPlantedWith)
{
    if (!make_cbc_solver()) {
        GTEST_SKIP() << "built without CBC";
    }
    const auto profile = load_profile("zhuji-2021");
    Job job = read_job("sample_data/job.toml");
    std::erase_if(job.inputs, [](const InputSpec& input) {
        return input.kind == InputKind::enterprises || input.kind == InputKind::buildings;
    });
    Workers workers{2};
    Progress silent;
    const Survey survey = geo::survey(job, *profile, k_day, workers, silent);
    std::vector<Issue> issues;
    const auto solver = best_solver();
    const LinePlan made =
        plan_line(survey, *profile, AreaKind::plane,
                  {{k_day, std::nullopt, States::decided}, 0.0, solver.get()}, workers, issues);
    std::string chosen;
    for (std::size_t i = 0; i < made.planned.size(); ++i) {
        if (made.planned[i].fate == CandidateFate::chosen) {
            chosen += (chosen.empty() ? "" : "+") + made.candidates.rows[i].code;
        }
    }
    std::ifstream truth{"sample_data/truth/plan.csv"};
    std::string line;
    while (std::getline(truth, line) && !line.starts_with("inside_line")) {
    }
    ASSERT_EQ(made.needs.size(), 1U);
    EXPECT_EQ(fmt::format("inside_line,{:.2f},{:.2f},{:.2f},yes,{}", made.needs[0].due_m2,
                          made.chosen_m2(), static_cast<double>(made.answer.price_yuan) / 1e4,
                          chosen),
              line);
}

} // namespace
} // namespace tenglong::geo
