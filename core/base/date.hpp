#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tenglong {

/// A length of calendar time: years and months by the calendar, then days.
struct Period {
    std::int32_t years = 0;
    std::int32_t months = 0;
    std::int32_t days = 0;

    friend bool operator==(const Period&, const Period&) = default;
};

/// A day of the Gregorian calendar, from year 1 to 9999.
class Date {
public:
    /// 1970-01-01.
    constexpr Date() noexcept = default;

    /// \throws std::domain_error if there is no such day.
    Date(int year, int month, int day);

    [[nodiscard]] static constexpr Date from_days(std::int32_t days_since_1970) noexcept
    {
        Date date;
        date.m_days = days_since_1970;
        return date;
    }

    /// Reads the spellings found in tables: 2021-02-28, 2021/2/28, 2021.2.28, 20210228,
    /// 2021年2月28日, with or without a time of day behind; nothing for anything else, a month
    /// without a day included.
    [[nodiscard]] static std::optional<Date> parse(std::string_view text);

    [[nodiscard]] constexpr std::int32_t days() const noexcept { return m_days; }
    [[nodiscard]] int year() const noexcept;
    [[nodiscard]] int month() const noexcept;
    [[nodiscard]] int day() const noexcept;

    /// Calendar arithmetic: the same day of the later month, or its last day where it is
    /// shorter (2020-02-29 + 1 year = 2021-02-28; 2021-02-28 + 1 year = 2022-02-28).
    [[nodiscard]] Date plus(const Period& period) const noexcept;
    [[nodiscard]] Date minus(const Period& period) const noexcept;

    /// ISO 8601: 2021-02-28.
    [[nodiscard]] std::string iso() const;

    friend constexpr auto operator<=>(Date, Date) noexcept = default;

private:
    std::int32_t m_days = 0;
};

/// Reads "1 year", "18 months", "90 days", "1 year 6 months" and 1年, 18个月, 90天;
/// nothing for anything else.
[[nodiscard]] std::optional<Period> parse_period(std::string_view text);

} // namespace tenglong
