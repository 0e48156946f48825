// What cannot be decided, and what contradicts itself.
#include "tests/village/village.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

namespace tenglong::tests {
namespace {

// The building layer against the dates, both ways; what agrees raises no issue, and where there is
// no building layer nothing is known that could contradict.
TEST(Doubts, BuildingsThatContradictTheDatesAreIssuesBothWays)
{
    Village village;
    village.parcel(1, {0, 0, 100, 100}, {{"建设状态", "未动工"}});
    village.parcel(2, {200, 0, 300, 100}, {{"建设状态", "已竣工"}});
    village.parcel(3, {400, 0, 500, 100}, {{"建设状态", "未动工"}});
    village.parcel(4, {600, 0, 700, 100}, {{"建设状态", "已竣工"}});
    village.row("supply", {{"宗地代码", Village::parcel_code(2)}, {"实际竣工日期", "2020-05-01"}});
    village.building({10, 10, 90, 90}, {{"地上层数", "1"}});
    village.building({610, 10, 690, 90}, {{"地上层数", "1"}});
    const geo::Result result = village.analyzed("zhuji-2021");
    EXPECT_TRUE(has_issue(result, "built_but_not_started", Village::parcel_code(1)));
    EXPECT_TRUE(has_issue(result, "completed_without_building", Village::parcel_code(2)));
    for (const int parcel : {3, 4}) {
        EXPECT_FALSE(has_issue(result, "built_but_not_started", Village::parcel_code(parcel)));
        EXPECT_FALSE(has_issue(result, "completed_without_building", Village::parcel_code(parcel)));
    }
    // They stand in the result beside the parcel, which counts them.
    const ResultTable& parcels = result.table("parcels").table;
    for (const int parcel : {1, 2}) {
        EXPECT_EQ(parcels["issue_count"].figure(
                      row_of(parcels, "parcel_code", Village::parcel_code(parcel))),
                  1.0);
    }
    const ResultTable& issues = result.table("issues").table;
    EXPECT_EQ(issues["kind"].text(row_of(issues, "subject", Village::parcel_code(2))),
              "completed_without_building");

    Village unbuilt;
    unbuilt.parcel(1, {0, 0, 100, 100}, {{"建设状态", "已竣工"}});
    EXPECT_FALSE(has_issue(unbuilt.analyzed("zhuji-2021"), "completed_without_building"));
}

// A checked enterprise that lists nothing has broken no law; one of which no list and no check is
// known leaves the question open.
TEST(Doubts, ACheckThatListsNothingIsNoViolationAndAMissingOneIsOpen)
{
    Village village;
    for (const int n : {1, 2, 3}) {
        village.parcel(n, {n * 200.0, 0, n * 200.0 + 100, 100});
    }
    village.enterprise(1, 1, {{"违法违规", ""}, {"违法违规已排查", "是"}});
    village.enterprise(2, 2, {{"违法违规", ""}, {"违法违规已排查", ""}});
    village.enterprise(3, 3, {{"违法违规", "环保"}, {"违法违规已排查", "是"}});
    const geo::Result result = village.analyzed("zhejiang-2024");
    const FactTable& facts = *result.survey->parcel_facts;
    const FactId violations = facts.id("violations");
    const auto members = [&](int n) {
        const ResultTable& table = result.table("parcels").table;
        return facts.text(violations, row_of(table, "parcel_code", Village::parcel_code(n)));
    };
    EXPECT_EQ(members(1), "");
    EXPECT_EQ(members(2), std::nullopt);
    EXPECT_EQ(members(3), "environment");
    const ResultTable& table = result.table("parcels").table;
    const auto open = [&](int n) {
        return codes_at(table, "undecided", row_of(table, "parcel_code", Village::parcel_code(n)))
                   .find("violation") != std::string::npos;
    };
    EXPECT_FALSE(open(1));
    EXPECT_TRUE(open(2));
    EXPECT_FALSE(open(3));
}

// By hand: three parcels of which one has no tax. Under the national rules 'low_efficiency' is open
// for it alone, and 'high_consumption' and the others that ask for tax are, too.
TEST(Doubts, TheSummaryCountsWhatEachMissingFactCosts)
{
    const auto cost = [](const char* tax) {
        Village village;
        for (const int n : {1, 2, 3}) {
            village.parcel(n, {n * 200.0, 0, n * 200.0 + 100, 100});
            village.enterprise(n, n,
                               {{"税收(万元)", n == 1 ? tax : "300"},
                                {"工业增加值(万元)", "1000"},
                                {"综合能耗(吨标煤)", "600"}});
        }
        const geo::Result result = village.analyzed("national");
        std::pair<std::size_t, std::size_t> told{0, 0};
        for (const geo::LackSummary& lack : result.summary.missing) {
            if (lack.subject == SubjectKind::parcel && lack.fact == "tax_per_mu") {
                told = {lack.verdicts, lack.subjects};
            }
        }
        // Counted anew from the evidence: undecided verdicts of parcels that name the fact.
        const ResultTable evidence = geo::gathered(result.table("evidence")).table;
        std::size_t verdicts = 0;
        for (std::size_t row = 0; row < evidence.rows(); ++row) {
            const bool parcel = evidence["subject_kind"].text(row) == "parcel";
            const std::string facts{evidence["facts"].text(row)};
            verdicts += parcel && evidence["verdict"].text(row) == "unknown" &&
                                facts.find("\"tax_per_mu\"") != std::string::npos
                            ? 1U
                            : 0U;
        }
        EXPECT_EQ(told.first, verdicts);
        return told;
    };
    EXPECT_EQ(cost("300"), (std::pair<std::size_t, std::size_t>{0, 0}));
    const auto missing = cost("");
    EXPECT_EQ(missing.second, 1U);
    // low_efficiency by its tax; high_consumption by 0.6 tce for 10,000 yuan, above the line, and a
    // tax that nobody knows.
    EXPECT_EQ(missing.first, 2U);
}

/// Why a fact of parcels is missing, of most of them.
[[nodiscard]] geo::LackReason most_lack(const geo::Result& result, const char* fact)
{
    for (const geo::LackSummary& lack : result.summary.missing) {
        if (lack.subject == SubjectKind::parcel && lack.fact == fact) {
            return lack.reasons.at(0);
        }
    }
    throw std::out_of_range{std::string{fact} + " costs nothing"};
}

// A fact that a step computes is no column: a bureau is told which one to fill in, and in which of
// its tables. By hand: two works in production are low in tax, and nobody gives their energy; the
// third parcel is not started, and its row of supply has neither of the days that the start is
// counted from.
TEST(Doubts, TheSummaryNamesTheColumnThatIsMissingAndItsTable)
{
    Village village;
    for (const int n : {1, 2, 3}) {
        village.parcel(n, {n * 200.0, 0, n * 200.0 + 100, 100},
                       {{"建设状态", n == 3 ? "未动工" : "已投产"}});
        village.enterprise(n, n, {{"税收(万元)", "15"}, {"工业增加值(万元)", "1000"}});
    }
    village.row("supply", {{"宗地代码", Village::parcel_code(3)},
                           {"合同签订日期", "2015-06-30"},
                           {"约定动工日期", ""}});
    const geo::Result result = village.analyzed("national");

    const geo::LackReason energy = most_lack(result, "energy_per_value");
    EXPECT_EQ(energy.fact, "energy_tce");
    EXPECT_EQ(energy.subjects, 2U);
    EXPECT_EQ(energy.inputs, std::vector{geo::InputKind::enterprises});

    const geo::LackReason start = most_lack(result, "due_start");
    EXPECT_EQ(start.fact, "agreed_start");
    EXPECT_EQ(start.inputs, (std::vector{geo::InputKind::parcels, geo::InputKind::supply}));
    EXPECT_NE(start.file.find("supply.csv"), std::string::npos) << start.file;
}

} // namespace
} // namespace tenglong::tests
