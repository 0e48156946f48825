#include "geo/line/line_book.hpp"

#include "geo/geometry/ring.hpp"
#include "geo/line/line_keeper.hpp"
#include "geo/line/line_pieces.hpp"
#include "geo/line/place_order.hpp"
#include "geo/line/width.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <tuple>
#include <utility>

namespace tenglong::geo {

namespace {

/// The order in which changes are booked; that of the rows does not matter.
std::vector<std::uint32_t> order_of(const std::vector<LineChange>& changes, const Layer& shapes)
{
    return order_by(changes.size(), [&](std::uint32_t i) {
        const LineChange& change = changes[i];
        const bool takes = change.kind == ChangeKind::occupy || change.kind == ChangeKind::add;
        return std::tuple{
            !change.decided,
            change.date ? change.date->days() : std::numeric_limits<std::int32_t>::max(),
            takes,
            std::string_view{change.id},
            change.kind,
            place_key(shapes, i)};
    });
}

double width_of(const FeatureView& feature)
{
    double width = 0.0;
    for (const PartView part : feature.parts()) {
        width = std::max(width, width_m(part));
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
    LineKeeper keeper{shapes, ground, terms};
    std::vector<LineStep> steps;
    for (const std::uint32_t i : order_of(changes, shapes)) {
        LineKeeper::Effect effect = keeper.book(i, changes[i].kind, cuts[i]);
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
    LineKeeper keeper{shapes, ground, terms};
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

} // namespace tenglong::geo
