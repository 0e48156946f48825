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

namespace {

/// Tells `progress` of the loops of `workers` while it lives.
class Watch {
public:
    Watch(Workers& workers, Progress& progress) : m_workers{workers}
    {
        m_workers.watch(
            [&progress](std::size_t taken, std::size_t count) { progress.loop(taken, count); });
    }
    ~Watch() { m_workers.watch({}); }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    Watch(Watch&&) = delete;
    Watch& operator=(Watch&&) = delete;

private:
    Workers& m_workers;
};

} // namespace

Result analyze(const Job& job, const Profile& profile, Date as_of, const std::string& version,
               Workers& workers, Progress& progress)
{
    auto base = std::make_shared<Survey>(survey(job, profile, as_of, workers, progress));
    return analyze(std::move(base), job, profile, as_of, version, workers, progress);
}

Result analyze(std::shared_ptr<Survey> survey, const Job& job, const Profile& profile, Date as_of,
               const std::string& version, Workers& workers, Progress& progress)
{
    const Watch watch{workers, progress};
    Analysis analysis{{std::move(survey), job, profile, as_of, version, workers, progress}};
    return analysis.run();
}

} // namespace tenglong::geo
