#pragma once

#include "core/policy/profile.hpp"

#include <string>

namespace tenglong {

/// The whole profile for people, as Markdown: documents, figures with their clauses, rules in
/// words, measures, the account, targets. Figures that no document sets are marked.
[[nodiscard]] std::string printed(const Profile& profile, Lang lang);

/// "2021-01-01 to 2025-12-31"; empty where the profile tells neither day.
[[nodiscard]] Text validity(const Profile& profile);

} // namespace tenglong
