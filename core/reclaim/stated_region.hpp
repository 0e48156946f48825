#pragma once

#include <string>

namespace tenglong {

/// What a bureau states of the whole area, in the unit of the fact.
struct StatedRegionFact {
    std::string fact;
    double value = 0.0;
};

} // namespace tenglong
