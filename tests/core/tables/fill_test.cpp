#include "core/tables/fill.hpp"

#include "core/tables/cell_text.hpp"
#include "core/tables/standard_tables.hpp"
#include "tests/support/parcel_facts.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace tenglong {
namespace {

class FillTest : public ::testing::Test {
protected:
    FillTest()
    {
        m_facts.put("parcel_code", 0, "330681001001GB00001")
            .put("area_m2", 0, 20'000.0)
            .put("area_mu", 0, 30.0)
            .put("enterprise_count", 0, 2.0)
            .put("in_line_m2", 0, 20'000.0)
            .put("out_line_m2", 0, 0.004)
            .put("violations", 0, std::vector<std::string>{"fire", "safety"})
            .put("agreed_start", 0, Date{2020, 3, 1})
            .put("parcel_code", 1, "330681001001GB00002")
            .put("tax_wan", 1, 0.0)
            .put("in_line_m2", 1, 10.0)
            .put("out_line_m2", 1, 5.0);
    }

    FactCatalogue m_catalogue;
    testing::Facts m_facts{m_catalogue, 3};
};

TEST_F(FillTest, TakesEveryColumnThatIsAFactAndLeavesTheOthersOpen)
{
    ResultTable parcels = parcels_table(m_facts.table());

    EXPECT_EQ(parcels["parcel_code"].text(1), "330681001001GB00002");
    EXPECT_EQ(parcels["area_m2"].number(0), 20'000.0);
    EXPECT_FALSE(parcels["area_m2"].present(1));
    EXPECT_EQ(parcels["enterprise_count"].integer(0), 2);
    EXPECT_TRUE(parcels["tax_wan"].present(1)); // zero is a value
    EXPECT_FALSE(parcels["tax_wan"].present(0));
    EXPECT_FALSE(parcels["holder"].present(2)); // a fact that nobody gave
    EXPECT_TRUE(parcels["status"].empty());     // not a fact: for the step that judges

    parcels["status"].add_text("violation");
    parcels.complete();
    EXPECT_EQ(parcels.rows(), 3U);
    EXPECT_FALSE(parcels["status"].present(2));
}

TEST_F(FillTest, ListsOnlyWhatIsToBeTreated)
{
    ResultTable parcels = parcels_table(m_facts.table());
    parcels["status"].add_text("normal");
    parcels["status"].add_text("low_efficiency");
    parcels.complete(); // the third could not be judged
    const std::vector<std::string> reasons{"", "亩均税收 0 万元/亩，低于 5 万元/亩", ""};

    const std::vector<std::string> states{"normal", "normal,stopped", ""};

    const ResultTable list = treatment_list(parcels, m_facts.table(), reasons, states, 2023);

    ASSERT_EQ(list.rows(), 1U);
    EXPECT_EQ(list["parcel_code"].text(0), "330681001001GB00002");
    EXPECT_EQ(list["reason"].text(0), reasons[1]);
    EXPECT_EQ(shown_text(list["production_state"], 0, Lang::zh), "正常、停产");
    EXPECT_EQ(list["year"].integer(0), 2023);
    EXPECT_EQ(list["state"].text(0), "pending");
    EXPECT_FALSE(list["treated_mu"].present(0)); // for the bureau to fill in
}

TEST_F(FillTest, SaysOnWhichSideOfTheLineAParcelLies)
{
    ResultTable parcels = parcels_table(m_facts.table());
    parcels.complete();

    const ResultTable list = base_list(parcels, m_facts.table());

    EXPECT_EQ(list["in_line"].text(0), "inside"); // 40 cm² outside are rounding
    EXPECT_EQ(list["in_line"].text(1), "partly");
    EXPECT_FALSE(list["in_line"].present(2));
    EXPECT_TRUE(list["many_enterprises"].yes_no(0));
    EXPECT_FALSE(list["many_enterprises"].present(1));
    EXPECT_EQ(list["violations"].text(0), "fire,safety");
    EXPECT_EQ(list["agreed_start"].date(0), (Date{2020, 3, 1}));
}

TEST(IssuesTable, KeepsEverythingThatIsSaidOfAnIssue)
{
    const std::array<Issue, 2> issues{
        Issue{"ring_self_crossing",
              Severity::warning,
              {"parcels.shp", "", 17},
              "330681001001GB00001",
              Spot{40'512'345.5, 3'289'000.25},
              {"边界自相交，已修复", "the ring crossed itself; repaired"}},
        Issue{"sheet_empty",
              Severity::error,
              {"a.xlsx", "Sheet1", 0},
              "",
              Spot{std::numeric_limits<double>::quiet_NaN(), 0.0},
              {"工作表为空", "the sheet is empty"}}};

    const ResultTable table = issues_table(issues);

    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(table["kind"].text(0), "ring_self_crossing");
    EXPECT_EQ(table["severity"].text(0), "warning");
    EXPECT_EQ(table["file"].text(0), "parcels.shp");
    EXPECT_FALSE(table["layer"].present(0));
    EXPECT_EQ(table["row"].integer(0), 17);
    EXPECT_EQ(table["subject"].text(0), "330681001001GB00001");
    EXPECT_EQ(table["x"].number(0), 40'512'345.5);
    EXPECT_EQ(table["text_zh"].text(0), "边界自相交，已修复");
    EXPECT_EQ(table["severity"].text(1), "error");
    EXPECT_EQ(table["layer"].text(1), "Sheet1");
    EXPECT_FALSE(table["row"].present(1)); // no row of its own
    EXPECT_FALSE(table["x"].present(1));
    EXPECT_EQ(table["text_en"].text(1), "the sheet is empty");
}

} // namespace
} // namespace tenglong
