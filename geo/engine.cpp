#include "geo/engine.hpp"

#include "geo/run/analysis.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace tenglong::geo {

const SpatialTable& Result::table(std::string_view id) const
{
    const auto found = std::find_if(tables.begin(), tables.end(), [id](const SpatialTable& each) {
        return each.table.id() == id;
    });
    if (found == tables.end()) {
        throw std::out_of_range{"no result table " + std::string{id}};
    }
    return *found;
}

Result analyze(const Job& job, const Profile& profile, Date as_of, const std::string& version,
               Workers& workers, Progress& progress)
{
    auto base = std::make_shared<Survey>(survey(job, profile, as_of, workers, progress));
    return analyze(std::move(base), job, profile, as_of, version, workers, progress);
}

Result analyze(std::shared_ptr<Survey> survey, const Job& job, const Profile& profile, Date as_of,
               const std::string& version, Workers& workers, Progress& progress)
{
    Analysis analysis{{std::move(survey), job, profile, as_of, version, workers, progress}};
    return analysis.run();
}

} // namespace tenglong::geo
