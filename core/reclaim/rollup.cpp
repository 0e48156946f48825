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

/// The rows of one region.
struct Members {
    std::vector<std::uint32_t> parcels;
    std::vector<std::uint32_t> enterprises;
};

void count_enterprises(const RollupInput& input, std::span<const std::uint32_t> rows,
                       RegionSums& region)
{
    region.enterprises = rows.size();
    for (const std::uint32_t row : rows) {
        const FactId fact = input.enterprises->id("class");
        ++region.classes[input.enterprises->text(fact, row).value_or("")];
    }
}

/// Where an enterprise is: as it says, else with its parcel; empty if neither tells.
[[nodiscard]] std::string place_of(const RollupInput& input, std::string_view by, std::size_t row)
{
    const FactTable& firms = *input.enterprises;
    if (firms.catalogue().find(SubjectKind::enterprise, by)) {
        if (auto own = firms.text(firms.id(by), row)) {
            return *std::move(own);
        }
    }
    const bool placed =
        row < input.enterprise_parcel.size() && input.enterprise_parcel[row] != k_no_parcel;
    const FactTable& parcels = *input.parcels;
    return placed ? parcels.text(parcels.id(by), input.enterprise_parcel[row]).value_or("") : "";
}

} // namespace

Rollup roll_up(const RollupInput& input, std::string_view by)
{
    const FactTable& facts = *input.parcels;
    const FactId fact = facts.id(by);
    std::map<std::string, Members> members;
    Members all;
    for (std::uint32_t row = 0; row < facts.rows(); ++row) {
        all.parcels.push_back(row);
        members[facts.text(fact, row).value_or("")].parcels.push_back(row);
    }
    for (std::uint32_t row = 0; input.enterprises != nullptr && row < input.enterprises->rows();
         ++row) {
        all.enterprises.push_back(row);
        members[place_of(input, by, row)].enterprises.push_back(row);
    }
    Rollup rollup;
    const auto add = [&](const std::string& name, const Members& of) {
        rollup.regions.push_back(sums_of(input, name, of.parcels));
        count_enterprises(input, of.enterprises, rollup.regions.back());
    };
    for (const auto& [name, of] : members) {
        if (!name.empty()) {
            add(name, of);
        }
    }
    if (const auto nowhere = members.find(""); nowhere != members.end()) {
        add({}, nowhere->second);
    }
    rollup.all = sums_of(input, {}, all.parcels);
    count_enterprises(input, all.enterprises, rollup.all);
    return rollup;
}

} // namespace tenglong
