#pragma once

#include <cmath>
#include <cstddef>
#include <optional>

namespace tenglong {

/// A sum that is the same to the last bit whatever the order of its terms and however they are
/// split among threads: terms are counted in whole 2^-40 (about 1e-12) of their unit.
class ExactSum {
public:
    /// A term that is infinite, not a number or beyond 1e15 is left out; false tells so.
    bool add(double value) noexcept
    {
        constexpr double k_most = 1e15;
        if (!(std::abs(value) <= k_most)) {
            return false;
        }
        m_units += static_cast<Wide>(std::nearbyint(std::ldexp(value, k_bits)));
        ++m_terms;
        return true;
    }
    /// A missing term is no term, and is not zero.
    bool add(const std::optional<double>& value) noexcept { return value && add(*value); }
    void add(const ExactSum& other) noexcept
    {
        m_units += other.m_units;
        m_terms += other.m_terms;
    }

    [[nodiscard]] std::size_t terms() const noexcept { return m_terms; }
    /// Zero without terms.
    [[nodiscard]] double value() const noexcept
    {
        return std::ldexp(static_cast<double>(m_units), -k_bits);
    }
    /// Nothing without terms.
    [[nodiscard]] std::optional<double> known() const noexcept
    {
        return m_terms == 0 ? std::nullopt : std::optional{value()};
    }

private:
    // NOLINTNEXTLINE(modernize-use-using): an alias cannot be marked as an extension
    __extension__ typedef __int128 Wide;
    static constexpr int k_bits = 40;

    Wide m_units = 0;
    std::size_t m_terms = 0;
};

/// The quotient of two sums over the rows that have both figures: a group's value is never the
/// mean of its members' ratios.
class SumRatio {
public:
    void add(const std::optional<double>& above, const std::optional<double>& below) noexcept
    {
        if (above && below && std::isfinite(*above) && std::isfinite(*below)) {
            m_above.add(*above);
            m_below.add(*below);
        }
    }
    /// Nothing without rows, or where the lower sum is not above zero.
    [[nodiscard]] std::optional<double> value() const noexcept
    {
        return m_below.value() > 0.0 ? std::optional{m_above.value() / m_below.value()}
                                     : std::nullopt;
    }

private:
    ExactSum m_above;
    ExactSum m_below;
};

} // namespace tenglong
