#include "geo/run/vacant_facts.hpp"

#include "core/tables/fill.hpp"
#include "core/tables/standard_tables.hpp"
#include "geo/run/fact_filler.hpp"
#include "geo/run/figures.hpp"
#include "geo/run/road_ground.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tenglong::geo {

namespace {

constexpr std::array k_vacant_facts{"vacant_m2", "vacant_share", "separable_m2", "road_access"};

void mark(const Lacks& lacks, std::size_t pair, std::vector<bool>& rows)
{
    for (std::size_t row = 0; row < rows.size(); ++row) {
        rows[row] = rows[row] || lacks.at(pair, row);
    }
}

[[nodiscard]] bool is_about_vacancy(const std::string& fact)
{
    return std::find(k_vacant_facts.begin(), k_vacant_facts.end(), fact) != k_vacant_facts.end();
}

/// The chosen parcels as a layer of their own.
[[nodiscard]] Layer chosen(const Layer& parcels, std::span<const std::uint32_t> rows)
{
    Layer layer;
    for (const std::uint32_t row : rows) {
        layer.shapes.append(parcels.shapes[row]);
        layer.boxes.push_back(parcels.boxes[row]);
        layer.areas.push_back(parcels.areas[row]);
    }
    return layer;
}

[[nodiscard]] ParcelUse use_of(const FactTable& facts, std::span<const std::uint32_t> rows)
{
    const FactValues footprint{facts, "footprint_m2"};
    const FactValues floor{facts, "floor_m2"};
    ParcelUse use;
    for (const std::uint32_t row : rows) {
        use.footprint_m2.push_back(footprint.number(row).value_or(std::nan("")));
        use.floor_m2.push_back(floor.number(row).value_or(std::nan("")));
    }
    return use;
}

/// Sums over the parts of each parcel.
struct Totals {
    double vacant_m2 = 0.0;
    double separable_m2 = 0.0;
    bool unknown = false; ///< of a part it cannot be said whether it can stand alone
    bool on_road = false;
};

[[nodiscard]] std::vector<Totals> totals_of(const VacantGround& ground, std::size_t parcels)
{
    std::vector<Totals> totals(parcels);
    for (std::size_t part = 0; part < ground.parts.parcel.size(); ++part) {
        Totals& total = totals[ground.parts.parcel[part]];
        total.vacant_m2 += ground.parts.area_m2[part];
        total.separable_m2 += ground.separable[part] ? ground.parts.area_m2[part] : 0.0;
        total.unknown = total.unknown || ground.figures[part].splittable == Splittable::unknown;
        total.on_road = total.on_road || ground.figures[part].road_m > 0.0;
    }
    return totals;
}

/// Writes the facts of the parcels that were searched. \param totals by row of the survey
void write(FactTable& facts, std::span<const std::uint32_t> rows, const std::vector<Totals>& totals,
           bool has_roads)
{
    const FactValues area{facts, "area_m2"};
    FactFiller vacant{facts, "vacant_m2"};
    FactFiller share{facts, "vacant_share"};
    FactFiller separable{facts, "separable_m2"};
    FactFiller access{facts, "road_access"};
    const auto measured = vacant.from(msg("ground clear of buildings, wide and large enough"));
    const auto quotient = share.from(msg("vacant area / area"));
    const auto alone = separable.from(msg("vacant parts that can stand alone"));
    const auto open = separable.missing(msg("of a vacant part it is not known whether it can "
                                            "stand alone"));
    const auto road = access.from(msg("a vacant part lies on a road"));
    for (const std::uint32_t row : rows) {
        const Totals& total = totals[row];
        vacant.column().set_number(row, total.vacant_m2, measured);
        if (const auto whole = area.number(row); whole && *whole > 0.0) {
            share.column().set_number(row, total.vacant_m2 / *whole, quotient);
        }
        if (total.unknown) {
            separable.column().set_missing(row, open);
        } else {
            separable.column().set_number(row, total.separable_m2, alone);
        }
        if (has_roads && total.on_road && !access.column().present(row)) {
            access.column().set_yes_no(row, true, road);
        }
    }
}

} // namespace

