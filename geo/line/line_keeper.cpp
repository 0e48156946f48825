#include "geo/line/line_keeper.hpp"

#include "geo/geometry/ring.hpp"
#include "geo/line/overlay.hpp"
#include "geo/line/width.hpp"
#include "geo/measure/nearness.hpp"

#include <algorithm>
#include <array>

namespace tenglong::geo {

namespace {

/// Borders that two surveys draw apart by this much are one border.
constexpr double k_touch_m = 0.05;

std::vector<const Layer*> layers_of(const Layer* layer)
{
    return layer == nullptr ? std::vector<const Layer*>{} : std::vector{layer};
}

void add_part(const PartView& part, Polygons& column)
{
    for (const RingView ring : part.rings()) {
        column.add_ring(ring);
    }
    column.close_part();
}

Polygons either(Polygons a, const Polygons& b)
{
    a.append(b[0]);
    return joined_ground(a);
}

} // namespace

Polygons nothing()
{
    Polygons empty;
    empty.close_feature();
    return empty;
}

void Cut::lose(LostReason reason, const Polygons& ground)
{
    Polygons part = common_ground(rest[0], ground[0]);
    if (!part[0].empty()) {
        rest = ground_without(rest[0], ground[0]);
        lost.emplace_back(reason, std::move(part));
    }
}

void Cut::lose_outside(LostReason reason, const Polygons& ground)
{
    Polygons part = ground_without(rest[0], ground[0]);
    if (!part[0].empty()) {
        rest = common_ground(rest[0], ground[0]);
        lost.emplace_back(reason, std::move(part));
    }
}

void Cut::lose_all(LostReason reason)
{
    if (!rest[0].empty()) {
        lost.emplace_back(reason, std::exchange(rest, nothing()));
    }
}

LineKeeper::LineKeeper(const Layer& shapes, const LineGround& ground, const LineTerms& terms)
    : m_shapes{shapes}, m_terms{terms}, m_line{layers_of(ground.line), shapes.boxes},
      m_stock{layers_of(ground.industrial), shapes.boxes},
      m_farmland{ground.farmland, shapes.boxes}, m_red_line{ground.red_line, shapes.boxes},
      m_permitted{ground.permitted, shapes.boxes}, m_swapped{{}},
      m_knows_stock{ground.industrial != nullptr}, m_has_permitted{!ground.permitted.empty()}
{}

LineKeeper::Effect LineKeeper::book(std::uint32_t change, ChangeKind kind, Cut& cut)
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

void LineKeeper::probe(const FeatureView& shape, const Box& box, Cut& cut) const
{
    if (m_terms.mode == BalanceMode::swap) {
        fit_giving_up(shape, box, cut);
    } else {
        fit_compensation(shape, box, cut);
    }
}

LineKeeper::Effect LineKeeper::occupy(const FeatureView& shape, const Box& box, Cut& cut)
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

LineKeeper::Effect LineKeeper::compensate(const FeatureView& shape, const Box& box, Cut& cut)
{
    fit_compensation(shape, box, cut);
    Effect effect;
    effect.added = cut.rest;
    m_line.add(cut.rest);
    m_stock.add(cut.rest);
    return effect;
}

void LineKeeper::fit_compensation(const FeatureView& shape, const Box& box, Cut& cut) const
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

void LineKeeper::give_up(const FeatureView& shape, const Box& box, Cut& cut)
{
    fit_giving_up(shape, box, cut);
    if (!m_knows_stock) {
        m_swapped.add(cut.rest);
    }
    m_stock.remove(cut.rest);
}

void LineKeeper::fit_giving_up(const FeatureView& shape, const Box& box, Cut& cut) const
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

void LineKeeper::add(const FeatureView& shape, const Box& box, Cut& cut)
{
    cut.lose_outside(LostReason::outside_line, m_line.now(shape, box));
    cut.lose(LostReason::claimed_before, m_swapped.added(shape, box));
    m_swapped.add(cut.rest);
    m_stock.add(cut.rest);
}

void LineKeeper::lose_unfit_pieces(Cut& cut) const
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
        } else if (width_m(part) < m_terms.least_width_m) {
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

void LineKeeper::attach(std::vector<Polygons>& loose, Polygons& fit) const
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

double LineKeeper::area_of(const FeatureView& feature) const
{
    return m_terms.area ? m_terms.area(feature) : area(feature);
}

} // namespace tenglong::geo
