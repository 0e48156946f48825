#include "core/plan/solver.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace tenglong {
namespace {

PlanItem item(std::string code, double area_m2, std::int64_t price_yuan, std::string region = {},
              const std::string& day = "2023-01-01")
{
    PlanItem made;
    made.code = std::move(code);
    made.region = std::move(region);
    made.date = *Date::parse(day);
    made.area_dm2 = std::llround(area_m2 * 100.0);
    made.price_yuan = price_yuan;
    return made;
}

PlanNeed need(double area_m2, std::string region = {}, const std::string& until = {})
{
    return {std::move(region), std::nullopt, Date::parse(until), std::llround(area_m2 * 100.0)};
}

std::vector<std::string> chosen_codes(const PlanProblem& problem, const PlanAnswer& answer)
{
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < answer.chosen.size(); ++i) {
        if (answer.chosen[i]) {
            codes.push_back(problem.items[i].code);
        }
    }
    return codes;
}

/// Every solver that this build has.
std::vector<std::unique_ptr<const Solver>> solvers()
{
    std::vector<std::unique_ptr<const Solver>> all;
    all.push_back(make_greedy_solver());
    if (auto cbc = make_cbc_solver()) {
        all.push_back(std::move(cbc));
    }
    return all;
}

bool allowed(const PlanProblem& problem, const std::vector<bool>& chosen)
{
    return std::ranges::none_of(
               problem.apart,
               [&](const ItemPair& p) { return chosen[p.first] && chosen[p.second]; }) &&
           loose_items(problem, chosen).empty();
}

/// The second source: every subset of the items is tried.
PlanAnswer tried(const PlanProblem& problem)
{
    PlanAnswer best = answer_of(problem, std::vector<bool>(problem.items.size(), false));
    for (std::uint32_t subset = 1; subset < (1U << problem.items.size()); ++subset) {
        std::vector<bool> chosen;
        for (std::size_t i = 0; i < problem.items.size(); ++i) {
            chosen.push_back(((subset >> i) & 1U) != 0);
        }
        if (allowed(problem, chosen)) {
            PlanAnswer answer = answer_of(problem, std::move(chosen));
            best = better(answer, best) ? answer : best;
        }
    }
    return best;
}

int between(std::mt19937& random, int low, int high)
{
    // Not std::uniform_int_distribution: its draws differ between libraries.
    return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
}

/// At most 10 items in two regions over three years, some on the same ground, some in need of a
/// neighbour.
PlanProblem random_problem(unsigned seed)
{
    std::mt19937 random{seed};
    PlanProblem problem;
    const int count = between(random, 1, 10);
    for (int i = 0; i < count; ++i) {
        problem.items.push_back(item("C" + std::to_string(100 + i), between(random, 1, 60) * 50.0,
                                     between(random, 0, 90) * std::int64_t{1000},
                                     between(random, 0, 1) ? "A" : "B",
                                     std::to_string(between(random, 2023, 2025)) + "-06-30"));
        problem.items.back().held = between(random, 0, 4) > 0;
    }
    for (std::uint32_t i = 0; i < problem.items.size(); ++i) {
        for (std::uint32_t k = i + 1; k < problem.items.size(); ++k) {
            if (between(random, 0, 7) == 0) {
                problem.apart.emplace_back(i, k);
            }
            if (between(random, 0, 3) == 0) {
                problem.beside.emplace_back(i, k);
            }
        }
    }
    problem.needs.push_back(need(between(random, 1, 60) * 50.0, "A", "2024-12-31"));
    problem.needs.push_back(need(between(random, 1, 90) * 50.0, "A"));
    problem.needs.push_back(need(between(random, 1, 60) * 50.0, "B"));
    problem.needs.push_back(need(between(random, 1, 150) * 50.0));
    return problem;
}

