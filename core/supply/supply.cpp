#include "core/supply/supply.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace tenglong {

namespace {

/// Facts of the parcels by name.
class Parcels {
public:
    explicit Parcels(const FactTable& facts) : m_facts{facts} {}

    [[nodiscard]] std::optional<double> number(std::string_view fact, std::size_t row) const
    {
        return m_facts.number(m_facts.id(fact), row);
    }
    [[nodiscard]] std::optional<bool> yes_no(std::string_view fact, std::size_t row) const
    {
        return m_facts.yes_no(m_facts.id(fact), row);
    }
    [[nodiscard]] std::optional<Date> date(std::string_view fact, std::size_t row) const
    {
        return m_facts.date(m_facts.id(fact), row);
    }
    [[nodiscard]] std::string text(std::string_view fact, std::size_t row) const
    {
        return m_facts.text(m_facts.id(fact), row).value_or("");
    }

private:
    const FactTable& m_facts;
};

[[nodiscard]] std::optional<int> year_of(const Parcels& parcels, std::size_t row)
{
    if (const auto day = parcels.date("contract_date", row)) {
        return day->year();
    }
    const auto year = parcels.number("supply_year", row);
    return year ? std::optional{static_cast<int>(*year)} : std::nullopt;
}

/// Of the measured area, so that it holds whatever area the account goes by.
[[nodiscard]] std::optional<double> line_share(const Parcels& parcels, std::size_t row)
{
    const auto inside = parcels.number("in_line_m2", row);
    const auto outside = parcels.number("out_line_m2", row);
    return inside && outside && *inside + *outside > 0.0
               ? std::optional{*inside / (*inside + *outside)}
               : std::nullopt;
}

[[nodiscard]] std::optional<double> share(bool known, const ExactSum& part, const ExactSum& whole)
{
    return known && whole.value() > 0.0 ? std::optional{part.value() / whole.value()}
                                        : std::nullopt;
}

/// By level, name and year; the unknown year after all years.
using Key = std::tuple<SupplyLevel, std::string, bool, int>;

} // namespace

void SupplySums::add(const SupplyPlot& plot)
{
    ++plots;
    supplied_m2.add(plot.area_m2);
    no_area += plot.area_m2 ? 0U : 1U;
    no_use += plot.industrial ? 0U : 1U;
    if (plot.industrial != true) {
        return;
    }
    industrial_m2.add(plot.area_m2);
    no_new += plot.new_land ? 0U : 1U;
    if (plot.new_land != true) {
        return;
    }
    new_m2.add(plot.area_m2);
    no_standard += plot.standard ? 0U : 1U;
    no_plot_ratio += plot.plot_ratio ? 0U : 1U;
    no_line += plot.in_line_share ? 0U : 1U;
    if (!plot.area_m2) {
        return;
    }
    if (plot.standard == true) {
        standard_m2.add(*plot.area_m2);
    }
    if (plot.plot_ratio) {
        floor_m2.add(*plot.area_m2 * *plot.plot_ratio);
    }
    if (plot.in_line_share) {
        in_line_m2.add(*plot.area_m2 * *plot.in_line_share);
    }
}

std::optional<double> SupplySums::industrial_share() const
{
    return share(uses_known(), industrial_m2, supplied_m2);
}

std::optional<double> SupplySums::new_share() const
{
    return share(new_known(), new_m2, industrial_m2);
}

std::optional<double> SupplySums::standard_share() const
{
    return share(new_known() && no_standard == 0, standard_m2, new_m2);
}

std::optional<double> SupplySums::plot_ratio() const
{
    return share(new_known() && no_plot_ratio == 0, floor_m2, new_m2);
}

std::optional<double> SupplySums::in_line_share() const
{
    return share(new_known() && no_line == 0, in_line_m2, new_m2);
}

std::vector<SupplyPlot> supply_plots(const FactTable& parcels, Date as_of)
{
    const Parcels facts{parcels};
    std::vector<SupplyPlot> plots;
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        const auto year = year_of(facts, row);
        const auto day = facts.date("contract_date", row);
        const bool later = day ? *day > as_of : year && *year > as_of.year();
        if (later || facts.yes_no("supplied", row) == false ||
            (!year && facts.yes_no("supplied", row) != true)) {
            continue;
        }
        plots.push_back({.county = facts.text("county", row),
                         .town = facts.text("town", row),
                         .year = year,
                         .area_m2 = facts.number("area_m2", row),
                         .industrial = facts.yes_no("is_industrial", row),
                         .new_land = facts.yes_no("supply_new_land", row),
                         .standard = facts.yes_no("standard_land", row),
                         .plot_ratio = facts.number("agreed_plot_ratio", row),
                         .in_line_share = line_share(facts, row)});
    }
    return plots;
}

std::vector<SupplySums> supply_by_year(std::span<const SupplyPlot> plots)
{
    std::map<Key, SupplySums> sums;
    const auto add = [&](SupplyLevel level, const std::string& name, const SupplyPlot& plot) {
        SupplySums& sum = sums[{level, name, !plot.year.has_value(), plot.year.value_or(0)}];
        sum.level = level;
        sum.name = name;
        sum.year = plot.year;
        sum.add(plot);
    };
    // Where some plots have a county or a town, those without stand together: rows of a level add
    // up to the whole.
    const bool by_county =
        std::ranges::any_of(plots, [](const SupplyPlot& plot) { return !plot.county.empty(); });
    const bool by_town =
        std::ranges::any_of(plots, [](const SupplyPlot& plot) { return !plot.town.empty(); });
    for (const SupplyPlot& plot : plots) {
        add(SupplyLevel::all, {}, plot);
        if (by_county) {
            add(SupplyLevel::county, plot.county, plot);
        }
        if (by_town) {
            add(SupplyLevel::town, plot.town, plot);
        }
    }
    std::vector<SupplySums> all;
    all.reserve(sums.size());
    for (auto& [key, sum] : sums) {
        all.push_back(std::move(sum));
    }
    return all;
}

} // namespace tenglong
