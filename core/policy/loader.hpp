#pragma once

#include "core/policy/mistake.hpp"
#include "core/policy/profile.hpp"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// What came of reading a profile: whole and usable only if there are no mistakes.
struct LoadedProfile {
    std::unique_ptr<Profile> profile; ///< null if the file could not be understood at all
    Mistakes mistakes;
};

/// Figures to use instead of the profile's own, by key: {"tax_line", "6 wan_per_mu"}.
using FigureOverrides = std::map<std::string, std::string>;

/// Reads a profile and those that it extends, and reports every mistake in them.
/// `reference` is the id of a shipped profile, or a path (with a '/' or ending in .toml).
/// \throws Error if the file cannot be read; UsageError if there is no such shipped profile.
[[nodiscard]] LoadedProfile read_profile(const std::string& reference,
                                         const FigureOverrides& overrides = {});

/// The same from text in memory; `name` stands in messages.
[[nodiscard]] LoadedProfile read_profile_text(const std::string& name, const std::string& text,
                                              const FigureOverrides& overrides = {});

/// For use in a run. \throws UsageError that names the first mistakes.
[[nodiscard]] std::unique_ptr<Profile> load_profile(const std::string& reference,
                                                    const FigureOverrides& overrides = {});

/// A profile that comes with the program, as its file is.
struct ShippedProfile {
    std::string id;
    std::string_view text;
};

/// The text of a shipped profile, or of a file at a path.
/// \throws Error, UsageError as read_profile().
[[nodiscard]] std::string profile_text(const std::string& reference);

/// All of them, sorted by id.
[[nodiscard]] std::vector<ShippedProfile> shipped_profiles();

} // namespace tenglong
