#include "geo/geometry/polygons.hpp"
