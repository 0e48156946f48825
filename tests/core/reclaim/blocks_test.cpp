#include "core/reclaim/blocks.hpp"
#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

#include <array>

namespace tenglong {
namespace {

using testing::Facts;
using testing::shipped;

using Rows = std::vector<std::uint32_t>;

/// Two blocks: parcels 1 and 3, and parcel 2.
class BlocksTest : public ::testing::Test {
protected:
    BlockMembers m_blocks{k_start, k_members, k_area};
    Facts m_facts{*shipped("zhejiang-2024").catalogue, 4};

private:
    static constexpr std::array<std::uint32_t, 3> k_start{0, 2, 3};
    static constexpr std::array<std::uint32_t, 3> k_members{1, 3, 2};
    static constexpr std::array<double, 2> k_area{60'000.0, 80'000.0};
};

TEST_F(BlocksTest, AreCalledByTheirSmallestParcelCode)
{
    m_facts.put("parcel_code", 1, "330681001002GB00009")
        .put("parcel_code", 3, "330681001002GB00004");
    EXPECT_EQ(block_ids(m_blocks, m_facts.table()),
              (std::vector<std::string>{"QK-330681001002GB00004", "QK-2"}));
}

// 60,000 m² are 90 mu. A parcel of no block is known to be in none: its rule is decided.
TEST_F(BlocksTest, MembersKnowTheirBlockAndOthersThatTheyHaveNone)
{
    write_block_membership(m_blocks, m_facts.table());
    const FactTable& table = m_facts.table();
    EXPECT_EQ(table.text(table.id("block_id"), 3), "QK-1");
    EXPECT_EQ(table.number(table.id("block_area_mu"), 3), 90.0);
    EXPECT_EQ(table.number(table.id("block_parcels"), 3), 2.0);
    EXPECT_EQ(table.text(table.id("block_id"), 0), std::nullopt);
    EXPECT_EQ(table.number(table.id("block_parcels"), 0), 0.0);
    const RuleSet& rules = shipped("zhejiang-2024").rules_for(SubjectKind::parcel);
    const Verdicts verdicts = Evaluator{rules, table}.evaluate();
    EXPECT_EQ(verdicts.at(rules.find("contiguous_block").value(), 0), Truth::no);
    EXPECT_EQ(verdicts.at(rules.find("contiguous_block").value(), 1), Truth::yes);
}

TEST_F(BlocksTest, RankByWhatTheyFreeThenBySize)
{
    Freed freed;
    freed.parcels.resize(4);
    EXPECT_EQ(rank_blocks(m_blocks, freed), (Rows{1, 0}));
    freed.parcels[1].land_m2 = 10.0;
    EXPECT_EQ(rank_blocks(m_blocks, freed), (Rows{0, 1}));
}

// D4: a flagged parcel is chosen; one in order, and one that nobody holds yet, are not; without
// facts nothing is.
TEST(ChooseForBlocks, TakesParcelsOfWhichAFlagHolds)
{
    const Profile& zhuji = shipped("zhuji-2021");
    Facts facts{*zhuji.catalogue, 4};
    facts.put("tax_per_mu", 0, 1.0)
        .put("in_production", 0, true)
        .put("started", 0, true)
        .put("completed", 0, true);
    facts.put("tax_per_mu", 1, 50.0)
        .put("in_production", 1, true)
        .put("started", 1, true)
        .put("completed", 1, true);
    facts.put("approved", 2, true).put("supplied", 2, false);
    facts.table().set_as_of(Date::parse("2023-12-31").value());
    const Verdicts verdicts =
        Evaluator{zhuji.rules_for(SubjectKind::parcel), facts.table()}.evaluate();
    EXPECT_EQ(choose_for_blocks(zhuji, verdicts), (Rows{0}));
}

} // namespace
} // namespace tenglong
