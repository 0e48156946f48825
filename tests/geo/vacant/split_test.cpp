#include "geo/vacant/split.hpp"

#include "geo/geometry/inscribed.hpp"
#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tenglong::geo {

namespace {

constexpr double k_missing = std::numeric_limits<double>::quiet_NaN();

/// A parcel of 200 m by 100 m whose right half is vacant.
struct Case {
    Layer parcels;
    VacantParts parts;
};

Case half_empty()
{
    Workers workers{1};
    Case made;
    made.parcels = measured(tests::column({"POLYGON((0 0,200 0,200 100,0 100,0 0))"}), workers);
    made.parts.shapes = tests::column({"POLYGON((100 0,200 0,200 100,100 100,100 0))"});
    made.parts.parcel = {0};
    made.parts.area_m2 = {10'000.0};
    return made;
}

SplitFigures figures(const SplitOptions& options, double footprint, double floor,
                     const Layer* roads = nullptr)
{
    Workers workers{1};
    const Case made = half_empty();
    return split_figures(made.parts, made.parcels, {{footprint}, {floor}}, roads, options,
                         workers)[0];
}

TEST(Split, FiguresOfWhatRemains)
{
    const SplitFigures f = figures({}, 4000, 12'000);

    EXPECT_NEAR(f.width_m, 100.0, 0.11);
    EXPECT_NEAR(f.frontage_m, 300.0, 1.0); // three of its four sides lie on the parcel's border
    EXPECT_DOUBLE_EQ(f.road_m, 0.0);
    EXPECT_DOUBLE_EQ(f.rest_m2, 10'000.0);
    EXPECT_DOUBLE_EQ(f.rest_plot_ratio, 1.2);
    EXPECT_DOUBLE_EQ(f.rest_density, 0.4);
    EXPECT_EQ(f.splittable, Splittable::yes);
}

TEST(Split, EachLimitCanRefuseAndIsMetByEquality)
{
    EXPECT_EQ(figures({.most_plot_ratio = 1.2}, 4000, 12'000).splittable, Splittable::yes);
    EXPECT_EQ(figures({.most_plot_ratio = 1.19}, 4000, 12'000).splittable, Splittable::no);
    EXPECT_EQ(figures({.most_density = 0.4}, 4000, 12'000).splittable, Splittable::yes);
    EXPECT_EQ(figures({.most_density = 0.39}, 4000, 12'000).splittable, Splittable::no);
    EXPECT_EQ(figures({.least_width_m = 99.0}, 4000, 12'000).splittable, Splittable::yes);
    EXPECT_EQ(figures({.least_width_m = 101.0}, 4000, 12'000).splittable, Splittable::no);
    EXPECT_EQ(figures({.least_access_m = 290.0}, 4000, 12'000).splittable, Splittable::yes);
    EXPECT_EQ(figures({.least_access_m = 310.0}, 4000, 12'000).splittable, Splittable::no);
}

TEST(Split, AMissingFigureLeavesTheAnswerOpenUnlessAnotherLimitRefuses)
{
    EXPECT_EQ(figures({.most_plot_ratio = 2.0}, 4000, k_missing).splittable, Splittable::unknown);
    EXPECT_EQ(figures({.most_plot_ratio = 2.0, .most_density = 0.3}, 4000, k_missing).splittable,
              Splittable::no);
    EXPECT_EQ(figures({.most_density = 0.5}, 4000, k_missing).splittable, Splittable::yes);
}

TEST(Split, WithRoadsOnlyRoadsAreAccess)
{
    Workers workers{1};
    // A road 3 m off the lower side, along the right 60 m of it.
    const Layer roads =
        measured(tests::column({"POLYGON((140 -10,200 -10,200 -3,140 -3,140 -10))"}), workers);

    const SplitFigures f =
        figures({.least_access_m = 50.0, .road_reach_m = 4.0}, 4000, 12'000, &roads);
    EXPECT_NEAR(f.road_m, 60.0 + 2.6 + 2.6, 2.0); // a little further at both ends: sqrt(16 - 9)
    EXPECT_EQ(f.splittable, Splittable::yes);
    EXPECT_EQ(
        figures({.least_access_m = 50.0, .road_reach_m = 2.0}, 4000, 12'000, &roads).splittable,
        Splittable::no);
}

// GEOS finds the same circle by the same kind of search.
TEST(InscribedCircle, EqualsThatOfGeosOnRandomStars)
{
    const GeosContext& context = GeosContext::mine();
    tests::Random random{34};
    for (int round = 0; round < 100; ++round) {
        const Polygons column =
            tests::raw_part({random.star({40'500'000, 3'300'000}, 5 + random.below(20), 10, 90)});
        const GeometryPtr radius = own(
            context,
            GEOSMaximumInscribedCircle_r(context.get(), to_geos(context, column[0]).get(), 0.01),
            "GEOSMaximumInscribedCircle");
        double expected = 0.0;
        GEOSLength_r(context.get(), radius.get(), &expected);
        EXPECT_NEAR(inscribed_circle(column[0].part(0), 0.01).radius, expected, 0.02);
    }
}

} // namespace

} // namespace tenglong::geo
