#pragma once

#include "geo/line/line_account.hpp"
#include "geo/run/summary.hpp"

#include <optional>
#include <vector>

namespace tenglong::geo {

/// Keeps the account of the control line if the base has a line and changes and the profile says
/// how; nothing otherwise. What it finds is added to the issues of the survey, also what else the
/// policy's account would need.
[[nodiscard]] std::optional<LineAccount> keep_account(Survey& survey, const Profile& profile,
                                                      AreaKind area, Date as_of, Workers& workers,
                                                      std::optional<bool> from_parcels = {});

/// line_tables(), or the same tables empty: a result always has all of them.
[[nodiscard]] std::vector<SpatialTable> line_result(const std::optional<LineAccount>& account,
                                                    const Survey& survey, const Profile& profile,
                                                    Workers& workers);

/// Puts the figures of the account into `line`; those of parcels stay as they are.
void summarize_account(const LineAccount& account, LineSummary& line);

} // namespace tenglong::geo
