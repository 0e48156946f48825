#include "core/rules/figure.hpp"

#include "core/base/text.hpp"
#include "core/facts/fact_table.hpp"

#include <fmt/format.h>

#include <cmath>

namespace tenglong {

std::optional<double> LookupTable::find(std::string_view code) const
{
    code = trimmed(code);
    if (industry && !code.empty() && is_ascii_letter(code.front())) {
        code.remove_prefix(1);
    }
    for (std::size_t length = code.size(); length > 0; --length) {
        const auto found = values.find(code.substr(0, length));
        if (found != values.end()) {
            return found->second;
        }
    }
    return code.empty() ? std::nullopt : otherwise;
}

Text shown(const Period& period)
{
    Text text;
    const auto add = [&](std::int32_t amount, const char* zh, const char* en) {
        if (amount != 0) {
            text.zh += fmt::format("{} {}", amount, zh);
            text.en += fmt::format("{}{} {}{}", text.en.empty() ? "" : " ", amount, en,
                                   amount == 1 ? "" : "s");
        }
    };
    add(period.years, "年", "year");
    add(period.months, "个月", "month");
    add(period.days, "天", "day");
    return text.zh.empty() ? Text{"0 天", "0 days"} : text;
}

namespace {

/// A plain number that only a fraction writes exactly, as policies write it: 1/3; else empty.
[[nodiscard]] std::string fraction(const Quantity& quantity)
{
    if (quantity.unit.key() != "one") {
        return {};
    }
    for (const int below : {3, 6, 7, 9}) {
        const double above = std::round(quantity.value * below);
        if (std::abs(above / below - quantity.value) < 1e-12 && std::fmod(above, below) != 0.0 &&
            (below != 6 || std::fmod(above, 3.0) != 0.0)) {
            return fmt::format("{:.0f}/{}", above, below);
        }
    }
    return {};
}

} // namespace

Text shown(const FigureValue& value)
{
    if (const auto* quantity = std::get_if<Quantity>(&value)) {
        if (const std::string written = fraction(*quantity); !written.empty()) {
            return {written, written};
        }
        return shown_number(quantity->value, quantity->unit);
    }
    if (const auto* period = std::get_if<Period>(&value)) {
        return shown(*period);
    }
    const std::string day = std::get<Date>(value).iso();
    return {day, day};
}

} // namespace tenglong
