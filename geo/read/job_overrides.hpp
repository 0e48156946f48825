#pragma once

#include <toml++/toml.h>

#include <span>
#include <string>

namespace tenglong::geo {

/// Puts KEY=VALUE texts from the command line into a job: dotted keys, a number for one section of
/// several (enterprises.2.sheet=...). Values stay texts; the reader knows what a key needs.
/// \throws UsageError if one has no '=' or a key goes through something that is no section.
void apply_overrides(toml::table& job, std::span<const std::string> overrides);

} // namespace tenglong::geo
