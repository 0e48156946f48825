#include "geo/run/judge.hpp"

#include <vector>

namespace tenglong::geo {

Judged judge(const RuleSet& rules, const FactTable& facts, Workers& workers)
{
    Judged judged{std::make_unique<Evaluator>(rules, facts),
                  Verdicts{rules.rules().size(), facts.rows()}, Lacks{rules, facts.rows()}};
    workers.each(facts.rows(), k_chunk_rows, [&](std::size_t first, std::size_t /*end*/) {
        thread_local std::vector<Truths> nodes;
        judged.evaluator->evaluate_nodes(first, nodes);
        for (std::size_t rule = 0; rule < rules.rules().size(); ++rule) {
            judged.verdicts.put(rule, first, nodes[rules.root(rule)]);
        }
        judged.lacks.put_chunk(facts, first, nodes);
    });
    return judged;
}

} // namespace tenglong::geo
