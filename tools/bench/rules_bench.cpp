// How fast a whole profile is judged, and how much memory its facts take.
//
//     rules_bench                          all shipped profiles, 1,000,000 parcels, one core
//     rules_bench --benchmark_filter=zhuji
#include "core/policy/loader.hpp"
#include "core/rules/evaluator.hpp"
#include "core/rules/evidence.hpp"
#include "core/rules/sentence.hpp"

#include <benchmark/benchmark.h>

#include <memory>
#include <set>
#include <string>

namespace tenglong {
namespace {

constexpr std::size_t k_parcels = 1'000'000;

/// A small generator with the same numbers on every machine.
class Random {
public:
    std::uint64_t next() noexcept
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    double uniform() noexcept { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

private:
    std::uint64_t m_state = 7;
};

/// The facts that the rules of a profile look at.
std::set<FactId> facts_used(const RuleSet& rules)
{
    std::set<FactId> used;
    for (const RuleSet::Node& node : rules.nodes()) {
        if (is_branch(node.condition->kind)) {
            continue;
        }
        for (const Expression* side :
             {&node.condition->left, &node.condition->right, &node.condition->upper}) {
            for_each_node(*side, [&](const Expression& each) {
                if (each.op == Expression::Op::fact || each.op == Expression::Op::table) {
                    used.insert(each.fact);
                }
            });
        }
    }
    return used;
}

void fill(FactTable& facts, FactId fact, Random& random)
{
    FactColumn& column = facts.column(fact);
    const auto given = column.add({true, SourceId::none, {}});
    const FactDeclaration& declaration = facts.catalogue()[fact];
    const std::vector<std::string> words{"A", "B", "C", "D", "C13", "C36", "normal", "government"};
    for (std::size_t row = 0; row < facts.rows(); ++row) {
        if (random.uniform() < 0.1) {
            continue;
        }
        switch (declaration.type) {
        case FactType::number:
            column.set_number(row, random.uniform() * 10.0, given);
            break;
        case FactType::date:
            column.set_date(row,
                            Date(2015, 1, 1).plus({.days = static_cast<int>(random.next() % 3000)}),
                            given);
            break;
        case FactType::yes_no:
            column.set_yes_no(row, random.next() % 2 == 0, given);
            break;
        case FactType::set:
            column.set_text(row, facts.pool().intern_set({words[random.next() % 8]}), given);
            break;
        default:
            column.set_text(row, facts.pool().intern(words[random.next() % 8]), given);
            break;
        }
    }
}

/// One profile with a million parcels of random facts, made once.
struct Workload {
    explicit Workload(const std::string& id) : profile{load_profile(id)}
    {
        Random random;
        facts =
            std::make_unique<FactTable>(*profile->catalogue, pool, SubjectKind::parcel, k_parcels);
        for (const FactId fact : facts_used(profile->rules_for(SubjectKind::parcel))) {
            fill(*facts, fact, random);
        }
        facts->set_as_of(Date(2023, 12, 31));
    }

    std::unique_ptr<Profile> profile;
    TextPool pool;
    std::unique_ptr<FactTable> facts;
};

void judge(benchmark::State& state, const std::string& id)
{
    const Workload work{id};
    const RuleSet& rules = work.profile->rules_for(SubjectKind::parcel);
    for (auto _ : state) {
        const Evaluator evaluator{rules, *work.facts};
        benchmark::DoNotOptimize(evaluator.evaluate());
    }
    state.counters["parcels/s"] = benchmark::Counter(static_cast<double>(k_parcels),
                                                     benchmark::Counter::kIsIterationInvariantRate);
    state.counters["rules"] = static_cast<double>(rules.rules().size());
    state.counters["nodes"] = static_cast<double>(rules.nodes().size());
    state.counters["fact_bytes/parcel"] = static_cast<double>(work.facts->bytes_per_row());
}

void explain_all(benchmark::State& state, const std::string& id)
{
    const Workload work{id};
    const RuleSet& rules = work.profile->rules_for(SubjectKind::parcel);
    const Evaluator evaluator{rules, *work.facts};
    std::size_t row = 0;
    for (auto _ : state) {
        for (std::size_t rule = 0; rule < rules.rules().size(); ++rule) {
            benchmark::DoNotOptimize(sentence(explain(evaluator, rule, row), rules));
        }
        row = (row + 7919) % k_parcels;
    }
    state.counters["parcels/s"] =
        benchmark::Counter(1.0, benchmark::Counter::kIsIterationInvariantRate);
}

/// What a bare loop over one column of doubles costs, as a yardstick.
void one_comparison(benchmark::State& state)
{
    Random random;
    std::vector<double> values(k_parcels);
    for (double& value : values) {
        value = random.uniform() * 10.0;
    }
    for (auto _ : state) {
        std::size_t below = 0;
        for (const double value : values) {
            below += value < 5.0 ? 1U : 0U;
        }
        benchmark::DoNotOptimize(below);
    }
    state.counters["parcels/s"] = benchmark::Counter(static_cast<double>(k_parcels),
                                                     benchmark::Counter::kIsIterationInvariantRate);
}

const int k_registered = [] {
    benchmark::RegisterBenchmark("one_comparison", one_comparison)->Unit(benchmark::kMillisecond);
    for (const ShippedProfile& each : shipped_profiles()) {
        benchmark::RegisterBenchmark(("judge/" + each.id).c_str(), judge, each.id)
            ->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark(("explain/" + each.id).c_str(), explain_all, each.id);
    }
    return 0;
}();

} // namespace
} // namespace tenglong
