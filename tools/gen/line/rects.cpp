#include "tools/gen/line/rects.hpp"

#include <algorithm>
#include <set>

namespace tenglong::tools::gen {

namespace {

[[nodiscard]] bool covers(const std::vector<Rect>& rects, std::int64_t x, std::int64_t y)
{
    return std::ranges::any_of(
        rects, [x, y](const Rect& r) { return r.x0 <= x && x < r.x1 && r.y0 <= y && y < r.y1; });
}

} // namespace

double area_without(const std::vector<Rect>& in, const std::vector<Rect>& without)
{
    // All sides cut the plane into boxes, each of which is wholly in or wholly out.
    std::set<std::int64_t> xs;
    std::set<std::int64_t> ys;
    for (const auto* rects : {&in, &without}) {
        for (const Rect& r : *rects) {
            xs.insert({r.x0, r.x1});
            ys.insert({r.y0, r.y1});
        }
    }
    std::int64_t sum = 0;
    for (auto x = xs.begin(); x != xs.end() && std::next(x) != xs.end(); ++x) {
        for (auto y = ys.begin(); y != ys.end() && std::next(y) != ys.end(); ++y) {
            if (covers(in, *x, *y) && !covers(without, *x, *y)) {
                sum += (*std::next(x) - *x) * (*std::next(y) - *y);
            }
        }
    }
    return static_cast<double>(sum) / 1e6;
}

std::vector<Rect> common_rects(const std::vector<Rect>& a, const std::vector<Rect>& b)
{
    std::vector<Rect> all;
    for (const Rect& r : a) {
        for (const Rect& s : b) {
            const Rect both{std::max(r.x0, s.x0), std::max(r.y0, s.y0), std::min(r.x1, s.x1),
                            std::min(r.y1, s.y1)};
            if (both.width() > 0 && both.height() > 0) {
                all.push_back(both);
            }
        }
    }
    return all;
}

} // namespace tenglong::tools::gen
