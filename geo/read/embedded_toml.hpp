#pragma once

#include <toml++/toml.h>

#include <string_view>

namespace tenglong::geo {

/// One of the tables that come with the readers: "fields.toml". For sources of this folder only,
/// because the header of toml++ is large.
[[nodiscard]] toml::table embedded_toml(std::string_view name);

} // namespace tenglong::geo
