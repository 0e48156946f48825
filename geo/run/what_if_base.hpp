#pragma once

#include "core/base/date.hpp"
#include "core/policy/profile.hpp"
#include "core/reclaim/whatif.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/survey/survey.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace tenglong::geo {

/// A surveyed base that can be judged again with any of some values of a figure. Whatever a value
/// needs of the ground is measured beforehand, once; a step only judges.
class WhatIfBase {
public:
    /// Completes the facts of the survey and finds the vacant ground of every parcel for which it
    /// decides something at any of the values.
    /// \param changed  the profile with each of the values; these outlive the object, as do the
    ///                 survey and the workers
    WhatIfBase(Survey& survey, const Profile& profile,
               std::span<const std::unique_ptr<Profile>> changed, Date as_of, Workers& workers);

    /// What one of the profiles decides. Blocks are joined again where a value chooses other
    /// parcels for them than the step before did.
    [[nodiscard]] WhatIfStep step(const Profile& changed, const std::string& figure);

private:
    [[nodiscard]] bool regroup(const Profile& changed, const Verdicts& verdicts);

    Survey& m_survey;
    Workers& m_workers;
    bool m_grouped = false;
    std::vector<std::uint32_t> m_chosen; ///< for blocks, at the step before
};

} // namespace tenglong::geo
