#pragma once

#include "core/base/date.hpp"
#include "core/base/issue.hpp"
#include "core/facts/fact_table.hpp"
#include "core/policy/profile.hpp"
#include "core/register/register.hpp"
#include "geo/geometry/box_grid.hpp"
#include "geo/geometry/lines.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/measure/built_on.hpp"
#include "geo/measure/layer.hpp"
#include "geo/read/crs.hpp"
#include "geo/read/job.hpp"
#include "geo/read/table.hpp"
#include "geo/survey/progress.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tenglong::geo {

struct RegisterRecords;

/// What was read of one input.
struct InputSummary {
    std::string section; ///< of the job file: parcels; enterprises[2] for the second of several
    std::string path;
    std::string layer;
    std::size_t rows = 0;
    std::string hash; ///< hex digest of the main file's bytes; empty for connections
    Text crs;         ///< decided; empty for tables without geometry
};

struct StepTime {
    std::string step; ///< snake_case and stable, for summary.json
    double seconds = 0.0;
};

/// One input of zones (park, unit, town, planned use, control line ...): clean shapes in the
/// working CRS, a row of the table for each.
struct ZoneLayer {
    Table table;
    Layer layer;
};

/// A base surveyed: every layer read, put right, measured and joined. Rows of all parcel vectors
/// are the parcels of `parcels`, sorted by parcel code and then by shape, whatever the order of
/// the input.
struct Survey {
    Survey();
    ~Survey();
    Survey(Survey&&) noexcept;
    Survey& operator=(Survey&&) noexcept;
    Survey(const Survey&) = delete;
    Survey& operator=(const Survey&) = delete;

    Crs crs; ///< the working CRS
    std::vector<InputSummary> inputs;
    std::unique_ptr<TextPool> pool;

    Layer parcels; ///< clean, in the working CRS; duplicates dropped, issues name them
    std::unique_ptr<FactTable> parcel_facts;     ///< of the profile's catalogue, as all of them
    std::unique_ptr<FactTable> enterprise_facts; ///< one row for each enterprise that counts
    std::unique_ptr<FactTable> park_facts; ///< a row a park of that layer, else a name in parcels
    /// For each row of enterprise_facts its row in the register.
    std::vector<std::uint32_t> enterprise_rows;

    /// Sorted like the parcels, along a curve through them. Nothing where nobody asks for them any
    /// more: they are more than a third of all that is kept.
    Layer buildings;
    std::unique_ptr<BoxGrid> building_grid;
    BuiltOn built;
    void drop_buildings();

    std::unique_ptr<RegisterRecords> records; ///< what register_input views
    RegisterInput register_input;
    Register reg;

    /// control_line, parks, units, towns, planned_use, farmland, red_line, roads, changes,
    /// candidates, permitted_zone, space_zones, supply; in the order of the job file.
    std::map<InputKind, std::vector<ZoneLayer>> zones;

    Lines roads; ///< centre lines, in the working CRS; roads with an area are zones
    std::vector<double> road_width_m; ///< by centre line of `roads`; NaN: unknown

    std::vector<Issue> issues;
    std::vector<StepTime> timing;
};

/// Whether the shapes of buildings stay when they have been measured. Vacant ground is found beside
/// them; nothing else needs them.
enum class KeepBuildings : bool { no, yes };

/// Surveys what a job names. Filled are the facts that columns state, those that follow from codes
/// (is_industrial, state_owned, is_manufacturing), areas, buildings, zones, supply and the
/// register. Not filled: vacant parts, blocks, scores, and what a verdict would say.
///
/// Every row of every input ends as a result or as an issue that names it.
/// \param profile outlives the survey
/// \throws Error, UsageError where an input cannot be read or a person must say what it is
[[nodiscard]] Survey survey(const Job& job, const Profile& profile, Date as_of, Workers& workers,
                            Progress& progress, KeepBuildings keep = KeepBuildings::yes);

} // namespace tenglong::geo
