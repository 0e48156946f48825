#include "geo/survey/park_facts.hpp"

#include "core/base/units.hpp"
#include "geo/survey/fact_writer.hpp"
#include "geo/survey/table_facts.hpp"

#include <set>
#include <string>

namespace tenglong::geo {

namespace {

[[nodiscard]] std::unique_ptr<FactTable> named_by_parcels(const Survey& survey,
                                                          const FactCatalogue& catalogue)
{
    std::set<std::string> names;
    const FactTable& parcels = *survey.parcel_facts;
    const FactId park = parcels.id("park");
    for (std::size_t row = 0; parcels.find(park) != nullptr && row < parcels.rows(); ++row) {
        if (auto name = parcels.text(park, row)) {
            names.insert(*std::move(name));
        }
    }
    auto facts =
        std::make_unique<FactTable>(catalogue, *survey.pool, SubjectKind::park, names.size());
    FactWriter writer{*facts, "name", msg("named by parcels")};
    std::size_t row = 0;
    for (const std::string& name : names) {
        writer.text(row++, survey.pool->intern(name));
    }
    return facts;
}

} // namespace

std::unique_ptr<FactTable> make_park_facts(const Survey& survey, const FactCatalogue& catalogue,
                                           std::vector<Issue>& issues)
{
    const auto found = survey.zones.find(InputKind::parks);
    if (found == survey.zones.end()) {
        return named_by_parcels(survey, catalogue);
    }
    std::size_t rows = 0;
    for (const ZoneLayer& input : found->second) {
        rows += input.table.rows();
    }
    auto facts = std::make_unique<FactTable>(catalogue, *survey.pool, SubjectKind::park, rows);
    FactWriter area{*facts, "area_mu"};
    std::uint32_t first = 0;
    for (const ZoneLayer& input : found->second) {
        std::vector<std::uint32_t> row_of(rows, k_no_row);
        for (std::uint32_t row = 0; row < input.table.rows(); ++row) {
            row_of[first + row] = row;
            if (input.layer.areas[row] > 0.0) {
                area.number(first + row, to_mu(SquareMetres{input.layer.areas[row]}).value());
            }
        }
        put_table_facts(*facts, input.table, row_of, issues);
        first += static_cast<std::uint32_t>(input.table.rows());
    }
    return facts;
}

} // namespace tenglong::geo
