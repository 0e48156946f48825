#include "tools/gen/base/random.hpp"

#include <cmath>

namespace tenglong::tools::gen {

namespace {

[[nodiscard]] std::uint64_t scrambled(std::uint64_t value) noexcept
{
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
}

[[nodiscard]] std::uint64_t hash_of(std::string_view text) noexcept
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return hash;
}

constexpr std::uint64_t k_step = 0x9e3779b97f4a7c15U;

} // namespace

std::uint64_t mixed(std::uint64_t seed, std::int64_t a, std::int64_t b) noexcept
{
    std::uint64_t value = scrambled(seed + k_step);
    value = scrambled(value ^ (static_cast<std::uint64_t>(a) + k_step));
    return scrambled(value ^ (static_cast<std::uint64_t>(b) + 2 * k_step));
}

Random::Random(std::uint64_t seed, std::string_view stream, std::int64_t a, std::int64_t b) noexcept
    : m_state{mixed(seed ^ hash_of(stream), a, b)}
{}

std::uint64_t Random::next() noexcept
{
    m_state += k_step;
    return scrambled(m_state);
}

std::int64_t Random::between(std::int64_t low, std::int64_t high) noexcept
{
    const auto count = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<std::int64_t>(next() % count);
}

double Random::real(double low, double high) noexcept
{
    constexpr double k_unit = 1.0 / 9007199254740992.0; // 2^-53
    return low + (high - low) * (static_cast<double>(next() >> 11U) * k_unit);
}

double Random::spread(double low, double high) noexcept
{
    // (high / low) to a power of [0, 1), by square roots: std::pow may differ between machines.
    constexpr int k_bits = 20;
    double root = high / low;
    double factor = 1.0;
    const std::uint64_t power = next();
    for (int bit = 0; bit < k_bits; ++bit) {
        root = std::sqrt(root);
        if (((power >> static_cast<unsigned>(bit)) & 1U) != 0) {
            factor *= root;
        }
    }
    return low * factor;
}

} // namespace tenglong::tools::gen
