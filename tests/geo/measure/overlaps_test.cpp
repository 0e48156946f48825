#include "geo/measure/overlaps.hpp"

#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {

namespace {

TEST(Overlaps, FindsPairsOnceAndLeavesTouchesOut)
{
    Workers workers{2};
    const Layer layer =
        measured(tests::column({"POLYGON((0 0,4 0,4 4,0 4,0 0))", "POLYGON((4 0,8 0,8 4,4 4,4 0))",
                                "POLYGON((3 3,5 3,5 5,3 5,3 3))"}),
                 workers);
    const auto found = overlaps(layer, BoxGrid{layer.boxes}, k_no_area_m2, workers);

    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].first, 0U);
    EXPECT_EQ(found[0].second, 2U);
    EXPECT_DOUBLE_EQ(found[0].area_m2, 1.0);
    EXPECT_EQ(found[1].first, 1U);
    EXPECT_DOUBLE_EQ(found[1].area_m2, 1.0);
    EXPECT_EQ(overlaps(layer, BoxGrid{layer.boxes}, 1.5, workers).size(), 0U);
}

TEST(Overlaps, DuplicatesNameTheFirstOfTheirKindWhereverTheirRingsBegin)
{
    Workers workers{1};
    const Layer layer = measured(
        tests::column({"POLYGON((0 0,4 0,4 4,0 4,0 0))", "POLYGON((0 0,4 0,4 4,0 4.01,0 0))",
                       "POLYGON((4 4,0 4,0 0,4 0,4 4))", "POLYGON((0 4,0 0,4 0,4 4,2 4,0 4))"}),
        workers);
    const auto found = overlaps(layer, BoxGrid{layer.boxes}, k_no_area_m2, workers);

    EXPECT_EQ(first_of_equals(layer, found), (std::vector<std::uint32_t>{0, 1, 0, 0}));
}

} // namespace

} // namespace tenglong::geo
