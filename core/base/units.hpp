#pragma once

#include "core/base/translation.hpp"

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenglong {

/// What kinds of quantity a unit measures; each counts powers of a base.
struct Dimension {
    std::int8_t area = 0;
    std::int8_t length = 0;
    std::int8_t money = 0;
    std::int8_t energy = 0;      ///< coal equivalent
    std::int8_t electricity = 0; ///< apart from energy: the factor between them is a policy's
    std::int8_t mass = 0;
    std::int8_t people = 0;
    std::int8_t time = 0;
    std::int8_t count = 0; ///< enterprises, projects, storeys: pieces

    friend bool operator==(const Dimension&, const Dimension&) = default;
};

/// A unit as a name: `m2`, `mu`, `wan_per_mu`, `tce_per_wan`. It knows its dimension and its exact
/// ratio to the base units (m², m, 10,000 yuan, tce, kWh, t, person, day, piece, 1).
class Unit {
public:
    /// The plain number.
    constexpr Unit() noexcept = default;

    /// Reads a name: an atom, or two atoms with `_per_` or `/` between; Chinese and English
    /// spellings (万元/亩, wan_per_mu, m2, m², 平方米, %). Nothing for what it does not know.
    [[nodiscard]] static std::optional<Unit> parse(std::string_view name);

    /// \throws std::invalid_argument if the name is unknown; for names in the program's own code.
    [[nodiscard]] static Unit of(std::string_view name);

    [[nodiscard]] Dimension dimension() const noexcept { return m_dimension; }
    [[nodiscard]] bool is_plain() const noexcept { return m_name_zh.empty(); }

    /// For people: 万元/亩; "wan yuan/mu" (wan is 10,000).
    [[nodiscard]] Text symbol() const;
    /// For files and keys: wan_per_mu.
    [[nodiscard]] std::string key() const;

    /// A value in this unit, in `other`; exact wherever the result is (15 mu are 10,000 m²).
    /// \pre both measure the same thing.
    [[nodiscard]] double convert(double value, const Unit& other) const;

    /// What a value in this unit is multiplied by and then divided by to be in `other`.
    /// \pre both measure the same thing.
    [[nodiscard]] std::pair<double, double> ratio_to(const Unit& other) const;

    /// The unit of a product and of a quotient: mu times wan_per_mu is wan.
    friend Unit operator*(const Unit& a, const Unit& b);
    friend Unit operator/(const Unit& a, const Unit& b);

    friend bool operator==(const Unit& a, const Unit& b) noexcept
    {
        return a.m_dimension == b.m_dimension && a.m_up == b.m_up && a.m_down == b.m_down &&
               a.m_name_zh == b.m_name_zh;
    }

private:
    Dimension m_dimension;
    std::int64_t m_up = 1;   ///< one of this unit is m_up / m_down base units
    std::int64_t m_down = 1; ///< always positive
    std::string m_key;
    std::string m_name_zh;
    std::string m_name_en;
};

/// Every unit with a name of its own, in the order of their kinds; the plain number last.
[[nodiscard]] std::vector<Unit> all_units();

/// A number with a unit, as written in a profile: "5 wan_per_mu", "50 mu", "25%", "1/3".
struct Quantity {
    double value = 0.0;
    Unit unit;

    /// Nothing if the number or the unit cannot be read.
    [[nodiscard]] static std::optional<Quantity> parse(std::string_view text);
};

/// A number that is in a fixed unit by its type, so that square metres never meet mu by mistake.
template <class Tag>
class Amount {
public:
    constexpr Amount() noexcept = default;
    constexpr explicit Amount(double value) noexcept : m_value{value} {}

    [[nodiscard]] constexpr double value() const noexcept { return m_value; }

    constexpr Amount& operator+=(Amount other) noexcept
    {
        m_value += other.m_value;
        return *this;
    }
    constexpr Amount& operator-=(Amount other) noexcept
    {
        m_value -= other.m_value;
        return *this;
    }
    friend constexpr Amount operator+(Amount a, Amount b) noexcept { return a += b; }
    friend constexpr Amount operator-(Amount a, Amount b) noexcept { return a -= b; }
    friend constexpr Amount operator*(Amount a, double k) noexcept { return Amount{a.m_value * k}; }
    /// The share of one in the other.
    friend constexpr double operator/(Amount a, Amount b) noexcept { return a.m_value / b.m_value; }
    friend constexpr auto operator<=>(Amount, Amount) noexcept = default;

private:
    double m_value = 0.0;
};

using SquareMetres = Amount<struct SquareMetresTag>;
using Mu = Amount<struct MuTag>;
using Metres = Amount<struct MetresTag>;
using Wan = Amount<struct WanTag>; ///< 10,000 yuan (万元)
using Tce = Amount<struct TceTag>; ///< tonnes of coal equivalent
using Tonnes = Amount<struct TonnesTag>;

/// One mu is 2000/3 m², exactly.
[[nodiscard]] constexpr Mu to_mu(SquareMetres area) noexcept
{
    return Mu{area.value() * 3.0 / 2000.0};
}

[[nodiscard]] constexpr SquareMetres to_square_metres(Mu area) noexcept
{
    return SquareMetres{area.value() * 2000.0 / 3.0};
}

} // namespace tenglong
