#pragma once

#include "geo/read/input_kind.hpp"

#include <string_view>

namespace tenglong::geo {

/// How much a name of a file or layer speaks for a kind of input: 0 says nothing. 工业用地控制线
/// speaks for parcels a little and for the control line a lot.
[[nodiscard]] int name_speaks_for(InputKind kind, std::string_view name);

} // namespace tenglong::geo
