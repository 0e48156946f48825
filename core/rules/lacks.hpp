#pragma once

#include "core/rules/evaluator.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tenglong {

/// A fact that some subjects lack and whose absence leaves a rule undecided for them.
struct Lack {
    std::size_t rule = 0;
    FactId fact{};
};

/// For each undecided verdict the facts that would decide it: those of the conditions that are
/// undecided below it and that the subject lacks. Of a condition that cannot be judged although
/// nothing is lacking (a division by zero, a table without an entry) all facts count.
///
/// A bit for each subject and each pair of rule and fact that can occur.
class Lacks {
public:
    Lacks(const RuleSet& rules, std::size_t rows);

    [[nodiscard]] std::size_t rows() const noexcept { return m_rows; }

    /// The pairs, by rule and in the order in which facts stand in it.
    [[nodiscard]] std::span<const Lack> pairs() const noexcept { return m_pairs; }
    /// The numbers of a rule's pairs: [first, end).
    [[nodiscard]] std::size_t first_of(std::size_t rule) const { return m_first[rule]; }
    [[nodiscard]] std::size_t end_of(std::size_t rule) const { return m_first[rule + 1]; }

    [[nodiscard]] bool at(std::size_t pair, std::size_t row) const noexcept
    {
        return (m_bits[pair * m_words + row / 64] >> (row % 64) & 1U) != 0;
    }
    /// How many subjects.
    [[nodiscard]] std::size_t count(std::size_t pair) const noexcept;
    /// The bits of a pair, the subject in the lowest bit first.
    [[nodiscard]] std::span<const std::uint64_t> bits(std::size_t pair) const noexcept
    {
        return std::span{m_bits}.subspan(pair * m_words, m_words);
    }

    /// Writes those of the chunk that begins at `first`; different chunks may be written by
    /// different threads. `nodes` are the chunk's answers by Evaluator::evaluate_nodes().
    void put_chunk(const FactTable& facts, std::size_t first, std::span<const Truths> nodes);

private:
    class Chunk;

    const RuleSet* m_rules;
    std::size_t m_rows;
    std::size_t m_words;
    std::vector<Lack> m_pairs;
    std::vector<std::size_t> m_first;
    std::vector<std::vector<FactId>> m_facts_of; ///< by node, for nodes that are no branches
    std::vector<std::uint64_t> m_bits;
};

/// The facts that a condition which is no branch compares, each once.
[[nodiscard]] std::vector<FactId> facts_of(const Condition& condition);

} // namespace tenglong
