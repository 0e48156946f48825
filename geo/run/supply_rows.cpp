#include "geo/run/supply_rows.hpp"

#include "geo/survey/code_facts.hpp"
#include "geo/survey/columns.hpp"
#include "geo/survey/table_facts.hpp"

#include <iterator>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace tenglong::geo {

namespace {

using RowKey = std::tuple<std::string, std::string, std::int64_t>;

[[nodiscard]] RowKey key_of(const Place& place)
{
    return {place.file, place.layer, place.row};
}

/// Rows of supply that the survey has joined to no parcel.
[[nodiscard]] std::set<RowKey> unmatched_rows(const Survey& survey)
{
    std::set<RowKey> rows;
    for (const Issue& issue : survey.issues) {
        if (issue.kind == "supply_unmatched") {
            rows.insert(key_of(issue.place));
        }
    }
    return rows;
}

/// Facts of rows of one input, as of parcels of their own.
[[nodiscard]] FactTable facts_of(const Survey& survey, const ZoneLayer& input,
                                 const std::vector<std::uint32_t>& rows)
{
    FactTable facts{survey.parcel_facts->catalogue(), *survey.pool, SubjectKind::parcel,
                    rows.size()};
    std::vector<Issue> unread; // what cannot be read counts as missing, and that is told
    put_table_facts(facts, input.table, rows, unread);
    put_land_codes(facts);
    const NumberCells stated{input.table, "supplied_area_m2", unread};
    const TextCells modes{input.table, "supply_mode"};
    FactColumn& area = facts.column("area_m2");
    const auto given = area.add({true, SourceId::none, msg("stated by the supply data")});
    FactColumn& supplied = facts.column("supplied");
    const auto said = supplied.add({true, SourceId::none, msg("stated by the supply data")});
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (const auto value = stated[rows[row]]) {
            area.set_number(row, *value, given);
        } else if (rows[row] < input.layer.areas.size() && input.layer.areas[rows[row]] > 0.0) {
            area.set_number(row, input.layer.areas[rows[row]], given);
        }
        const bool contract = facts.text(facts.id("contract_number"), row).has_value() ||
                              facts.date(facts.id("contract_date"), row).has_value();
        supplied.set_yes_no(row, contract || !modes[rows[row]].empty(), said);
    }
    return facts;
}

} // namespace

std::vector<SupplyPlot> supply_off_parcels(const Survey& survey, Date as_of)
{
    std::vector<SupplyPlot> plots;
    const auto inputs = survey.zones.find(InputKind::supply);
    const std::set<RowKey> unmatched = unmatched_rows(survey);
    if (inputs == survey.zones.end() || unmatched.empty()) {
        return plots;
    }
    for (const ZoneLayer& input : inputs->second) {
        std::vector<std::uint32_t> rows;
        for (std::uint32_t row = 0; row < input.table.rows(); ++row) {
            if (unmatched.contains(key_of(input.table.place(row)))) {
                rows.push_back(row);
            }
        }
        auto found = supply_plots(facts_of(survey, input, rows), as_of);
        plots.insert(plots.end(), std::make_move_iterator(found.begin()),
                     std::make_move_iterator(found.end()));
    }
    return plots;
}

} // namespace tenglong::geo
