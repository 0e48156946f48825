#include "core/reclaim/measures.hpp"
#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using testing::Facts;
using testing::shipped;

/// The measures of parcels made by hand under a shipped policy.
class Proposed {
public:
    Proposed(const std::string& profile, Facts& facts)
        : m_profile{shipped(profile)}, m_evaluator{m_profile.rules_for(SubjectKind::parcel),
                                                   facts.table()},
          m_verdicts{m_evaluator.evaluate()}, m_measures{m_profile, SubjectKind::parcel, m_verdicts}
    {}

    [[nodiscard]] std::string id(std::uint16_t measure) const
    {
        return measure == k_no_measure ? "none" : m_profile.measures[measure].id;
    }
    [[nodiscard]] std::string leading(std::size_t row) const
    {
        return id(m_measures.leading(row).measure);
    }
    [[nodiscard]] std::vector<std::string> undecided(std::size_t row) const
    {
        std::vector<std::string> ids;
        for (const std::uint16_t each : m_measures.leading(row).undecided) {
            ids.push_back(id(each));
        }
        return ids;
    }
    [[nodiscard]] Text why(std::size_t row) const
    {
        return reason(m_measures, m_measures.leading(row), m_evaluator, row);
    }
    [[nodiscard]] const Measures& measures() const { return m_measures; }

private:
    const Profile& m_profile;
    Evaluator m_evaluator;
    Verdicts m_verdicts;
    Measures m_measures;
};

/// A parcel in production of which everything that Zhuji's measures ask for is known and in order.
Facts& in_order(Facts& facts, std::size_t row)
{
    return facts.put("is_industrial", row, true)
        .put("state_owned", row, true)
        .put("holder", row, "甲")
        .put("started", row, true)
        .put("completed", row, true)
        .put("in_production", row, true)
        .put("suspended", row, false)
        .put("tax_per_mu", row, 30.0)
        .put("energy_per_value", row, 0.1)
        .put("plot_ratio", row, 1.6)
        .put("vacant_m2", row, 0.0)
        .put("violations", row, std::vector<std::string>{})
        .put("planned_industrial", row, true)
        .put("on_farmland_m2", row, 0.0)
        .put("on_red_line_m2", row, 0.0);
}

// 四个一批, Zhuji 三（一）2: one parcel for each, and one to which none applies.
TEST(Measures, ZhujiProposesOneOfTheFourBatches)
{
    Facts facts{*shipped("zhuji-2021").catalogue, 5};
    facts.table().set_as_of(Date::parse("2023-12-31").value());
    for (std::size_t row = 0; row < 5; ++row) {
        in_order(facts, row);
    }
    facts.put("violations", 1, std::vector<std::string>{"fire"}).put("tax_per_mu", 1, 5.0);
    facts.put("tax_per_mu", 2, 5.0).put("planned_industrial", 2, false);
    facts.put("plot_ratio", 3, 0.99);
    facts.put("tax_per_mu", 4, 5.0);
    const Proposed proposed{"zhuji-2021", facts};
    EXPECT_EQ(proposed.leading(0), "none");
    EXPECT_EQ(proposed.leading(1), "close");
    EXPECT_EQ(proposed.leading(2), "change_function");
    EXPECT_EQ(proposed.leading(3), "rebuild");
    EXPECT_EQ(proposed.leading(4), "improve");
    EXPECT_FALSE(proposed.measures().open(0));
}

TEST(Measures, AnEarlierMeasureThatCannotBeDecidedIsReported)
{
    Facts facts{*shipped("zhuji-2021").catalogue, 1};
    facts.table().set_as_of(Date::parse("2023-12-31").value());
    facts.put("is_industrial", 0, true)
        .put("state_owned", 0, true)
        .put("started", 0, true)
        .put("completed", 0, true)
        .put("in_production", 0, true)
        .put("suspended", 0, false)
        .put("tax_per_mu", 0, 4.0)
        .put("energy_per_value", 0, 0.1)
        .put("violations", 0, std::vector<std::string>{})
        .put("plot_ratio", 0, 1.6);
    const Proposed proposed{"zhuji-2021", facts}; // nobody knows what is planned there
    EXPECT_EQ(proposed.leading(0), "improve");
    EXPECT_EQ(proposed.undecided(0), std::vector<std::string>{"change_function"});
    EXPECT_NE(proposed.why(0).zh.find("功能转型"), std::string::npos);
    EXPECT_NE(proposed.why(0).zh.find("整治提升"), std::string::npos);
}

TEST(Measures, WithoutAnyFactNothingIsProposedAndAllIsOpen)
{
    Facts facts{*shipped("zhuji-2021").catalogue, 1};
    facts.table().set_as_of(Date::parse("2023-12-31").value());
    const Proposed proposed{"zhuji-2021", facts};
    EXPECT_EQ(proposed.leading(0), "none");
    EXPECT_TRUE(proposed.measures().open(0));
    EXPECT_EQ(proposed.undecided(0).size() > 4, true);
}

/// State-owned land whose start was due on 2021-01-01 and never came.
Facts& never_started(Facts& facts, std::size_t row)
{
    return facts.put("is_industrial", row, true)
        .put("state_owned", row, true)
        .put("holder", row, "甲")
        .put("supplied", row, true)
        .put("started", row, false)
        .put("due_start", row, Date::parse("2021-01-01").value())
        .put("planned_industrial", row, true);
}

// 令第53号: art. 14 by the years, art. 12 where the government caused the delay.
TEST(Measures, IdleLandIsTreatedByYearsAndByCause)
{
    Facts facts{*shipped("national").catalogue, 4};
    for (std::size_t row = 0; row < 4; ++row) {
        never_started(facts, row);
    }
    facts.put("delay_cause", 0, "enterprise");
    facts.put("delay_cause", 1, "enterprise")
        .put("due_start", 1, Date::parse("2022-01-02").value());
    facts.put("delay_cause", 2, "government");
    facts.put("replan_due_date", 2, Date::parse("2022-01-01").value());
    // Nobody told the cause of the last one.
    facts.table().set_as_of(Date::parse("2023-12-31").value());
    const Proposed proposed{"national", facts};
    EXPECT_EQ(proposed.leading(0), "idle_recover");
    EXPECT_EQ(proposed.leading(1), "idle_fee");
    EXPECT_EQ(proposed.leading(2), "government_extend");
    EXPECT_EQ(proposed.leading(3), "idle_decide");
    EXPECT_EQ(proposed.undecided(3).front(), "idle_recover");
}

} // namespace
} // namespace tenglong
