#include "tools/gen/city/construct.hpp"

#include "tools/gen/base/wave.hpp"

#include <algorithm>
#include <array>

namespace tenglong::tools::gen {

namespace {

constexpr std::int64_t k_lane = 9 * k_metre;     // between buildings
constexpr std::int64_t k_margin = 7 * k_metre;   // to the parcel's line
constexpr std::int64_t k_deepest = 34 * k_metre; // of a building
constexpr std::int64_t k_shallowest = 9 * k_metre;
constexpr std::int64_t k_longest = 110 * k_metre;

void measure(Building& building)
{
    building.footprint_m2 = rounded(area_m2(building.shape), 2);
    building.floor_m2 = rounded(area_m2(building.shape) * building.above, 2);
}

/// The strip [low, high] in equal parts, none wider than `most`, lanes between them.
[[nodiscard]] std::vector<std::pair<std::int64_t, std::int64_t>>
parts_of(std::int64_t low, std::int64_t high, std::int64_t most)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> parts;
    const std::int64_t length = high - low;
    if (length < k_shallowest) {
        return parts;
    }
    const std::int64_t count = (length + k_lane + most + k_lane - 1) / (most + k_lane);
    const std::int64_t each = (length - (count - 1) * k_lane) / count;
    for (std::int64_t k = 0; k < count; ++k) {
        const std::int64_t start = low + k * (each + k_lane);
        parts.emplace_back(start, start + each);
    }
    return parts;
}

/// Rectangles of buildings all over the land.
[[nodiscard]] std::vector<Rect> rows_on(Random& random, const Rect& land)
{
    std::vector<Rect> all;
    Rect r = land.inset(k_margin);
    if (r.width() < k_shallowest || r.height() < k_shallowest) {
        r = land.inset(3 * k_metre);
        // Farther from the ends: street corners are cut off by 6 m, and corners stray.
        constexpr std::int64_t k_more = 3 * k_metre;
        if (std::max(r.width(), r.height()) >= k_shallowest + 2 * k_more) {
            r = r.width() >= r.height() ? Rect{r.x0 + k_more, r.y0, r.x1 - k_more, r.y1}
                                        : Rect{r.x0, r.y0 + k_more, r.x1, r.y1 - k_more};
        }
    }
    const bool level = r.width() >= r.height();
    const std::int64_t deepest = random.between(k_deepest * 6 / 10, k_deepest);
    const auto depths = level ? parts_of(r.y0, r.y1, deepest) : parts_of(r.x0, r.x1, deepest);
    for (const auto& [near, far] : depths) {
        const std::int64_t longest = random.between(k_longest * 5 / 10, k_longest);
        for (const auto& [from, to] :
             level ? parts_of(r.x0, r.x1, longest) : parts_of(r.y0, r.y1, longest)) {
            all.push_back(level ? Rect{from, near, to, far} : Rect{near, from, far, to});
        }
    }
    return all;
}

/// A rectangle, or an L or a U with shallow notches.
[[nodiscard]] Ring plan_of(Random& random, const Rect& r)
{
    constexpr std::int64_t k_notch = 7 * k_metre;
    const bool large = r.width() >= 45 * k_metre && r.height() >= 20 * k_metre;
    const std::int64_t form = large ? random.between(0, 4) : 0;
    const std::int64_t third = r.width() / 3;
    switch (form) {
    case 3: // L
        return {{r.x0, r.y0},           {r.x1, r.y0},
                {r.x1, r.y1 - k_notch}, {r.x1 - third, r.y1 - k_notch},
                {r.x1 - third, r.y1},   {r.x0, r.y1}};
    case 4: // U
        return {{r.x0, r.y0},
                {r.x1, r.y0},
                {r.x1, r.y1},
                {r.x1 - third, r.y1},
                {r.x1 - third, r.y1 - k_notch},
                {r.x0 + third, r.y1 - k_notch},
                {r.x0 + third, r.y1},
                {r.x0, r.y1}};
    default:
        return ring_of(r);
    }
}

void furnish(Random& random, Building& building, const Works& works, bool first)
{
    using namespace std::string_view_literals;
    constexpr std::array k_names{"厂房"sv, "车间"sv, "生产车间"sv, "仓库"sv, "标准厂房"sv};
    building.above = works.storeys;
    building.height_dm = works.storeys * works.storey_dm;
    building.name = random.pick(k_names);
    building.structure = works.storeys > 1 ? "钢筋混凝土" : "钢结构";
    if (first && random.chance(0.3)) {
        building.name = "办公楼";
        building.use = "办公";
        building.above = std::max(building.above, 4);
        building.height_dm = building.above * 36;
    }
}

void build_rows(Random& random, const Ground& ground, const Works& works, const Rect& land,
                Construction& result)
{
    for (const Rect& r : rows_on(random, land)) {
        Building building;
        furnish(random, building, works, result.buildings.empty());
        building.shape = {Polygon{ground.map(plan_of(random, r)), {}}};
        measure(building);
        result.buildings.push_back(std::move(building));
    }
}

/// Splits the piece into what is built on and what stays free, at the far end of its last
/// rectangle.
void build_front(Random& random, const Ground& ground, const Piece& piece, const Works& works,
                 Construction& result)
{
    for (std::size_t k = 0; k + 1 < piece.rects.size(); ++k) {
        build_rows(random, ground, works, piece.rects[k], result);
    }
    const Rect& r = piece.rects.back();
    const Rect& street = ground.rect();
    Rect front = r;
    Rect rest = r;
    const bool across = r.width() >= r.height();
    const std::int64_t side = across ? r.width() : r.height();
    const auto kept = static_cast<std::int64_t>(static_cast<double>(side) * works.share);
    // The free end is the one at a street, if there is one.
    if (across) {
        const bool east = r.x1 == street.x1 || r.x0 != street.x0;
        front.x0 = east ? r.x0 : r.x1 - kept;
        front.x1 = east ? r.x0 + kept : r.x1;
        rest = east ? Rect{front.x1, r.y0, r.x1, r.y1} : Rect{r.x0, r.y0, front.x0, r.y1};
    } else {
        const bool north = r.y1 == street.y1 || r.y0 != street.y0;
        front.y0 = north ? r.y0 : r.y1 - kept;
        front.y1 = north ? r.y0 + kept : r.y1;
        rest = north ? Rect{r.x0, front.y1, r.x1, r.y1} : Rect{r.x0, r.y0, r.x1, front.y0};
    }
    build_rows(random, ground, works, front, result);
    Rest free;
    free.area_m2 = rounded(area_m2({Polygon{ground.map(ring_of(rest)), {}}}), 2);
    free.width_m = static_cast<double>(std::min(rest.width(), rest.height())) / 1e3;
    free.front_m = static_cast<double>(across ? rest.height() : rest.width()) / 1e3;
    free.road = rest.x0 == street.x0 || rest.x1 == street.x1 || rest.y0 == street.y0 ||
                rest.y1 == street.y1;
    result.rest = free;
}

void build_exact(const Ground& ground, const Piece& piece, const Works& works, Construction& result)
{
    const Point corner{piece.rects[0].x0, piece.rects[0].y0};
    for (const PlannedBuilding& planned : works.buildings) {
        Building building;
        building.above = planned.above;
        building.below = planned.below;
        building.height_dm = planned.above * planned.storey_dm;
        building.structure = planned.above > 1 ? "钢筋混凝土" : "钢结构";
        if (planned.support) {
            building.name = "宿舍楼";
            building.use = "宿舍";
        }
        const Ring ring = ground.map(ring_of(planned.rect.moved(corner)));
        building.shape = {Polygon{ring, {}}};
        measure(building);
        result.buildings.push_back(std::move(building));
        result.planned.push_back({ring[0].x, ring[0].y, ring[2].x, ring[2].y});
    }
    if (works.rest) {
        result.rest = works.rest;
        const Ring ring = ground.map(ring_of(works.rest->rect.moved(corner)));
        result.rest->rect = {ring[0].x, ring[0].y, ring[2].x, ring[2].y};
    }
}

} // namespace