TEST(Solver, ChoosesWhatAHandComputationChooses)
{
    // 900 m² are due. By price for a square metre the order is A (10 yuan), B (11), C (12), D (13).
    // A + B bring 1,000 m² for 10,400 yuan; A + C just 900 for 6,000 + 3,600 = 9,600; B + D just
    // 900 for 4,400 + 6,500 = 10,900. So A + C is the cheapest, though B costs less a metre.
    PlanProblem problem;
    problem.items = {item("A", 600, 6'000), item("B", 400, 4'400), item("C", 300, 3'600),
                     item("D", 500, 6'500)};
    problem.needs = {need(900)};
    for (const auto& solver : solvers()) {
        const PlanAnswer answer = solver->solve(problem, 0.0);
        EXPECT_EQ(chosen_codes(problem, answer), (std::vector<std::string>{"A", "C"}))
            << solver->name();
        EXPECT_EQ(answer.price_yuan, 9'600);
        EXPECT_EQ(answer.solver, solver->name());
    }
}

TEST(Solver, OfTheSamePriceTakesTheFirst)
{
    PlanProblem problem;
    problem.items = {item("A", 100, 1'000), item("B", 100, 1'000), item("C", 100, 1'000)};
    problem.needs = {need(200)};
    for (const auto& solver : solvers()) {
        EXPECT_EQ(chosen_codes(problem, solver->solve(problem, 0.0)),
                  (std::vector<std::string>{"A", "B"}));
    }
}

TEST(Solver, SaysByHowMuchItFallsShort)
{
    // All that region A has are 500 m² of 800; B, which cannot help, is left alone.
    PlanProblem problem;
    problem.items = {item("A", 500, 1'000, "A"), item("B", 900, 10, "B")};
    problem.needs = {need(800, "A")};
    for (const auto& solver : solvers()) {
        const PlanAnswer answer = solver->solve(problem, 0.0);
        EXPECT_EQ(chosen_codes(problem, answer), std::vector<std::string>{"A"});
        EXPECT_EQ(answer.short_dm2, std::vector<std::int64_t>{30'000});
        EXPECT_TRUE(answer.least_short);
    }
}

TEST(Solver, TakesNothingWhereNothingIsDue)
{
    PlanProblem problem;
    problem.items = {item("A", 500, 0)};
    for (const auto& solver : solvers()) {
        const PlanAnswer answer = solver->solve(problem, 0.0);
        EXPECT_TRUE(chosen_codes(problem, answer).empty());
        EXPECT_EQ(answer.gap(), 0.0);
    }
}

TEST(Solver, BuysAWayToALandThatIsHeldByOthersOnly)
{
    // C brings all and is cheap, but touches the line over B alone: B + C cost 300, D alone 400.
    PlanProblem problem;
    problem.items = {item("B", 10, 200), item("C", 500, 100), item("D", 500, 400)};
    problem.items[1].held = false;
    problem.beside = {{0, 1}};
    problem.needs = {need(500)};
    if (const auto cbc = make_cbc_solver()) {
        EXPECT_EQ(chosen_codes(problem, cbc->solve(problem, 0.0)),
                  (std::vector<std::string>{"B", "C"}));
    }
    // The greedy one may take D, but never C alone.
    const PlanAnswer answer = make_greedy_solver()->solve(problem, 0.0);
    EXPECT_TRUE(loose_items(problem, answer.chosen).empty());
    EXPECT_EQ(answer.all_short_dm2(), 0);
}

TEST(Solver, CbcFindsTheCheapestOfAllSubsets)
{
    const auto cbc = make_cbc_solver();
    if (!cbc) {
        GTEST_SKIP() << "built without CBC";
    }
    for (unsigned seed = 1; seed <= 150; ++seed) {
        SCOPED_TRACE(seed);
        const PlanProblem problem = random_problem(seed);
        const PlanAnswer best = tried(problem);
        const PlanAnswer answer = cbc->solve(problem, 0.0);
        EXPECT_EQ(answer.all_short_dm2(), best.all_short_dm2());
        EXPECT_TRUE(allowed(problem, answer.chosen));
        if (answer.short_dm2 == best.short_dm2) {
            EXPECT_EQ(answer.price_yuan, best.price_yuan);
            EXPECT_LE(answer.least_yuan, static_cast<double>(best.price_yuan));
            EXPECT_NEAR(answer.gap(), 0.0, 1e-9);
        }
    }
}

TEST(Solver, GreedyIsNoBetterThanTheCheapestAndKnowsHowFarItMayBe)
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        SCOPED_TRACE(seed);
        const PlanProblem problem = random_problem(seed);
        const PlanAnswer best = tried(problem);
        const PlanAnswer answer = make_greedy_solver()->solve(problem, 0.0);
        EXPECT_TRUE(allowed(problem, answer.chosen));
        EXPECT_GE(answer.all_short_dm2(), best.all_short_dm2());
        if (answer.least_short) {
            EXPECT_EQ(answer.all_short_dm2(), best.all_short_dm2());
        }
        if (answer.short_dm2 == best.short_dm2) {
            EXPECT_GE(answer.price_yuan, best.price_yuan);
            EXPECT_LE(answer.least_yuan, static_cast<double>(best.price_yuan));
        }
    }
}

// Enough items for a search that starts among the few in doubt. The bounds of the two solvers come
// about in different ways: neither answer may be below the other's bound.
TEST(Solver, CbcComesAsNearAsAskedAmongHundreds)
{
    const auto cbc = make_cbc_solver();
    if (!cbc) {
        GTEST_SKIP() << "built without CBC";
    }
    std::mt19937 random{11};
    PlanProblem problem;
    for (int i = 0; i < 900; ++i) {
        const double area_m2 = between(random, 1'000, 50'000);
        problem.items.push_back(item("C" + std::to_string(10'000 + i), area_m2,
                                     std::llround(area_m2 * between(random, 225, 975)),
                                     between(random, 0, 1) ? "A" : "B"));
    }
    for (std::uint32_t i = 1; i < problem.items.size(); i += 7) {
        problem.apart.emplace_back(i - 1, i);
    }
    problem.needs = {need(3'600'000.0, "A"), need(2'200'000.0, "B"), need(6'300'000.0)};
    const PlanAnswer greedy = make_greedy_solver()->solve(problem, 0.0);
    const PlanAnswer answer = cbc->solve(problem, 0.0005);

    EXPECT_TRUE(allowed(problem, answer.chosen));
    EXPECT_EQ(answer.all_short_dm2(), 0);
    EXPECT_LE(answer.gap(), 0.0005);
    EXPECT_LE(answer.price_yuan, greedy.price_yuan);
    EXPECT_GE(static_cast<double>(answer.price_yuan), greedy.least_yuan);
    EXPECT_GE(static_cast<double>(greedy.price_yuan), answer.least_yuan);
}

TEST(Solver, GivesTheSameAnswerTwice)
{
    for (const auto& solver : solvers()) {
        const PlanProblem problem = random_problem(7);
        const PlanAnswer once = solver->solve(problem, 0.001);
        const PlanAnswer again = solver->solve(problem, 0.001);
        EXPECT_EQ(once.chosen, again.chosen);
        EXPECT_EQ(once.least_yuan, again.least_yuan);
    }
}

} // namespace
} // namespace tenglong
