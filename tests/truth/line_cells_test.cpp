#include "tests/truth/line_cells.hpp"

#include "core/policy/loader.hpp"
#include "geo/line/line_account.hpp"
#include "tests/support/read_layers.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>

namespace tenglong::tools::gen {
namespace {

using geo::InputKind;

constexpr double k_east = 500'000.0;
constexpr double k_north = 3'287'000.0;
constexpr int k_teeth = 1250;

std::string wkt(const CellRect& r)
{
    return tests::rectangle(k_east + r.x, k_north + r.y, r.width, r.height);
}

/// A town of two regions whose line is a comb of 1,250 teeth, each a metre wide: 5,003 corners in
/// one ring. Changes are rectangles of whole metres that lie across all of it.
struct Town {
    CellGround ground;
    std::string line;
    std::vector<CellChange> changes;
};

void plant_line(Town& town, tests::Random& random)
{
    town.ground.line.push_back({0, 50, 2 * k_teeth, 100});
    std::string ring = fmt::format("({} {}", k_east, k_north + 50);
    const auto corner = [&](int x, int y) {
        ring += fmt::format(",{} {}", k_east + x, k_north + y);
    };
    corner(2 * k_teeth, 50);
    corner(2 * k_teeth, 150);
    for (int tooth = k_teeth; tooth-- > 0;) { // from east to west, counter-clockwise
        const int high = 1 + static_cast<int>(random.below(40));
        const int west = 2 * tooth;
        town.ground.line.push_back({west, 150, 1, high});
        corner(west + 1, 150);
        corner(west + 1, 150 + high);
        corner(west, 150 + high);
        corner(west, 150);
    }
    corner(0, 50);
    town.line = "POLYGON(" + ring + "))";
}

CellRect random_rect(tests::Random& random)
{
    CellRect r;
    r.width = 1 + static_cast<int>(random.below(120));
    r.height = 1 + static_cast<int>(random.below(90));
    r.x = static_cast<int>(random.below(static_cast<std::size_t>(2560 - r.width)));
    r.y = static_cast<int>(random.below(static_cast<std::size_t>(290 - r.height)));
    return r;
}

/// Every third change goes by the one before: the same again, beside it, across it.
void plant_changes(Town& town, tests::Random& random, int count)
{
    constexpr std::array k_kinds{ChangeKind::occupy,     ChangeKind::compensate, ChangeKind::occupy,
                                 ChangeKind::compensate, ChangeKind::give_up,    ChangeKind::add};
    for (int i = 0; i < count; ++i) {
        CellChange change;
        change.id = fmt::format("BG{:03d}", i);
        change.kind = k_kinds[random.below(k_kinds.size())];
        change.day = static_cast<int>(random.below(12));
        change.decided = random.below(8) != 0;
        change.rect = random_rect(random);
        if (i % 3 == 2) {
            const CellRect before = town.changes.back().rect;
            const int turn = i % 9 / 3;
            change.rect = before;
            if (turn == 1 && before.x + 2 * before.width < 2560) {
                change.rect.x += before.width; // touches
            } else if (turn == 2) {
                change.rect.x += before.width / 2; // overlaps
                change.rect.width = std::min(change.rect.width, 2560 - change.rect.x);
            }
        }
        town.changes.push_back(change);
    }
    // One that certainly lies in both towns and across the line.
    town.changes.push_back({"BG900", ChangeKind::occupy, 13, true, {1200, 10, 100, 60}});
    town.changes.push_back({"BG901", ChangeKind::compensate, 13, true, {1210, 5, 85, 40}});
}

Town random_town(std::uint64_t seed)
{
    tests::Random random{seed};
    Town town;
    town.ground.town_border = 1250;
    plant_line(town, random);
    for (int i = 0; i < 40; ++i) {
        town.ground.industrial.push_back({60 * i, 20 + 5 * (i % 7), 50, 110});
    }
    for (int i = 0; i < 12; ++i) {
        town.ground.farmland.push_back(random_rect(random));
        town.ground.red_line.push_back(random_rect(random));
    }
    town.ground.permitted = {{0, 0, 1400, 300}, {1300, 0, 1250, 200}};
    plant_changes(town, random, 60);
    return town;
}

void add_zones(tests::HandMadeLayers& layers, InputKind kind, const std::vector<CellRect>& rects)
{
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> shapes;
    for (const CellRect& rect : rects) {
        rows.push_back({fmt::format("{}", rows.size() + 1)});
        shapes.push_back(wkt(rect));
    }
    layers.add(kind, {"name"}, rows, shapes);
}

/// \param turned the rows in the other order
tests::HandMadeLayers layers_of(const Town& town, bool turned)
{
    tests::HandMadeLayers layers;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> shapes;
    for (const CellRect& rect : town.ground.industrial) {
        rows.push_back({fmt::format("330699001001GB{:05d}", rows.size() + 1), "工业用地"});
        shapes.push_back(wkt(rect));
    }
    layers.add(InputKind::parcels, {"parcel_code", "land_use"}, rows, shapes);
    layers.add(InputKind::control_line, {"name"}, {{"梳形"}}, {town.line});
    layers.add(InputKind::towns, {"name"}, {{"东"}, {"西"}},
               {wkt({1250, -10, 1400, 400}), wkt({-10, -10, 1260, 400})});
    add_zones(layers, InputKind::farmland, town.ground.farmland);
    add_zones(layers, InputKind::red_line, town.ground.red_line);
    add_zones(layers, InputKind::permitted_zone, town.ground.permitted);
    rows.clear();
    shapes.clear();
    constexpr std::array k_words{"占用", "补划", "线外退出", "线内新增"};
    for (const CellChange& c : town.changes) {
        rows.push_back({c.id, k_words.at(static_cast<std::size_t>(c.kind)),
                        fmt::format("2023-03-{:02d}", c.day + 1), c.decided ? "已批" : "拟议"});
        shapes.push_back(wkt(c.rect));
    }
    if (turned) {
        std::ranges::reverse(rows);
        std::ranges::reverse(shapes);
    }
    layers.add(InputKind::changes, {"change_id", "kind", "decision_date", "state"}, rows, shapes);
    return layers;
}

/// The policy without least areas and widths, which cells do not know.
std::unique_ptr<Profile> policy(std::string_view id)
{
    auto profile = load_profile(std::string{id});
    profile->balance->least_area.reset();
    profile->balance->least_width.reset();
    return profile;
}

geo::LineAccount kept(const Town& town, const Profile& profile, unsigned threads, bool turned)
{
    geo::Workers workers{threads};
    const geo::Survey survey = layers_of(town, turned).survey(profile, threads);
    std::vector<Issue> issues;
    return geo::line_account(survey, profile, geo::AreaKind::plane, Date{2023, 12, 31}, workers,
                             issues);
}

class LineOfCells : public testing::TestWithParam<const char*> {};

// Second source: count_cells() keeps the same account square metre by square metre.
TEST_P(LineOfCells, ComesOutToTheSquareMetreInEveryTownAndForAnyThreadsAndOrder)
{
    const auto profile = policy(GetParam());
    for (const std::uint64_t seed : {11U}) {
        SCOPED_TRACE(seed);
        const Town town = random_town(seed);
        const CellAccount cells = count_cells(town.ground, town.changes, profile->balance->mode);
        for (const unsigned threads : {1U, 3U}) {
            const geo::LineAccount account = kept(town, *profile, threads, threads == 3U);
            ASSERT_EQ(account.changes.rows.size(), town.changes.size());
            std::map<std::pair<std::string, std::string>, double> by_town;
            for (const Booking& booking : account.bookings) {
                by_town[{booking.change, booking.region}] += *booking.counted_m2;
            }
            for (std::size_t i = 0; i < town.changes.size(); ++i) {
                const std::string& id = town.changes[i].id;
                EXPECT_NEAR(account.book.counted_m2[i], cells.counted[i].all(), 1e-5) << id;
                EXPECT_NEAR((by_town[{id, "西"}]), cells.counted[i].west, 1e-5) << id;
                EXPECT_NEAR((by_town[{id, "东"}]), cells.counted[i].east, 1e-5) << id;
            }
            EXPECT_NEAR(account.before_m2, cells.line_before_m2, 1e-4);
            EXPECT_NEAR(account.after_m2, cells.line_after_m2, 1e-3);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(EachMode, LineOfCells,
                         testing::Values("zhuji-2021", "hangzhou-2021", "ningbo-2021"),
                         [](const testing::TestParamInfo<const char*>& each) {
                             std::string name = each.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

} // namespace
} // namespace tenglong::tools::gen
