#include "core/reclaim/rollup.hpp"

#include "core/base/exact_sum.hpp"

#include <algorithm>
#include <array>

namespace tenglong {

namespace {

struct NumberFact {
    std::string_view fact;
    std::optional<double> RegionSums::*sum;
};

constexpr std::array<NumberFact, 8> k_sums{{
    {"area_m2", &RegionSums::area_m2},
    {"footprint_m2", &RegionSums::footprint_m2},
    {"floor_m2", &RegionSums::floor_m2},
    {"in_line_m2", &RegionSums::in_line_m2},
    {"out_line_m2", &RegionSums::out_line_m2},
    {"tax_wan", &RegionSums::tax_wan},
    {"value_added_wan", &RegionSums::value_added_wan},
    {"energy_tce", &RegionSums::energy_tce},
}};

struct RatioFact {
    std::string_view above;
    std::string_view below;
    std::optional<double> RegionSums::*ratio;
};

constexpr std::array<RatioFact, 4> k_ratios{{
    {"tax_wan", "area_mu", &RegionSums::tax_per_mu},
    {"value_added_wan", "area_mu", &RegionSums::value_added_per_mu},
    {"energy_tce", "value_added_wan", &RegionSums::energy_per_value},
    {"floor_m2", "area_m2", &RegionSums::plot_ratio},
}};

[[nodiscard]] std::optional<double> number(const FactTable& facts, std::string_view fact,
                                           std::size_t row)
{
    const FactColumn* column = facts.find(fact);
    return column != nullptr && column->present(row) ? std::optional{column->numbers()[row]}
                                                     : std::nullopt;
}

[[nodiscard]] RegionSums sums_of(const RollupInput& input, std::string name,
                                 std::span<const std::uint32_t> rows)
{
    const FactTable& facts = *input.parcels;
    RegionSums region;
    region.name = std::move(name);
    region.parcels = rows.size();
    for (const NumberFact& each : k_sums) {
        ExactSum sum;
        for (const std::uint32_t row : rows) {
            sum.add(number(facts, each.fact, row));
        }
        region.*each.sum = sum.known();
    }
    for (const RatioFact& each : k_ratios) {
        SumRatio ratio;
        for (const std::uint32_t row : rows) {
            ratio.add(number(facts, each.above, row), number(facts, each.below, row));
        }
        region.*each.ratio = ratio.value();
    }
    ExactSum low;
    std::map<std::string, ExactSum> areas;
    for (const std::uint32_t row : rows) {
        const auto area = number(facts, "area_m2", row);
        if (!input.low.empty()) {
            low.add(input.low[row] == 0 ? std::optional{0.0} : area);
        }
        if (!input.status.empty()) {
            const std::string status{input.status[row]};
            ++region.status[status].parcels;
            areas[status].add(area);
        }
    }
    for (const auto& [status, area] : areas) {
        region.status[status].area_m2 = area.value();
    }
    region.low_area_m2 = low.known();
    if (input.freed != nullptr) {
        region.freed = freed_total(*input.freed, rows);
    }
    return region;
}

void add(ResultColumn& column, const std::optional<double>& value)
{
    if (value) {
        column.add_number(*value);
    } else {
        column.add_missing();
    }
}

[[nodiscard]] std::optional<double> in_mu(const std::optional<double>& area_m2)
{
    return area_m2 ? std::optional{to_mu(SquareMetres{*area_m2}).value()} : std::nullopt;
}

[[nodiscard]] std::optional<double> low_share(const RegionSums& region)
{
    return region.low_area_m2 && region.area_m2 && *region.area_m2 > 0.0
               ? std::optional{*region.low_area_m2 / *region.area_m2}
               : std::nullopt;
}

} // namespace

Rollup roll_up(const RollupInput& input, std::string_view by)
{
    const FactTable& facts = *input.parcels;
    const FactId fact = facts.id(by);
    std::map<std::string, std::vector<std::uint32_t>> rows_of;
    std::vector<std::uint32_t> all;
    std::vector<std::uint32_t> nowhere;
    for (std::uint32_t row = 0; row < facts.rows(); ++row) {
        all.push_back(row);
        const auto name = facts.text(fact, row);
        (name && !name->empty() ? rows_of[*name] : nowhere).push_back(row);
    }
    Rollup rollup;
    for (const auto& [name, rows] : rows_of) {
        rollup.regions.push_back(sums_of(input, name, rows));
    }
    if (!nowhere.empty()) {
        rollup.regions.push_back(sums_of(input, {}, nowhere));
    }
    rollup.all = sums_of(input, {}, all);
    return rollup;
}

void fill_units(ResultTable& units, const Rollup& rollup,
                const std::map<std::string, double>& outline_mu)
{
    for (const RegionSums& region : rollup.regions) {
        if (region.name.empty()) {
            continue; // parcels of no unit are no unit
        }
        units["name"].add_text(region.name);
        const auto outline = outline_mu.find(region.name);
        add(units["area_mu"],
            outline == outline_mu.end() ? std::nullopt : std::optional{outline->second});
        units["parcel_count"].add_integer(static_cast<std::int64_t>(region.parcels));
        add(units["parcel_area_mu"], in_mu(region.area_m2));
        add(units["low_area_mu"], in_mu(region.low_area_m2));
        add(units["low_share"], low_share(region));
        add(units["tax_wan"], region.tax_wan);
        add(units["tax_per_mu"], region.tax_per_mu);
        add(units["value_added_wan"], region.value_added_wan);
        add(units["value_added_per_mu"], region.value_added_per_mu);
        add(units["reclaim_mu"], in_mu(region.freed.amounts.land_m2));
        units.complete();
    }
    units.complete();
}

} // namespace tenglong
