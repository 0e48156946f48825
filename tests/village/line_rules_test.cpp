// What the policies say of single changes of the control line, and that no rule goes unasked.
#include "tests/village/village.hpp"

#include "core/policy/loader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

namespace tenglong::tests {
namespace {

/// A line of 40,000 m2 with two parcels in it; basic farmland north of it, the red line east.
class LineRules : public ::testing::Test {
public:
    LineRules()
    {
        m_village.parcel(1, {0, 0, 100, 100}).parcel(2, {100, 0, 200, 100});
        m_village.feature("control_line", {0, 0, 200, 200}, {{"名称", "城东区块"}});
        m_village.feature("farmland", {0, 300, 1000, 400}, {{"名称", "基本农田"}});
        m_village.feature("red_line", {900, 0, 1000, 300}, {{"名称", "生态保护红线"}});
    }

    /// A change decided in 2023.
    LineRules& change(const std::string& id, const std::string& kind, const Box& box,
                      const std::string& planned_use)
    {
        m_village.feature("changes", box,
                          {{"变更编号", id},
                           {"变更类型", kind},
                           {"批准日期", "2023-05-01"},
                           {"状态", "已批准"},
                           {"规划用途", planned_use}});
        return *this;
    }

    void run(const std::string& policy) { m_result = m_village.analyzed(policy); }

    [[nodiscard]] std::string codes(const std::string& id, const char* column) const
    {
        const ResultTable& changes = m_result.table("changes").table;
        return codes_at(changes, column, row_of(changes, "change_id", id));
    }
    [[nodiscard]] std::string flags(const std::string& id) const { return codes(id, "flags"); }
    [[nodiscard]] std::string undecided(const std::string& id) const
    {
        return codes(id, "undecided");
    }

    /// What the evidence lists for a verdict on a change; empty if it has no such row.
    [[nodiscard]] std::string evidence(const std::string& id, const std::string& rule,
                                       const char* verdict) const
    {
        const ResultTable rows = geo::gathered(m_result.table("evidence")).table;
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            if (rows["subject_kind"].text(row) == "change" &&
                rows["subject_code"].text(row) == id && rows["rule"].text(row) == rule &&
                rows["verdict"].text(row) == verdict) {
                return std::string{rows["facts"].text(row)};
            }
        }
        return {};
    }

