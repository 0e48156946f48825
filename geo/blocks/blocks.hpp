#pragma once

#include "geo/geometry/polygons.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/measure/layer.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tenglong::geo {

/// What makes a block (连片). No figure stands in the engine: all come from the job or its policy.
struct BlockOptions {
    /// Parcels this near to each other belong together: the width of a road, or 0 for parcels that
    /// touch.
    double gap_m = 0.0;
    double least_area_m2 = 0.0; ///< of the chosen parcels together
    /// Whether to look for parcels that were not chosen but lie wholly within a block, roads of
    /// the gap's width about them or not.
    bool seek_enclosed = false;
    /// Of the chosen parcels in chosen and enclosed ones: a block below is none.
    double least_share = 0.0;
};

/// Contiguous groups of chosen parcels.
struct Blocks {
    /// Block b has the chosen parcels members[start[b]] to members[start[b + 1] - 1], ascending;
    /// blocks are ordered by their first member.
    std::vector<std::uint32_t> start{0};
    std::vector<std::uint32_t> members;
    Polygons outlines;           ///< the union of the members, one feature for each block
    std::vector<double> area_m2; ///< of the outline: ground that members share counts once
    /// Block b encloses the parcels enclosed[enclosed_start[b]] to
    /// enclosed[enclosed_start[b + 1] - 1], ascending; they are no members, and neither the outline
    /// nor area_m2 has their ground. A parcel may lie in several blocks, one about the other.
    std::vector<std::uint32_t> enclosed_start{0};
    std::vector<std::uint32_t> enclosed;
    std::vector<double> enclosed_m2; ///< ground of the enclosed parcels

    [[nodiscard]] std::size_t size() const noexcept { return start.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> members_of(std::size_t block) const noexcept
    {
        return {members.data() + start[block], members.data() + start[block + 1]};
    }
    [[nodiscard]] std::span<const std::uint32_t> enclosed_by(std::size_t block) const noexcept
    {
        return {enclosed.data() + enclosed_start[block],
                enclosed.data() + enclosed_start[block + 1]};
    }
    /// Of the chosen parcels in all parcels of a block.
    [[nodiscard]] double share(std::size_t block) const noexcept
    {
        return area_m2[block] / (area_m2[block] + enclosed_m2[block]);
    }
};

/// \param chosen ascending indices of parcels.
[[nodiscard]] Blocks find_blocks(const Layer& parcels, std::span<const std::uint32_t> chosen,
                                 const BlockOptions& options, Workers& workers);

/// A figure of a block: the sum over the members that have it.
struct BlockSum {
    double sum = 0.0;
    std::uint32_t missing = 0; ///< members without it, which is not zero
};

/// Sums up a figure of the members of each block. \param figures by parcel; NaN: missing.
[[nodiscard]] std::vector<BlockSum> sums_by_block(const Blocks& blocks,
                                                  std::span<const double> figures);

} // namespace tenglong::geo
