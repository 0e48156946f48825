#include "geo/blocks/blocks.hpp"

#include "geo/blocks/outline.hpp"
#include "geo/geometry/box_grid.hpp"
#include "geo/geometry/groups.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/measure/nearness.hpp"

#include <algorithm>

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

} // namespace

Blocks find_blocks(const Layer& parcels, std::span<const std::uint32_t> chosen,
                   const BlockOptions& options, Workers& workers)
{
    const Groups::Lists lists = grouped(parcels, chosen, options.gap_m, workers);
    const Polygons shapes = outlines(parcels, lists, workers);
    Blocks blocks;
    for (std::size_t g = 0; g < lists.size(); ++g) {
        if (const double ground = area(shapes[g]); ground >= options.least_area_m2) {
            blocks.members.insert(blocks.members.end(), lists.members.begin() + lists.start[g],
                                  lists.members.begin() + lists.start[g + 1]);
            blocks.start.push_back(static_cast<std::uint32_t>(blocks.members.size()));
            blocks.outlines.append(shapes[g]);
            blocks.area_m2.push_back(ground);
        }
    }
    return blocks;
}

} // namespace tenglong::geo
