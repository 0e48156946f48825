#include "geo/survey/survey.hpp"

#include "geo/survey/records.hpp"

namespace tenglong::geo {

Survey::Survey() = default;
Survey::~Survey() = default;
Survey::Survey(Survey&&) noexcept = default;
Survey& Survey::operator=(Survey&&) noexcept = default;

void Survey::drop_buildings()
{
    buildings = {};
    built = {};
    building_grid.reset();
}

} // namespace tenglong::geo
