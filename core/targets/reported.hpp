#pragma once

#include <string>

namespace tenglong {

/// What a bureau reports of an indicator for one year, in the unit of the target.
struct ReportedActual {
    std::string target;
    int year = 0; ///< 0: the year of the run
    double value = 0.0;
};

} // namespace tenglong
