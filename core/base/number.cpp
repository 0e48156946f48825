#include "core/base/number.hpp"

#include "core/base/text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace tenglong {

namespace {

/// Groups of three behind the first, as in 1,234,567.
[[nodiscard]] std::optional<std::string> without_group_marks(std::string_view text)
{
    const std::string_view whole = text.substr(0, text.find('.'));
    const auto groups = split(whole, ',');
    for (std::size_t i = 0; i < groups.size(); ++i) {
        std::string_view group = groups[i];
        if (i == 0 && group.starts_with('-')) {
            group.remove_prefix(1);
        }
        if (!is_ascii_digits(group) || (i == 0 ? group.size() > 3 : group.size() != 3)) {
            return std::nullopt;
        }
    }
    std::string result;
    for (const char c : text) {
        if (c != ',') {
            result.push_back(c);
        }
    }
    return result;
}

[[nodiscard]] std::optional<double> parse_plain(std::string_view text)
{
    text = trimmed(text);
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    double value = 0.0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

} // namespace

std::optional<double> parse_number(std::string_view text)
{
    std::string usual = to_half_width(text);
    std::string_view rest = trimmed(usual);
    double factor = 1.0;
    if (rest.ends_with('%')) {
        rest = trimmed(rest.substr(0, rest.size() - 1));
        factor = 100.0;
    }
    std::string ungrouped;
    if (rest.find(',') != std::string_view::npos) {
        auto plain = without_group_marks(rest);
        if (!plain) {
            return std::nullopt;
        }
        ungrouped = std::move(*plain);
        rest = ungrouped;
    }
    const std::size_t slash = rest.find('/');
    if (slash != std::string_view::npos) {
        const auto above = parse_plain(rest.substr(0, slash));
        const auto below = parse_plain(rest.substr(slash + 1));
        if (!above || !below || *below == 0.0) {
            return std::nullopt;
        }
        return *above / *below / factor;
    }
    const auto value = parse_plain(rest);
    return value ? std::optional{*value / factor} : std::nullopt;
}

std::string format_number(double value, int decimals)
{
    std::string text = fmt::format("{:.{}f}", value, decimals);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) {
            text.pop_back();
        }
    }
    return text == "-0" ? "0" : text;
}

} // namespace tenglong
