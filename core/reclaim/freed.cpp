#include "core/reclaim/freed.hpp"

#include "core/base/exact_sum.hpp"
#include "core/base/number.hpp"
#include "core/reclaim/energy.hpp"
#include "core/reclaim/figures.hpp"
#include "core/reclaim/measure_words.hpp"
#include "core/rules/describe.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tenglong {

namespace {

/// The facts that decide what is freed, for one parcel at a time.
class ParcelFacts {
public:
    explicit ParcelFacts(const FactTable& facts)
        : m_facts{facts}, m_area{facts.id("area_m2")}, m_separable{facts.id("separable_m2")},
          m_vacant{facts.id("vacant_m2")}, m_floor{facts.id("floor_m2")}, m_industrial{facts.id(
                                                                              "is_industrial")}
    {}

    [[nodiscard]] std::optional<double> area(std::size_t row) const { return number(m_area, row); }
    [[nodiscard]] std::optional<double> separable(std::size_t row) const
    {
        return number(m_separable, row);
    }
    [[nodiscard]] std::optional<double> vacant(std::size_t row) const
    {
        return number(m_vacant, row);
    }
    [[nodiscard]] std::optional<double> floor(std::size_t row) const
    {
        return number(m_floor, row);
    }
    /// Land of no known use is taken in, as the national rules do.
    [[nodiscard]] bool industrial(std::size_t row) const
    {
        return m_facts.yes_no(m_industrial, row).value_or(true);
    }

private:
    [[nodiscard]] std::optional<double> number(FactId fact, std::size_t row) const
    {
        const auto value = m_facts.number(fact, row);
        return value && std::isfinite(*value) ? value : std::nullopt;
    }

    const FactTable& m_facts;
    FactId m_area;
    FactId m_separable;
    FactId m_vacant;
    FactId m_floor;
    FactId m_industrial;
};

[[nodiscard]] std::optional<double> freed_land(FreedLand land, const ParcelFacts& facts,
                                               std::size_t row)
{
    const auto area = facts.area(row);
    switch (land) {
    case FreedLand::none:
        return 0.0;
    case FreedLand::whole:
        return area;
    case FreedLand::separable:
        break;
    }
    const auto parts = facts.separable(row);
    return parts && area ? std::optional{std::clamp(*parts, 0.0, std::max(*area, 0.0))}
                         : std::nullopt;
}

[[nodiscard]] std::optional<double> potential(const ParcelFacts& facts, std::size_t row,
                                              double target)
{
    const auto area = facts.area(row);
    const auto floor = facts.floor(row);
    return area && floor ? std::optional{std::max(target * *area - *floor, 0.0)} : std::nullopt;
}

void add_number(ResultColumn& column, const std::optional<double>& value)
{
    if (value) {
        column.add_number(*value);
    } else {
        column.add_missing();
    }
}

} // namespace

Freed compute_freed(const FactTable& parcels, const Measures& measures)
{
    const Profile& profile = measures.profile();
    const ParcelFacts facts{parcels};
    const EnergyRoom room{profile, parcels};
    Freed freed;
    freed.plot_ratio_target = number_of(profile, "plot_ratio_target", "one");
    freed.carbon_per_tce = number_of(profile, "carbon_per_tce", "t_per_tce");
    freed.parcels.resize(parcels.rows());
    freed.land_cause.resize(parcels.rows(), FreedCause::measure);
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        FreedAmounts& amounts = freed.parcels[row];
        amounts.vacant_m2 = facts.vacant(row);
        const std::uint16_t leading = measures.leading_measure(row);
        const Measure* measure = leading == k_no_measure ? nullptr : &profile.measures[leading];
        FreedCause& cause = freed.land_cause[row];
        if (measure != nullptr) {
            amounts.land_m2 = freed_land(measure->land, facts, row);
            amounts.energy_tce = room.of(measure->energy, row);
            cause = amounts.land_m2 ? FreedCause::measure : FreedCause::missing_fact;
        } else if (measures.open(row)) {
            cause = FreedCause::undecided;
        } else {
            amounts.land_m2 = 0.0;
            amounts.energy_tce = 0.0;
            cause = FreedCause::no_measure;
        }
        if (amounts.energy_tce && freed.carbon_per_tce) {
            amounts.carbon_t = *amounts.energy_tce * *freed.carbon_per_tce;
        }
        const bool gone = measure != nullptr && measure->land == FreedLand::whole;
        if (gone || !facts.industrial(row)) {
            amounts.floor_potential_m2 = 0.0;
            amounts.land_equivalent_m2 = 0.0;
        } else if (freed.plot_ratio_target && *freed.plot_ratio_target > 0.0) {
            amounts.floor_potential_m2 = potential(facts, row, *freed.plot_ratio_target);
            if (amounts.floor_potential_m2) {
                amounts.land_equivalent_m2 = *amounts.floor_potential_m2 / *freed.plot_ratio_target;
            }
        }
    }
    return freed;
}

