#include "core/rules/evaluator.hpp"

#include "core/rules/kleene.hpp"
#include "core/rules/words.hpp"

#include <algorithm>
#include <bit>
#include <memory>

namespace tenglong {

namespace {

using Kind = Condition::Kind;
using Comparison = Condition::Comparison;

[[nodiscard]] constexpr bool is_on_words(Kind kind) noexcept
{
    return kind == Kind::in || kind == Kind::starts_with || kind == Kind::has_any ||
           kind == Kind::has_all || kind == Kind::is_empty;
}

using Bytes = std::array<std::uint8_t, k_chunk_rows>;

/// Yes where the byte is 1, no where it is 0, unknown where the subject has no value.
[[nodiscard]] Truths decided(const Bytes& bytes, const Bits& present) noexcept
{
    Truths truths;
    const Bits holds = packed(bytes);
    for (std::size_t word = 0; word < holds.size(); ++word) {
        truths.yes[word] = holds[word] & present[word];
        truths.no[word] = ~holds[word] & present[word];
    }
    return truths;
}

template <class Compare>
[[nodiscard]] Bytes compared(const Numbers& left, const Numbers& right, std::size_t count,
                             Compare how)
{
    Bytes bytes{};
    for (std::size_t i = 0; i < count; ++i) {
        bytes[i] = static_cast<std::uint8_t>(how(left.values[i], right.values[i]));
    }
    return bytes;
}

/// Calls `use` with the comparison as a function of two numbers.
template <class Use>
[[nodiscard]] auto with_comparison(Comparison comparison, Use use)
{
    switch (comparison) {
    case Comparison::below:
        return use([](double a, double b) { return a < b; });
    case Comparison::at_most:
        return use([](double a, double b) { return a <= b; });
    case Comparison::above:
        return use([](double a, double b) { return a > b; });
    case Comparison::at_least:
        return use([](double a, double b) { return a >= b; });
    case Comparison::equal:
        return use([](double a, double b) { return a == b; });
    case Comparison::differs:
        break;
    }
    return use([](double a, double b) { return a != b; });
}

[[nodiscard]] Bytes compared(Comparison comparison, const Numbers& left, const Numbers& right,
                             std::size_t count)
{
    return with_comparison(comparison, [&](auto how) { return compared(left, right, count, how); });
}

[[nodiscard]] bool is_figure(const Expression& expression) noexcept
{
    return expression.op == Expression::Op::constant || expression.op == Expression::Op::figure;
}

/// The usual case, straight from the column: a fact against one number for all subjects.
[[nodiscard]] Truths compared_with_figure(const FactColumn& column, const Condition& condition,
                                          std::size_t first, std::size_t count)
{
    const double figure = condition.right.number;
    const Bytes bytes = with_comparison(condition.comparison, [&](auto how) {
        Bytes result{};
        const auto fill = [&](auto values) {
            for (std::size_t i = 0; i < count; ++i) {
                result[i] = static_cast<std::uint8_t>(how(static_cast<double>(values[i]), figure));
            }
        };
        if (column.type() == FactType::number) {
            fill(column.numbers().subspan(first, count));
        } else {
            fill(column.words().subspan(first, count));
        }
        return result;
    });
    return decided(bytes, present_bits(&column, first, count));
}

} // namespace

struct Evaluator::Scratch {
    Numbers left{};
    Numbers right{};
};

Verdicts::Verdicts(std::size_t rules, std::size_t rows)
    : m_rows{rows}, m_words{(rows + k_chunk_rows - 1) / k_chunk_rows * (k_chunk_rows / 64)},
      m_yes(rules * m_words), m_no(rules * m_words)
{}

Truth Verdicts::at(std::size_t rule, std::size_t row) const noexcept
{
    const std::size_t word = rule * m_words + row / 64;
    const std::uint64_t mask = std::uint64_t{1} << (row % 64);
    if ((m_yes[word] & mask) != 0) {
        return Truth::yes;
    }
    return (m_no[word] & mask) != 0 ? Truth::no : Truth::unknown;
}

std::size_t Verdicts::count(std::size_t rule, Truth truth) const noexcept
{
    const auto ones = [&](const std::vector<std::uint64_t>& bits) {
        std::size_t total = 0;
        for (std::size_t word = 0; word < m_words; ++word) {
            total += static_cast<std::size_t>(std::popcount(bits[rule * m_words + word]));
        }
        return total;
    };
    switch (truth) {
    case Truth::yes:
        return ones(m_yes);
    case Truth::no:
        return ones(m_no);
    case Truth::unknown:
        break;
    }
    return m_rows - ones(m_yes) - ones(m_no);
}

void Verdicts::put(std::size_t rule, std::size_t first, const Truths& truths) noexcept
{
    const std::size_t count = std::min(k_chunk_rows, m_rows - first);
    for (std::size_t word = 0; word * 64 < count; ++word) {
        const std::size_t left = count - word * 64;
        const std::uint64_t mask = left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
        const std::size_t at = rule * m_words + first / 64 + word;
        m_yes[at] = truths.yes[word] & mask;
        m_no[at] = truths.no[word] & mask;
    }
}

Evaluator::Evaluator(const RuleSet& rules, const FactTable& facts)
    : m_rules{&rules}, m_facts{&facts}, m_tables{rules.tables(), facts}
{
    for (const RuleSet::Node& node : rules.nodes()) {
        if (!is_branch(node.condition->kind)) {
            prepare(node.condition->left);
            prepare(node.condition->right);
            prepare(node.condition->upper);
        }
    }
    for (const Rule& rule : rules.rules()) {
        prepare_words(rule.condition);
    }
}

void Evaluator::prepare(const Expression& expression)
{
    for_each_node(expression, [&](const Expression& node) {
        if (node.op == Expression::Op::table) {
            m_tables.prepare(node.index, node.fact);
        }
    });
}

void Evaluator::prepare_words(const Condition& condition)
{
    for (const Condition& child : condition.children) {
        prepare_words(child);
    }
    if (is_on_words(condition.kind) && m_facts->find(condition.left.fact) != nullptr) {
        m_matches_of.emplace(&condition, &judged_texts(condition));
    }
}

const std::vector<std::uint8_t>& Evaluator::judged_texts(const Condition& condition)
{
    const auto [place, added] = m_matches.try_emplace(key_of(condition));
    std::vector<std::uint8_t>& matches = place->second;
    if (!added) {
        return matches;
    }
    // Each text that occurs is judged once, however many subjects have it.
    constexpr std::uint8_t k_not_judged = 2;
    const FactColumn& column = *m_facts->find(condition.left.fact);
    matches.assign(m_facts->pool().size(), k_not_judged);
    for (std::size_t row = 0; row < m_facts->rows(); ++row) {
        if (!column.present(row)) {
            continue;
        }
        const std::int32_t word = column.words()[row];
        std::uint8_t& match = matches[static_cast<std::size_t>(word)];
        if (match == k_not_judged) {
            match = meets(condition, m_facts->pool(), static_cast<TextId>(word)) ? 1 : 0;
        }
    }
    return matches;
}

Truths Evaluator::compare(const Condition& condition, std::size_t first, std::size_t count,
                          Scratch& scratch) const
{
    const FactColumn* column =
        condition.left.op == Expression::Op::fact ? m_facts->find(condition.left.fact) : nullptr;
    if (condition.kind == Kind::compare && column != nullptr && is_figure(condition.right)) {
        return compared_with_figure(*column, condition, first, count);
    }
    tenglong::evaluate(condition.left, *m_facts, m_tables, first, count, scratch.left);
    tenglong::evaluate(condition.right, *m_facts, m_tables, first, count, scratch.right);
    const auto against_right = [&](Comparison comparison) {
        Bits present = scratch.left.present;
        for (std::size_t word = 0; word < present.size(); ++word) {
            present[word] &= scratch.right.present[word];
        }
        return decided(compared(comparison, scratch.left, scratch.right, count), present);
    };
    if (condition.kind == Kind::compare) {
        return against_right(condition.comparison);
    }
    const Truths lower =
        against_right(condition.includes_lower ? Comparison::at_least : Comparison::above);
    tenglong::evaluate(condition.upper, *m_facts, m_tables, first, count, scratch.right);
    const Truths upper =
        against_right(condition.includes_upper ? Comparison::at_most : Comparison::below);
    return both(lower, upper);
}

Truths Evaluator::match_words(const Condition& condition, std::size_t first,
                              std::size_t count) const
{
    const auto found = m_matches_of.find(&condition);
    if (found == m_matches_of.end()) {
        return Truths{};
    }
    const std::vector<std::uint8_t>& matches = *found->second;
    const FactColumn& column = *m_facts->find(condition.left.fact);
    const auto words = column.words().subspan(first, count);
    Bytes bytes{};
    for (std::size_t i = 0; i < count; ++i) {
        // A word of a subject without a value is garbage, perhaps beyond the pool.
        const auto word = static_cast<std::size_t>(words[i]);
        bytes[i] = word < matches.size() ? matches[word] & 1U : 0U;
    }
    return decided(bytes, present_bits(&column, first, count));
}

Truths Evaluator::leaf_truths(const Condition& condition, std::size_t first, std::size_t count,
                              Scratch& scratch) const
{
    if (condition.kind == Kind::compare || condition.kind == Kind::between) {
        return compare(condition, first, count, scratch);
    }
    if (is_on_words(condition.kind)) {
        Truths truths = match_words(condition, first, count);
        if (!condition.expected) {
            std::swap(truths.yes, truths.no);
        }
        return truths;
    }
    const FactColumn* column = m_facts->find(condition.left.fact);
    const Bits present = present_bits(column, first, count);
    Truths truths;
    if (condition.kind == Kind::known) {
        for (std::size_t word = 0; word < present.size(); ++word) {
            truths.yes[word] = present[word];
            truths.no[word] = ~present[word];
        }
    } else if (column != nullptr) {
        Bytes bytes{};
        const auto source = column->bytes().subspan(first, count);
        std::copy(source.begin(), source.end(), bytes.begin());
        truths = decided(bytes, present);
    }
    if (!condition.expected) {
        std::swap(truths.yes, truths.no);
    }
    return truths;
}

void Evaluator::evaluate_nodes(std::size_t first, std::vector<Truths>& nodes) const
{
    const std::size_t count = std::min(k_chunk_rows, m_facts->rows() - first);
    thread_local const auto scratch = std::make_unique<Scratch>();
    nodes.resize(m_rules->nodes().size());
    for (std::size_t i = 0; i < m_rules->nodes().size(); ++i) {
        const RuleSet::Node& node = m_rules->nodes()[i];
        nodes[i] = is_branch(node.condition->kind)
                       ? branch(node, nodes)
                       : leaf_truths(*node.condition, first, count, *scratch);
    }
}

void Evaluator::evaluate_chunk(std::size_t first, Verdicts& out) const
{
    thread_local std::vector<Truths> nodes;
    evaluate_nodes(first, nodes);
    for (std::size_t rule = 0; rule < m_rules->rules().size(); ++rule) {
        out.put(rule, first, nodes[m_rules->root(rule)]);
    }
}

Verdicts Evaluator::evaluate() const
{
    Verdicts verdicts{m_rules->rules().size(), m_facts->rows()};
    for (std::size_t first = 0; first < m_facts->rows(); first += k_chunk_rows) {
        evaluate_chunk(first, verdicts);
    }
    return verdicts;
}

Truth Evaluator::leaf(const Condition& condition, std::size_t row) const
{
    thread_local const auto scratch = std::make_unique<Scratch>();
    return leaf_truths(condition, row, 1, *scratch).at(0);
}

std::optional<double> Evaluator::value(const Expression& expression, std::size_t row) const
{
    thread_local const auto numbers = std::make_unique<Numbers>();
    tenglong::evaluate(expression, *m_facts, m_tables, row, 1, *numbers);
    return (numbers->present[0] & 1U) != 0 ? std::optional{numbers->values[0]} : std::nullopt;
}

} // namespace tenglong
