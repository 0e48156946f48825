#pragma once

#include "geo/run/judge.hpp"
#include "geo/run/summary.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tenglong::geo {

/// Leads from a fact that cannot be computed to the one that nobody gave.
class LackReasons {
public:
    /// \pre the facts outlive it
    explicit LackReasons(const FactTable& facts);

    /// What the subjects whose bits are set lack so that `fact` is missing: of most of them first.
    /// \pre a bit for each subject, the lowest first
    [[nodiscard]] std::vector<LackReason> of(FactId fact,
                                             std::span<const std::uint64_t> subjects) const;

private:
    /// The fact that a reason names as lacking.
    [[nodiscard]] std::optional<FactId> named_in(const std::string& note) const;
    /// The fact that one nobody gave is found from; itself if it is a column of its own.
    [[nodiscard]] FactId told_by(FactId fact) const;
    /// Which fact each state of a column leads to; the fact itself where it leads no further.
    struct Steps {
        const FactColumn* column = nullptr;
        std::vector<FactId> next;
    };
    [[nodiscard]] const Steps& steps_of(FactId fact) const;
    /// The fact that a subject lacks at last, and the state of its column.
    [[nodiscard]] std::pair<FactId, std::size_t> root(FactId fact, std::size_t row) const;

    const FactTable* m_facts;
    std::map<std::string, FactId> m_by_note; ///< "missing tax": the fact that it names
    mutable std::map<FactId, Steps> m_steps; ///< of those asked for, not for several threads
};

} // namespace tenglong::geo
