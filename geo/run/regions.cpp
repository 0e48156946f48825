#include "geo/run/regions.hpp"

#include "core/reclaim/region_facts.hpp"
#include "geo/run/life_facts.hpp"
#include "geo/run/supply_rows.hpp"

#include <optional>
#include <string_view>
#include <utility>

namespace tenglong::geo {

namespace {

void put_number(FactTable& regions, std::string_view fact, const std::optional<double>& value,
                const Text& how)
{
    FactColumn& column = regions.column(fact);
    if (value && !column.present(0)) {
        column.set_number(0, *value, column.add({true, SourceId::none, how}));
    }
}

void put_name(FactTable& regions, std::size_t row, std::string_view name)
{
    FactColumn& column = regions.column("name");
    const auto state = column.add({true, SourceId::none, msg("named by parcels")});
    column.set_text(row, regions.pool().intern(name), state);
}

/// The line, and the land whose total the account watches.
void put_line(const LineAccount& line, FactTable& whole)
{
    const Text how = msg("account of the control line");
    put_number(whole, "line_before_m2", line.before_m2, how);
    put_number(whole, "line_after_m2", line.after_m2, how);
    // Other modes watch the line: what happens to industrial land outside it, they do not know.
    if (line.stock_m2 && line.decided.all().opening_m2 == line.stock_m2) {
        put_number(whole, "industrial_before_m2", line.decided.all().opening_m2, how);
        put_number(whole, "industrial_after_m2", line.decided.all().closing_m2, how);
    }
}

} // namespace

Regions make_regions(const RegionsInput& input)
{
    const Survey& survey = *input.survey;
    const auto table = [&](std::size_t rows) {
        return std::make_unique<FactTable>(*input.profile->catalogue, *survey.pool,
                                           SubjectKind::region, rows);
    };
    Regions regions;
    std::vector<SupplyPlot> plots = supply_plots(*survey.parcel_facts, input.as_of);
    for (SupplyPlot& plot : supply_off_parcels(survey, input.as_of)) {
        plots.push_back(std::move(plot));
    }
    regions.supply = supply_by_year(plots);
    const int year = input.as_of.year();

    regions.whole = table(1);
    regions.whole->set_as_of(input.as_of);
    put_name(*regions.whole, 0, input.name);
    write_stated_region_facts(input.stated, 0, *regions.whole);
    if (input.line != nullptr) {
        put_line(*input.line, *regions.whole);
    }
    write_supply_facts(regions.supply, SupplyLevel::all, {}, year, 0, *regions.whole);
    write_region_facts(
        {&input.reclaim->units.all, survey.enterprise_facts.get(), input.blocks, input.as_of}, 0,
        *regions.whole);

    write_derived_facts(*regions.whole, *input.profile);

    const std::vector<RegionSums>& counties = input.reclaim->counties.regions;
    regions.counties = table(counties.size());
    regions.counties->set_as_of(input.as_of);
    for (std::size_t row = 0; row < counties.size(); ++row) {
        if (!counties[row].name.empty()) {
            put_name(*regions.counties, row, counties[row].name);
            write_supply_facts(regions.supply, SupplyLevel::county, counties[row].name, year, row,
                               *regions.counties);
        }
        write_region_facts({&counties[row], nullptr, std::nullopt, input.as_of}, row,
                           *regions.counties);
    }
    write_derived_facts(*regions.counties, *input.profile);
    return regions;
}

} // namespace tenglong::geo
