#pragma once

#include "core/policy/loader.hpp"

#include <span>
#include <string>
#include <vector>

namespace tenglong {

/// A file that a profile is read from.
struct ProfileText {
    std::string name; ///< the id of a shipped profile, or a path from the folder of the own one
    std::string text;
};

/// All files of a profile: those that it extends before it, itself last.
/// \throws Error, UsageError as read_profile()
[[nodiscard]] std::vector<ProfileText> profile_texts(const std::string& reference);

/// Reads a profile from all its files, as profile_texts() gives them: nothing else is read unless a
/// file that one extends is not among them. \throws Error, UsageError as read_profile()
[[nodiscard]] LoadedProfile read_profile_texts(std::span<const ProfileText> texts);

} // namespace tenglong
