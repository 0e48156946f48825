// Seconds and gap of both solvers over candidates as a city might have them:
//     plan_bench [CANDIDATES [REGIONS [GAP]]]     5000, 10 and 0.001 unless told otherwise

#include "core/plan/solver.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <random>

namespace tenglong {

namespace {

std::uint32_t below(std::mt19937& random, std::uint32_t limit)
{
    return static_cast<std::uint32_t>(random() % limit);
}

/// Land of 0.1 to 5 hectares at 15 to 65 wan yuan a mu over two years, every tenth on the ground of
/// the one before; a third of each region's land is due by the end of the second year, half of that
/// by the end of the first.
PlanProblem made(std::uint32_t count, std::uint32_t regions)
{
    std::mt19937 random{2023};
    PlanProblem problem;
    std::vector<std::int64_t> area_dm2(regions, 0);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t region = below(random, regions);
        PlanItem item;
        item.code = fmt::format("C{:06}", i);
        item.region = fmt::format("R{:03}", region);
        item.date = Date::from_days(19'723 + static_cast<std::int32_t>(below(random, 730)));
        item.area_dm2 = 100'000 + below(random, 4'900'000);
        // 2000/3 m² a mu, so a square decimetre at one yuan a mu is 3/200,000 yuan.
        item.price_yuan = item.area_dm2 * (150'000 + below(random, 500'000)) * 3 / 200'000;
        area_dm2[region] += item.area_dm2;
        problem.items.push_back(std::move(item));
        if (i > 0 && below(random, 10) == 0) {
            problem.apart.emplace_back(i - 1, i);
        }
    }
    for (std::uint32_t r = 0; r < regions; ++r) {
        const std::string name = fmt::format("R{:03}", r);
        problem.needs.push_back({name, {}, Date{2024, 12, 31}, area_dm2[r] / 6});
        problem.needs.push_back({name, {}, Date{2025, 12, 31}, area_dm2[r] / 3});
    }
    return problem;
}

void time(const Solver& solver, const PlanProblem& problem, double gap)
{
    const auto start = std::chrono::steady_clock::now();
    const PlanAnswer answer = solver.solve(problem, gap);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    fmt::print("{:8} {:8.2f} s  gap {:.4f}%  {:.2f} wan yuan  short {} m2\n", solver.name(),
               seconds.count(), answer.gap() * 100.0, static_cast<double>(answer.price_yuan) / 1e4,
               answer.all_short_dm2() / 100);
}

} // namespace

} // namespace tenglong

int main(int argc, char** argv)
{
    using namespace tenglong;
    const auto word = [&](int i, const char* otherwise) { return argc > i ? argv[i] : otherwise; };
    const auto count = static_cast<std::uint32_t>(std::atoi(word(1, "5000")));
    const auto regions = static_cast<std::uint32_t>(std::atoi(word(2, "10")));
    const double gap = std::atof(word(3, "0.001"));
    const PlanProblem problem = made(count, regions);
    fmt::print("{} candidates, {} pairs on the same ground, {} needs, gap {}\n", count,
               problem.apart.size(), problem.needs.size(), gap);
    time(*make_greedy_solver(), problem, gap);
    if (const auto cbc = make_cbc_solver()) {
        time(*cbc, problem, gap);
    }
    return 0;
}
