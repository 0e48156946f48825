#include "core/base/units.hpp"
#include "core/reclaim/energy.hpp"
#include "core/reclaim/measure_sums.hpp"
#include "core/reclaim/measure_words.hpp"
#include "core/reclaim/rollup_tables.hpp"
#include "core/rules/describe.hpp"

#include <string_view>

namespace tenglong {

namespace {

[[nodiscard]] std::string_view word_of(MeasureLevel level)
{
    switch (level) {
    case MeasureLevel::all:
        return "all";
    case MeasureLevel::county:
        return "county";
    case MeasureLevel::town:
        break;
    }
    return "town";
}

[[nodiscard]] std::string_view word_of(FreedLand land)
{
    switch (land) {
    case FreedLand::none:
        return "none";
    case FreedLand::separable:
        return "separable";
    case FreedLand::whole:
        break;
    }
    return "whole";
}

[[nodiscard]] std::string_view word_of(FreedEnergy energy)
{
    switch (energy) {
    case FreedEnergy::none:
        return "none";
    case FreedEnergy::excess:
        return "excess";
    case FreedEnergy::all:
        break;
    }
    return "all";
}

void add_amount(ResultColumn& column, const ExactSum& sum, double per_unit = 1.0)
{
    if (const auto value = sum.known()) {
        column.add_number(*value * per_unit);
    } else {
        column.add_missing();
    }
}

void add_count(ResultColumn& column, std::size_t count)
{
    column.add_integer(static_cast<std::int64_t>(count));
}

/// How the energy was stated: as equivalent or calorific value, or without a word of it.
[[nodiscard]] Text basis_of(const MeasureSums& sum)
{
    Text all;
    const auto add = [&](std::size_t count, const Text& part) {
        if (count > 0) {
            all = all.empty() ? part : msg("{}, {}", all, part);
        }
    };
    add(sum.equivalent, msg("equivalent value: {}", sum.equivalent));
    add(sum.calorific, msg("calorific value: {}", sum.calorific));
    add(sum.stated, msg("as reported, basis not told: {}", sum.stated));
    add(sum.mixed, msg("of several bases: {}", sum.mixed));
    return all;
}

void add_measure(ResultTable& table, const MeasureSums& sum, const Profile& profile, Lang lang)
{
    if (sum.measure == k_no_measure) {
        table["measure"].add_text("undecided");
        return;
    }
    const Measure& measure = profile.measures[sum.measure];
    table["measure"].add_text(measure.id);
    table["frees_land"].add_text(word_of(measure.land));
    table["frees_energy"].add_text(word_of(measure.energy));
    if (measure.energy == FreedEnergy::excess) {
        table["energy_line"].add_text(energy_line_reason(profile).in(lang));
    }
    if (measure.energy != FreedEnergy::none) {
        table["carbon_factor"].add_text(carbon_reason(profile).in(lang));
    }
    const Text clause = citation_text(measure.citation, true, profile.rules_for(measure.subject));
    table["clause"].add_text(clause.in(lang));
}

void add_row(ResultTable& table, const MeasureSums& sum, const Profile& profile, Lang lang)
{
    constexpr double k_mu = 0.0015; // 3/2000, exactly
    table["level"].add_text(word_of(sum.level));
    if (!sum.name.empty()) {
        table["name"].add_text(sum.name);
    } else if (sum.level != MeasureLevel::all) {
        table["name"].add_text(elsewhere_name().in(lang));
    }
    table["subject_kind"].add_text(key_of(sum.subject));
    add_measure(table, sum, profile, lang);
    add_count(table["subjects"], sum.subjects);
    add_amount(table["area_mu"], sum.area_m2, k_mu);
    add_amount(table["reclaim_mu"], sum.land_m2, k_mu);
    add_count(table["reclaim_undecided"], sum.no_land);
    add_amount(table["energy_tce"], sum.energy_used_tce);
    add_amount(table["energy_room_tce"], sum.energy_tce);
    add_amount(table["carbon_room_t"], sum.carbon_t);
    add_count(table["energy_undecided"], sum.no_energy);
    if (const Text basis = basis_of(sum); !basis.empty()) {
        table["energy_basis"].add_text(basis.in(lang));
    }
    table.complete();
}

} // namespace

void fill_measures(ResultTable& table, const std::vector<MeasureSums>& sums, const Profile& profile,
                   Lang lang)
{
    auto words = std::make_shared<Dictionary>(*measure_words(profile));
    words->set({"undecided", {"待定", "cannot be decided"}, std::nullopt});
    table["measure"].set_words(words);
    for (const MeasureSums& sum : sums) {
        add_row(table, sum, profile, lang);
    }
    table.complete();
}

} // namespace tenglong
