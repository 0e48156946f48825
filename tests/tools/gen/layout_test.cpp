#include "tests/tools/gen/city.hpp"
#include "tools/gen/cases/templates.hpp"
#include "tools/gen/layout/outline.hpp"

#include <gtest/gtest.h>

#include <map>
#include <utility>

namespace tenglong::tools::gen {
namespace {

class LayoutOf : public testing::TestWithParam<std::int64_t> {};

TEST_P(LayoutOf, HasExactlyAsManyParcelsAsAskedFor)
{
    const Layout layout{City::options_of(GetParam(), 5)};
    std::int64_t sum = 0;
    for (const Layout::Place place : layout.order()) {
        const Cell& cell = layout.at(place.column, place.row);
        EXPECT_EQ(cell.first_parcel, sum);
        sum += cell.parcels;
    }
    EXPECT_EQ(sum, GetParam());
}

INSTANTIATE_TEST_SUITE_P(ManySizes, LayoutOf,
                         testing::Values(1, 20, 76, 77, 150, 300, 999, 2501, 20000));

TEST(Layout, KeepsADistrictOnAStrictGrid)
{
    const Layout layout{City::options_of(300, 5)};
    const Tiles& tiles = layout.tiles();
    const int left = tiles.district_column();
    const int bottom = tiles.district_row();
    for (int j = bottom; j <= bottom + Tiles::k_district_rows; ++j) {
        for (int i = left; i <= left + Tiles::k_district_columns; ++i) {
            EXPECT_EQ(layout.node(i, j).y, layout.node(left, j).y);
            EXPECT_EQ(layout.node(i, j).x, layout.node(i, bottom).x);
        }
    }
}

TEST(Layout, GivesEveryTemplateItsCell)
{
    const Layout layout{City::options_of(300, 5)};
    std::map<int, int> found;
    for (int row = 0; row < layout.rows(); ++row) {
        for (int column = 0; column < layout.columns(); ++column) {
            if (layout.at(column, row).plan >= 0) {
                ++found[layout.at(column, row).plan];
            }
        }
    }
    EXPECT_EQ(found.size(), district_templates().size());
}

TEST(Outlines, OfTownsCoverTheLandOnceAndShareTheirBorders)
{
    const Layout layout{City::options_of(300, 5)};
    const auto towns = Outlines::of(layout, [&layout](int half, int row) {
        return static_cast<std::int32_t>(layout.at(half / 2, row).town);
    });
    double land = 0.0;
    for (int row = 0; row < layout.rows(); ++row) {
        for (int column = 0; column < layout.columns(); ++column) {
            const Ring cell{layout.node(column, row),
                            half_node(layout, 2 * column + 1, row),
                            layout.node(column + 1, row),
                            layout.node(column + 1, row + 1),
                            half_node(layout, 2 * column + 1, row + 1),
                            layout.node(column, row + 1)};
            land += area_m2({Polygon{cell, {}}});
        }
    }
    double sum = 0.0;
    std::map<std::pair<Point, Point>, int> sides;
    for (const auto& [town, shape] : towns) {
        sum += area_m2(shape);
        for (const Polygon& polygon : shape) {
            EXPECT_GT(twice_area(polygon.shell), 0);
            for (std::size_t i = 0; i < polygon.shell.size(); ++i) {
                const Point a = polygon.shell[i];
                const Point b = polygon.shell[(i + 1) % polygon.shell.size()];
                const int times = ++sides[{a, b}];
                EXPECT_EQ(times, 1) << "one side of a border, twice";
            }
        }
    }
    EXPECT_NEAR(sum, land, 1e-6 * land);
}

TEST(Outlines, OfCellsThatMeetInACornerStayApart)
{
    // Two halves of the land that touch in one crossing only.
    const Layout layout{City::options_of(300, 5)};
    const auto shapes = Outlines::of(layout, [](int half, int row) {
        const bool first = half / 2 == 4 && row == 4;
        const bool second = half / 2 == 5 && row == 5;
        return first || second ? 0 : -1;
    });
    ASSERT_EQ(shapes.size(), 1U);
    EXPECT_EQ(shapes.at(0).size(), 2U);
}

TEST(Outlines, HaveHolesAroundWhatIsLeftOut)
{
    const Layout layout{City::options_of(300, 5)};
    const auto shapes = Outlines::of(layout, [](int half, int row) {
        const int column = half / 2;
        const bool square = column >= 3 && column <= 5 && row >= 3 && row <= 5;
        return square && !(column == 4 && row == 4) ? 7 : -1;
    });
    ASSERT_EQ(shapes.at(7).size(), 1U);
    ASSERT_EQ(shapes.at(7)[0].holes.size(), 1U);
    EXPECT_LT(twice_area(shapes.at(7)[0].holes[0]), 0);
}

} // namespace
} // namespace tenglong::tools::gen
