#include "tools/gen/line/changes.hpp"

#include "tools/gen/base/wave.hpp"
#include "tools/gen/cases/templates.hpp"
#include "tools/gen/city/ground.hpp"
#include "tools/gen/line/rects.hpp"
#include "tools/gen/names/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace tenglong::tools::gen {

namespace {

/// A template's cell in the city.
struct PlantedCell {
    Point corner;
    std::vector<Rect> in_line; ///< as much of the cell as lies inside of the line
    int town = 0;
};

[[nodiscard]] Rect placed(const Patch& patch, Point corner)
{
    return metres(patch.x0, patch.y0, patch.x1, patch.y1).moved(corner);
}

class District {
public:
    District(const Options& options, const Layout& layout, int tile)
        : m_options{options}, m_layout{layout}, m_tile{tile}
    {}

    void plant(LineChanges& result)
    {
        for (const PlantedGround& ground : planted_grounds()) {
            const PlantedCell at = cell_of(ground.plan);
            std::vector<Rect> rects{placed(ground.patch, at.corner)};
            if (ground.second.x1 > 0) {
                rects.push_back(placed(ground.second, at.corner));
            }
            switch (ground.kind) {
            case GroundKind::farmland:
                result.farmland.push_back(rects[0]);
                break;
            case GroundKind::red_line:
                result.red_line.push_back(rects[0]);
                break;
            case GroundKind::candidate:
                add_candidate(ground, rects[0], at.town, result);
                break;
            default:
                m_changes.push_back(change_of(ground, rects, at));
            }
        }
        count(result);
    }

private:
    struct Planted {
        Change change;
        std::vector<Rect> rects;
        std::vector<Rect> in_line;
    };

    [[nodiscard]] PlantedCell cell_of(std::string_view plan) const
    {
        const Tiles& tiles = m_layout.tiles();
        const auto templates = district_templates();
        const auto found = std::ranges::find(templates, plan, &Template::id);
        const int k = static_cast<int>(found - templates.begin());
        const int column =
            m_tile % tiles.across * tiles.width + tiles.district_column() + k % k_template_columns;
        const int row =
            m_tile / tiles.across * tiles.height + tiles.district_row() + k / k_template_columns;
        const Ground ground{m_layout, column, row};
        const Cell& cell = m_layout.at(column, row);
        PlantedCell at;
        at.corner = ground.map(Point{ground.rect().x0, ground.rect().y0});
        at.town = cell.town;
        constexpr double k_wide = k_inner_width_m;
        constexpr double k_high = k_inner_height_m;
        if (cell.line_left) {
            at.in_line.push_back(placed({0, 0, k_wide / 2, k_high}, at.corner));
        }
        if (cell.line_right) {
            at.in_line.push_back(placed({k_wide / 2, 0, k_wide, k_high}, at.corner));
        }
        return at;
    }

    [[nodiscard]] Planted change_of(const PlantedGround& ground, const std::vector<Rect>& rects,
                                    const PlantedCell& at) const
    {
        Planted planted{{}, rects, at.in_line};
        Change& change = planted.change;
        change.planted = ground.id;
        change.kind = ground.kind;
        change.town = at.town;
        change.pair = fmt::format("{}-{:03d}", ground.pair, m_tile + 1);
        change.project = fmt::format(
            "{}{}项目", short_town(m_layout.towns()[static_cast<std::size_t>(at.town)].name),
            ground.pair);
        change.decided = m_options.as_of.minus({0, ground.months_ago, 3});
        change.proposed = ground.proposed;
        change.doubtful = ground.doubtful;
        change.use_after = ground.kind == GroundKind::occupy || ground.kind == GroundKind::give_up
                               ? "城镇住宅用地"
                               : "工业用地";
        change.intent = ground.intent;
        for (const Rect& rect : rects) {
            change.shape.push_back({ring_of(rect), {}});
            change.claimed_m2 += rect.area_m2();
        }
        return planted;
    }

