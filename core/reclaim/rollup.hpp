#pragma once

#include "core/reclaim/freed.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// What is known of each parcel when results are rolled up, row by row; all outlive the call.
struct RollupInput {
    const FactTable* parcels = nullptr;
    const Freed* freed = nullptr;
    std::span<const std::string_view> status; ///< the leading one, "normal" where none holds
    std::span<const std::uint8_t> low;        ///< 1: counts as low-efficiency land
    const FactTable* enterprises = nullptr;   ///< to be counted by class; null: none
    /// For each enterprise the parcel of which it uses most, or k_no_parcel; empty: none is known.
    std::span<const std::uint32_t> enterprise_parcel;
};

/// An enterprise that uses no parcel.
inline constexpr std::uint32_t k_no_parcel = 0xFFFFFFFFU;

struct StatusAmount {
    std::size_t parcels = 0;
    double area_m2 = 0.0;
};

/// Parcels of one region together. Sums are those of the parcels that have the figure; nothing
/// where none has. Ratios are sums over sums of the parcels that have both.
struct RegionSums {
    std::string name; ///< empty: the parcels that belong to none
    std::size_t parcels = 0;
    std::optional<double> area_m2;
    std::optional<double> low_area_m2;
    std::optional<double> footprint_m2;
    std::optional<double> floor_m2;
    std::optional<double> in_line_m2;
    std::optional<double> out_line_m2;
    std::optional<double> tax_wan;
    std::optional<double> value_added_wan;
    std::optional<double> energy_tce;
    std::optional<double> tax_per_mu;
    std::optional<double> value_added_per_mu;
    std::optional<double> energy_per_value;
    std::optional<double> plot_ratio;
    std::map<std::string, StatusAmount> status; ///< by id
    FreedTotal freed;
    std::size_t enterprises = 0;                ///< of which they use most, or that name the region
    std::map<std::string, std::size_t> classes; ///< enterprises by class; "" those without one
};

/// Parcels by region, and all of them. Every parcel is in one row, so that rows add up to the
/// whole.
struct Rollup {
    std::vector<RegionSums> regions; ///< by name, those that belong to none last
    RegionSums all;
};

/// Rolls parcels up by one of their text facts: unit, park, town, county. An enterprise is counted
/// where it says itself that it is, else with the parcel of which it uses most, else with those
/// that belong to none.
[[nodiscard]] Rollup roll_up(const RollupInput& input, std::string_view by);

} // namespace tenglong
