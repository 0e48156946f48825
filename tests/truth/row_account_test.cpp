// Rows read are rows used and rows named by an issue, in every file of a city.
#include "core/base/text.hpp"
#include "core/policy/loader.hpp"
#include "geo/line/change_rows.hpp"
#include "geo/read/gdal.hpp"
#include "geo/read/job.hpp"
#include "geo/survey/survey.hpp"
#include "tests/tools/gen/temp_folder.hpp"
#include "tools/gen/generate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <string_view>

namespace tenglong::tools::gen {
namespace {

using Rows = std::set<std::int64_t>;

/// The rows of a survey, file by file.
class Account {
public:
    explicit Account(const std::string& job_file) : m_job{geo::read_job(job_file)}
    {
        geo::Workers workers{2};
        geo::Progress silent;
        m_survey = geo::survey(m_job, *m_profile, Date{2023, 12, 31}, workers, silent);
    }

    /// What GDAL counts in the file, which does not know what can be used.
    void expect_all_read(std::string_view section) const
    {
        const geo::InputSpec& spec = spec_of(section);
        const geo::DatasetPtr data{GDALDataset::Open(spec.path.c_str(), GDAL_OF_VECTOR)};
        ASSERT_TRUE(data) << spec.path;
        OGRLayer* layer =
            spec.layer.empty() ? data->GetLayer(0) : data->GetLayerByName(spec.layer.c_str());
        ASSERT_NE(layer, nullptr) << section;
        EXPECT_EQ(static_cast<GIntBig>(input(section).rows), layer->GetFeatureCount()) << section;
    }

    void expect_parcels_told() const
    {
        Rows used;
        for (const ParcelRecord& parcel : m_survey.register_input.parcels) {
            used.insert(parcel.place.row);
        }
        EXPECT_LT(0U, used.size());
        expect_whole("parcels", used);
    }

    void expect_enterprises_told() const
    {
        const Rows told = named("enterprises");
        const auto& rows = m_survey.register_input.enterprises;
        std::size_t used = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (m_survey.reg.selection.counts(i) && !m_survey.reg.links_of(i).empty()) {
                ++used;
            } else if (m_survey.reg.selection.use[i] != RowUse::other_year) { // told by numbers
                EXPECT_TRUE(told.contains(rows[i].place.row)) << rows[i].place.row;
            }
        }
        EXPECT_LT(0U, used);
        EXPECT_EQ(rows.size(), input("enterprises").rows);
    }

    void expect_leases_told() const
    {
        Rows lost;
        for (const UnplacedOccupation& unplaced : m_survey.reg.unplaced_occupations) {
            lost.insert(m_survey.register_input.occupations[unplaced.occupation].place.row);
        }
        EXPECT_EQ(m_survey.register_input.occupations.size(), input("leases").rows);
        const Rows told = named("leases");
        for (const std::int64_t row : lost) {
            EXPECT_TRUE(told.contains(row)) << row;
        }
    }

    void expect_buildings_told() const
    {
        std::set<std::uint32_t> used;
        for (const std::uint32_t building : m_survey.built.building) {
            if (m_survey.built.first_of_equals[building] == building) {
                used.insert(building);
            }
        }
        std::size_t lost = 0;
        for (const Issue& issue : m_survey.issues) {
            if (issue.place.row == 0 && issue.kind == "building_outside") {
                lost += numbers_in(issue.text.en.substr(issue.text.en.find("rows ") + 5));
                continue;
            }
            const bool fatal = issue.kind == "duplicate_building" ||
                               issue.kind == "building_outside" ||
                               issue.kind == "geometry_missing" || issue.kind == "geometry_empty" ||
                               issue.kind == "ring_too_short" || issue.kind == "not_repairable";
            lost += fatal && issue.place.file == input("buildings").path ? 1 : 0;
        }
        EXPECT_LT(0U, used.size());
        EXPECT_EQ(used.size() + lost, input("buildings").rows);
    }

    void expect_zones_told() const
    {
        std::size_t layers = 0;
        for (const auto& [kind, zones] : m_survey.zones) {
            for (const geo::ZoneLayer& zone : zones) {
                const Rows told = named(geo::key_of(kind));
                for (std::size_t row = 0; row < zone.table.rows(); ++row) {
                    const bool has_ground = !zone.layer.shapes[row].empty();
                    const bool by_columns =
                        kind == geo::InputKind::supply || kind == geo::InputKind::roads;
                    EXPECT_TRUE(has_ground || by_columns ||
                                told.contains(zone.table.row_number(row)))
                        << geo::key_of(kind) << " " << zone.table.row_number(row);
                }
                ++layers;
            }
        }
        EXPECT_LT(8U, layers);
    }

