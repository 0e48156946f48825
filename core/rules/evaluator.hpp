#pragma once

#include "core/facts/fact_table.hpp"
#include "core/rules/rule_set.hpp"
#include "core/rules/truth.hpp"
#include "core/rules/values.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace tenglong {

/// The answers of every rule for every subject, two bits each.
class Verdicts {
public:
    Verdicts(std::size_t rules, std::size_t rows);

    [[nodiscard]] std::size_t rows() const noexcept { return m_rows; }
    [[nodiscard]] Truth at(std::size_t rule, std::size_t row) const noexcept;

    /// How many subjects have that answer.
    [[nodiscard]] std::size_t count(std::size_t rule, Truth truth) const noexcept;

    /// \pre `first` is a multiple of k_chunk_rows.
    void put(std::size_t rule, std::size_t first, const Truths& truths) noexcept;

private:
    std::size_t m_rows;
    std::size_t m_words;
    std::vector<std::uint64_t> m_yes;
    std::vector<std::uint64_t> m_no;
};

/// Judges the subjects of one table by the rules of one set.
///
/// evaluate_chunk() may be called from several threads for different chunks: it writes only
/// that chunk's verdicts.
class Evaluator {
public:
    /// \pre rules and facts are of the same subject kind and outlive the evaluator; the facts
    ///      do not change while it lives.
    Evaluator(const RuleSet& rules, const FactTable& facts);

    /// All subjects, on the calling thread.
    [[nodiscard]] Verdicts evaluate() const;

    /// Subjects from `first`, a multiple of k_chunk_rows, to the end of the chunk.
    void evaluate_chunk(std::size_t first, Verdicts& out) const;

    /// The answers of every node of the program for that chunk, by RuleSet::nodes(). Bits beyond
    /// the last subject are garbage.
    void evaluate_nodes(std::size_t first, std::vector<Truths>& nodes) const;

    /// The answer of one condition that is not a branch for one subject.
    [[nodiscard]] Truth leaf(const Condition& condition, std::size_t row) const;

    /// The value of an expression of kind number or date for one subject.
    [[nodiscard]] std::optional<double> value(const Expression& expression, std::size_t row) const;

    [[nodiscard]] const RuleSet& rules() const noexcept { return *m_rules; }
    [[nodiscard]] const FactTable& facts() const noexcept { return *m_facts; }

private:
    struct Scratch;

    void prepare(const Expression& expression);
    void prepare_words(const Condition& condition);
    [[nodiscard]] const std::vector<std::uint8_t>& judged_texts(const Condition& condition);
    [[nodiscard]] Truths leaf_truths(const Condition& condition, std::size_t first,
                                     std::size_t count, Scratch& scratch) const;
    [[nodiscard]] Truths compare(const Condition& condition, std::size_t first, std::size_t count,
                                 Scratch& scratch) const;
    [[nodiscard]] Truths match_words(const Condition& condition, std::size_t first,
                                     std::size_t count) const;

    const RuleSet* m_rules;
    const FactTable* m_facts;
    TableCache m_tables;
    /// For each different condition on texts: whether each text of the pool meets it.
    std::map<std::string, std::vector<std::uint8_t>> m_matches;
    /// The same for every such condition of every rule, shared where conditions are equal.
    std::unordered_map<const Condition*, const std::vector<std::uint8_t>*> m_matches_of;
};

} // namespace tenglong