std::vector<std::uint32_t> parcels_to_search(const Profile& profile, const Judged& judged)
{
    const RuleSet& rules = judged.rules();
    std::vector<bool> wanted(judged.facts().rows());
    std::vector<bool> counts(rules.rules().size());
    for (std::size_t rule = 0; rule < counts.size(); ++rule) {
        counts[rule] = rules.rules()[rule].role != RuleRole::info;
    }
    for (const Measure& measure : profile.measures) {
        const auto rule = rules.find(measure.rule);
        if (measure.subject != SubjectKind::parcel || !rule) {
            continue;
        }
        counts[*rule] = true;
        for (std::size_t row = 0; measure.land == FreedLand::separable && row < wanted.size();
             ++row) {
            wanted[row] = wanted[row] || judged.verdicts.at(*rule, row) != Truth::no;
        }
    }
    for (std::size_t pair = 0; pair < judged.lacks.pairs().size(); ++pair) {
        const Lack& lack = judged.lacks.pairs()[pair];
        if (counts[lack.rule] && is_about_vacancy(rules.catalogue()[lack.fact].name)) {
            mark(judged.lacks, pair, wanted);
        }
    }
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < wanted.size(); ++row) {
        if (wanted[row]) {
            rows.push_back(row);
        }
    }
    return rows;
}

VacantGround write_vacant_facts(Survey& survey, const Profile& profile,
                                std::span<const std::uint32_t> parcels, Workers& workers)
{
    VacantGround ground;
    const auto setback = figure_in(profile, "vacant_setback", "m");
    const auto width = figure_in(profile, "vacant_width", "m");
    const auto area = figure_in(profile, "vacant_area", "m2");
    if (!setback || !width || !area || !survey.building_grid ||
        survey.buildings.shapes.size() == 0) {
        return ground;
    }
    std::vector<std::uint32_t> rows{parcels.begin(), parcels.end()};
    std::erase_if(rows, [&](std::uint32_t row) { return survey.parcels.shapes[row].empty(); });
    const Layer layer = chosen(survey.parcels, rows);
    ground.parts = find_vacant(layer, survey.buildings, *survey.building_grid,
                               {*setback, *width, *area}, workers);
    const std::optional<Layer> ground_of_roads =
        road_ground(survey, figure_in(profile, "road_width", "m").value_or(0.0), workers);
    const Layer* roads = ground_of_roads ? &*ground_of_roads : nullptr;
    SplitOptions options;
    options.least_width_m = figure_in(profile, "separable_width", "m");
    options.road_reach_m = figure_in(profile, "road_reach", "m").value_or(0.0);
    ground.figures = split_figures(ground.parts, layer, use_of(*survey.parcel_facts, rows), roads,
                                   options, workers);
    const double least = figure_in(profile, "separable_area", "m2").value_or(0.0);
    for (std::size_t part = 0; part < ground.parts.parcel.size(); ++part) {
        const SplitFigures& found = ground.figures[part];
        ground.separable.push_back(found.splittable == Splittable::yes &&
                                   ground.parts.area_m2[part] >= least &&
                                   (roads == nullptr || found.road_m > 0.0));
        ground.parts.parcel[part] = rows[ground.parts.parcel[part]];
    }
    write(*survey.parcel_facts, rows, totals_of(ground, survey.parcels.shapes.size()),
          roads != nullptr);
    return ground;
}

ResultTable vacant_result(const FactTable& parcels, const VacantGround& ground)
{
    ResultTable table = vacant_table();
    std::uint32_t parcel = 0;
    std::int64_t nth = 0;
    for (std::size_t part = 0; part < ground.parts.parcel.size(); ++part) {
        nth = part > 0 && ground.parts.parcel[part] == parcel ? nth + 1 : 1;
        parcel = ground.parts.parcel[part];
        const double area_m2 = ground.parts.area_m2[part];
        table["part"].add_integer(nth);
        table["area_m2"].add_number(area_m2);
        table["area_mu"].add_number(to_mu(SquareMetres{area_m2}).value());
        table["width_m"].add_number(ground.figures[part].width_m);
        table["separable"].add_yes_no(ground.separable[part]);
    }
    fill_from_facts(table, parcels, ground.parts.parcel);
    table.complete();
    return table;
}

} // namespace tenglong::geo
