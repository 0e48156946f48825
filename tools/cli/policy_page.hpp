#pragma once

#include "core/policy/profile.hpp"

#include <string>

namespace tenglong::tools {

/// A profile for people to read: its documents, figures with the clause that sets each, rules in
/// words, measures, the balance and the targets.
[[nodiscard]] std::string policy_page(const Profile& profile, Lang lang);

/// "2021-01-01 to 2025-12-31"; empty where the profile tells neither day.
[[nodiscard]] Text validity(const Profile& profile);

} // namespace tenglong::tools
