#include "core/reclaim/treatment.hpp"

#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using testing::Facts;
using testing::shipped;
using Names = std::vector<std::string>;

/// Parcels of 1,000 m² of which the own measure frees nothing, and enterprises under Zhuji's plan:
/// one that withdraws (高耗低效, last class: 整体腾退), one that has only to improve, one of which
/// nobody knows whether it is on a list.
class TreatmentTest : public ::testing::Test {
protected:
    TreatmentTest()
    {
        m_parcels.table().set_as_of(Date::parse("2023-12-31").value());
        m_firms.table().set_as_of(Date::parse("2023-12-31").value());
        for (std::size_t row = 0; row < 3; ++row) {
            m_parcels.put("area_m2", row, 1'000.0);
        }
        m_freed.parcels.resize(3);
        m_freed.land_cause.resize(3);
        for (FreedAmounts& each : m_freed.parcels) {
            each.land_m2 = 0.0;
        }
        for (std::size_t row = 0; row < 2; ++row) {
            m_firms.put("is_manufacturing", row, true)
                .put("lists", row, Names{"high_consumption"})
                .put("violations", row, Names{})
                .put("production_state", row, "normal")
                .put("in_line_share", row, 1.0)
                .put("energy_tce", row, 50.0)
                .put("value_added_wan", row, 100.0)
                .put("class", row, row == 0 ? "D" : "B");
        }
    }

    Treatment treat_uses(const std::vector<ParcelUse>& uses)
    {
        const Profile& zhuji = shipped("zhuji-2021");
        const Evaluator evaluator{zhuji.rules_for(SubjectKind::enterprise), m_firms.table()};
        const Verdicts verdicts = evaluator.evaluate();
        const Measures measures{zhuji, SubjectKind::enterprise, verdicts};
        EXPECT_EQ(zhuji.measures[measures.leading_measure(0)].id, "withdraw");
        EXPECT_EQ(zhuji.measures[measures.leading_measure(1)].id, "upgrade");
        EXPECT_TRUE(measures.open(2));
        return treat(m_parcels.table(), m_freed, m_firms.table(), measures, uses);
    }

    Facts m_parcels{*shipped("zhuji-2021").catalogue, 3};
    Facts m_firms{*shipped("zhuji-2021").catalogue, 3, SubjectKind::enterprise};
    Freed m_freed;
};

TEST_F(TreatmentTest, AParcelIsLeftWhenItsOnlyUserWithdraws)
{
    const Treatment treated = treat_uses({{0, 0, 5.0}, {1, 1, 5.0}});
    EXPECT_DOUBLE_EQ(treated.left_m2[0].value(), 1'000.0);
    EXPECT_DOUBLE_EQ(treated.beyond_m2[0].value(), 1'000.0);
    EXPECT_DOUBLE_EQ(treated.of_enterprise_m2[0].value(), 1'000.0);
    EXPECT_DOUBLE_EQ(treated.left_m2[1].value(), 0.0); // its user stays
    EXPECT_DOUBLE_EQ(treated.left_m2[2].value(), 0.0); // nobody is known to use it
    EXPECT_DOUBLE_EQ(treated.of_enterprise_m2[1].value(), 0.0);
}

TEST_F(TreatmentTest, AParcelIsNotLeftWhileOneStaysAndIsOpenWhileOneIsUndecided)
{
    const Treatment treated =
        treat_uses({{0, 0, 9.0}, {1, 0, 1.0}, {0, 1, 1.0}, {2, 1, 1.0}, {1, 2, 1.0}, {2, 2, 1.0}});
    EXPECT_DOUBLE_EQ(treated.left_m2[0].value(), 0.0);
    EXPECT_FALSE(treated.left_m2[1]);
    EXPECT_DOUBLE_EQ(treated.left_m2[2].value(), 0.0); // whatever the third does, one stays
    EXPECT_FALSE(treated.of_enterprise_m2[0]);
    EXPECT_FALSE(treated.of_enterprise_m2[2]);
}

// 1,000 m² shared 3 to 1 by two that go: 750 and 250, together the parcel, once. Of it the parcel's
// own measure frees 400 already: 600 are new.
TEST_F(TreatmentTest, LandCountsOnceAndStandsBesideWhatTheParcelsOwnMeasureFrees)
{
    m_firms.put("is_manufacturing", 2, true)
        .put("lists", 2, Names{"high_consumption", "scattered"})
        .put("violations", 2, Names{});
    m_freed.parcels[0].land_m2 = 400.0;
    const Profile& zhuji = shipped("zhuji-2021");
    const Evaluator evaluator{zhuji.rules_for(SubjectKind::enterprise), m_firms.table()};
    const Verdicts verdicts = evaluator.evaluate();
    const Measures measures{zhuji, SubjectKind::enterprise, verdicts};
    const std::vector<ParcelUse> uses{{0, 0, 3.0}, {2, 0, 1.0}};
    const Treatment treated = treat(m_parcels.table(), m_freed, m_firms.table(), measures, uses);
    EXPECT_DOUBLE_EQ(treated.of_enterprise_m2[0].value(), 750.0);
    EXPECT_DOUBLE_EQ(treated.of_enterprise_m2[2].value(), 250.0);
    EXPECT_DOUBLE_EQ(treated.left_m2[0].value(), 1'000.0);
    EXPECT_DOUBLE_EQ(treated.beyond_m2[0].value(), 600.0);
}

// Zhuji: who withdraws sets all 50 tce free; who improves only what exceeds the line of 0.52 tce
// per 10,000 yuan times 100, which is 52: nothing.
TEST_F(TreatmentTest, EnergyGoesByTheMeasureOfTheEnterprise)
{
    const Treatment treated = treat_uses({});
    EXPECT_DOUBLE_EQ(treated.energy_tce[0].value(), 50.0);
    EXPECT_DOUBLE_EQ(treated.energy_tce[1].value(), 0.0);
    EXPECT_FALSE(treated.energy_tce[2]);
}

} // namespace
} // namespace tenglong
