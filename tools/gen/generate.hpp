#pragma once

#include "tools/gen/options.hpp"

#include <cstdint>

namespace tenglong::tools::gen {

struct Generated {
    std::int64_t parcels = 0;
    std::int64_t buildings = 0;
    std::int64_t enterprises = 0;
};

/// Writes a city into `options.out`. Files of the same names are replaced, others left alone.
/// \throws UsageError if the options ask for what cannot be; Error if a file cannot be written.
Generated generate(const Options& options);

} // namespace tenglong::tools::gen
