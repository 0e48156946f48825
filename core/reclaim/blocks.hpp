#pragma once

#include "core/reclaim/freed.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// The rule of parcels by which a policy says what makes blocks; it may be absent.
inline constexpr std::string_view k_block_rule = "block_candidate";

/// The parcels, ascending, that make contiguous blocks (连片): those of which the rule
/// `block_candidate` holds, or without such a rule any flag but the want of a holder
/// (approved_not_supplied): land that is not supplied is nobody's low-efficiency land.
[[nodiscard]] std::vector<std::uint32_t> choose_for_blocks(const Profile& profile,
                                                           const Verdicts& parcels);

/// Contiguous groups of parcels as the geometry found them.
struct BlockMembers {
    std::span<const std::uint32_t> start;   ///< one more than blocks
    std::span<const std::uint32_t> members; ///< block b: members[start[b]] to [start[b + 1] - 1]
    std::span<const double> area_m2;        ///< of each outline

    [[nodiscard]] std::size_t size() const noexcept { return area_m2.size(); }
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t block) const noexcept
    {
        return members.subspan(start[block], start[block + 1] - start[block]);
    }
};

/// What a block is called: "QK-" and the smallest parcel code in it (else its number from 1), so
/// that it keeps its name from run to run as long as that parcel belongs to it.
[[nodiscard]] std::vector<std::string> block_ids(const BlockMembers& blocks,
                                                 const FactTable& parcels);

/// Writes block_id, block_area_mu and block_parcels to the members. Parcels of no block get
/// block_parcels 0 and block_area_mu 0: they are known to belong to none.
void write_block_membership(const BlockMembers& blocks, FactTable& parcels);

/// Blocks by what they free, the most first; of equals the larger, then as they came.
[[nodiscard]] std::vector<std::uint32_t> rank_blocks(const BlockMembers& blocks,
                                                     const Freed& freed);

} // namespace tenglong
