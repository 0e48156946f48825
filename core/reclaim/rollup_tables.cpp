#include "core/reclaim/rollup_tables.hpp"

#include "core/tables/dictionaries.hpp"

#include <array>
#include <optional>

namespace tenglong {

namespace {

using Amount = std::optional<double>;

[[nodiscard]] Amount in_mu(const Amount& area_m2)
{
    return area_m2 ? Amount{to_mu(SquareMetres{*area_m2}).value()} : std::nullopt;
}

[[nodiscard]] Amount low_share(const RegionSums& region)
{
    return region.low_area_m2 && region.area_m2 && *region.area_m2 > 0.0
               ? Amount{*region.low_area_m2 / *region.area_m2}
               : std::nullopt;
}

struct NamedAmount {
    std::string_view column;
    Amount (*of)(const RegionSums&);
};

constexpr auto k_amounts = std::to_array<NamedAmount>({
    {"parcel_count", [](const RegionSums& of) { return Amount{static_cast<double>(of.parcels)}; }},
    {"area_m2", [](const RegionSums& of) { return of.area_m2; }},
    {"parcel_area_mu", [](const RegionSums& of) { return in_mu(of.area_m2); }},
    {"footprint_m2", [](const RegionSums& of) { return of.footprint_m2; }},
    {"floor_m2", [](const RegionSums& of) { return of.floor_m2; }},
    {"plot_ratio", [](const RegionSums& of) { return of.plot_ratio; }},
    {"low_area_mu", [](const RegionSums& of) { return in_mu(of.low_area_m2); }},
    {"low_share", low_share},
    {"in_line_m2", [](const RegionSums& of) { return of.in_line_m2; }},
    {"out_line_m2", [](const RegionSums& of) { return of.out_line_m2; }},
    {"tax_wan", [](const RegionSums& of) { return of.tax_wan; }},
    {"tax_per_mu", [](const RegionSums& of) { return of.tax_per_mu; }},
    {"value_added_wan", [](const RegionSums& of) { return of.value_added_wan; }},
    {"value_added_per_mu", [](const RegionSums& of) { return of.value_added_per_mu; }},
    {"energy_tce", [](const RegionSums& of) { return of.energy_tce; }},
    {"energy_per_value", [](const RegionSums& of) { return of.energy_per_value; }},
    {"reclaim_m2", [](const RegionSums& of) { return of.freed.amounts.land_m2; }},
    {"reclaim_mu", [](const RegionSums& of) { return in_mu(of.freed.amounts.land_m2); }},
    {"reclaim_undecided",
     [](const RegionSums& of) { return Amount{static_cast<double>(of.freed.undecided)}; }},
    {"vacant_m2", [](const RegionSums& of) { return of.freed.amounts.vacant_m2; }},
    {"floor_potential_m2",
     [](const RegionSums& of) { return of.freed.amounts.floor_potential_m2; }},
    {"land_equivalent_m2",
     [](const RegionSums& of) { return of.freed.amounts.land_equivalent_m2; }},
    {"energy_room_tce", [](const RegionSums& of) { return of.freed.amounts.energy_tce; }},
    {"carbon_room_t", [](const RegionSums& of) { return of.freed.amounts.carbon_t; }},
    {"enterprise_count",
     [](const RegionSums& of) { return Amount{static_cast<double>(of.enterprises)}; }},
});

/// Adds cells to one row, to the columns that lack theirs.
class RowFiller {
public:
    RowFiller(ResultTable& table, std::size_t row) : m_table{table}, m_row{row} {}

    void put(std::string_view name, const Amount& value)
    {
        ResultColumn& column = m_table[name];
        if (column.size() > m_row) {
            return; // e.g. what a park states of itself
        }
        if (!value) {
            column.add_missing();
        } else if (column.spec().type == ColumnType::integer) {
            column.add_integer(static_cast<std::int64_t>(*value));
        } else {
            column.add_number(*value);
        }
    }
    void put(std::string_view name, std::size_t count)
    {
        put(name, Amount{static_cast<double>(count)});
    }

private:
    ResultTable& m_table;
    std::size_t m_row;
};

void put_statuses(const RegionSums& region, RowFiller& row)
{
    const Dictionary& words = *status_words();
    StatusAmount other;
    for (const auto& [id, amount] : region.status) {
        if (words.find(id) == nullptr) { // a flag of the policy's own
            other.parcels += amount.parcels;
            other.area_m2 += amount.area_m2;
        }
    }
    const auto put = [&](const std::string& id, const StatusAmount& amount) {
        row.put(id + "_count", amount.parcels);
        row.put(id + "_mu", in_mu(amount.area_m2));
    };
    for (const DictionaryEntry& entry : words.entries()) {
        const auto found = region.status.find(entry.code);
        put(entry.code, found == region.status.end() ? StatusAmount{} : found->second);
    }
    put("other", other);
}

void put_classes(const RegionSums& region, RowFiller& row)
{
    std::size_t listed = 0;
    for (const char letter : {'A', 'B', 'C', 'D'}) {
        const auto found = region.classes.find(std::string(1, letter));
        const std::size_t count = found == region.classes.end() ? 0 : found->second;
        listed += count;
        const char small = static_cast<char>(letter - 'A' + 'a');
        row.put(std::string{"class_"} + small + "_count", count);
    }
    row.put("class_other_count", region.enterprises - listed);
}

} // namespace

Text elsewhere_name()
{
    return {"（其他）", "(elsewhere)"};
}

void add_rollup_cells(ResultTable& table, std::size_t row, const RegionSums& region)
{
    RowFiller filler{table, row};
    for (const NamedAmount& each : k_amounts) {
        filler.put(each.column, each.of(region));
    }
    put_classes(region, filler);
    put_statuses(region, filler);
}

void fill_rollup(ResultTable& table, const Rollup& rollup,
                 const std::map<std::string, double>& outline_mu, Lang lang)
{
    for (const RegionSums& region : rollup.regions) {
        table["name"].add_text(region.name.empty() ? elsewhere_name().in(lang) : region.name);
        const auto outline = outline_mu.find(region.name);
        if (outline != outline_mu.end()) {
            table["area_mu"].add_number(outline->second);
        }
        add_rollup_cells(table, table["name"].size() - 1, region);
        table.complete();
    }
    table.complete();
}

} // namespace tenglong
