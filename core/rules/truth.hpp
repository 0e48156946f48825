#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace tenglong {

/// The three answers of a condition. A fact that is missing decides nothing by itself.
enum class Truth : std::uint8_t { no, yes, unknown };

/// Subjects are judged this many at a time.
inline constexpr std::size_t k_chunk_rows = 1024;

/// A bit for each subject of a chunk.
using Bits = std::array<std::uint64_t, k_chunk_rows / 64>;

/// Answers for a chunk of subjects; a subject with neither bit is unknown.
struct Truths {
    Bits yes{};
    Bits no{};

    [[nodiscard]] Truth at(std::size_t row) const noexcept
    {
        const std::uint64_t mask = std::uint64_t{1} << (row % 64);
        if ((yes[row / 64] & mask) != 0) {
            return Truth::yes;
        }
        return (no[row / 64] & mask) != 0 ? Truth::no : Truth::unknown;
    }
};

} // namespace tenglong
