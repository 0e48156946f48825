#pragma once

#include <string>
#include <vector>

namespace tenglong::geo {

/// A library that the program runs with.
struct Library {
    std::string name;
    std::string version; ///< of the library that was loaded, not of the headers
};

/// GDAL, GEOS and PROJ: what a report of a fault must name.
[[nodiscard]] std::vector<Library> libraries();

} // namespace tenglong::geo
