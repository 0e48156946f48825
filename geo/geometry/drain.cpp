#include "geo/geometry/drain.hpp"

#include <sys/mman.h>

#include <algorithm>

namespace tenglong::geo {

namespace {

/// Whole pages of memory, and so small that the features of one map sheet fill several.
constexpr std::size_t k_block = 16384;

/// Where the points of a feature begin, or of the one behind the last would.
[[nodiscard]] std::size_t first_byte(const Polygons& column, std::size_t feature)
{
    const auto part = static_cast<std::size_t>(column.feature_start[feature]);
    const auto ring = static_cast<std::size_t>(column.part_start[part]);
    return static_cast<std::size_t>(column.ring_start[ring]) * sizeof(Point);
}

} // namespace

Drain::Drain(Polygons& column)
    : m_column{column}, m_data{reinterpret_cast<std::byte*>(column.points.data())},
      m_skipped{(k_block - reinterpret_cast<std::uintptr_t>(m_data) % k_block) % k_block}
{
    const std::size_t bytes = column.points.size() * sizeof(Point);
    m_left.assign(bytes > m_skipped ? (bytes - m_skipped) / k_block : 0, k_block);
}

void Drain::done(std::size_t begin, std::size_t end)
{
    std::size_t at = std::max(first_byte(m_column, begin), m_skipped);
    const std::size_t stop =
        std::min(first_byte(m_column, end), m_skipped + m_left.size() * k_block);
    while (at < stop) {
        const std::size_t block = (at - m_skipped) / k_block;
        const std::size_t block_begin = m_skipped + block * k_block;
        const std::size_t next = std::min(stop, block_begin + k_block);
        m_left[block] -= static_cast<std::uint32_t>(next - at);
        if (m_left[block] == 0) {
            // Where the system refuses, the memory stays until the column goes.
            static_cast<void>(madvise(m_data + block_begin, k_block, MADV_DONTNEED));
        }
        at = next;
    }
}

} // namespace tenglong::geo