FreedTotal freed_total(const Freed& freed, std::span<const std::uint32_t> rows)
{
    FreedTotal total;
    ExactSum land;
    ExactSum vacant;
    ExactSum floors;
    ExactSum equivalent;
    ExactSum energy;
    ExactSum carbon;
    for (const std::uint32_t row : rows) {
        const FreedAmounts& each = freed.parcels[row];
        land.add(each.land_m2);
        vacant.add(each.vacant_m2);
        floors.add(each.floor_potential_m2);
        equivalent.add(each.land_equivalent_m2);
        energy.add(each.energy_tce);
        carbon.add(each.carbon_t);
        total.parcels += each.land_m2.value_or(0.0) > 0.0 ? 1U : 0U;
        total.undecided += each.land_m2 ? 0U : 1U;
    }
    total.amounts = {land.known(),       vacant.known(), floors.known(),
                     equivalent.known(), energy.known(), carbon.known()};
    return total;
}

FreedTotal freed_total(const Freed& freed)
{
    std::vector<std::uint32_t> all(freed.rows());
    std::iota(all.begin(), all.end(), 0U);
    return freed_total(freed, all);
}

Text land_reason(const Freed& freed, const Measures& measures, const FactTable& parcels,
                 std::size_t row)
{
    const auto label = [&](std::string_view fact) {
        return parcels.catalogue()[parcels.id(fact)].label;
    };
    switch (freed.land_cause[row]) {
    case FreedCause::no_measure:
        return msg("no measure applies");
    case FreedCause::undecided:
        return msg("it cannot be decided which measure applies");
    case FreedCause::measure:
    case FreedCause::missing_fact:
        break;
    }
    const Measure& measure = measures.profile().measures[measures.leading_measure(row)];
    const bool whole = measure.land == FreedLand::whole;
    if (freed.land_cause[row] == FreedCause::missing_fact) {
        const bool no_area = !parcels.number(parcels.id("area_m2"), row);
        return msg("{}: {} is missing", measure.label,
                   label(whole || no_area ? "area_m2" : "separable_m2"));
    }
    if (measure.land == FreedLand::none) {
        return msg("{} frees no land", measure.label);
    }
    const Text area = shown_number(*freed.parcels[row].land_m2, Unit::of("m2"));
    return whole ? msg("{} frees the whole parcel, {}", measure.label, area)
                 : msg("{} frees the parts that can stand alone, {}", measure.label, area);
}

Text energy_reason(const Measures& measures, const FactTable& facts, std::size_t row)
{
    const std::uint16_t leading = measures.leading_measure(row);
    if (leading == k_no_measure) {
        return {};
    }
    const Profile& profile = measures.profile();
    const Measure& measure = profile.measures[leading];
    if (measure.energy == FreedEnergy::none) {
        return msg("{} frees no energy", measure.label);
    }
    const auto missing = [&](const char* fact) {
        return msg("{}: {} is missing", measure.label, facts.catalogue()[facts.id(fact)].label);
    };
    const auto used = facts.number(facts.id("energy_tce"), row);
    if (!used) {
        return missing("energy_tce");
    }
    const auto word = facts.text(facts.id("energy_basis"), row);
    const Text basis = word ? msg(" ({})", profile.rules_for(measure.subject).word(*word)) : Text{};
    const Text energy = shown_number(*used, Unit::of("tce"));
    if (measure.energy == FreedEnergy::all) {
        return msg("{} frees all of the energy, {}{}", measure.label, energy, basis);
    }
    const EnergyRoom room{profile, facts};
    const auto value = facts.number(facts.id("value_added_wan"), row);
    const auto line = room.line(row);
    const auto freed = room.of(measure.energy, row);
    if (!value || !line || !freed) {
        return value ? msg("{}: the policy has no line", measure.label)
                     : missing("value_added_wan");
    }
    return msg("{} frees what exceeds the line: {}{} - {} x {} = {}; {}", measure.label, energy,
               basis, shown_number(*line, Unit::of("tce_per_wan")),
               shown_number(*value, Unit::of("wan")), shown_number(*freed, Unit::of("tce")),
               energy_line_reason(profile));
}

Text carbon_reason(const Profile& profile)
{
    return figure_reason(profile, "carbon_per_tce");
}

void write_freed_columns(const Freed& freed, const Measures& measures, ResultTable& parcels)
{
    ResultColumn& proposed = parcels["measure"];
    proposed.set_words(measure_words(measures.profile()));
    for (std::size_t row = 0; row < freed.rows(); ++row) {
        const std::uint16_t leading = measures.leading_measure(row);
        if (leading == k_no_measure) {
            proposed.add_missing();
        } else {
            proposed.add_text(measures.profile().measures[leading].id);
        }
    }
    const auto fill = [&](std::string_view name, std::optional<double> FreedAmounts::*amount) {
        ResultColumn& column = parcels[name];
        for (const FreedAmounts& each : freed.parcels) {
            add_number(column, each.*amount);
        }
    };
    fill("reclaim_m2", &FreedAmounts::land_m2);
    fill("floor_potential_m2", &FreedAmounts::floor_potential_m2);
    fill("land_equivalent_m2", &FreedAmounts::land_equivalent_m2);
    fill("energy_room_tce", &FreedAmounts::energy_tce);
    fill("carbon_room_t", &FreedAmounts::carbon_t);
    ResultColumn& mu = parcels["reclaim_mu"];
    for (const FreedAmounts& each : freed.parcels) {
        add_number(mu, each.land_m2 ? std::optional{to_mu(SquareMetres{*each.land_m2}).value()}
                                    : std::nullopt);
    }
}

} // namespace tenglong
