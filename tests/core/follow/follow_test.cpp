#include "core/follow/follow.hpp"

#include "core/tables/standard_tables.hpp"
#include "core/tables/totals.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

void add(ResultTable& table, const char* code, double mu, const char* flags)
{
    table["parcel_code"].add_text(code);
    table["area_mu"].add_number(mu);
    table["flags"].add_text(flags);
    table["status"].add_text(*flags == '\0' ? "normal" : std::string{flags}.substr(0, 14));
    table.complete();
}

class FollowTest : public ::testing::Test {
protected:
    FollowTest()
    {
        add(m_before, "001", 10.0, "low_efficiency");
        add(m_before, "002", 20.0, "low_plot_ratio");
        add(m_before, "003", 30.0, "");
        add(m_before, "004", 40.0, "low_efficiency");
        add(m_after, "001", 10.0, "");
        add(m_after, "021", 5.0, "low_plot_ratio");
        add(m_after, "022", 15.5, "");
        add(m_after, "003", 31.0, "violation");
        add(m_after, "009", 9.0, "");
    }

    [[nodiscard]] std::string text(const char* column, std::size_t row) const
    {
        const ResultColumn& cells = m_followed.table[column];
        return cells.present(row) ? std::string{cells.text(row)} : "missing";
    }

    ResultTable m_before = parcels_table();
    ResultTable m_after = parcels_table();
    // 002 was split: a quarter and three quarters.
    std::vector<ParcelLink> m_links{{0, 0, 1.0}, {1, 1, 0.25}, {1, 2, 0.75}, {2, 3, 1.0}};
    Followed m_followed{parcels_table(), {}};

    void SetUp() override { m_followed = follow(m_before, m_after, m_links); }
};

TEST_F(FollowTest, TellsOfEveryParcelOfBothResults)
{
    ASSERT_EQ(m_followed.table.rows(), 6U);
    EXPECT_EQ(text("change", 0), "struck_off");
    EXPECT_EQ(text("flags_ended", 0), "low_efficiency");
    EXPECT_EQ(text("change", 1), "unchanged");
    EXPECT_EQ(text("change", 2), "struck_off");
    EXPECT_EQ(text("change", 3), "worsened");
    EXPECT_EQ(text("flags_begun", 3), "violation");
    EXPECT_EQ(text("change", 4), "new");
    EXPECT_EQ(text("parcel_code", 5), "004");
    EXPECT_EQ(text("change", 5), "gone");
    EXPECT_EQ(m_followed.gone, (std::vector<std::uint32_t>{3}));
}

TEST_F(FollowTest, TellsHowParcelsCorrespond)
{
    EXPECT_EQ(text("link", 0), "same");
    EXPECT_EQ(text("link", 1), "split");
    EXPECT_EQ(text("old_codes", 2), "002");
    EXPECT_EQ(text("link", 4), "none");
}

TEST_F(FollowTest, LandIsConservedOverSplits)
{
    // By hand: 10 + 20 + 30 + 40 before, 10 + 5 + 15.5 + 31 + 9 after.
    EXPECT_DOUBLE_EQ(*sum_of(m_followed.table["area_old_mu"]), 100.0);
    EXPECT_DOUBLE_EQ(*sum_of(m_followed.table["area_mu"]), 70.5);
    EXPECT_DOUBLE_EQ(m_followed.table["area_old_mu"].number(1), 5.0);
    EXPECT_DOUBLE_EQ(m_followed.table["area_old_mu"].number(2), 15.0);
    // Problem land: 001, 002 and 004 before, 021 and 003 after.
    EXPECT_DOUBLE_EQ(*sum_of(m_followed.table["problem_old_mu"]), 70.0);
    EXPECT_DOUBLE_EQ(*sum_of(m_followed.table["problem_mu"]), 36.0);
}

TEST_F(FollowTest, AMergedParcelHasTheProblemsOfAll)
{
    ResultTable after = parcels_table();
    add(after, "100", 30.0, "low_plot_ratio");
    const std::vector<ParcelLink> links{{0, 0, 1.0}, {1, 0, 1.0}};
    m_followed = follow(m_before, after, links);
    EXPECT_EQ(text("link", 0), "merged");
    EXPECT_EQ(text("old_codes", 0), "001,002");
    EXPECT_EQ(text("change", 0), "improved");
    EXPECT_EQ(text("flags_ended", 0), "low_efficiency");
    EXPECT_DOUBLE_EQ(m_followed.table["area_old_mu"].number(0), 30.0);
}

} // namespace
} // namespace tenglong
