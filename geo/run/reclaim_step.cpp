#include "geo/run/reclaim_step.hpp"

#include "core/reclaim/blocks.hpp"
#include "core/tables/standard_tables.hpp"
#include "core/targets/indicators.hpp"

#include <cstdint>
#include <string_view>

namespace tenglong::geo {

namespace {

/// For each enterprise the parcel of which it uses most.
[[nodiscard]] std::vector<std::uint32_t> main_parcels(const Survey& survey)
{
    std::vector<std::uint32_t> parcels;
    for (const std::uint32_t row : survey.enterprise_rows) {
        const Link* most = nullptr;
        for (const Link& link : survey.reg.links_of(row)) {
            if (most == nullptr || link.land > most->land) {
                most = &link;
            }
        }
        parcels.push_back(most == nullptr ? k_no_parcel : most->parcel);
    }
    return parcels;
}

} // namespace

Reclaim reclaim(const Survey& survey, const Profile& profile, const Judged& parcels,
                const Statuses& statuses)
{
    const FactTable& facts = parcels.facts();
    Measures measures{profile, SubjectKind::parcel, parcels.verdicts};
    Freed freed = compute_freed(facts, measures);
    std::vector<std::string_view> status;
    for (std::size_t row = 0; row < facts.rows(); ++row) {
        const auto leading = statuses.leading(row);
        status.push_back(leading ? std::string_view{parcels.rules().rules()[*leading].id}
                                 : k_normal);
    }
    std::vector<std::uint8_t> low(facts.rows());
    for (const std::uint32_t row : choose_for_blocks(profile, parcels.verdicts)) {
        low[row] = 1;
    }
    const std::vector<std::uint32_t> places = main_parcels(survey);
    const RollupInput input{&facts, &freed, status, low, survey.enterprise_facts.get(), places};
    Rollup units = roll_up(input, "unit");
    Rollup towns = roll_up(input, "town");
    Rollup parks = roll_up(input, "park");
    Rollup counties = roll_up(input, "county");
    return {std::move(measures), std::move(freed), std::move(units),
            std::move(towns),    std::move(parks), std::move(counties)};
}

EnterpriseTreatment treat_enterprises(const Survey& survey, const Profile& profile,
                                      const Freed& freed, const Judged& parcels,
                                      const Judged& enterprises)
{
    std::vector<ParcelUse> uses;
    for (std::uint32_t row = 0; row < survey.enterprise_rows.size(); ++row) {
        for (const Link& link : survey.reg.links_of(survey.enterprise_rows[row])) {
            uses.push_back({row, link.parcel, static_cast<double>(link.weight)});
        }
    }
    Measures measures{profile, SubjectKind::enterprise, enterprises.verdicts};
    Treatment treatment = treat(parcels.facts(), freed, enterprises.facts(), measures, uses);
    return {std::move(measures), std::move(treatment)};
}

ResultTable indicators_result(const Job& job, const Profile& profile, const FactTable& whole,
                              Date as_of)
{
    ResultTable table = indicators_table();
    const auto rows = indicators(profile, &whole, 0, job.actuals, as_of);
    fill_indicators(table, rows, profile);
    return table;
}

} // namespace tenglong::geo
