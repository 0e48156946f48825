#pragma once

#include "geo/line/line_account.hpp"
#include "geo/run/summary.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace tenglong::geo {

/// Keeps the account of the control line if the base has changes, told or derived from parcels;
/// nothing otherwise, or where the base or the profile lacks what it needs. What it finds is added
/// to the issues of the survey, also what else the policy's account would need.
[[nodiscard]] std::optional<LineAccount> keep_account(Survey& survey, const Profile& profile,
                                                      AreaKind area, Date as_of, Workers& workers,
                                                      std::optional<bool> from_parcels = {});

/// The facts of the changes of an account, with what the profile derives from them: the subjects
/// of its rules on changes. \pre as change_facts()
[[nodiscard]] std::unique_ptr<FactTable> facts_of_changes(const LineAccount& account,
                                                          const Survey& survey,
                                                          const Profile& profile, Date as_of,
                                                          Workers& workers);

/// line_tables(), or the same tables empty: a result always has all of them.
/// \pre the changes are not null where there is an account
[[nodiscard]] std::vector<SpatialTable> line_result(const std::optional<LineAccount>& account,
                                                    const FactTable* changes, const Survey& survey,
                                                    const Profile& profile);

/// Puts the figures of the account into `line`; those of parcels stay as they are.
void summarize_account(const LineAccount& account, LineSummary& line);

} // namespace tenglong::geo
