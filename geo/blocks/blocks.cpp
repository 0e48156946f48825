#include "geo/blocks/blocks.hpp"

#include "geo/blocks/enclosed.hpp"
#include "geo/blocks/outline.hpp"
#include "geo/geometry/box_grid.hpp"
#include "geo/geometry/groups.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/measure/nearness.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_grain = 256;

struct Link {
    std::uint32_t a; ///< places in the list of chosen parcels
    std::uint32_t b;
};

std::vector<Link> links(const Layer& parcels, std::span<const std::uint32_t> chosen, double gap_m,
                        Workers& workers)
{
    std::vector<Box> boxes;
    boxes.reserve(chosen.size());
    for (const std::uint32_t parcel : chosen) {
        boxes.push_back(parcels.boxes[parcel]);
    }
    const BoxGrid grid{boxes};
    return workers.collect<Link>(
        chosen.size(), k_grain, [&](std::size_t begin, std::size_t end, std::vector<Link>& output) {
            for (auto a = static_cast<std::uint32_t>(begin); a < end; ++a) {
                grid.each(boxes[a].grown(gap_m), [&](std::uint32_t b) {
                    if (b > a && within(parcels.shapes[chosen[a]], boxes[a],
                                        parcels.shapes[chosen[b]], boxes[b], gap_m)) {
                        output.push_back({a, b});
                    }
                });
            }
        });
}

/// The groups as lists of parcels.
Groups::Lists grouped(const Layer& parcels, std::span<const std::uint32_t> chosen, double gap_m,
                      Workers& workers)
{
    Groups groups{chosen.size()};
    for (const Link& link : links(parcels, chosen, gap_m, workers)) {
        groups.link(link.a, link.b);
    }
    Groups::Lists lists = groups.lists();
    for (std::uint32_t& member : lists.members) {
        member = chosen[member];
    }
    return lists;
}

/// The outlines of all groups, in chunks that are joined in order.
Polygons outlines(const Layer& parcels, const Groups::Lists& lists, Workers& workers)
{
    std::vector<Polygons> chunks((lists.size() + k_grain - 1) / k_grain);
    workers.each(lists.size(), k_grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t g = begin; g < end; ++g) {
            append_union(
                parcels.shapes,
                {lists.members.data() + lists.start[g], lists.members.data() + lists.start[g + 1]},
                chunks[begin / k_grain]);
        }
    });
    Polygons all;
    for (const Polygons& chunk : chunks) {
        all.append(chunk, 0, chunk.size());
    }
    return all;
}

/// Appends block `g` of `from`, which has all groups as blocks.
void append_block(const Blocks& from, std::size_t g, Blocks& blocks)
{
    const auto members = from.members_of(g);
    blocks.members.insert(blocks.members.end(), members.begin(), members.end());
    blocks.start.push_back(static_cast<std::uint32_t>(blocks.members.size()));
    blocks.outlines.append(from.outlines[g]);
    blocks.area_m2.push_back(from.area_m2[g]);
}

/// Finds what the blocks enclose, and drops the blocks whose share is too small.
Blocks with_enclosed(const Layer& parcels, std::span<const std::uint32_t> chosen, Blocks all,
                     const BlockOptions& options, Workers& workers)
{
    const auto lists = enclosed_parcels(parcels, chosen, all.outlines, options.gap_m, workers);
    Blocks blocks;
    for (std::size_t b = 0; b < all.size(); ++b) {
        double ground = 0.0;
        for (const std::uint32_t parcel : lists[b]) {
            ground += parcels.areas[parcel];
        }
        if (all.area_m2[b] >= options.least_share * (all.area_m2[b] + ground)) {
            append_block(all, b, blocks);
            blocks.enclosed.insert(blocks.enclosed.end(), lists[b].begin(), lists[b].end());
            blocks.enclosed_start.push_back(static_cast<std::uint32_t>(blocks.enclosed.size()));
            blocks.enclosed_m2.push_back(ground);
        }
    }
    return blocks;
}

} // namespace

Blocks find_blocks(const Layer& parcels, std::span<const std::uint32_t> chosen,
                   const BlockOptions& options, Workers& workers)
{
    Groups::Lists lists = grouped(parcels, chosen, options.gap_m, workers);
    Blocks all;
    all.outlines = outlines(parcels, lists, workers);
    all.start = std::move(lists.start);
    all.members = std::move(lists.members);
    for (std::size_t g = 0; g < all.size(); ++g) {
        all.area_m2.push_back(area(all.outlines[g]));
    }
    Blocks blocks;
    for (std::size_t g = 0; g < all.size(); ++g) {
        if (all.area_m2[g] >= options.least_area_m2) {
            append_block(all, g, blocks);
        }
    }
    if (options.seek_enclosed) {
        return with_enclosed(parcels, chosen, std::move(blocks), options, workers);
    }
    blocks.enclosed_start.resize(blocks.size() + 1, 0);
    blocks.enclosed_m2.resize(blocks.size(), 0.0);
    return blocks;
}

std::vector<BlockSum> sums_by_block(const Blocks& blocks, std::span<const double> figures)
{
    std::vector<BlockSum> sums(blocks.size());
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        for (const std::uint32_t member : blocks.members_of(b)) {
            if (std::isnan(figures[member])) {
                ++sums[b].missing;
            } else {
                sums[b].sum += figures[member];
            }
        }
    }
    return sums;
}

} // namespace tenglong::geo
