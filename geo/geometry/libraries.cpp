#include "geo/geometry/libraries.hpp"

#include <gdal.h>
#include <geos_c.h>
#include <proj.h>

namespace tenglong::geo {

std::vector<Library> libraries()
{
    return {{"GDAL", GDALVersionInfo("RELEASE_NAME")},
            {"GEOS", GEOSversion()},
            {"PROJ", proj_info().version}};
}

} // namespace tenglong::geo
