#pragma once

#include "core/policy/profile.hpp"
#include "core/rules/evaluator.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tenglong {

/// No measure.
inline constexpr std::uint16_t k_no_measure = std::numeric_limits<std::uint16_t>::max();

/// What is proposed for a subject within one classification, such as the four batches (四个一批).
struct MeasureChoice {
    std::uint16_t measure = k_no_measure; ///< index in Profile::measures
    /// Measures of the group that stand before it (or all, where there is none) and cannot be
    /// decided: with more data one of them may be the right one.
    std::vector<std::uint16_t> undecided;

    [[nodiscard]] bool has_measure() const noexcept { return measure != k_no_measure; }
};

/// The measures proposed for all subjects of one kind. In each group it is the first whose rule
/// holds, in the order of the profile. Of several groups that propose something, the one whose
/// measure stands first in the profile leads.
class Measures {
public:
    /// \pre `verdicts` are those of profile.rules_for(subject); both outlive the object.
    Measures(const Profile& profile, SubjectKind subject, const Verdicts& verdicts);

    [[nodiscard]] std::size_t rows() const noexcept { return m_rows; }
    /// The groups of this subject's measures, in the order of the profile.
    [[nodiscard]] const std::vector<std::string>& groups() const noexcept { return m_groups; }

    [[nodiscard]] MeasureChoice of(std::size_t group, std::size_t row) const;

    /// The measure that leads, with all undecided ones before it, of whatever group.
    [[nodiscard]] MeasureChoice leading(std::size_t row) const;
    /// The same without what is undecided: an index in Profile::measures, or k_no_measure.
    [[nodiscard]] std::uint16_t leading_measure(std::size_t row) const { return m_leading[row]; }
    /// Whether no measure holds and some cannot be decided.
    [[nodiscard]] bool open(std::size_t row) const;

    /// How many subjects a measure leads for.
    [[nodiscard]] std::size_t count(std::uint16_t measure) const;

    [[nodiscard]] const Profile& profile() const noexcept { return *m_profile; }

private:
    struct Step {
        std::uint16_t measure = 0;
        std::size_t rule = 0;
        std::size_t group = 0;
    };
    [[nodiscard]] MeasureChoice first(std::optional<std::size_t> group, std::size_t row) const;

    const Profile* m_profile;
    const Verdicts* m_verdicts;
    std::size_t m_rows;
    std::vector<std::string> m_groups;
    std::vector<Step> m_steps; ///< in the order of the profile
    std::vector<std::uint16_t> m_leading;
};

/// Why a measure is proposed, as a sentence with its clause, and which others are undecided:
/// "整治提升（诸暨方案 三（一）2）；待定：关停退出". `facts` are those that were judged.
[[nodiscard]] Text reason(const Measures& measures, const MeasureChoice& choice,
                          const Evaluator& evaluator, std::size_t row);

} // namespace tenglong
