#pragma once

#include "core/policy/profile.hpp"

#include <string>

namespace tenglong {

/// The whole profile for people, as Markdown: documents, figures with their clauses, rules in
/// words, measures, the account, targets. Figures that no document sets are marked.
[[nodiscard]] std::string printed(const Profile& profile, Lang lang);

} // namespace tenglong
