#pragma once

#include <cstdint>

namespace tenglong {

/// How the figures of several enterprises on one parcel come together.
enum class Tenants : std::uint8_t {
    apart,           ///< each enterprise is judged by the land that it uses
    merged_in_holder ///< tenants' figures are added to the parcel's holder
};

} // namespace tenglong
