#include "geo/line/line_book.hpp"

#include "geo/geometry/inscribed.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/line/line_pieces.hpp"
#include "geo/line/local_ground.hpp"
#include "geo/line/overlay.hpp"
#include "geo/measure/nearness.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

namespace tenglong::geo {

namespace {

constexpr double k_width_tolerance_m = 0.01;
/// Borders that two surveys draw apart by this much are one border.
constexpr double k_touch_m = 0.05;

Polygons nothing()
{
    Polygons empty;
    empty.close_feature();
    return empty;
}

std::vector<const Layer*> layers_of(const Layer* layer)
{
    return layer == nullptr ? std::vector<const Layer*>{} : std::vector{layer};
}

/// What counts of one change, as it is cut down reason by reason.
struct Cut {
    Polygons rest; ///< one feature
    std::vector<std::pair<LostReason, Polygons>> lost;

    explicit Cut(const FeatureView& shape) { rest.append(shape); }

    /// Takes away what lies on `ground`.
    void lose(LostReason reason, const Polygons& ground)
    {
        Polygons part = common_ground(rest[0], ground[0]);
        if (!part[0].empty()) {
            rest = ground_without(rest[0], ground[0]);
            lost.emplace_back(reason, std::move(part));
        }
    }
    /// Takes away what does not lie on `ground`.
    void lose_outside(LostReason reason, const Polygons& ground)
    {
        Polygons part = ground_without(rest[0], ground[0]);
        if (!part[0].empty()) {
            rest = common_ground(rest[0], ground[0]);
            lost.emplace_back(reason, std::move(part));
        }
    }
    void lose_all(LostReason reason)
    {
        if (!rest[0].empty()) {
            lost.emplace_back(reason, std::exchange(rest, nothing()));
        }
    }
};

/// Keeps the line and the industrial land as the changes leave them, one change after the other.
class Keeper {
public:
    Keeper(const Layer& shapes, const LineGround& ground, const LineTerms& terms)
        : m_shapes{shapes}, m_terms{terms}, m_line{layers_of(ground.line), shapes.boxes},
          m_stock{layers_of(ground.industrial), shapes.boxes},
          m_farmland{ground.farmland, shapes.boxes}, m_red_line{ground.red_line, shapes.boxes},
          m_permitted{ground.permitted, shapes.boxes}, m_swapped{{}},
          m_knows_stock{ground.industrial != nullptr}, m_has_permitted{!ground.permitted.empty()}
    {}

    struct Effect {
        Polygons taken = nothing(); ///< from the line
        Polygons added = nothing(); ///< to the line
    };

    Effect book(std::uint32_t change, ChangeKind kind, Cut& cut)
    {
        const FeatureView shape = m_shapes.shapes[change];
        const Box& box = m_shapes.boxes[change];
        if (shape.empty()) {
            return {};
        }
        const bool swap = m_terms.mode == BalanceMode::swap;
        switch (kind) {
        case ChangeKind::occupy:
            return occupy(shape, box, cut);
        case ChangeKind::compensate:
            return compensate(shape, box, cut);
        case ChangeKind::give_up:
            if (swap) {
                give_up(shape, box, cut);
                return {};
            }
            break;
        case ChangeKind::add:
            if (swap) {
                add(shape, box, cut);
                return {};
            }
            break;
        }
        cut.lose_all(LostReason::other_mode);
        return {};
    }

    /// What of a shape would count, were it to give land after all that has been booked.
    void probe(const FeatureView& shape, const Box& box, Cut& cut) const
    {
        if (m_terms.mode == BalanceMode::swap) {
            fit_giving_up(shape, box, cut);
        } else {
            fit_compensation(shape, box, cut);
        }
    }

private:
    Effect occupy(const FeatureView& shape, const Box& box, Cut& cut)
    {
        Effect effect;
        effect.taken = m_line.now(shape, box);
        Polygons from_stock = m_stock.now(shape, box);
        const bool stock = m_terms.mode == BalanceMode::stock;
        const LocalGround& watched = stock ? m_stock : m_line;
        cut.lose_outside(stock ? LostReason::not_industrial : LostReason::outside_line,
                         either(watched.before(shape, box), watched.added(shape, box)));
        cut.lose_outside(LostReason::taken_before, stock ? from_stock : effect.taken);
        m_line.remove(effect.taken);
        m_stock.remove(std::move(from_stock));
        return effect;
    }

    Effect compensate(const FeatureView& shape, const Box& box, Cut& cut)
    {
        fit_compensation(shape, box, cut);
        Effect effect;
        effect.added = cut.rest;
        m_line.add(cut.rest);
        m_stock.add(cut.rest);
        return effect;
    }

    void fit_compensation(const FeatureView& shape, const Box& box, Cut& cut) const
    {
        cut.lose(LostReason::claimed_before, m_line.added(shape, box));
        cut.lose(LostReason::inside_line, m_line.now(shape, box));
        cut.lose(LostReason::is_industrial, m_stock.now(shape, box));
        cut.lose(LostReason::on_farmland, m_farmland.before(shape, box));
        cut.lose(LostReason::on_red_line, m_red_line.before(shape, box));
        if (m_has_permitted) {
            cut.lose_outside(LostReason::not_permitted, m_permitted.before(shape, box));
        }
        lose_unfit_pieces(cut);
    }