double floor_m2(const Building& building, bool high_twice) noexcept
{
    const bool twice = high_twice && building.counted_storeys() > building.above;
    return twice ? 2.0 * building.floor_m2 : building.floor_m2;
}

Construction construct(Random& random, const Ground& ground, const Piece& piece, const Works& works)
{
    Construction result;
    switch (works.kind) {
    case Works::Kind::none:
        break;
    case Works::Kind::full:
        for (const Rect& rect : piece.rects) {
            build_rows(random, ground, works, rect, result);
        }
        break;
    case Works::Kind::front:
        build_front(random, ground, piece, works, result);
        break;
    case Works::Kind::exact:
        build_exact(ground, piece, works, result);
        break;
    }
    return result;
}

std::vector<Building> town_houses(Random& random, const Ground& ground)
{
    std::vector<Building> all;
    const Rect land = ground.rect().inset(10 * k_metre);
    constexpr std::int64_t k_depth = 13 * k_metre;
    constexpr std::int64_t k_gap = 24 * k_metre;
    const int storeys = random.chance(0.3) ? 11 : static_cast<int>(random.between(3, 6));
    for (std::int64_t y = land.y0; y + k_depth <= land.y1; y += k_depth + k_gap) {
        for (std::int64_t x = land.x0; x < land.x1;) {
            const std::int64_t length = random.between(30, 62) * k_metre;
            if (x + length > land.x1) {
                break;
            }
            const std::int64_t at = x;
            x += length + random.between(12, 20) * k_metre;
            if (random.chance(0.08)) { // a playground, a bus stop
                continue;
            }
            Building house;
            house.name = "住宅";
            house.use = "住宅";
            house.structure = "钢筋混凝土";
            house.above = storeys;
            house.height_dm = storeys * 30;
            house.shape = {Polygon{ground.map(ring_of({at, y, at + length, y + k_depth})), {}}};
            measure(house);
            all.push_back(std::move(house));
        }
    }
    return all;
}

std::vector<Building> village_houses(Random& random, const Ground& ground)
{
    std::vector<Building> all;
    const Rect land = ground.rect().inset(24 * k_metre);
    const std::int64_t reach = land.height() / 2;
    const Point heart{(land.x0 + land.x1) / 2, (land.y0 + land.y1) / 2};
    for (std::int64_t y = land.y0; y + 12 * k_metre < land.y1; y += 21 * k_metre) {
        for (std::int64_t x = land.x0; x + 14 * k_metre < land.x1; x += 24 * k_metre) {
            const std::int64_t dx = (x - heart.x) * 7 / 10;
            const std::int64_t dy = y - heart.y;
            if (dx * dx + dy * dy > reach * reach || random.chance(0.25)) {
                continue;
            }
            const std::int64_t east = x + random.between(0, 6) * k_metre;
            const std::int64_t north = y + random.between(0, 5) * k_metre;
            const std::int64_t width = random.between(9, 14) * k_metre;
            const std::int64_t depth = random.between(8, 12) * k_metre;
            Building house;
            house.name = "民房";
            house.use = "住宅";
            house.structure = "砖混";
            house.above = static_cast<int>(random.between(2, 4));
            house.height_dm = house.above * 31;
            house.shape = {
                Polygon{ground.map(ring_of({east, north, east + width, north + depth})), {}}};
            measure(house);
            all.push_back(std::move(house));
        }
    }
    return all;
}

} // namespace tenglong::tools::gen
