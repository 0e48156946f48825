#pragma once

#include "core/policy/profile.hpp"
#include "core/tables/dictionary.hpp"

namespace tenglong {

/// The measures of a policy by their ids, for columns that hold them.
[[nodiscard]] DictionaryPtr measure_words(const Profile& profile);

} // namespace tenglong
