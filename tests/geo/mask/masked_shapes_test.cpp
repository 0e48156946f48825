#include "geo/mask/masked_shapes.hpp"

#include "core/mask/mask.hpp"
#include "tests/geo/write/support.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tenglong::geo {
namespace {

using test::three_parcels;

[[nodiscard]] MaskPolicy by(MaskShapes how)
{
    MaskPolicy policy = read_mask_policy(shipped_mask_policy(), "shipped");
    policy.shapes = how;
    policy.cell_m = 500.0;
    policy.shift_m = 20'000.0;
    policy.least_rows = 1;
    policy.pseudonym.clear(); // so that rows keep their order
    return policy;
}

TEST(MaskedShapes, AreSquaresOfAGrid)
{
    const SpatialTable masked_table = masked(three_parcels(), by(MaskShapes::generalise), "key");
    const Polygons& shapes = *masked_table.polygons();
    ASSERT_EQ(shapes.size(), 3U);
    // The first parcel's middle, 40,500,050 3,300,050, lies in the square from 40,500,000 3,300,000
    // to 40,500,500 3,300,500.
    EXPECT_EQ(shapes[0].part(0).shell()[0], (Point{40'500'000.0, 3'300'000.0}));
    EXPECT_EQ(shapes[0].part(0).shell()[2], (Point{40'500'500.0, 3'300'500.0}));
    EXPECT_EQ(shapes[1].part_count(), 1U);
    EXPECT_TRUE(shapes[2].empty());
}

TEST(MaskedShapes, NoneStandsAloneInItsSquare)
{
    MaskPolicy policy = by(MaskShapes::generalise);
    policy.least_rows = 2;
    const SpatialTable result = masked(three_parcels(), policy, "key");
    // By hand: the middles are 40,500,050 and 40,501,075. Of 500 m they lie in squares 81,000 and
    // 81,002, of 1,000 m in 40,500 and 40,501, of 2,000 m both in 20,250: from 40,500,000 on.
    for (const std::size_t row : {std::size_t{0}, std::size_t{1}}) {
        const RingView shell = (*result.polygons())[row].part(0).shell();
        EXPECT_EQ(shell[0], (Point{40'500'000.0, 3'300'000.0}));
        EXPECT_EQ(shell[2], (Point{40'502'000.0, 3'302'000.0}));
    }
}

TEST(MaskedShapes, GoWithTheirRowsWhenTheseAreShuffled)
{
    MaskPolicy policy = by(MaskShapes::keep);
    policy.pseudonym = {"parcel_code"};
    const SpatialTable base = three_parcels();
    const SpatialTable result = masked(base, policy, "key");
    for (std::size_t row = 0; row < 3; ++row) {
        std::size_t at = 0;
        while (result.table["parcel_code"].text(at) !=
               pseudonym("key", base.table["parcel_code"].text(row))) {
            ++at;
        }
        EXPECT_EQ((*result.polygons())[at].part_count(), (*base.polygons())[row].part_count());
    }
}

TEST(MaskedShapes, AreMovedTogetherByWhatTheKeySays)
{
    const SpatialTable parcels = three_parcels();
    const SpatialTable moved = masked(parcels, by(MaskShapes::shift), "key");
    const Point shift = secret_shift("key", 20'000.0);
    const double length = std::hypot(shift.x, shift.y);
    EXPECT_GE(length, 10'000.0);
    EXPECT_LE(length, 20'000.0);
    for (std::size_t i = 0; i < parcels.polygons()->points.size(); ++i) {
        EXPECT_EQ(moved.polygons()->points[i].x, parcels.polygons()->points[i].x + shift.x);
        EXPECT_EQ(moved.polygons()->points[i].y, parcels.polygons()->points[i].y + shift.y);
    }
    EXPECT_NE(secret_shift("other key", 20'000.0), shift);
}

TEST(MaskedShapes, CanBeLeftOutAltogether)
{
    const SpatialTable dropped = masked(three_parcels(), by(MaskShapes::drop), "key");
    EXPECT_EQ(dropped.table.shape(), ShapeKind::none);
    EXPECT_EQ(dropped.polygons(), nullptr);
    EXPECT_NO_THROW(check(dropped));
}

TEST(MaskedShapes, ARowWithoutAPointStaysWithout)
{
    ResultTable issues = issues_table();
    issues["x"].add_number(40'500'120.0);
    issues["y"].add_number(3'300'499.0);
    issues.complete();
    issues["kind"].add_text("unmatched");
    issues.complete();
    const SpatialTable result =
        masked(issues_layer(std::move(issues)), by(MaskShapes::generalise), "key");
    ASSERT_EQ(result.points()->size(), 2U);
    EXPECT_EQ(*(*result.points())[0], (Point{40'500'250.0, 3'300'250.0}));
    EXPECT_FALSE((*result.points())[1].has_value());
    EXPECT_FALSE(result.table.find("x").has_value());
}

} // namespace
} // namespace tenglong::geo
