#include "geo/follow/parcel_links.hpp"

#include "core/tables/standard_tables.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {
namespace {

struct Parcel {
    const char* code;
    double left;
    double right; ///< ten metres high, from 0
};

[[nodiscard]] SpatialTable parcels(const std::vector<Parcel>& list)
{
    SpatialTable result{parcels_table()};
    auto shapes = std::make_shared<Polygons>();
    for (const auto& [code, left, right] : list) {
        result.table["parcel_code"].add_text(code);
        result.table.complete();
        shapes->add_ring(std::vector<Point>{
            {left, 0.0}, {right, 0.0}, {right, 10.0}, {left, 10.0}, {left, 0.0}});
        shapes->close_part();
        shapes->close_feature();
    }
    result.shapes = std::shared_ptr<const Polygons>{shapes};
    return result;
}

[[nodiscard]] std::vector<ParcelLink> links(const std::vector<Parcel>& before,
                                            const std::vector<Parcel>& after)
{
    Workers workers{1};
    return link_parcels(parcels(before), parcels(after), {}, workers);
}

TEST(LinkParcels, ByCodeWhereverTheyLie)
{
    const auto found = links({{"A", 0, 10}, {"B", 20, 30}}, {{"B", 100, 110}, {"A", 0, 10}});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].before, 1U);
    EXPECT_EQ(found[0].after, 0U);
    EXPECT_EQ(found[1].before, 0U);
    EXPECT_EQ(found[1].share, 1.0);
}

TEST(LinkParcels, ASplitParcelLeadsToBothHalvesAlsoTheOneThatKeptItsCode)
{
    const auto found = links({{"A", 0, 40}}, {{"A", 0, 10}, {"A2", 10, 40}});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].after, 0U);
    EXPECT_DOUBLE_EQ(found[0].share, 0.25);
    EXPECT_DOUBLE_EQ(found[1].share, 0.75);
}

TEST(LinkParcels, MergedParcelsLeadToOne)
{
    const auto found = links({{"A", 0, 10}, {"B", 10, 40}}, {{"C", 0, 40}});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].before, 0U);
    EXPECT_EQ(found[1].before, 1U);
    EXPECT_EQ(found[0].share, 1.0);
    EXPECT_EQ(found[1].share, 1.0);
}

TEST(LinkParcels, ASliverOfANeighbourIsNoLink)
{
    // Half a metre of ten lies over the neighbour.
    const auto found = links({{"A", 0, 10}, {"B", 10, 20}}, {{"A1", 0, 10.5}, {"B1", 10.5, 20}});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].before, 0U);
    EXPECT_EQ(found[1].before, 1U);
}

TEST(LinkParcels, ACodeThatStandsTwiceIsSettledByGround)
{
    const auto found = links({{"A", 0, 10}, {"A", 20, 30}}, {{"A", 20, 30}, {"A", 0, 10}});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].before, 1U);
    EXPECT_EQ(found[1].before, 0U);
}

TEST(LinkParcels, NewGroundAndLostGroundHaveNone)
{
    EXPECT_TRUE(links({{"A", 0, 10}}, {{"B", 50, 60}}).empty());
}

} // namespace
} // namespace tenglong::geo
