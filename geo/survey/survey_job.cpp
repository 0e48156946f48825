#include "geo/read/layer.hpp"
#include "geo/survey/surveyor.hpp"

namespace tenglong::geo {

Survey survey(const Job& job, const Profile& profile, Date as_of, Workers& workers,
              Progress& progress, KeepBuildings keep)
{
    return Surveyor{job, profile, as_of, read_layer, workers, progress}.run(keep);
}

} // namespace tenglong::geo
