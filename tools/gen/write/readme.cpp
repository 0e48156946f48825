#include "tools/gen/write/job_file.hpp"

#include "tools/gen/cases/case.hpp"
#include "tools/gen/names/codes.hpp"
#include "tools/gen/write/city_files.hpp"
#include "tools/gen/write/text_file.hpp"

#include <fmt/format.h>

#include <string_view>

namespace tenglong::tools::gen {

namespace {

constexpr std::string_view k_files = R"(## Files

| file | what |
|---|---|
| `{parcels}` | the cadastre: 宗地代码, 不动产单元号, 权利人, 坐落, 登记面积, 用途; {encoding} |
| `{buildings}` | 自然幢: storeys in all (ZCS), above (DSCS) and below ground (DXCS), height, footprint, floor area above ground (SCJZMJ); {encoding}. Buildings of villages and towns stand on no parcel |
| `{enterprises}` | one row an enterprise, {header}; a row leads to its parcel by parcel code, unit code, the holder's credit code, coordinates or name |
| `leases.csv` | who lets land to whom; GBK |
| `supply.csv` | approval, contract, dates, investment; UTF-8 with a byte-order mark |
| `control_line.gpkg` | the industrial control line before the changes |
| `changes.gpkg` | occupation (占用), compensation (补划), land given up outside (线外退出), added inside (线内新增) |
| `candidates.gpkg` | land that could be taken into the line, with its price |
| `base.gpkg` | layers towns, parks, units, planned_use, farmland, red_line, roads (middle lines with a width), water |
| `job.toml` | all of it as a job: `tenglong analyze job.toml` |
| `truth/` | what is true, for tests |

Parcels of one block share their edges corner by corner; blocks are apart by a street. All coordinates are
whole millimetres, so areas are exact.
)";

constexpr std::string_view k_truth = R"(## Truth

Found from what was planned, not from the files: areas by construction, sums by addition, verdicts by the
clauses of the policies. Verdicts are `yes`, `no`, `undecided` (a fact is missing) and `depends` (a setting
that nobody has fixed; either answer is right). Figures are in the units of their names; `_wan` is 10,000 yuan;
1 mu is 2000/3 m².

`parcels.csv`, one row a parcel

| column | meaning |
|---|---|
| `case` | the planted case, see below; empty for others |
| `kind` | what was drawn for the parcel: normal, low_tax, low_ratio, idle, approved, rest, … |
| `cluster` | number of a planted block (连片): two cells across a local street, low throughout, all around in order |
| `low_group` | parcels with at most 5 (10,000 yuan) of tax a mu that share edges have the same number |
| `in_line_m2` `out_line_m2` | of the computed area |
| `footprint_m2` `floor_m2` | a building across a boundary counts on each side by its footprint there |
| `floor_high_storeys_m2` | buildings whose storeys are higher than 8 m on average count twice |
| `plot_ratio` `plot_ratio_high_storeys` | by the registered area |
| `rest_m2` `rest_front_m` `rest_road` `rest_exact` | what was left free on purpose: area up to the wall, length of its side towards the wall, whether it touches a street by itself, whether it is an axis-parallel rectangle; 0 where no room is left that could hold a building |
| `vacant_10m_m2` | the rest with 10 m kept from the wall; 0 if less than 20 m wide or 1 mu large; the whole parcel where nothing stands |
| `tax_wan` `value_added_wan` `energy_tce` | of all enterprises on it, each by the land that it uses on its parcels; empty if none is there or a figure is missing |
| `class` | last year's class of the enterprise that uses most of it |
| `started` `completed` `in_production` | by the day of assessment; empty where the land office has no file |
| `due_start` | agreed start; without one a year after the hand-over |
| `idle_years` | full years that are over since then, days lost to the government taken off. A year is over when its last day is (Civil Code, art. 201 and 202) |
| `approved_not_supplied` | approved by the day of assessment, no contract by then |
| `supplied_not_used` | contracted, not started, start due before the day |
| `used_in_part` | in use, and 5 mu or more of `vacant_10m_m2`; `depends` near that line where the rest is not exact |
| `built_not_producing` | completed, not producing, production due before the day; without a date a year after completion |
| `suspected_idle` | state land: start due more than a year ago; or stopped for more than a year with less than 1/3 developed or less than 25 % invested |
| `high_consumption` | on the list, or more than 0.52 tce for 10,000 yuan of value added and at most 5 of tax a mu |
| `violation` | found on an enterprise there; `depends` where all have been put right; `undecided` where nobody looked |
| `low_plot_ratio_*` | below the profile's line (0.5, 1.0 or, where something stands, 1.5; Ningbo 2.0 for projects contracted from 2021-12-31 on) or below the contract's, storeys over 8 m counted twice; `undecided` where the table of 2008 would need an industry code of 2002 |
| `low_efficiency_*` | at most 5 of tax a mu, or (not Zhuji) last class D; `depends` where no enterprise is |
| `status_*` | the flag that leads in the profile's order, or `normal` |
| `measure_*` | the measure that the profile proposes first, blocks left out of account; `depends` where such a flag decides |
| `freed_m2_*` | land that this measure frees: the registered area, the exact rest of 5 mu and more, or 0; empty where the rest is not exact or no measure is decided |
| `stage` `stage_overdue` | staged right: construction, start_up, remaining |
| `support_over_ningbo_2021` | offices and living: over 15 % of the land or 30 % of the floors inside the line or, from 50 mu on, classes A and B outside; over 7 % or 15 % elsewhere |
| `may_upgrade_*` | re-planned, to be carried out after more than five years: Zhejiang without illegal use or lease, Ningbo classes A and B |
| `new_supply` `new_outside_line` `new_outside_platform` | new industrial land contracted in the year before the day; less than half inside the line; in no park |
| `unused_m2` | registered area, if never put to use (the first three flags and suspected idle) |
| `rest_separable_m2` | else `vacant_10m_m2` of a parcel used in part whose rest touches a street |

Others

| file | what |
|---|---|
| `enterprises.csv` | how the row leads to its parcels (`join`), indicators by land used (own + leased in - let out), score by Huangyan's formula for 2022 (empty where a figure is missing), `in_scope` (above scale, or 3 mu and more), `two_high_size` (1,000 tce since 2018, 5,000 before), `research_over_5`, `class_a_exempt`, `green_channel` (below 0.52) |
| `classes.csv` | those scores ranked, above and below scale apart; A to 20 %, B to 60 %, C to 95 % |
| `vacant.csv` | the exact rests: corners, and area at setbacks of 0, 5, 8 and 10 m (0 below 20 m of width or 1 mu) |
| `blocks.csv` | the parcels of planted blocks |
| `changes.csv` | claimed and counted area of each change: occupations inside the line and not taken before; compensations outside the line, off farmland and red line, not claimed before; `stock_m2`: existing industrial land taken, inside or out; `doubtful`: too small, narrow or in parts for some profiles |
| `account.csv` | by region and for all: inside_line at 1:1, stock at 1:1.2, swap (`occupied` is what was added inside, `compensated` what was given up outside); `first_debt`: first day in debt |
| `plan.csv` | the cheapest candidates that make up for the shortage of all regions |
| `towns.csv` `parks.csv` `units.csv` | sums; parks besides: enterprises, manufacturing shares of small-enterprise parks, `long_held` |
| `totals.csv` | sums over the city, the year's supply, the line before and after, statuses |
| `cases.csv` | where each case stands and what is expected of it |
| `noise.csv` | each bad habit, with the file, the row as a person counts it, and the kind of issue that a check should tell |
)";

