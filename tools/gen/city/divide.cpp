#include "tools/gen/city/ground.hpp"

#include <algorithm>

namespace tenglong::tools::gen {

namespace {

constexpr std::int64_t k_least_side = 24 * k_metre;
constexpr std::int64_t k_grain = 100; // cuts fall on whole decimetres

[[nodiscard]] Piece piece_of(const Rect& rect)
{
    return {{Outline{ring_of(rect), {}}}, {rect}};
}

/// Of two pieces: a corner lot and the L around it.
void cut_corner(Random& random, const Rect& r, std::vector<Piece>& pieces)
{
    const std::int64_t x = r.x0 + r.width() * random.between(42, 60) / 100 / k_grain * k_grain;
    const std::int64_t y = r.y0 + r.height() * random.between(42, 60) / 100 / k_grain * k_grain;
    if (random.chance(0.5)) { // the corner in the north-east
        pieces.push_back(piece_of({x, y, r.x1, r.y1}));
        pieces.push_back(
            {{Outline{{{r.x0, r.y0}, {r.x1, r.y0}, {r.x1, y}, {x, y}, {x, r.y1}, {r.x0, r.y1}},
                      {}}},
             {{r.x0, r.y0, r.x1, y}, {r.x0, y, x, r.y1}}});
    } else { // in the south-west
        pieces.push_back(piece_of({r.x0, r.y0, x, y}));
        pieces.push_back(
            {{Outline{{{x, r.y0}, {r.x1, r.y0}, {r.x1, r.y1}, {r.x0, r.y1}, {r.x0, y}, {x, y}},
                      {}}},
             {{r.x0, y, r.x1, r.y1}, {x, r.y0, r.x1, y}}});
    }
}

/// Of two pieces: a small one in the middle of the other.
void cut_enclave(Random& random, const Rect& r, std::vector<Piece>& pieces)
{
    const std::int64_t x0 = r.x0 + r.width() * random.between(40, 50) / 100 / k_grain * k_grain;
    const std::int64_t y0 = r.y0 + r.height() * random.between(38, 50) / 100 / k_grain * k_grain;
    const Rect inner{x0, y0, x0 + 26 * k_metre, y0 + 24 * k_metre};
    Outline frame{ring_of(r), {ring_of(inner)}};
    std::ranges::reverse(frame.holes.front());
    pieces.push_back({{frame},
                      {{r.x0, r.y0, r.x1, inner.y0},
                       {r.x0, inner.y1, r.x1, r.y1},
                       {r.x0, inner.y0, inner.x0, inner.y1},
                       {inner.x1, inner.y0, r.x1, inner.y1}}});
    pieces.push_back(piece_of(inner));
}

void divide(Random& random, const Rect& r, int count, std::vector<Piece>& pieces)
{
    constexpr std::int64_t k_wide = 84 * k_metre;
    if (count == 1) {
        pieces.push_back(piece_of(r));
        return;
    }
    const bool roomy = std::min(r.width(), r.height()) >= k_wide;
    if (count == 2 && roomy && random.chance(0.2)) {
        cut_corner(random, r, pieces);
        return;
    }
    if (count == 2 && roomy && random.chance(0.06)) {
        cut_enclave(random, r, pieces);
        return;
    }
    const int first =
        count == 2 ? 1 : static_cast<int>(random.between(count / 3, count - count / 3));
    const int part = std::clamp(first, 1, count - 1);
    const bool across = r.width() * 10 >= r.height() * random.between(9, 13);
    const std::int64_t side = across ? r.width() : r.height();
    std::int64_t cut = side * part / count + side * random.between(-6, 6) / 100;
    cut =
        std::clamp(cut, std::min(k_least_side, side / 2), side - std::min(k_least_side, side / 2));
    cut = cut / k_grain * k_grain;
    Rect low = r;
    Rect high = r;
    if (across) {
        low.x1 = high.x0 = r.x0 + cut;
    } else {
        low.y1 = high.y0 = r.y0 + cut;
    }
    divide(random, low, part, pieces);
    divide(random, high, count - part, pieces);
}

/// Makes one parcel in two parts of two that do not touch.
void join_two(std::vector<Piece>& pieces)
{
    for (std::size_t a = 0; a < pieces.size(); ++a) {
        for (std::size_t b = a + 1; b < pieces.size(); ++b) {
            if (pieces[a].parts.size() + pieces[b].parts.size() != 2 ||
                pieces[a].rects.size() + pieces[b].rects.size() != 2 ||
                adjacent(pieces[a], pieces[b])) {
                continue;
            }
            // Touching in one point would make the parcel's outline meet itself.
            const Rect& r = pieces[a].rects[0];
            const Rect& s = pieces[b].rects[0];
            if (std::max(r.x0, s.x0) == std::min(r.x1, s.x1) ||
                std::max(r.y0, s.y0) == std::min(r.y1, s.y1)) {
                continue;
            }
            pieces[a].parts.push_back(pieces[b].parts[0]);
            pieces[a].rects.push_back(pieces[b].rects[0]);
            pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(b));
            return;
        }
    }
    // All of them touch: one stays public land, a green or a pumping station.
    pieces.pop_back();
}

} // namespace

std::vector<Piece> divided(Random& random, const Rect& rect, int count)
{
    std::vector<Piece> pieces;
    const bool two_parts = count >= 4 && random.chance(0.06);
    divide(random, rect, two_parts ? count + 1 : count, pieces);
    if (two_parts) {
        join_two(pieces);
    }
    return pieces;
}

std::vector<Piece> pieces_of(const std::vector<Rect>& rects)
{
    std::vector<Piece> pieces;
    pieces.reserve(rects.size());
    for (const Rect& rect : rects) {
        pieces.push_back(piece_of(rect));
    }
    return pieces;
}

} // namespace tenglong::tools::gen
