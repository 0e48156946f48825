#pragma once

#include "core/rules/lacks.hpp"
#include "geo/run/json_line.hpp"
#include "geo/run/judge.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenglong::geo {

/// A verdict with what decided it, or why it cannot be decided.
struct ToldVerdict {
    std::size_t subject = 0;
    std::size_t rule = 0;
    Truth truth = Truth::unknown;
    std::string facts; ///< a list in JSON
    Text limit;
    const Citation* citation = nullptr; ///< of the limit; null: that of the rule counts
};

/// Tells the verdicts of one table that hold or cannot be decided, of every rule that says
/// something of its subject: by subject, then by rule. May be used by several threads.
class EvidenceTeller {
public:
    /// \pre `judged` outlives the teller.
    explicit EvidenceTeller(const Judged& judged);

    /// How many verdicts of a subject are told.
    [[nodiscard]] std::size_t count(std::size_t row) const;

    /// Tells verdicts of the subjects [first, end) of one chunk, but for the first `skipped`, and
    /// `most` at most. \pre `first` is a multiple of k_chunk_rows
    void tell(std::size_t first, std::size_t end, std::size_t skipped, std::size_t most,
              const std::function<void(const ToldVerdict&)>& take) const;

private:
    /// What a limit says and where it stands; the same for all subjects if it names no fact.
    struct Limit {
        std::optional<Text> text;
        const Citation* citation = nullptr;
    };

    [[nodiscard]] bool is_told(std::size_t rule, std::size_t row) const
    {
        return m_told[rule] && m_judged->verdicts.at(rule, row) != Truth::no;
    }
    [[nodiscard]] Limit limit_of(const Condition& condition) const;
    void cite(const Expression& node, Limit& limit) const;
    [[nodiscard]] Text shown(const Expression& side, std::size_t row) const;
    [[nodiscard]] Text limit_text(const Condition& condition, std::size_t row) const;
    [[nodiscard]] ToldVerdict held(std::size_t rule, std::size_t row,
                                   std::span<const Truths> nodes) const;
    void add_limit(ToldVerdict& told, std::size_t leaf, std::size_t row) const;
    [[nodiscard]] ToldVerdict undecided(std::size_t rule, std::size_t row) const;
    void add_fact(JsonLine& json, FactId fact, std::size_t row) const;

    const Judged* m_judged;
    std::vector<std::vector<FactId>> m_facts; ///< by node
    std::vector<Limit> m_limits;              ///< by node
    std::vector<bool> m_told;                 ///< by rule
};

} // namespace tenglong::geo
