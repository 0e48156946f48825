#pragma once

#include "core/base/translation.hpp"
#include "core/register/exact.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace tenglong {

/// What an enterprise makes, uses or pays in a year, and what adds up over enterprises.
enum class YearFigure : std::uint8_t {
    tax,
    value_added,
    revenue,
    energy,
    energy_equivalent,
    energy_calorific,
    electricity,
    emission,
    carbon,
    staff,
    rd,
};

inline constexpr std::size_t k_year_figures = 11;

[[nodiscard]] constexpr std::size_t index_of(YearFigure figure) noexcept
{
    return static_cast<std::size_t>(figure);
}

[[nodiscard]] std::array<YearFigure, k_year_figures> all_year_figures() noexcept;

/// The name of the fact of enterprises that it is: tax_wan. Parcels have it under the same name,
/// except for the two kinds of energy.
[[nodiscard]] std::string_view fact_of(YearFigure figure) noexcept;

/// The label of that fact.
[[nodiscard]] Text label(YearFigure figure);

/// The units that one of the fact's unit is counted in: a fen for money, a gram for weights and
/// coal, a watt-hour for electricity, a millionth of a person.
[[nodiscard]] double units_per_one(YearFigure figure) noexcept;

/// The figures of a row, each present or missing, in the units of their facts.
class YearFigures {
public:
    YearFigures() noexcept { m_values.fill(std::numeric_limits<double>::quiet_NaN()); }

    /// A value that is not a number is missing.
    void set(YearFigure figure, double value) noexcept { m_values.at(index_of(figure)) = value; }

    [[nodiscard]] std::optional<double> get(YearFigure figure) const noexcept
    {
        const double value = m_values.at(index_of(figure));
        return value == value ? std::optional{value} : std::nullopt;
    }

private:
    std::array<double, k_year_figures> m_values{};
};

} // namespace tenglong
