#include "core/base/date.hpp"

#include "core/base/text.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <stdexcept>

namespace tenglong {

namespace {

namespace chr = std::chrono;

[[nodiscard]] chr::year_month_day civil(std::int32_t days) noexcept
{
    return chr::year_month_day{chr::sys_days{chr::days{days}}};
}

[[nodiscard]] std::optional<std::int32_t> to_days(int year, int month, int day) noexcept
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const chr::year_month_day date{chr::year{year}, chr::month{static_cast<unsigned>(month)},
                                   chr::day{static_cast<unsigned>(day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    return static_cast<std::int32_t>(chr::sys_days{date}.time_since_epoch().count());
}

/// Takes a run of digits off the front of `text`; nothing if there is none.
[[nodiscard]] std::optional<int> take_number(std::string_view& text, std::size_t most_digits)
{
    std::size_t length = 0;
    while (length < text.size() && length < most_digits && is_ascii_digit(text[length])) {
        ++length;
    }
    int value = 0;
    if (length == 0 ||
        std::from_chars(text.data(), text.data() + length, value).ec != std::errc{}) {
        return std::nullopt;
    }
    text.remove_prefix(length);
    return value;
}

/// Takes the first of `marks` that `text` begins with; false if there is none.
template <std::size_t n>
[[nodiscard]] bool take_mark(std::string_view& text, const std::array<std::string_view, n>& marks)
{
    for (const std::string_view mark : marks) {
        if (text.starts_with(mark)) {
            text.remove_prefix(mark.size());
            return true;
        }
    }
    return false;
}

[[nodiscard]] bool is_time_of_day(std::string_view text)
{
    text = trimmed(text.starts_with('T') ? text.substr(1) : text);
    for (const char c : text) {
        if (!is_ascii_digit(c) && c != ':' && c != '.' && c != '+' && c != 'Z' && c != '-') {
            return false;
        }
    }
    return text.empty() || text.find(':') != std::string_view::npos;
}

} // namespace

Date::Date(int year, int month, int day)
{
    const auto days = to_days(year, month, day);
    if (!days) {
        throw std::domain_error{fmt::format("no such day: {}-{}-{}", year, month, day)};
    }
    m_days = *days;
}

std::optional<Date> Date::parse(std::string_view text)
{
    text = trimmed(text);
    std::optional<std::int32_t> days;
    if (text.size() == 8 && is_ascii_digits(text)) {
        const auto part = [&](std::size_t at, std::size_t length) {
            int value = 0;
            std::from_chars(text.data() + at, text.data() + at + length, value);
            return value;
        };
        days = to_days(part(0, 4), part(4, 2), part(6, 2));
    } else {
        using Marks = std::array<std::string_view, 4>;
        const auto year = take_number(text, 4);
        if (!year || *year < 1000 || !take_mark(text, Marks{"-", "/", ".", "年"})) {
            return std::nullopt;
        }
        const auto month = take_number(text, 2);
        if (!month || !take_mark(text, Marks{"-", "/", ".", "月"})) {
            return std::nullopt;
        }
        const auto day = take_number(text, 2);
        if (!day) {
            return std::nullopt;
        }
        static_cast<void>(take_mark(text, std::array<std::string_view, 2>{"日", "号"}));
        if (!is_time_of_day(text)) {
            return std::nullopt;
        }
        days = to_days(*year, *month, *day);
    }
    return days ? std::optional{from_days(*days)} : std::nullopt;
}

int Date::year() const noexcept
{
    return static_cast<int>(civil(m_days).year());
}

int Date::month() const noexcept
{
    return static_cast<int>(static_cast<unsigned>(civil(m_days).month()));
}

int Date::day() const noexcept
{
    return static_cast<int>(static_cast<unsigned>(civil(m_days).day()));
}

Date Date::plus(const Period& period) const noexcept
{
    const auto date = civil(m_days);
    const auto month =
        date.year() / date.month() + chr::years{period.years} + chr::months{period.months};
    auto moved = month / date.day();
    if (!moved.ok()) {
        moved = month / chr::last;
    }
    const auto days = chr::sys_days{moved}.time_since_epoch().count();
    return from_days(static_cast<std::int32_t>(days) + period.days);
}

Date Date::minus(const Period& period) const noexcept
{
    return plus(Period{-period.years, -period.months, -period.days});
}

std::string Date::iso() const
{
    return fmt::format("{:04}-{:02}-{:02}", year(), month(), day());
}

std::optional<Period> parse_period(std::string_view text)
{
    text = trimmed(text);
    Period period;
    bool any = false;
    while (!text.empty()) {
        const auto amount = take_number(text, 5);
        text = trimmed(text);
        if (!amount) {
            return std::nullopt;
        }
        if (take_mark(text, std::array<std::string_view, 3>{"years", "year", "年"})) {
            period.years += *amount;
        } else if (take_mark(text,
                             std::array<std::string_view, 4>{"months", "month", "个月", "月"})) {
            period.months += *amount;
        } else if (take_mark(text, std::array<std::string_view, 4>{"days", "day", "天", "日"})) {
            period.days += *amount;
        } else {
            return std::nullopt;
        }
        any = true;
        text = trimmed(text);
    }
    return any ? std::optional{period} : std::nullopt;
}

} // namespace tenglong
