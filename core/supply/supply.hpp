#pragma once

#include "core/base/date.hpp"
#include "core/base/exact_sum.hpp"
#include "core/facts/fact_table.hpp"
#include "core/tables/result_table.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenglong {

/// A plot of land that was supplied (granted or allocated). Nothing: not known.
struct SupplyPlot {
    std::string county;
    std::string town;
    std::optional<int> year;
    std::optional<double> area_m2;
    std::optional<bool> industrial;
    std::optional<bool> new_land;     ///< from newly approved building land, and not from stock
    std::optional<bool> standard;     ///< as standard land (标准地)
    std::optional<double> plot_ratio; ///< agreed
    std::optional<double> in_line_share;
};

enum class SupplyLevel : std::uint8_t { all, county, town };

/// What one region was supplied with in one year. Sums are those of the plots that have the
/// figure; the counts beside them say how many plots have not.
struct SupplySums {
    SupplyLevel level = SupplyLevel::all;
    std::string name;        ///< empty: all; of a county or a town: the plots that name none
    std::optional<int> year; ///< nothing: the plots of no known year, which count in no other row
    std::size_t plots = 0;
    ExactSum supplied_m2;
    ExactSum industrial_m2;
    ExactSum new_m2;      ///< industrial, new land
    ExactSum standard_m2; ///< of that
    ExactSum floor_m2;    ///< of that: area times agreed plot ratio
    ExactSum in_line_m2;  ///< of that: area times the share in the line
    std::size_t no_area = 0;
    std::size_t no_use = 0;
    std::size_t no_new = 0;        ///< of the industrial plots
    std::size_t no_standard = 0;   ///< of the new industrial plots
    std::size_t no_plot_ratio = 0; ///< of the same
    std::size_t no_line = 0;       ///< of the same

    void add(const SupplyPlot& plot);

    // Shares are of areas. Nothing while a plot lacks a figure that the share needs, and where
    // there is no land to take a share of.
    [[nodiscard]] std::optional<double> industrial_share() const;
    [[nodiscard]] std::optional<double> new_share() const; ///< of the industrial land
    [[nodiscard]] std::optional<double> standard_share() const;
    [[nodiscard]] std::optional<double> plot_ratio() const; ///< weighted by area
    [[nodiscard]] std::optional<double> in_line_share() const;

    [[nodiscard]] bool uses_known() const noexcept { return no_area == 0 && no_use == 0; }
    [[nodiscard]] bool new_known() const noexcept { return uses_known() && no_new == 0; }
};

/// The parcels that were supplied by that day: supplied, contract_date or supply_year, area_m2,
/// is_industrial, supply_new_land, standard_land, agreed_plot_ratio, in_line_m2 and out_line_m2.
[[nodiscard]] std::vector<SupplyPlot> supply_plots(const FactTable& parcels, Date as_of);

/// All regions and years, the whole first, then counties, then towns by name; of each the years in
/// their order, and the plots of no known year last. The plots of no county or town stand together
/// where others have one, so that the rows of a level add up. The order of plots does not matter.
[[nodiscard]] std::vector<SupplySums> supply_by_year(std::span<const SupplyPlot> plots);

/// Adds them to the table `supply`; complete.
void fill_supply(ResultTable& table, std::span<const SupplySums> sums, Lang lang = Lang::zh);

/// Writes to one region what it was supplied with in the year, where it is not stated:
/// supplied_mu, supplied_industrial_mu, supplied_industrial_new_mu, industrial_supply_share,
/// standard_land_share, new_supply_plot_ratio, new_in_line_share. A fact stays missing, and says
/// why, while a plot lacks a figure that it needs. Without any plot of a known year nothing is
/// known of any year.
/// \param name  of the region; empty: the whole
void write_supply_facts(std::span<const SupplySums> sums, SupplyLevel level, std::string_view name,
                        int year, std::size_t row, FactTable& regions);

} // namespace tenglong
