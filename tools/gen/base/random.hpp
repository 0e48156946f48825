#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tenglong::tools::gen {

/// Random numbers that are the same on every machine: splitmix64, and only arithmetic that IEEE 754
/// fixes to the last bit. Each purpose and place has a stream of its own, so that a part of the
/// city does not change when another part takes more numbers.
class Random {
public:
    Random(std::uint64_t seed, std::string_view stream, std::int64_t a = 0,
           std::int64_t b = 0) noexcept;

    [[nodiscard]] std::uint64_t next() noexcept;

    /// An integer of [low, high], both ends included. \pre low <= high
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high) noexcept;

    /// A number of [low, high).
    [[nodiscard]] double real(double low, double high) noexcept;

    /// A number of [low, high) whose logarithm is even: as many from 1 to 10 as from 10 to 100.
    /// \pre 0 < low < high
    [[nodiscard]] double spread(double low, double high) noexcept;

    [[nodiscard]] bool chance(double share) noexcept { return real(0.0, 1.0) < share; }

    template <class Range>
    [[nodiscard]] const auto& pick(const Range& range) noexcept
    {
        return range[static_cast<std::size_t>(
            between(0, static_cast<std::int64_t>(range.size()) - 1))];
    }

private:
    std::uint64_t m_state;
};

/// A number that depends on the given ones alone.
[[nodiscard]] std::uint64_t mixed(std::uint64_t seed, std::int64_t a, std::int64_t b) noexcept;

} // namespace tenglong::tools::gen
