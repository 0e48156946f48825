#include "geo/geometry/box_grid.hpp"

#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {

namespace {

std::vector<std::uint32_t> all_that_meet(const Box& query, const std::vector<Box>& boxes)
{
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].meets(query)) {
            found.push_back(i);
        }
    }
    return found;
}

TEST(BoxGrid, FindsWhatASearchOfAllBoxesFinds)
{
    tests::Random random{2};
    std::vector<Box> boxes(3);
    for (int i = 0; i < 500; ++i) {
        const double x = 40'500'000.0 + random.between(0, 1000);
        const double y = random.between(0, 1000);
        // Most are small, a few lie over everything.
        const double size = i % 100 == 0 ? 900.0 : random.between(0, 20);
        boxes.push_back({x, y, x + size, y + size});
    }
    const BoxGrid grid{boxes};
    std::vector<std::uint32_t> found;
    for (int i = 0; i < 500; ++i) {
        const double x = 40'500'000.0 + random.between(-200, 1200);
        const double y = random.between(-200, 1200);
        const Box query{x, y, x + random.between(0, 100), y + random.between(0, 100)};
        grid.find(query, found);
        EXPECT_EQ(found, all_that_meet(query, boxes));
    }
}

TEST(BoxGrid, BordersThatTouchMeet)
{
    const BoxGrid grid{std::vector<Box>{{0, 0, 1, 1}, {1, 0, 2, 1}, {5, 5, 5, 5}}};
    std::vector<std::uint32_t> found;

    grid.find({1, 1, 1, 1}, found);
    EXPECT_EQ(found, (std::vector<std::uint32_t>{0, 1}));
    grid.find({5, 5, 6, 6}, found);
    EXPECT_EQ(found, std::vector<std::uint32_t>{2});
}

TEST(BoxGrid, NothingIsFoundWhereThereIsNothing)
{
    std::vector<std::uint32_t> found{7};
    BoxGrid{}.find({0, 0, 1, 1}, found);
    EXPECT_TRUE(found.empty());
    BoxGrid{std::vector<Box>(4)}.find({0, 0, 1, 1}, found);
    EXPECT_TRUE(found.empty());
    BoxGrid{std::vector<Box>(4, Box{3, 3, 3, 3})}.find({0, 0, 9, 9}, found);
    EXPECT_EQ(found.size(), 4U);
}

} // namespace

} // namespace tenglong::geo
