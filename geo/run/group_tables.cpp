#include "geo/run/group_tables.hpp"

#include "core/reclaim/measure_sums.hpp"
#include "core/reclaim/rollup_tables.hpp"
#include "core/rules/flags.hpp"
#include "core/tables/fill.hpp"
#include "core/tables/standard_tables.hpp"
#include "geo/run/result_tables.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

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

[[nodiscard]] const RegionSums* find(const Rollup& rollup, std::string_view name)
{
    const auto found = std::find_if(rollup.regions.begin(), rollup.regions.end(),
                                    [&](const RegionSums& each) { return each.name == name; });
    return found == rollup.regions.end() ? nullptr : &*found;
}

/// Facts of one region, to the columns of `table` that still lack the row.
void add_facts(ResultTable& table, const FactTable& facts, std::size_t row)
{
    const std::size_t last = table.columns()[0].size() - 1;
    for (ResultColumn& column : table.columns()) {
        const auto fact = facts.catalogue().find(facts.subject(), column.spec().name);
        if (column.size() > last || !fact || column.spec().is_textual()) {
            continue;
        }
        const auto value = facts.number(*fact, row);
        if (value && column.spec().type == ColumnType::integer) {
            column.add_integer(static_cast<std::int64_t>(*value));
        } else if (value) {
            column.add_number(*value);
        } else {
            column.add_missing();
        }
    }
}

/// The checks of the policy by their answer.
void add_checks(ResultTable& table, const Judged& judged)
{
    const RuleSet& rules = judged.rules();
    auto words = std::make_shared<Dictionary>();
    std::map<Truth, std::vector<std::string_view>> found;
    for (std::size_t rule = 0; rule < rules.rules().size(); ++rule) {
        if (rules.rules()[rule].role == RuleRole::check) {
            found[judged.verdicts.at(rule, 0)].push_back(rules.rules()[rule].id);
            words->set({rules.rules()[rule].id, rules.rules()[rule].label, std::nullopt});
        }
    }
    table["met"].add_codes(found[Truth::yes]);
    table["failed"].add_codes(found[Truth::no]);
    table["undecided"].add_codes(found[Truth::unknown]);
    for (const char* column : {"met", "failed", "undecided"}) {
        table[column].set_words(words);
    }
}

/// Adds the row of parcels that a table of parks has none for yet.
void add_park(ResultTable& table, const RegionSums& region)
{
    table["name"].add_text(region.name.empty() ? elsewhere_name().zh : region.name);
    add_rollup_cells(table, table["name"].size() - 1, region);
    table.complete();
}

} // namespace

ResultTable units_result(const Survey& survey, const Rollup& units)
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
    fill_rollup(table, units, outline_mu);
    return table;
}

ResultTable towns_result(const Rollup& towns)
{
    ResultTable table = towns_table();
    fill_rollup(table, towns);
    return table;
}

ResultTable parks_result(const Judged& judged, const Rollup& parks)
{
    ResultTable table = parks_table();
    fill_from_facts(table, judged.facts());
    add_flags(table, judged.rules(), judged.verdicts);
    std::set<std::string, std::less<>> done;
    for (std::size_t row = 0; row < judged.facts().rows(); ++row) {
        const std::string_view name = table["name"].present(row) ? table["name"].text(row) : "";
        const RegionSums* sums = name.empty() ? nullptr : find(parks, name);
        const bool first = done.emplace(name).second;
        add_rollup_cells(table, row, first && sums != nullptr ? *sums : RegionSums{});
    }
    table.complete();
    for (const RegionSums& region : parks.regions) {
        if (!done.contains(region.name) || region.name.empty()) {
            add_park(table, region);
        }
    }
    table.complete();
    return table;
}

ResultTable regions_result(const Regions& regions, const Judged& whole, const Rollup& counties)
{
    ResultTable table = regions_table();
    table["level"].add_text("all");
    table["name"].add_text(whole.facts().text(whole.facts().id("name"), 0).value_or(""));
    add_rollup_cells(table, 0, counties.all);
    add_facts(table, *regions.whole, 0);
    add_checks(table, whole);
    table.complete();
    const bool any = std::any_of(counties.regions.begin(), counties.regions.end(),
                                 [](const RegionSums& each) { return !each.name.empty(); });
    for (std::size_t row = 0; any && row < counties.regions.size(); ++row) {
        const std::string& name = counties.regions[row].name;
        table["level"].add_text("county");
        table["name"].add_text(name.empty() ? elsewhere_name().zh : name);
        add_rollup_cells(table, row + 1, counties.regions[row]);
        add_facts(table, *regions.counties, row);
        table.complete();
    }
    table.complete();
    return table;
}

ResultTable measures_result(const Survey& survey, const Profile& profile, const Reclaim& freed,
                            const EnterpriseTreatment& treated)
{
    ResultTable table = measures_table();
    fill_measures(
        table,
        sum_by_measure({survey.parcel_facts.get(), &freed.freed, &freed.measures,
                        survey.enterprise_facts.get(), &treated.treatment, &treated.measures}),
        profile);
    return table;
}

ResultTable supply_result(const Regions& regions)
{
    ResultTable table = supply_table();
    fill_supply(table, regions.supply);
    return table;
}

} // namespace tenglong::geo
