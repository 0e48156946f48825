#include "geo/line/change_facts.hpp"
#include "geo/line/line_account.hpp"

#include "core/base/error.hpp"
#include "core/policy/loader.hpp"
#include "tests/support/read_layers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace tenglong::geo {

namespace {

using Rows = std::vector<std::vector<std::string>>;
using tests::rectangle;

const std::vector<std::string> k_fields{"change_id",     "kind",  "pair",      "region",
                                        "decision_date", "state", "claimed_m2"};

/// A corner of the grid where coordinates are as they are in the field.
std::string at(double x, double y, double width, double height)
{
    return rectangle(520'000.0 + x, 3'287'000.0 + y, width, height);
}

/// Two parcels of two hectares side by side; the line has the left one and half of the right one.
tests::HandMadeLayers base()
{
    tests::HandMadeLayers layers;
    layers.add(InputKind::parcels, {"parcel_code", "land_use"},
               {{"330699001001GB00001", "工业用地"}, {"330699001001GB00002", "工业用地"}},
               {at(0, 0, 200, 100), at(200, 0, 200, 100)});
    layers.add(InputKind::control_line, {"name", "town"}, {{"城东区块", "城东街道"}},
               {at(0, 0, 300, 100)});
    return layers;
}

struct Kept {
    std::vector<Issue> issues;
    LineAccount account;
    std::vector<SpatialTable> tables;
};

Kept keep(const tests::HandMadeLayers& layers, std::string_view policy, unsigned threads = 1)
{
    const auto profile = load_profile(std::string{policy});
    const Survey survey = layers.survey(*profile, threads);
    Workers workers{threads};
    Kept made;
    made.account =
        line_account(survey, *profile, AreaKind::plane, Date{2023, 12, 31}, workers, made.issues);
    const auto changes = change_facts(made.account, survey, *profile, workers);
    made.tables = line_tables(made.account, *changes, survey, *profile);
    return made;
}

bool has_issue(const Kept& run, std::string_view kind)
{
    return std::ranges::any_of(run.issues, [&](const Issue& i) { return i.kind == kind; });
}

// By hand: 10,000 m2 inside; then 100 m by 100 m half of which lies outside the line.
tests::HandMadeLayers two_occupations()
{
    tests::HandMadeLayers layers = base();
    layers.add(InputKind::changes, k_fields,
               {{"BG1", "占用", "P1", "城东街道", "2023-03-01", "已批", "10000"},
                {"BG2", "补划", "P1", "城东街道", "2023-02-01", "已批", "10000"},
                {"BG3", "占用", "P2", "城西街道", "2023-05-01", "已批", "10000"}},
               {at(0, 0, 100, 100), at(0, 200, 100, 100), at(250, 0, 100, 100)});
    return layers;
}

TEST(LineAccount, EachModeWatchesItsOwnLand)
{
    const Account inside = keep(two_occupations(), "zhuji-2021").account.decided.all();
    EXPECT_NEAR(inside.occupied_m2, 15'000.0, 1e-6); // what lies inside the line, 1 : 1
    EXPECT_NEAR(inside.balance_m2, -5000.0, 1e-6);
    EXPECT_NEAR(*inside.opening_m2, 30'000.0, 1e-6);

    const Account stock = keep(two_occupations(), "hangzhou-2021").account.decided.all();
    EXPECT_NEAR(stock.occupied_m2, 20'000.0, 1e-6); // all of it is industrial land, 1 : 1.2
    EXPECT_NEAR(stock.balance_m2, 10'000.0 - 24'000.0, 1e-6);
    EXPECT_NEAR(*stock.opening_m2, 40'000.0, 1e-6);

    EXPECT_EQ(keep(two_occupations(), "ningbo-2021").account.decided.all().entries.size(), 0U);
}

TEST(LineAccount, TheLayerOfTheNewLineHasTheAreaOfTheAccount)
{
    const Kept made = keep(two_occupations(), "zhuji-2021");
    double sum = 0.0;
    const ResultTable& after = made.tables[1].table;
    ASSERT_EQ(after.id(), "line_after");
    for (std::size_t i = 0; i < after.rows(); ++i) {
        sum += after["area_m2"].number(i);
    }
    EXPECT_NEAR(sum, *made.account.decided.all().closing_m2, 0.01);
    EXPECT_NEAR(sum, 30'000.0 - 15'000.0 + 10'000.0, 1e-6);
    ASSERT_EQ(made.tables[3].table.id(), "changes_lost");
    ASSERT_EQ(made.tables[3].table.rows(), 1U);
    EXPECT_EQ(made.tables[3].table["cause"].text(0), "outside_line");
    EXPECT_EQ(made.tables[4].table.rows(), 3U);
}

TEST(LineAccount, AChangeWhoseKindIsNotToldLeavesTheAnswerOpen)
{
    tests::HandMadeLayers layers = base();
    layers.add(InputKind::changes, k_fields, {{"BG1", "", "", "", "2023-03-01", "已批", ""}},
               {at(0, 0, 100, 100)});
    const Kept made = keep(layers, "zhuji-2021");

    EXPECT_EQ(made.account.changes.left_out, 1U);
    EXPECT_EQ(made.account.holds(), Truth::unknown);
    EXPECT_TRUE(has_issue(made, "change_kind_unknown"));
}

TEST(LineAccount, UsesBeforeAndAfterTellTheKindToo)
{
    tests::HandMadeLayers layers = base();
    layers.add(InputKind::changes, {"change_id", "use_before", "use_after", "decision_date"},
               {{"BG1", "工业用地", "城镇住宅用地", "2023-03-01"},
                {"BG2", "耕地", "工业用地", "2023-02-01"}},
               {at(0, 0, 100, 100), at(0, 200, 100, 100)});
    const Kept made = keep(layers, "zhuji-2021");

    EXPECT_NEAR(made.account.decided.all().occupied_m2, 10'000.0, 1e-6);
    EXPECT_NEAR(made.account.decided.all().compensated_m2, 10'000.0, 1e-6);
    EXPECT_TRUE(has_issue(made, "change_without_state"));
}

TEST(LineAccount, AChangeWithoutAShapeCountsAsUnknownAndOneAfterTheDayAsProposed)
{
    tests::HandMadeLayers layers = base();
    layers.add(InputKind::changes, k_fields,
               {{"BG1", "占用", "", "", "2023-03-01", "已批", "500"},
                {"BG2", "占用", "", "", "2024-01-01", "已批", "100"}},
               {"", at(0, 0, 10, 10)});
    const Kept made = keep(layers, "zhuji-2021");

    EXPECT_EQ(made.account.holds(), Truth::unknown);
    EXPECT_TRUE(has_issue(made, "change_without_shape"));
    EXPECT_NEAR(made.account.with_proposals.all().occupied_m2, 100.0, 1e-6);
}

/// The base, with a plan for each parcel: the left one is to become housing.
tests::HandMadeLayers planned_base()
{
    tests::HandMadeLayers layers;
    layers.add(InputKind::parcels, {"parcel_code", "land_use", "planned_use"},
               {{"330699001001GB00001", "工业用地", "城镇住宅用地"},
                {"330699001001GB00002", "工业用地", "工业用地"}},
               {at(0, 0, 200, 100), at(200, 0, 200, 100)});
    layers.add(InputKind::control_line, {"name", "town"}, {{"城东区块", "城东街道"}},
               {at(0, 0, 300, 100)});
    layers.add(InputKind::changes, k_fields,
               {{"BG1", "占用", "P1", "城东街道", "2023-03-01", "已批", "10000"}},
               {at(0, 0, 100, 100)});
    return layers;
}

// By hand: the change takes the west half of the left parcel; the east half, 100 m by 100 m, is
// re-planned and nobody tells of it. It has no date, so it is proposed.
TEST(LineAccount, AReplannedParcelStandsForAnOccupationWhereNoChangeTellsOfIt)
{
    const Kept made = keep(planned_base(), "zhejiang-2024");

    ASSERT_EQ(made.account.changes.rows.size(), 2U);
    EXPECT_TRUE(has_issue(made, "change_from_parcel"));
    EXPECT_NEAR(made.account.decided.all().occupied_m2, 10'000.0, 1e-6);
    EXPECT_NEAR(made.account.with_proposals.all().occupied_m2, 20'000.0, 1e-6);
}

// The same half is what Zhuji 四（二） would have stay industrial.
TEST(LineAccount, StockInsideTheLineThatIsPlannedForOtherUsesIsNamedByParcel)
{
    const Kept made = keep(planned_base(), "zhuji-2021");
    const BalanceCheck& check = made.account.decided.checks.back();

    ASSERT_EQ(check.kind, BalanceCheckKind::stays);
    EXPECT_EQ(check.holds, Truth::no);
    EXPECT_NEAR(check.margin_m2, -10'000.0, 1e-6);
    ASSERT_EQ(check.causes.size(), 1U);
    EXPECT_EQ(check.causes[0].change, "330699001001GB00001");
}

TEST(LineAccount, WithoutALineThereIsNoAccountOfIt)
{
    tests::HandMadeLayers layers;
    layers.add(InputKind::parcels, {"parcel_code", "land_use"},
               {{"330699001001GB00001", "工业用地"}}, {at(0, 0, 200, 100)});
    EXPECT_THROW(keep(layers, "zhuji-2021"), UsageError);
}

TEST(LineAccount, ThreadsAndTheOrderOfRowsChangeNothing)
{
    tests::HandMadeLayers turned = base();
    turned.add(InputKind::changes, k_fields,
               {{"BG3", "占用", "P2", "城西街道", "2023-05-01", "已批", "10000"},
                {"BG2", "补划", "P1", "城东街道", "2023-02-01", "已批", "10000"},
                {"BG1", "占用", "P1", "城东街道", "2023-03-01", "已批", "10000"}},
               {at(250, 0, 100, 100), at(0, 200, 100, 100), at(0, 0, 100, 100)});
    const Kept one = keep(two_occupations(), "zhuji-2021", 1);
    const Kept other = keep(turned, "zhuji-2021", 3);

    ASSERT_EQ(one.tables.size(), other.tables.size());
    for (std::size_t t = 0; t < one.tables.size(); ++t) {
        const ResultTable& a = one.tables[t].table;
        const ResultTable& b = other.tables[t].table;
        ASSERT_EQ(a.rows(), b.rows());
        for (std::size_t c = 0; c < a.columns().size(); ++c) {
            EXPECT_TRUE(std::ranges::equal(a.columns()[c].numbers(), b.columns()[c].numbers()));
            EXPECT_EQ(a.columns()[c].text_bytes(), b.columns()[c].text_bytes());
        }
    }
}

} // namespace

} // namespace tenglong::geo
