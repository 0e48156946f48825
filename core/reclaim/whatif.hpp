#pragma once

#include "core/reclaim/freed.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// What a figure at one value decides.
struct WhatIfStep {
    std::string value;         ///< as it stands in a profile: "6 wan_per_mu"
    Text shown;                ///< for people: 6 万元/亩
    std::size_t parcels = 0;   ///< of which a problem that depends on the figure holds
    double area_m2 = 0.0;      ///< of these parcels
    std::size_t undecided = 0; ///< parcels of which such a problem cannot be decided and none holds
    std::size_t enterprises = 0;    ///< of which a problem or list that depends on it holds
    std::size_t rows_undecided = 0; ///< enterprises likewise
    FreedTotal freed;               ///< over all parcels
};

/// The rules of one subject whose answer a figure takes part in, through other rules and computed
/// facts too; ascending.
[[nodiscard]] std::vector<std::size_t> rules_using(const Profile& profile, SubjectKind subject,
                                                   std::string_view figure);

/// Whether what is judged again at a step depends on the figure at all. Figures that only decide
/// what is measured (how far from buildings ground is vacant) do not.
[[nodiscard]] bool decides(const Profile& profile, std::string_view figure);

/// The values at the ends and between, evenly: `steps` + 1 of them, as FigureOverrides take them.
/// Without a unit a bound is in that of the figure. Periods go in whole days, months or years.
/// \throws UsageError if the profile has no such figure, if a bound cannot be read or measures
/// something else, or if the figure is a day.
[[nodiscard]] std::vector<std::string> values_between(const Profile& profile,
                                                      const std::string& figure,
                                                      const std::string& from,
                                                      const std::string& to, std::size_t steps);

/// Groups the parcels to blocks again where they are others than before, and says whether it did.
using Regroup = std::function<bool(const Profile& profile, const Verdicts& parcels)>;

/// Judges all subjects again by `profile` and computes what is freed. Reads and measures nothing;
/// facts that the profile derives are computed anew, classes stay as they are.
/// \param regroup  called with the first verdicts; may be empty, then blocks stay as they are
/// \pre the profile was read from the text of the one whose catalogue the tables are of
[[nodiscard]] WhatIfStep what_if(const Profile& profile, const std::string& figure,
                                 FactTable& parcels, FactTable& enterprises,
                                 const Regroup& regroup = {});

} // namespace tenglong
