#pragma once

#include "tools/gen/generate.hpp"

#include <string>

namespace tenglong::tools::gen {

/// The options that sample_data was made with.
[[nodiscard]] inline Options sample_options(const std::string& out)
{
    Options options;
    options.parcels = 300;
    options.seed = 2023;
    options.out = out;
    return options;
}

} // namespace tenglong::tools::gen
