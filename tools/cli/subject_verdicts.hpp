#pragma once

#include "core/reclaim/freed.hpp"
#include "core/rules/evidence.hpp"
#include "tools/cli/subject_record.hpp"

#include <optional>
#include <vector>

namespace tenglong::tools {

/// A verdict and what decided it, as a sentence.
struct ToldVerdict {
    Verdict verdict;
    Text sentence;
};

/// What one classification proposes, and why.
struct ToldMeasure {
    Text group;
    MeasureChoice choice;
    Text reason;
};

/// A subject judged again by the policy of its result: also what does not hold.
struct SubjectVerdicts {
    /// Of every rule that says something of the subject, in the order of the policy.
    std::vector<ToldVerdict> verdicts;
    std::vector<ToldMeasure> measures; ///< by classification, in the order of the policy
    Text land;                         ///< how the freed land of a parcel came about
    Text energy;                       ///< how the energy that it frees came about
    Text carbon;                       ///< where its carbon comes from

    [[nodiscard]] std::vector<const ToldVerdict*> with(Truth truth) const;
};

/// \pre the record outlives the result
[[nodiscard]] SubjectVerdicts subject_verdicts(const SubjectRecord& record);

} // namespace tenglong::tools
