#include "geo/run/reclaim_step.hpp"

#include "core/reclaim/blocks.hpp"
#include "core/reclaim/region_facts.hpp"
#include "core/tables/standard_tables.hpp"
#include "core/targets/indicators.hpp"

#include <map>
#include <string>
#include <string_view>

namespace tenglong::geo {

namespace {

/// The name of a unit, by the fields that parcels are joined by.
[[nodiscard]] std::string_view name_of(const Table& units, std::size_t row)
{
    for (const char* field : {"name", "unit", "unit_number"}) {
        const std::string_view name = units.text(field, row);
        if (!name.empty()) {
            return name;
        }
    }
    return {};
}

} // namespace

Reclaim reclaim(const Profile& profile, const Judged& parcels, const Statuses& statuses)
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
    const RollupInput input{&facts, &freed, status, low};
    Rollup units = roll_up(input, "unit");
    Rollup towns = roll_up(input, "town");
    return {std::move(measures), std::move(freed), std::move(units), std::move(towns)};
}

ResultTable units_result(const Survey& survey, const Reclaim& reclaim)
{
    std::map<std::string, double> outline_mu;
    const auto layers = survey.zones.find(InputKind::units);
    if (layers != survey.zones.end()) {
        for (const ZoneLayer& zones : layers->second) {
            for (std::size_t row = 0; row < zones.table.rows(); ++row) {
                const std::string_view name = name_of(zones.table, row);
                if (!name.empty() && zones.layer.areas[row] > 0.0) {
                    outline_mu[std::string{name}] +=
                        to_mu(SquareMetres{zones.layer.areas[row]}).value();
                }
            }
        }
    }
    ResultTable table = units_table();
    fill_units(table, reclaim.units, outline_mu);
    return table;
}

ResultTable indicators_result(const Survey& survey, const Job& job, const Profile& profile,
                              const Reclaim& reclaim, std::size_t blocks, Date as_of, Lang lang)
{
    FactTable regions{*profile.catalogue, *survey.pool, SubjectKind::region, 1};
    write_region_facts({&reclaim.units.all, survey.enterprise_facts.get(), blocks, as_of}, 0,
                       regions);
    ResultTable table = indicators_table();
    const auto rows = indicators(profile, &regions, 0, job.actuals, as_of);
    fill_indicators(table, rows, profile, lang);
    return table;
}

} // namespace tenglong::geo
