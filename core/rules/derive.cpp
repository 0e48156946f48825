#include "core/rules/derive.hpp"

#include "core/rules/values.hpp"

#include <algorithm>
#include <memory>

namespace tenglong {

namespace {

/// The facts that an expression uses, in its order, each once.
[[nodiscard]] std::vector<FactId> facts_in(const Expression& expression)
{
    std::vector<FactId> found;
    for_each_node(expression, [&](const Expression& node) {
        const bool uses_fact = node.op == Expression::Op::fact || node.op == Expression::Op::table;
        if (uses_fact && std::find(found.begin(), found.end(), node.fact) == found.end()) {
            found.push_back(node.fact);
        }
    });
    return found;
}

/// Why a subject has no value: the first operand that it lacks, else what cannot be computed.
[[nodiscard]] Text reason(const FactTable& facts, const std::vector<FactId>& operands,
                          std::size_t row)
{
    for (const FactId operand : operands) {
        const FactColumn* column = facts.find(operand);
        if (column == nullptr || !column->present(row)) {
            return msg("missing {}", facts.catalogue()[operand].label);
        }
    }
    return msg("cannot be computed: a divisor is zero, or a table has no entry");
}

} // namespace

void derive(FactTable& facts, FactId fact, const Expression& expression,
            std::span<const LookupTable> tables, const Text& how)
{
    TableCache cache{tables, facts};
    for_each_node(expression, [&](const Expression& node) {
        if (node.op == Expression::Op::table) {
            cache.prepare(node.index, node.fact);
        }
    });
    const std::vector<FactId> operands = facts_in(expression);
    FactColumn& column = facts.column(fact);
    const auto computed =
        column.add({true, SourceId::none, how.empty() ? facts.catalogue()[fact].how : how});
    const auto numbers = std::make_unique<Numbers>();
    for (std::size_t first = 0; first < facts.rows(); first += k_chunk_rows) {
        const std::size_t count = std::min(k_chunk_rows, facts.rows() - first);
        evaluate(expression, facts, cache, first, count, *numbers);
        for (std::size_t i = 0; i < count; ++i) {
            if ((numbers->present[i / 64] >> (i % 64) & 1U) == 0) {
                const Provenance why{false, SourceId::none, reason(facts, operands, first + i)};
                column.set_missing(first + i, column.add(why));
            } else if (column.type() == FactType::date) {
                const auto days = static_cast<std::int32_t>(numbers->values[i]);
                column.set_date(first + i, Date::from_days(days), computed);
            } else {
                column.set_number(first + i, numbers->values[i], computed);
            }
        }
    }
}

} // namespace tenglong