    Village m_village;
    geo::Result m_result;
};

// By hand: the first lies inside, the second outside; the third takes a hectare of which 2,000 m2
// lie inside.
TEST_F(LineRules, OnlyWhatIsTakenInsideTheLineIsToBeBalanced)
{
    change("BG1", "占用", {0, 0, 100, 100}, "居住用地")
        .change("BG2", "占用", {500, 0, 600, 100}, "居住用地")
        .change("BG3", "占用", {180, 0, 280, 100}, "居住用地");
    run("zhuji-2021");
    EXPECT_EQ(flags("BG1"), "occupation_to_balance");
    EXPECT_EQ(flags("BG2"), "");
    EXPECT_EQ(flags("BG3"), "occupation_to_balance");
    EXPECT_NE(evidence("BG3", "occupation_to_balance", "yes").find("in_line_m2"),
              std::string::npos);
    const ResultTable& changes = m_result.table("changes").table;
    EXPECT_NEAR(changes["in_line_m2"].number(row_of(changes, "change_id", "BG3")), 2'000.0, 1e-6);
    EXPECT_EQ(evidence("BG2", "occupation_to_balance", "yes"), "");
}

// Hangzhou balances existing industrial land wherever it lies.
TEST_F(LineRules, HangzhouBalancesWhatIsTakenOutsideTheLineToo)
{
    change("BG2", "占用", {500, 0, 600, 100}, "居住用地");
    run("hangzhou-2021");
    EXPECT_EQ(flags("BG2"), "occupation_to_balance");
}

// A hectare beside the farmland, with which it shares a border, is sound; five square metres on it
// are a fault. 10 m is the least width: as wide is enough, a metre less is not.
TEST_F(LineRules, CompensationIsFaultyOnFarmlandInTheRedLineAsAStripOrPlannedOtherwise)
{
    change("BG1", "补划", {300, 200, 400, 300}, "工业用地")
        .change("BG2", "补划", {450, 200, 550, 300.05}, "工业用地")
        .change("BG3", "补划", {800, 0, 901, 100}, "工业用地")
        .change("BG4", "补划", {300, 0, 310, 100}, "工业用地")
        .change("BG5", "补划", {350, 0, 359, 100}, "工业用地")
        .change("BG6", "补划", {600, 0, 700, 100}, "居住用地");
    run("zhuji-2021");
    EXPECT_EQ(flags("BG1"), "");
    EXPECT_EQ(undecided("BG1"), "");
    EXPECT_EQ(flags("BG2"), "compensation_faulty");
    EXPECT_EQ(flags("BG3"), "compensation_faulty");
    EXPECT_EQ(flags("BG4"), "");
    EXPECT_EQ(flags("BG5"), "compensation_faulty");
    EXPECT_EQ(flags("BG6"), "compensation_faulty"); // given for industry, planned for housing
    EXPECT_NE(evidence("BG3", "compensation_faulty", "yes").find("on_red_line_m2"),
              std::string::npos);
    EXPECT_NE(evidence("BG6", "compensation_faulty", "yes").find("planned_industrial"),
              std::string::npos);
}

// Nobody tells the planned use: open, and the evidence says what is missing and why. The plan's own
// layer tells it for the second. The third is a fault whatever it is planned for: it lies inside
// the line already, so nothing of it counts.
TEST_F(LineRules, CompensationOfUnknownUseStaysOpenUnlessThePlanOrAnotherFaultDecides)
{
    change("BG1", "补划", {300, 0, 400, 100}, "")
        .change("BG2", "补划", {500, 0, 600, 100}, "")
        .change("BG3", "补划", {0, 100, 100, 200}, "");
    m_village.feature("planned_use", {450, 0, 700, 100}, {{"规划用途", "工业用地"}});
    run("zhuji-2021");
    EXPECT_EQ(flags("BG1"), "");
    EXPECT_EQ(undecided("BG1"), "compensation_faulty");
    const std::string open = evidence("BG1", "compensation_faulty", "unknown");
    EXPECT_NE(open.find("planned_industrial"), std::string::npos) << open;
    EXPECT_NE(open.find("its planned use is not known"), std::string::npos) << open;
    EXPECT_EQ(undecided("BG2"), "");
    EXPECT_EQ(flags("BG3"), "compensation_faulty");
    // What it costs that the column is empty stands in the summary.
    const auto& missing = m_result.summary.missing;
    EXPECT_TRUE(std::any_of(missing.begin(), missing.end(), [](const geo::LackSummary& lack) {
        return lack.subject == SubjectKind::change && lack.fact == "planned_industrial" &&
               lack.verdicts == 1;
    }));
}

// Ningbo swaps land outside for land inside: each has to lie on its own side.
TEST_F(LineRules, SwappedLandHasToLieOnItsOwnSideOfTheLine)
{
    change("BG1", "线外退出", {500, 0, 600, 100}, "")
        .change("BG2", "线外退出", {150, 100, 250, 200}, "")
        .change("BG3", "线内新增", {0, 100, 100, 200}, "")
        .change("BG4", "线内新增", {150, 0, 250, 100}, "");
    run("ningbo-2021");
    EXPECT_EQ(flags("BG1"), "");
    EXPECT_EQ(flags("BG2"), "swap_misplaced");
    EXPECT_EQ(flags("BG3"), "");
    EXPECT_EQ(flags("BG4"), "swap_misplaced");
}

// A rule of which no step knows the subjects would be silent for ever.
class Asked : public ::testing::TestWithParam<const char*> {};

TEST_P(Asked, EveryRuleOfTheProfileIsAskedOfItsSubjects)
{
    Village village;
    village.parcel(1, {0, 0, 100, 100}).enterprise(1, 1);
    village.feature("parks", {0, 0, 200, 200}, {{"园区名称", "城东园区"}});
    village.feature("units", {0, 0, 200, 200}, {{"名称", "城东单元"}});
    village.feature("control_line", {0, 0, 200, 200}, {{"名称", "城东区块"}});
    village.feature("changes", {0, 0, 50, 50},
                    {{"变更编号", "BG1"}, {"变更类型", "占用"}, {"批准日期", "2023-05-01"}});
    const geo::Result result = village.analyzed(GetParam());
    std::set<std::pair<SubjectKind, std::string>> asked;
    for (const geo::RuleSummary& each : result.summary.rules) {
        EXPECT_GT(each.yes + each.no + each.undecided, 0U) << each.rule;
        asked.emplace(each.subject, each.rule);
    }
    const auto profile = load_profile(GetParam());
    for (const auto& rules : profile->rules) {
        for (const Rule& rule : rules->rules()) {
            EXPECT_TRUE(rule.role == RuleRole::info || asked.contains({rule.subject, rule.id}))
                << key_of(rule.subject) << " " << rule.id;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(OfAProfile, Asked,
                         ::testing::Values("national", "zhejiang-2024", "zhejiang-415x",
                                           "hangzhou-2021", "zhuji-2021", "ningbo-2021",
                                           "huangyan-2021", "huangyan-2022"),
                         [](const auto& each) {
                             std::string name = each.param;
                             std::replace(name.begin(), name.end(), '-', 'x');
                             return name;
                         });

} // namespace
} // namespace tenglong::tests
