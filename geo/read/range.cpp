#include "geo/read/range.hpp"

#include "core/base/number.hpp"
#include "core/base/text.hpp"

#include <array>
#include <cmath>
#include <string>

namespace tenglong::geo {

namespace {

/// Half-width, without spaces, with >=, <= and - for all their spellings.
[[nodiscard]] std::string plain(std::string_view text)
{
    std::string result;
    for (const char32_t c : code_points(to_half_width(text))) {
        if (c == U'≥' || c == U'≧') {
            result += ">=";
        } else if (c == U'≤' || c == U'≦') {
            result += "<=";
        } else if (c == U'～' || c == U'—' || c == U'–' || c == U'至' || c == U'~') {
            result += '-';
        } else if (c != U' ') {
            append_utf8(result, c);
        }
    }
    return result;
}

[[nodiscard]] std::optional<Range> range_of(std::string_view low, std::string_view high)
{
    const auto from = parse_number(low);
    const auto to = parse_number(high);
    return from && to && *from <= *to ? std::optional{Range{*from, *to}} : std::nullopt;
}

struct Mark {
    std::string_view word;
    bool low;
    bool in_front;
};

constexpr auto k_marks = std::to_array<Mark>({
    {">=", true, true},
    {">", true, true},
    {"不低于", true, true},
    {"不小于", true, true},
    {"大于等于", true, true},
    {"大于", true, true},
    {"最低", true, true},
    {"以上", true, false},
    {"<=", false, true},
    {"<", false, true},
    {"不高于", false, true},
    {"不大于", false, true},
    {"不超过", false, true},
    {"小于等于", false, true},
    {"小于", false, true},
    {"以下", false, false},
});

/// ">=1.5" and "1.2以上".
[[nodiscard]] std::optional<Range> one_bound(std::string_view text)
{
    for (const Mark& mark : k_marks) {
        if (mark.in_front ? !text.starts_with(mark.word) : !text.ends_with(mark.word)) {
            continue;
        }
        const std::size_t rest = text.size() - mark.word.size();
        const auto bound = parse_number(text.substr(mark.in_front ? mark.word.size() : 0, rest));
        if (!bound) {
            return std::nullopt;
        }
        Range range;
        (mark.low ? range.low : range.high) = *bound;
        return range;
    }
    return std::nullopt;
}

} // namespace

std::optional<Range> parse_range(std::string_view text)
{
    const std::string folded = plain(text);
    const std::string_view all = folded;
    // 1.0<=容积率<=2.0
    for (const std::string_view mark : {"<=", "<"}) {
        const std::size_t left = all.find(mark);
        const std::size_t right = all.rfind(mark);
        if (left != std::string_view::npos && left > 0 && right > left + mark.size()) {
            return range_of(all.substr(0, left), all.substr(right + mark.size()));
        }
    }
    if (const auto bound = one_bound(all)) {
        return bound;
    }
    if (const std::size_t comma = all.find_first_of(",;"); comma != std::string_view::npos) {
        const auto first = one_bound(all.substr(0, comma));
        const auto second = one_bound(all.substr(comma + 1));
        if (first && second) {
            return Range{std::isnan(first->low) ? second->low : first->low,
                         std::isnan(first->high) ? second->high : first->high};
        }
    }
    if (const std::size_t dash = all.find('-', 1); dash != std::string_view::npos) {
        return range_of(all.substr(0, dash), all.substr(dash + 1));
    }
    return range_of(all, all);
}

} // namespace tenglong::geo
