#include "geo/line/line_book.hpp"

#include "geo/geometry/ring.hpp"
#include "geo/geometry/unite.hpp"
#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace tenglong::geo {

namespace {

using enum ChangeKind;

std::string square(double x, double y, double side)
{
    const auto corner = [](double a, double b) {
        return std::to_string(a) + " " + std::to_string(b);
    };
    return "POLYGON((" + corner(x, y) + "," + corner(x + side, y) + "," +
           corner(x + side, y + side) + "," + corner(x, y + side) + "," + corner(x, y) + "))";
}

Layer layer_of(const std::vector<std::string>& wkt)
{
    Workers workers{1};
    return measured(tests::column(wkt), workers);
}

struct Row {
    ChangeKind kind;
    std::string day;
    std::string wkt;
};

/// A line of 1000 m by 1000 m, and whatever lies about it.
struct Case {
    Layer line = layer_of({square(0, 0, 1000)});
    std::optional<Layer> industrial{};
    std::vector<std::string> farmland{};
    std::vector<std::string> red_line{};
    LineTerms terms{};

    [[nodiscard]] LineBook keep(const std::vector<Row>& rows, unsigned threads = 1) const
    {
        std::vector<LineChange> changes;
        std::vector<std::string> wkt;
        for (const Row& row : rows) {
            changes.push_back(
                {"BG" + std::to_string(changes.size()), row.kind, true, Date::parse(row.day)});
            wkt.push_back(row.wkt);
        }
        LineGround ground;
        ground.line = &line;
        ground.industrial = industrial ? &*industrial : nullptr;
        const Layer farms = layer_of(farmland);
        const Layer red = layer_of(red_line);
        ground.farmland = {&farms};
        ground.red_line = {&red};
        Workers workers{threads};
        return keep_line_book(changes, layer_of(wkt), ground, terms, workers);
    }
};

double sum(const std::vector<double>& figures)
{
    return std::accumulate(figures.begin(), figures.end(), 0.0);
}

double lost(const LineBook& book, std::uint32_t change, LostReason reason)
{
    for (const LostPart& part : book.lost) {
        if (part.change == change && part.reason == reason) {
            return part.area_m2;
        }
    }
    return 0.0;
}

// By hand: 100 x 100 m with its right half beyond the line.
TEST(LineBook, AnOccupationCountsWhereItLiesInside)
{
    const LineBook book = Case{}.keep({{occupy, "2023-01-01", square(950, 100, 100)}});

    EXPECT_NEAR(book.claimed_m2[0], 10'000.0, 1e-6);
    EXPECT_NEAR(book.counted_m2[0], 5000.0, 1e-6);
    EXPECT_NEAR(lost(book, 0, LostReason::outside_line), 5000.0, 1e-6);
    EXPECT_NEAR(sum(book.before_m2), 1e6, 1e-6);
    EXPECT_NEAR(sum(book.after_m2), 1e6 - 5000.0, 1e-6);
}

TEST(LineBook, LandIsTakenOnceTheEarlierChangeHasIt)
{
    const LineBook book = Case{}.keep(
        {{occupy, "2023-02-01", square(80, 0, 100)}, {occupy, "2023-01-01", square(0, 0, 100)}});

    EXPECT_NEAR(book.counted_m2[1], 10'000.0, 1e-6);
    EXPECT_NEAR(book.counted_m2[0], 8000.0, 1e-6); // 20 of 100 m are taken
    EXPECT_NEAR(lost(book, 0, LostReason::taken_before), 2000.0, 1e-6);
}

TEST(LineBook, CompensationLiesOutsideOffFarmlandAndRedLineAndCountsOnce)
{
    Case made;
    made.farmland = {square(1100, 0, 30)};
    made.red_line = {square(1150, 0, 20)};
    made.industrial = layer_of({square(1100, 60, 10)});
    // 1100 to 1200 by 0 to 100; then 990 to 1010: half inside; then the first again, and 50 m more.
    const LineBook book = made.keep({{compensate, "2023-01-01", square(1100, 0, 100)},
                                     {compensate, "2023-01-02", square(990, 500, 20)},
                                     {compensate, "2023-01-03", square(1150, 0, 100)}});

    EXPECT_NEAR(book.counted_m2[0], 10'000.0 - 900.0 - 400.0 - 100.0, 1e-6);
    EXPECT_NEAR(lost(book, 0, LostReason::on_farmland), 900.0, 1e-6);
    EXPECT_NEAR(lost(book, 0, LostReason::on_red_line), 400.0, 1e-6);
    EXPECT_NEAR(lost(book, 0, LostReason::is_industrial), 100.0, 1e-6);
    EXPECT_NEAR(book.counted_m2[1], 200.0, 1e-6);
    EXPECT_NEAR(lost(book, 1, LostReason::inside_line), 200.0, 1e-6);
    EXPECT_NEAR(book.counted_m2[2], 5000.0, 1e-6);
    EXPECT_NEAR(lost(book, 2, LostReason::claimed_before), 5000.0 - 400.0, 1e-6);
    EXPECT_NEAR(sum(book.after_m2), 1e6 + sum(book.counted_m2), 1e-6);
}

TEST(LineBook, PiecesMustBeLargeAndWideEnoughEachForItself)
{
    Case made;
    made.terms.least_area_m2 = 667.0;
    made.terms.least_width_m = 10.0;
    const LineBook book = made.keep(
        {{compensate, "2023-01-01", square(1100, 0, 20)},
         {compensate, "2023-01-02", "POLYGON((1100 100,1300 100,1300 108,1100 108,1100 100))"},
         {compensate, "2023-01-03",
          "MULTIPOLYGON(((1100 200,1150 200,1150 250,1100 250,1100 200)),"
          "((1200 200,1210 200,1210 210,1200 210,1200 200)))"}});

    EXPECT_NEAR(lost(book, 0, LostReason::too_small), 400.0, 1e-6);
    EXPECT_NEAR(lost(book, 1, LostReason::too_narrow), 1600.0, 1e-6);
    EXPECT_NEAR(book.width_m[1], 8.0, 0.03);
    EXPECT_NEAR(book.counted_m2[2], 2500.0, 1e-6);
    EXPECT_NEAR(lost(book, 2, LostReason::too_small), 100.0, 1e-6);
}

TEST(LineBook, WhereItMustBeContiguousCompensationReachesTheLineThroughOther)
{
    Case made;
    made.terms.contiguous = true;
    const LineBook book = made.keep({{compensate, "2023-01-01", square(1000, 0, 50)},
                                     {compensate, "2023-01-02", square(1050, 0, 50)},
                                     {compensate, "2023-01-03", square(1200, 0, 50)}});

    EXPECT_NEAR(book.counted_m2[0], 2500.0, 1e-6);
    EXPECT_NEAR(book.counted_m2[1], 2500.0, 1e-6);
    EXPECT_NEAR(lost(book, 2, LostReason::not_contiguous), 2500.0, 1e-6);
}

TEST(LineBook, TheStockIsWatchedInsideAndOutsideTheLine)
{
    Case made;
    made.terms.mode = BalanceMode::stock;
    made.industrial = layer_of({square(950, 0, 100), square(0, 0, 100)});
    // On the stock across the line; on land inside the line that no industry is on.
    const LineBook book = made.keep(
        {{occupy, "2023-01-01", square(950, 0, 100)}, {occupy, "2023-01-02", square(50, 0, 100)}});

    EXPECT_NEAR(book.counted_m2[0], 10'000.0, 1e-6);
    EXPECT_NEAR(book.taken_m2[0], 5000.0, 1e-6); // of the line
    EXPECT_NEAR(book.counted_m2[1], 5000.0, 1e-6);
    EXPECT_NEAR(lost(book, 1, LostReason::not_industrial), 5000.0, 1e-6);
    EXPECT_NEAR(book.taken_m2[1], 10'000.0, 1e-6);
}

TEST(LineBook, SwapsGiveUpOutsideAndAddInside)
{
    Case made;
    made.terms.mode = BalanceMode::swap;
    const std::vector<Row> rows{{give_up, "2023-01-01", square(950, 0, 100)},
                                {add, "2023-01-02", square(950, 200, 100)}};
    const LineBook book = made.keep(rows);

    EXPECT_NEAR(book.counted_m2[0], 5000.0, 1e-6);
    EXPECT_NEAR(book.counted_m2[1], 5000.0, 1e-6);
    EXPECT_NEAR(sum(book.after_m2), 1e6, 1e-6);
    EXPECT_NEAR(lost(Case{}.keep(rows), 0, LostReason::other_mode), 10'000.0, 1e-6);
}

TEST(LineBook, GroundThatTwoRowsOfTheLineCoverCountsOnce)
{
    Case made;
    made.line = layer_of({square(0, 0, 100), square(50, 0, 100)});
    const LineBook book = made.keep({{occupy, "2023-01-01", square(60, 0, 10)}});

    EXPECT_NEAR(sum(book.before_m2), 15'000.0, 1e-6);
    EXPECT_NEAR(book.counted_m2[0], 100.0, 1e-6);
    EXPECT_NEAR(sum(book.after_m2), 14'900.0, 1e-6);
}

TEST(LineBook, AProposalLeavesTheLineAsItIsAndComesAfterWhatIsDecided)
{
    const Case made;
    const Layer shapes = layer_of({square(0, 0, 100), square(50, 0, 100)});
    LineGround ground;
    ground.line = &made.line;
    Workers workers{1};
    const LineBook book = keep_line_book(
        {{"A", occupy, false, Date{2023, 1, 1}}, {"B", occupy, true, Date{2023, 6, 1}}}, shapes,
        ground, {}, workers);

    EXPECT_NEAR(book.counted_m2[0], 5000.0, 1e-6);
    EXPECT_NEAR(book.counted_m2[1], 10'000.0, 1e-6);
    EXPECT_NEAR(sum(book.after_m2), 1e6 - 10'000.0, 1e-6);
}

/// Random stars about the border of a line of many corners, far from the origin.
struct Town {
    Layer line;
    Layer shapes;
    std::vector<LineChange> changes;
};

Town random_town(tests::Random& random)
{
    const Point heart{40'500'000.0, 3'300'000.0};
    Town town;
    Workers workers{1};
    town.line = measured(tests::raw_part({random.star(heart, 500, 900, 1100)}), workers);
    Polygons shapes;
    for (std::size_t i = 0; i < 40; ++i) {
        const Point at = heart + Point{random.between(-1200, 1200), random.between(-1200, 1200)};
        shapes.append(tests::raw_part({random.star(at, 3 + random.below(12), 20, 200)})[0]);
        town.changes.push_back(
            {"BG" + std::to_string(i), random.below(2) == 0 ? occupy : compensate,
             random.below(8) != 0,
             Date::from_days(19'000 + static_cast<std::int32_t>(random.below(20)))});
    }
    town.shapes = measured(shapes, workers);
    return town;
}

// A candidate of 100 x 100 m: 20 m lie inside the line, 30 m on farmland, and 10 m were brought in
// by a change; the other candidate on the same ground takes nothing away from it.
TEST(LineBook, ACandidateIsJudgedAsTheNextChangeWouldBe)
{
    Case made;
    const Layer farms = layer_of({square(1050, 0, 30), square(1050, 30, 30), square(1050, 60, 30),
                                  "POLYGON((1050 90,1080 90,1080 100,1050 100,1050 90))"});
    LineGround ground;
    ground.line = &made.line;
    ground.farmland = {&farms};
    const std::vector<LineChange> changes{{"BG", compensate, true, Date::parse("2023-01-01")}};
    const Layer shapes = layer_of({"POLYGON((1040 0,1050 0,1050 100,1040 100,1040 0))"});
    const Layer candidates = layer_of({square(980, 0, 100), square(980, 0, 100)});
    Workers workers{2};
    const LineBook book = probe_givers(changes, shapes, candidates, ground, LineTerms{}, workers);

    for (const std::uint32_t i : {0U, 1U}) {
        EXPECT_NEAR(book.claimed_m2[i], 10'000.0, 1e-6);
        EXPECT_NEAR(book.counted_m2[i], 4000.0, 1e-6);
        EXPECT_NEAR(lost(book, i, LostReason::inside_line), 2000.0, 1e-6);
        EXPECT_NEAR(lost(book, i, LostReason::on_farmland), 3000.0, 1e-6);
        EXPECT_NEAR(lost(book, i, LostReason::claimed_before), 1000.0, 1e-6);
    }
}

TEST(LineBook, ACandidateOfASwapIsGivenUpOutsideTheLine)
{
    Case made;
    made.industrial = layer_of({square(950, 0, 100)});
    LineGround ground;
    ground.line = &made.line;
    ground.industrial = &*made.industrial;
    LineTerms terms;
    terms.mode = BalanceMode::swap;
    Workers workers{1};
    const LineBook book =
        probe_givers({}, layer_of({}), layer_of({square(950, 0, 100)}), ground, terms, workers);

    EXPECT_NEAR(book.counted_m2[0], 5000.0, 1e-6);
    EXPECT_NEAR(lost(book, 0, LostReason::inside_line), 5000.0, 1e-6);
}

// Property, for changes that touch, overlap, repeat and straddle a line of 500 corners: what is
// claimed is counted or lost; before - occupied + compensated = after; the new line is, as a set,
// of that area too (second source: GEOS's union of its pieces).
TEST(LineBook, ClosesForRandomChangesWhateverTheirOrderAndTheThreads)
{
    tests::Random random{61};
    for (int round = 0; round < 8; ++round) {
        SCOPED_TRACE(round);
        const Town town = random_town(random);
        LineGround ground;
        ground.line = &town.line;
        Workers one{1};
        const LineBook book = keep_line_book(town.changes, town.shapes, ground, {}, one);
        double expected = sum(book.before_m2);
        std::vector<double> rest = book.claimed_m2;
        for (std::size_t i = 0; i < town.changes.size(); ++i) {
            rest[i] -= book.counted_m2[i];
            if (town.changes[i].decided) {
                expected += book.added_m2[i] - book.taken_m2[i];
            }
        }
        for (const LostPart& part : book.lost) {
            rest[part.change] -= part.area_m2;
        }
        for (const double left : rest) {
            EXPECT_NEAR(left, 0.0, 1e-4);
        }
        EXPECT_NEAR(sum(book.after_m2), expected, 1e-3);
        std::vector<std::uint32_t> all(book.line_after.size());
        std::iota(all.begin(), all.end(), 0U);
        EXPECT_NEAR(area(united_by_geos(book.line_after, all)[0]), sum(book.after_m2), 1e-3);

        std::vector<std::uint32_t> order(town.changes.size());
        std::iota(order.begin(), order.end(), 0U);
        for (std::size_t i = order.size(); i > 1; --i) {
            std::swap(order[i - 1], order[random.below(i)]);
        }
        Polygons shapes;
        std::vector<LineChange> changes;
        for (const std::uint32_t i : order) {
            shapes.append(town.shapes.shapes[i]);
            changes.push_back(town.changes[i]);
        }
        Workers three{3};
        const LineBook shuffled =
            keep_line_book(changes, measured(shapes, three), ground, {}, three);
        for (std::size_t k = 0; k < order.size(); ++k) {
            EXPECT_EQ(shuffled.counted_m2[k], book.counted_m2[order[k]]);
        }
        EXPECT_EQ(shuffled.after_m2, book.after_m2);
    }
}

} // namespace

} // namespace tenglong::geo
