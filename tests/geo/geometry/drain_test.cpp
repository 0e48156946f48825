#include "geo/geometry/drain.hpp"

#include <gtest/gtest.h>

#include <array>

namespace tenglong::geo {
namespace {

/// Squares of side 1 along a line: feature i begins at x = i + 1.
Polygons squares(std::size_t count)
{
    Polygons column;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = static_cast<double>(i) + 1.0;
        const std::array<Point, 5> ring{{{x, 1}, {x + 1, 1}, {x + 1, 2}, {x, 2}, {x, 1}}};
        column.add_ring(RingView{ring});
        column.close_part();
        column.close_feature();
    }
    return column;
}

// A square takes 80 bytes, so 10,000 of them cover far more than the 16 kB that go at once; what
// the system takes back reads as zero.
TEST(Drain, MemoryOfCopiedFeaturesGoesBackToTheSystem)
{
    Polygons column = squares(10'000);
    Drain drain{column};
    for (std::size_t i = 5'000; i-- > 2'000;) {
        drain.done(i, i + 1);
    }
    EXPECT_EQ(column[3'500].points().front().x, 0.0);
    EXPECT_EQ(column[1'999].points().front().x, 2'000.0);
    EXPECT_EQ(column[5'000].points().front().x, 5'001.0);
}

TEST(Drain, MemoryStaysAsLongAsOneFeatureInItIsNeeded)
{
    Polygons column = squares(10'000);
    Drain drain{column};
    drain.done(0, 5'000);
    drain.done(5'001, 10'000);
    EXPECT_EQ(column[5'000].points().front().x, 5'001.0);
}

TEST(Polygons, ShapesAreReplacedInALongColumn)
{
    Polygons column = squares(10'000);
    const Polygons others = squares(3);
    const std::array<std::uint32_t, 3> features{0, 4'321, 9'999};
    column.replace(features, others);
    ASSERT_EQ(column.size(), 10'000U);
    for (std::size_t i = 0; i < column.size(); ++i) {
        const double expected = i == 0       ? 1.0
                                : i == 4'321 ? 2.0
                                : i == 9'999 ? 3.0
                                             : static_cast<double>(i) + 1.0;
        ASSERT_EQ(column[i].points().front().x, expected) << i;
    }
}

} // namespace
} // namespace tenglong::geo
