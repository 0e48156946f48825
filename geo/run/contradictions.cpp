#include "geo/run/contradictions.hpp"

#include "geo/run/evidence_rows.hpp"
#include "geo/run/fact_filler.hpp"

#include <utility>

namespace tenglong::geo {

namespace {

/// Where a fact was read; what was computed has no place of its own.
[[nodiscard]] Place place_of(const FactTable& facts, const char* fact, std::size_t row)
{
    return facts.origin(facts.id(fact), row).place;
}

[[nodiscard]] Issue issue(const FactTable& parcels, std::size_t row, const char* kind,
                          const char* fact, Text text)
{
    return {kind,         Severity::warning, place_of(parcels, fact, row), code_of(parcels, row),
            std::nullopt, std::move(text)};
}

} // namespace

void report_contradictions(const FactTable& parcels, std::vector<Issue>& issues)
{
    const FactValues buildings{parcels, "building_count"};
    const FactValues started{parcels, "started"};
    const FactValues completed{parcels, "completed"};
    const FactValues producing{parcels, "in_production"};
    const FactValues start{parcels, "actual_start"};
    const FactValues completion{parcels, "actual_completion"};
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        const auto count = buildings.number(row);
        const std::string code = code_of(parcels, row);
        if (count && *count > 0.0 && started.yes_no(row) == false) {
            issues.push_back(issue(parcels, row, "built_but_not_started", "started",
                                   msg("parcel '{}' is said not to be started, but the building "
                                       "layer shows {} buildings on it; check both",
                                       code, static_cast<long long>(*count))));
        }
        if (count && *count == 0.0 &&
            (completed.yes_no(row) == true || producing.yes_no(row) == true)) {
            issues.push_back(issue(parcels, row, "completed_without_building", "completed",
                                   msg("parcel '{}' is said to be completed or in production, but "
                                       "the building layer shows no building on it; check both",
                                       code)));
        }
        const auto from = start.date(row);
        const auto to = completion.date(row);
        if (from && to && *to < *from) {
            issues.push_back(issue(parcels, row, "completed_before_start", "actual_completion",
                                   msg("parcel '{}' is said to be completed on {}, before it was "
                                       "started on {}; check both days",
                                       code, to->iso(), from->iso())));
        }
    }
}

} // namespace tenglong::geo