    void add_candidate(const PlantedGround& ground, const Rect& rect, int town,
                       LineChanges& result) const
    {
        LineCandidate candidate;
        candidate.id = fmt::format("HX{:03d}{}", m_tile + 1, ground.id);
        candidate.town = town;
        candidate.shape = shape_of(rect);
        candidate.area_m2 = rect.area_m2();
        Random random{m_options.seed, candidate.id};
        candidate.price_per_mu_wan = static_cast<double>(random.between(18, 64));
        result.candidates.push_back(candidate);
    }

    /// In the order of decisions: what was taken before cannot be taken again.
    void count(LineChanges& result)
    {
        std::ranges::stable_sort(m_changes, {}, [](const Planted& p) { return p.change.decided; });
        std::vector<Rect> occupied;
        std::vector<Rect> claimed = result.farmland;
        claimed.insert(claimed.end(), result.red_line.begin(), result.red_line.end());
        for (Planted& planted : m_changes) {
            Change& change = planted.change;
            const auto inside = common_rects(planted.rects, planted.in_line);
            if (change.proposed || change.doubtful) {
                result.changes.push_back(change);
                continue;
            }
            if (change.kind == GroundKind::occupy) {
                change.counted_m2 = area_without(inside, occupied);
                change.stock_m2 = area_without(planted.rects, occupied);
                occupied.insert(occupied.end(), planted.rects.begin(), planted.rects.end());
            } else if (change.kind == GroundKind::compensate) {
                std::vector<Rect> lost = claimed;
                lost.insert(lost.end(), planted.in_line.begin(), planted.in_line.end());
                change.counted_m2 = area_without(planted.rects, lost);
                claimed.insert(claimed.end(), planted.rects.begin(), planted.rects.end());
            } else if (change.kind == GroundKind::give_up) {
                change.counted_m2 = area_without(planted.rects, planted.in_line);
            } else {
                change.counted_m2 = area_without(inside, {});
            }
            result.changes.push_back(change);
        }
    }