    /// A row of supply leaves a fact of a parcel with its number, or an issue does.
    void expect_supply_told() const
    {
        const FactTable& facts = *m_survey.parcel_facts;
        Rows used;
        for (const std::string& name : facts.catalogue().names(SubjectKind::parcel)) {
            for (std::size_t row = 0; facts.find(name) != nullptr && row < facts.rows(); ++row) {
                const Place place = facts.origin(facts.id(name), row).place;
                if (place.file == input("supply").path && facts.find(name)->present(row)) {
                    used.insert(place.row);
                }
            }
        }
        EXPECT_LT(0U, used.size());
        expect_whole("supply", used);
    }

    /// Roads are lines in these cities; rows without a line are named.
    void expect_roads_told() const
    {
        const geo::InputSpec& spec = spec_of("roads");
        const geo::DatasetPtr data{GDALDataset::Open(spec.path.c_str(), GDAL_OF_VECTOR)};
        std::size_t lines = 0;
        std::size_t without = 0;
        for (const auto& feature : *data->GetLayerByName(spec.layer.c_str())) {
            const OGRGeometry* shape = feature->GetGeometryRef();
            const bool none = shape == nullptr || shape->IsEmpty() != FALSE;
            without += none ? 1 : 0;
            if (!none && wkbFlatten(shape->getGeometryType()) == wkbMultiLineString) {
                lines += static_cast<std::size_t>(shape->toMultiLineString()->getNumGeometries());
            } else if (!none) {
                ++lines;
            }
        }
        EXPECT_LT(0U, lines);
        EXPECT_EQ(m_survey.roads.size(), lines);
        EXPECT_EQ(m_survey.road_width_m.size(), lines);
        EXPECT_EQ(named("roads").size(), without);
    }

    /// Changes go to the account of the control line, or are left out by name.
    void expect_changes_told() const
    {
        geo::Workers workers{2};
        std::vector<Issue> issues;
        const geo::ChangeRows changes =
            geo::read_changes(m_survey, Date{2023, 12, 31}, false, workers, issues);
        EXPECT_EQ(changes.rows.size() + changes.left_out, input("changes").rows);
        EXPECT_EQ(changes.left_out, static_cast<std::size_t>(std::ranges::count(
                                        issues, "change_kind_unknown", &Issue::kind)));
    }

private:
    [[nodiscard]] const geo::InputSpec& spec_of(std::string_view section) const
    {
        return *std::ranges::find(m_job.inputs, section, &geo::InputSpec::section);
    }
    [[nodiscard]] const geo::InputSummary& input(std::string_view section) const
    {
        return *std::ranges::find(m_survey.inputs, section, &geo::InputSummary::section);
    }
    [[nodiscard]] Rows named(std::string_view section) const
    {
        Rows rows;
        for (const Issue& issue : m_survey.issues) {
            // What stands above a header or below the rows is no row of the input.
            if (issue.place.file == input(section).path && issue.place.row != 0 &&
                issue.place.layer == input(section).layer && issue.kind != "row_skipped") {
                rows.insert(issue.place.row);
            }
        }
        return rows;
    }
    /// How many rows "2-4, 7" names.
    [[nodiscard]] static std::size_t numbers_in(const std::string& ranges)
    {
        std::size_t sum = 0;
        for (const std::string_view part : split(ranges, ',')) {
            const std::string range{trimmed(part)};
            const std::size_t dash = range.find('-');
            const long first = std::stol(range);
            const long last = dash == std::string::npos ? first : std::stol(range.substr(dash + 1));
            sum += static_cast<std::size_t>(last - first + 1);
        }
        return sum;
    }
    [[nodiscard]] static std::size_t count(Rows rows, const Rows& more)
    {
        rows.insert(more.begin(), more.end());
        return rows.size();
    }
    void expect_whole(std::string_view section, const Rows& used) const
    {
        EXPECT_EQ(count(used, named(section)), input(section).rows) << section;
    }

    geo::Job m_job;
    std::unique_ptr<Profile> m_profile = load_profile("zhuji-2021"); // outlives the survey
    geo::Survey m_survey;
};

void expect_told(const std::string& job_file)
{
    const Account account{job_file};
    for (const char* section :
         {"parcels", "buildings", "control_line", "changes", "candidates", "parks", "units",
          "towns", "planned_use", "farmland", "red_line", "roads"}) {
        account.expect_all_read(section);
    }
    account.expect_parcels_told();
    account.expect_buildings_told();
    account.expect_enterprises_told();
    account.expect_leases_told();
    account.expect_zones_told();
    account.expect_supply_told();
    account.expect_roads_told();
    account.expect_changes_told();
}

TEST(RowAccount, HoldsForTheSampleCity)
{
    expect_told(TENGLONG_SAMPLE_DATA "/job.toml");
}

TEST(RowAccount, HoldsForANoisyCity)
{
    const TempFolder folder;
    Options options;
    options.parcels = 400;
    options.seed = 11;
    options.out = folder.path();
    options.noise = true;
    generate(options);
    expect_told(options.out + "/job.toml");
}

} // namespace
} // namespace tenglong::tools::gen
