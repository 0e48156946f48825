#pragma once

#include "core/policy/loader.hpp"

#include <span>

namespace tenglong {

/// Reads a profile from all its files, as Profile::texts has them: nothing else is read unless a
/// file that one extends is not among them. \throws Error, UsageError as read_profile()
[[nodiscard]] LoadedProfile read_profile_texts(std::span<const ProfileText> texts);

} // namespace tenglong