constexpr std::string_view k_noise = R"(## Noise

This city has the bad habits of the field: no `.prj`, a wrong `.cpg`, renamed columns, a title above and notes below
tables, rows twice, outlines that cross themselves, overlap or gape, codes in full width or cut, wrong check digits,
areas in mu or off or missing, figures as text, dates out of order, names that drift, and the control line with
(or without) the zone number in its eastings. They are put where they do not change what is true; `truth/noise.csv`
lists them all.
)";

[[nodiscard]] std::string command_of(const Options& options)
{
    std::string command =
        fmt::format("tenglong-gen --parcels {} --seed {}", options.parcels, options.seed);
    const Options usual;
    if (options.epsg != usual.epsg) {
        command += fmt::format(" --crs EPSG:{}", options.epsg);
    }
    if (options.as_of != usual.as_of) {
        command += " --as-of " + options.as_of.iso();
    }
    if (options.policy != usual.policy) {
        command += " --policy " + options.policy;
    }
    if (options.layers == LayerFormat::geopackage) {
        command += " --layers gpkg";
    }
    if (options.noise) {
        command += " --noise";
    }
    return command + " --out DIR";
}

[[nodiscard]] std::string cases_text()
{
    std::string text = "## Planted cases\n\nThe row is that of the list of capabilities.\n\n"
                       "| case | row | what | expected |\n|---|---|---|---|\n";
    for (const auto cases : {ordinary_cases(), exact_cases()}) {
        for (const Case& each : cases) {
            text += fmt::format("| `{}` | {} | {} | {} |\n", each.id, each.row, each.intent,
                                each.expect);
        }
    }
    return text;
}

} // namespace

void write_readme(const Options& options, const CitySums& sums)
{
    const FileNames names{options};
    const bool shapefile = options.layers == LayerFormat::shapefile;
    TextFile file{options.out + "/README.md"};
    file.write(fmt::format(
        "# 云浦市: a city that does not exist\n\n"
        "Made by `{}`. Town, people, enterprises and figures are invented; the county code {} is "
        "nobody's. Licence: CC0 1.0, do with it what you like.\n\n"
        "{} parcels, {} buildings, {} enterprises; day of assessment {}; EPSG:{}.\n\n",
        command_of(options), k_county_code, sums.all.parcels, sums.buildings, sums.enterprises.rows,
        options.as_of.iso(), options.epsg));
    file.write(fmt::format(fmt::runtime(k_files), fmt::arg("parcels", names.parcels),
                           fmt::arg("buildings", names.buildings),
                           fmt::arg("enterprises", names.enterprises),
                           fmt::arg("encoding", shapefile ? "Shapefile in GBK" : "GeoPackage"),
                           fmt::arg("header", names.enterprises.ends_with("xlsx")
                                                  ? "with a header of two rows, partly merged"
                                                  : "UTF-8 with a byte-order mark")));
    file.write("\n");
    file.write(k_truth);
    if (options.noise) {
        file.write("\n");
        file.write(k_noise);
    }
    file.write("\n");
    file.write(cases_text());
    file.close();
}

} // namespace tenglong::tools::gen
