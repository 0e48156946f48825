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
};

/// Contiguous groups of chosen parcels.
struct Blocks {
    /// Block b has the chosen parcels members[start[b]] to members[start[b + 1] - 1], ascending;
    /// blocks are ordered by their first member.
    std::vector<std::uint32_t> start{0};
    std::vector<std::uint32_t> members;
    Polygons outlines;           ///< the union of the members, one feature for each block
    std::vector<double> area_m2; ///< of the outline: ground that members share counts once

    [[nodiscard]] std::size_t size() const noexcept { return start.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> members_of(std::size_t block) const noexcept
    {
        return {members.data() + start[block], members.data() + start[block + 1]};
    }
};

/// \param chosen ascending indices of parcels.
[[nodiscard]] Blocks find_blocks(const Layer& parcels, std::span<const std::uint32_t> chosen,
                                 const BlockOptions& options, Workers& workers);

} // namespace tenglong::geo