    void give_up(const FeatureView& shape, const Box& box, Cut& cut)
    {
        fit_giving_up(shape, box, cut);
        if (!m_knows_stock) {
            m_swapped.add(cut.rest);
        }
        m_stock.remove(cut.rest);
    }

    void fit_giving_up(const FeatureView& shape, const Box& box, Cut& cut) const
    {
        cut.lose(LostReason::inside_line, m_line.now(shape, box));
        if (m_knows_stock) {
            cut.lose_outside(LostReason::not_industrial,
                             either(m_stock.before(shape, box), m_stock.added(shape, box)));
            cut.lose_outside(LostReason::taken_before, m_stock.now(shape, box));
        } else {
            cut.lose(LostReason::taken_before, m_swapped.added(shape, box));
        }
    }

    void add(const FeatureView& shape, const Box& box, Cut& cut)
    {
        cut.lose_outside(LostReason::outside_line, m_line.now(shape, box));
        cut.lose(LostReason::claimed_before, m_swapped.added(shape, box));
        m_swapped.add(cut.rest);
        m_stock.add(cut.rest);
    }

    /// Every connected piece must be large and wide enough, and touch the line if it has to.
    void lose_unfit_pieces(Cut& cut) const
    {
        Polygons fit;
        std::array<Polygons, 3> unfit;
        std::vector<Polygons> loose;
        for (const PartView part : cut.rest[0].parts()) {
            Polygons piece;
            add_part(part, piece);
            piece.close_feature();
            if (area_of(piece[0]) < m_terms.least_area_m2) {
                add_part(part, unfit[0]);
            } else if (2.0 * inscribed_circle(part, k_width_tolerance_m).radius <
                       m_terms.least_width_m - k_width_tolerance_m) {
                add_part(part, unfit[1]);
            } else if (m_terms.contiguous) {
                loose.push_back(std::move(piece));
            } else {
                add_part(part, fit);
            }
        }
        attach(loose, fit);
        for (const Polygons& piece : loose) {
            add_part(piece[0].part(0), unfit[2]);
        }
        constexpr std::array k_reasons{LostReason::too_small, LostReason::too_narrow,
                                       LostReason::not_contiguous};
        for (std::size_t k = 0; k < unfit.size(); ++k) {
            unfit[k].close_feature();
            if (!unfit[k][0].empty()) {
                cut.lost.emplace_back(k_reasons[k], std::move(unfit[k]));
            }
        }
        fit.close_feature();
        cut.rest = std::move(fit);
    }

    /// Moves the pieces that touch the line, or a piece that does, to `fit`.
    void attach(std::vector<Polygons>& loose, Polygons& fit) const
    {
        std::vector<Polygons> held;
        const auto touches = [&](const Polygons& piece) {
            const Box box = box_of(piece[0].points());
            return m_line.near(piece[0], box, k_touch_m) ||
                   std::ranges::any_of(held, [&](const Polygons& other) {
                       return within(piece[0], box, other[0], box_of(other[0].points()), k_touch_m);
                   });
        };
        for (bool found = true; found;) {
            found = false;
            for (std::size_t i = 0; i < loose.size(); ++i) {
                if (touches(loose[i])) {
                    add_part(loose[i][0].part(0), fit);
                    held.push_back(std::move(loose[i]));
                    loose.erase(loose.begin() + static_cast<std::ptrdiff_t>(i));
                    found = true;
                    break;
                }
            }
        }
    }

    static void add_part(const PartView& part, Polygons& column)
    {
        for (const RingView ring : part.rings()) {
            column.add_ring(ring);
        }
        column.close_part();
    }

    static Polygons either(Polygons a, const Polygons& b)
    {
        a.append(b[0]);
        return joined_ground(a);
    }

    [[nodiscard]] double area_of(const FeatureView& feature) const
    {
        return m_terms.area ? m_terms.area(feature) : area(feature);
    }