    const Options& m_options;
    const Layout& m_layout;
    int m_tile;
    std::vector<Planted> m_changes;
};

/// A parcel of the town inside of the line that its account can be tried with.
[[nodiscard]] std::optional<Parcel> parcel_to_occupy(const Layout& layout, const BatchMaker& maker,
                                                     int town)
{
    constexpr double k_least = 2500.0;
    constexpr double k_most = 9500.0;
    for (const Layout::Place place : layout.order()) {
        const Cell& cell = layout.at(place.column, place.row);
        if (cell.town != town || cell.use != Use::industrial || !cell.line_left) {
            continue;
        }
        const Batch batch = maker.make(place);
        for (const Parcel& parcel : batch.parcels) {
            if (parcel.planted == nullptr && parcel.kind == "normal" && parcel.shape.size() == 1 &&
                parcel.computed_m2 >= k_least && parcel.computed_m2 <= k_most) {
                return parcel;
            }
        }
    }
    return std::nullopt;
}

/// `count` rectangles side by side in the middle of the town's reserve.
[[nodiscard]] std::vector<Rect> reserve_rects(const Layout& layout, Layout::Place place)
{
    const Ground ground{layout, place.column, place.row};
    const Ring corners = ground.crossings();
    const Point heart = middle({Polygon{corners, {}}});
    constexpr std::int64_t k_half = 82 * k_metre;
    constexpr std::int64_t k_gap = 4 * k_metre;
    constexpr std::int64_t k_up = 45 * k_metre;
    return {{heart.x - k_half, heart.y - k_up, heart.x - k_gap, heart.y + k_up},
            {heart.x + k_gap, heart.y - k_up, heart.x + k_half, heart.y + k_up}};
}

void plant_town(const Options& options, const Layout& layout, const BatchMaker& maker, int town,
                LineChanges& result)
{
    const auto reserve = layout.reserve(town);
    const auto taken = parcel_to_occupy(layout, maker, town);
    if (!reserve) {
        return;
    }
    const auto rects = reserve_rects(layout, *reserve);
    const std::string name = short_town(layout.towns()[static_cast<std::size_t>(town)].name);
    if (taken) {
        struct Measure {
            std::string_view id;
            double ratio;
        };
        constexpr std::array<Measure, 3> k_measures{Measure{"e2_town_ample", 1.25},
                                                    Measure{"e2_town_equal", 1.05},
                                                    Measure{"e2_town_short", 0.6}};
        const Measure& measure = k_measures.at(static_cast<std::size_t>(town) % 3);
        Change occupation;
        occupation.planted = measure.id;
        occupation.kind = GroundKind::occupy;
        occupation.town = town;
        occupation.pair = fmt::format("T-{:03d}", town + 1);
        occupation.project = fmt::format("{}安置房项目", name);
        occupation.decided = options.as_of.minus({0, 7, 0});
        occupation.use_after = "城镇住宅用地";
        occupation.intent = "a whole parcel of the town";
        occupation.shape = taken->shape;
        occupation.claimed_m2 = taken->computed_m2;
        occupation.counted_m2 = taken->computed_m2;
        occupation.stock_m2 = taken->computed_m2;

        Change compensation = occupation;
        compensation.kind = GroundKind::compensate;
        compensation.decided = options.as_of.minus({0, 9, 0});
        compensation.use_after = "工业用地";
        compensation.project = fmt::format("{}补划地块", name);
        compensation.intent = fmt::format("{} times what the town takes", measure.ratio);
        compensation.stock_m2 = 0.0;
        // Both halves of the reserve and the gap, as high as it takes.
        Rect rect{rects[0].x0, rects[0].y0, rects[1].x1, 0};
        const double wanted = occupation.counted_m2 * measure.ratio;
        const double high = wanted * 1e6 / static_cast<double>(rect.width());
        rect.y1 = rect.y0 + std::llround(high / 100.0) * 100;
        compensation.shape = shape_of(rect);
        compensation.claimed_m2 = rect.area_m2();
        compensation.counted_m2 = rect.area_m2();
        result.changes.push_back(compensation);
        result.changes.push_back(occupation);
        return;
    }
    // A town with nothing inside of the line has land to offer.
    LineCandidate candidate;
    candidate.id = fmt::format("HX-T{:03d}", town + 1);
    candidate.town = town;
    candidate.shape = shape_of(rects[1]);
    candidate.area_m2 = rects[1].area_m2();
    Random random{options.seed, candidate.id};
    candidate.price_per_mu_wan = static_cast<double>(random.between(15, 48));
    result.candidates.push_back(candidate);
}

} // namespace

LineChanges line_changes(const Options& options, const Layout& layout, const BatchMaker& maker)
{
    LineChanges result;
    std::vector<bool> planted(layout.towns().size(), false);
    for (int tile = 0; tile < layout.tiles().count(); ++tile) {
        LineChanges district;
        District{options, layout, tile}.plant(district);
        for (const Change& change : district.changes) {
            planted[static_cast<std::size_t>(change.town)] = true;
        }
        const auto append = [](auto& to, const auto& from) {
            to.insert(to.end(), from.begin(), from.end());
        };
        append(result.changes, district.changes);
        append(result.candidates, district.candidates);
        append(result.farmland, district.farmland);
        append(result.red_line, district.red_line);
    }
    for (std::size_t town = 0; town < planted.size(); ++town) {
        if (!planted[town]) {
            plant_town(options, layout, maker, static_cast<int>(town), result);
        }
    }
    std::ranges::stable_sort(result.changes, {}, &Change::decided);
    int number = 0;
    for (Change& change : result.changes) {
        change.id = fmt::format("BG{}{:04d}", change.decided.year(), ++number);
    }
    for (LineCandidate& candidate : result.candidates) {
        candidate.price_wan =
            rounded(candidate.area_m2 * 3.0 / 2000.0 * candidate.price_per_mu_wan, 2);
    }
    return result;
}

} // namespace tenglong::tools::gen
