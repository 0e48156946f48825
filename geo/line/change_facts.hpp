#pragma once

#include "geo/line/line_account.hpp"

#include <memory>

namespace tenglong::geo {

/// What is known of each change of an account, a row each in their order, for the rules of the
/// policy, but for what the policy derives: what its row says, also in columns that the policy
/// reads itself, and what was measured of its shape. A planned use that no row tells is that of the
/// planned uses, by the largest share.
///
/// An area below a square decimetre is the rounding of a shared border and none. Where nothing is
/// known, the fact says why.
/// \pre the survey is the account's; it, its pool above all, and the profile outlive the facts
[[nodiscard]] std::unique_ptr<FactTable> change_facts(const LineAccount& account,
                                                      const Survey& survey, const Profile& profile,
                                                      Workers& workers);

} // namespace tenglong::geo