    const Layer& m_shapes;
    const LineTerms& m_terms;
    LocalGround m_line;
    LocalGround m_stock;
    LocalGround m_farmland;
    LocalGround m_red_line;
    LocalGround m_permitted;
    LocalGround m_swapped; ///< what was added inside, or given up where the stock is not known
    bool m_knows_stock;
    bool m_has_permitted;
};

/// The order in which changes are booked; that of the rows does not matter.
std::vector<std::uint32_t> order_of(const std::vector<LineChange>& changes, const Layer& shapes)
{
    std::vector<std::uint32_t> order(changes.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto key = [&](std::uint32_t i) {
        const LineChange& change = changes[i];
        const Box& box = shapes.boxes[i];
        const bool takes = change.kind == ChangeKind::occupy || change.kind == ChangeKind::add;
        return std::tuple{
            !change.decided,
            change.date ? change.date->days() : std::numeric_limits<std::int32_t>::max(),
            takes,
            std::string_view{change.id},
            change.kind,
            box.min_x,
            box.min_y,
            box.max_x,
            box.max_y,
            shapes.areas[i]};
    };
    std::ranges::stable_sort(order,
                             [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    return order;
}

double width_of(const FeatureView& feature)
{
    double width = 0.0;
    for (const PartView part : feature.parts()) {
        width = std::max(width, 2.0 * inscribed_circle(part, k_width_tolerance_m).radius);
    }
    return width;
}

/// Fills the figures of all changes from what was cut of each.
void fill(LineBook& book, const Layer& shapes, std::vector<Cut>& cuts,
          const std::function<double(const FeatureView&)>& area_of)
{
    for (std::uint32_t i = 0; i < cuts.size(); ++i) {
        Cut& cut = cuts[i];
        std::ranges::stable_sort(cut.lost, {}, &std::pair<LostReason, Polygons>::first);
        const double counted = area_of(cut.rest[0]);
        book.claimed_m2.push_back(area_of(shapes.shapes[i]));
        book.counted_m2.push_back(counted);
        book.width_m.push_back(width_of(cut.rest[0].empty() ? shapes.shapes[i] : cut.rest[0]));
        book.counted.append(cut.rest[0]);
        for (const auto& [reason, piece] : cut.lost) {
            book.lost.push_back({i, reason, area_of(piece[0])});
            book.lost_shapes.append(piece[0]);
        }
    }
}

} // namespace

LineBook keep_line_book(const std::vector<LineChange>& changes, const Layer& shapes,
                        const LineGround& ground, const LineTerms& terms, Workers& workers)
{
    const auto area_of = terms.area ? terms.area : [](const FeatureView& f) { return area(f); };
    std::vector<Cut> cuts;
    for (std::uint32_t i = 0; i < changes.size(); ++i) {
        cuts.emplace_back(shapes.shapes[i]);
    }
    LineBook book;
    book.taken_m2.resize(changes.size());
    book.added_m2.resize(changes.size());
    Keeper keeper{shapes, ground, terms};
    std::vector<LineStep> steps;
    for (const std::uint32_t i : order_of(changes, shapes)) {
        Keeper::Effect effect = keeper.book(i, changes[i].kind, cuts[i]);
        book.taken_m2[i] = area_of(effect.taken[0]);
        book.added_m2[i] = area_of(effect.added[0]);
        if (changes[i].decided) {
            steps.push_back({i, std::move(effect.taken), std::move(effect.added)});
        }
    }
    fill(book, shapes, cuts, area_of);
    if (ground.line != nullptr) {
        draw_lines(book, *ground.line, steps, area_of, workers);
    }
    return book;
}

LineBook probe_givers(const std::vector<LineChange>& changes, const Layer& shapes,
                      const Layer& candidates, const LineGround& ground, const LineTerms& terms,
                      Workers& workers)
{
    const auto area_of = terms.area ? terms.area : [](const FeatureView& f) { return area(f); };
    Keeper keeper{shapes, ground, terms};
    for (const std::uint32_t i : order_of(changes, shapes)) {
        Cut cut{shapes.shapes[i]};
        keeper.book(i, changes[i].kind, cut);
    }
    std::vector<Cut> cuts;
    for (std::uint32_t i = 0; i < candidates.shapes.size(); ++i) {
        cuts.emplace_back(candidates.shapes[i]);
    }
    constexpr std::size_t k_grain = 16;
    workers.each(cuts.size(), k_grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (!candidates.shapes[i].empty()) {
                keeper.probe(candidates.shapes[i], candidates.boxes[i], cuts[i]);
            }
        }
    });
    LineBook book;
    fill(book, candidates, cuts, area_of);
    return book;
}

std::string_view name(LostReason reason) noexcept
{
    constexpr std::array<std::string_view, 13> k_names{
        "outside_line",   "not_industrial", "taken_before", "inside_line",   "is_industrial",
        "claimed_before", "on_farmland",    "on_red_line",  "not_permitted", "too_small",
        "too_narrow",     "not_contiguous", "other_mode"};
    return k_names.at(static_cast<std::size_t>(reason));
}

Text label(LostReason reason)
{
    switch (reason) {
    case LostReason::outside_line:
        return msg("outside the control line");
    case LostReason::not_industrial:
        return msg("no existing industrial land");
    case LostReason::taken_before:
        return msg("taken by an earlier change");
    case LostReason::inside_line:
        return msg("inside the control line already");
    case LostReason::is_industrial:
        return msg("industrial land already");
    case LostReason::claimed_before:
        return msg("brought in by an earlier change");
    case LostReason::on_farmland:
        return msg("permanent basic farmland");
    case LostReason::on_red_line:
        return msg("inside the ecological red line");
    case LostReason::not_permitted:
        return msg("outside the permitted zone");
    case LostReason::too_small:
        return msg("smaller than the least area");
    case LostReason::too_narrow:
        return msg("narrower than the least width");
    case LostReason::not_contiguous:
        return msg("apart from the control line");
    case LostReason::other_mode:
        break;
    }
    return msg("no matter of this policy's account");
}

} // namespace tenglong::geo
