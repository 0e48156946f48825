#include "tools/cli/commands/diff.hpp"

#include "core/base/error.hpp"
#include "geo/result/result_file.hpp"
#include "tests/geo/write/support.hpp"
#include "tools/cli/parser.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace tenglong::tools {
namespace {

namespace test = geo::test;

class DiffTest : public ::testing::Test {
protected:
    DiffTest()
    {
        write("old.gpkg", Date(2022, 12, 31), "low_plot_ratio");
        write("new.gpkg", Date(2023, 12, 31), "");
    }

    /// Three parcels of one town; the flags of the first.
    void write(const char* name, Date day, const char* flags) const
    {
        const geo::SpatialTable all = test::three_parcels();
        ResultTable parcels = parcels_table();
        for (std::size_t row = 0; row < 3; ++row) {
            parcels["parcel_code"].add_text(all.table["parcel_code"].text(row));
            parcels["town"].add_text("店口镇");
            parcels["area_mu"].add_number(10.0);
            parcels["flags"].add_text(row == 0 ? flags : "");
            parcels.complete();
        }
        const std::vector<geo::SpatialTable> tables{{std::move(parcels), all.shapes}};
        geo::WriteOptions options = test::zone_40();
        options.as_of = day;
        geo::write_geopackage(m_scratch / name, tables, options);
    }

    [[nodiscard]] std::string run(std::vector<std::string> words) const
    {
        const Command root{.name = "tenglong", .summary = {}, .children = {diff_command()}};
        words.insert(words.begin(), "diff");
        std::ostringstream out;
        std::ostringstream err;
        Console console{.out = out, .err = err, .lang = Lang::en};
        const Request request = parse(root, words, console.command);
        EXPECT_EQ(request.command->run(console), ExitCode::done);
        return out.str();
    }

    [[nodiscard]] std::string place(const char* name) const { return (m_scratch / name).string(); }

    test::Scratch m_scratch;
};

TEST_F(DiffTest, SaysInWordsWhatWasStruckOffAndWhy)
{
    EXPECT_EQ(run({place("old.gpkg"), place("new.gpkg")}), "from 2022-12-31 to 2023-12-31:\n"
                                                           "  unchanged: 2 parcels, 20.00 mu\n"
                                                           "  struck off: 1 parcels, 10.00 mu\n"
                                                           "  problem land: 10.00 → 0.00 mu\n"
                                                           "  reclaimable land: 0.00 → 0.00 mu\n"
                                                           "  ended: low plot ratio, 1 parcels\n");
}

TEST_F(DiffTest, WritesALayerATableAndASummary)
{
    const std::string printed =
        run({place("old.gpkg"), place("new.gpkg"), "-o", place("progress"), "--json"});
    const auto json = nlohmann::json::parse(printed);
    EXPECT_EQ(json["changes"]["struck_off"]["count"], 1);
    EXPECT_EQ(json["totals"]["area_mu"], 30.0);
    EXPECT_EQ(test::bytes_of(m_scratch / "progress/follow.json"), printed);

    const geo::ResultFile result{m_scratch / "progress/follow.gpkg"};
    const geo::SpatialTable layer = result.read("follow");
    ASSERT_EQ(layer.table.rows(), 3U);
    EXPECT_EQ(layer.polygons()->points, test::three_parcels().polygons()->points);
    const geo::SpatialTable roll_up = result.read("roll_up");
    ASSERT_EQ(roll_up.table.rows(), 2U);
    EXPECT_EQ(roll_up.table["rank"].integer(1), 1);
    EXPECT_TRUE(std::filesystem::exists(m_scratch / "progress/follow.xlsx"));
}

TEST_F(DiffTest, TheEarlierResultStandsFirst)
{
    EXPECT_THROW(static_cast<void>(run({place("new.gpkg"), place("old.gpkg")})), UsageError);
    EXPECT_THROW(static_cast<void>(run({place("old.gpkg")})), UsageError);
}

TEST_F(DiffTest, AFolderThatIsThereIsKeptUnlessToldOtherwise)
{
    static_cast<void>(run({place("old.gpkg"), place("new.gpkg"), "-o", place("progress")}));
    EXPECT_THROW(
        static_cast<void>(run({place("old.gpkg"), place("new.gpkg"), "-o", place("progress")})),
        UsageError);
    EXPECT_NO_THROW(static_cast<void>(
        run({place("old.gpkg"), place("new.gpkg"), "-o", place("progress"), "--overwrite"})));
}

} // namespace
} // namespace tenglong::tools
