#pragma once

#include "geo/geometry/box.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace tenglong::geo {

/// Calls `visit(i, j)`, i < j, for each pair of boxes that meet, until it returns false.
///
/// Made for the edges of a few rings, where neighbours in the list are neighbours on the ground:
/// runs of eight boxes are compared first. Pairs come in a fixed order, not a sorted one.
/// \return false if `visit` stopped it.
template <class Visit>
bool each_meeting_pair(std::span<const Box> boxes, Visit&& visit);

namespace detail {

struct Run {
    std::size_t begin;
    std::size_t end;
    Box box;
};

[[nodiscard]] inline std::vector<Run> runs_of(std::span<const Box> boxes)
{
    constexpr std::size_t k_length = 8;
    std::vector<Run> runs;
    for (std::size_t begin = 0; begin < boxes.size(); begin += k_length) {
        Run run{begin, std::min(boxes.size(), begin + k_length), {}};
        for (std::size_t i = run.begin; i < run.end; ++i) {
            run.box.extend(boxes[i]);
        }
        runs.push_back(run);
    }
    // By their left ends, so that the search for partners stops at the first one too far right.
    std::ranges::sort(runs, [](const Run& a, const Run& b) {
        return a.box.min_x != b.box.min_x ? a.box.min_x < b.box.min_x : a.begin < b.begin;
    });
    return runs;
}

template <class Visit>
bool each_pair_in(const Run& run, std::span<const Box> boxes, Visit& visit)
{
    for (std::size_t i = run.begin; i < run.end; ++i) {
        for (std::size_t j = i + 1; j < run.end; ++j) {
            if (boxes[i].meets(boxes[j]) && !visit(i, j)) {
                return false;
            }
        }
    }
    return true;
}

template <class Visit>
bool each_pair_between(const Run& one, const Run& other, std::span<const Box> boxes, Visit& visit)
{
    for (std::size_t i = one.begin; i < one.end; ++i) {
        if (!boxes[i].meets(other.box)) {
            continue;
        }
        for (std::size_t j = other.begin; j < other.end; ++j) {
            if (boxes[i].meets(boxes[j]) && !visit(std::min(i, j), std::max(i, j))) {
                return false;
            }
        }
    }
    return true;
}

} // namespace detail

template <class Visit>
bool each_meeting_pair(std::span<const Box> boxes, Visit&& visit)
{
    constexpr std::size_t k_few = 32;
    if (boxes.size() <= k_few) {
        return detail::each_pair_in({0, boxes.size(), {}}, boxes, visit);
    }
    const std::vector<detail::Run> runs = detail::runs_of(boxes);
    for (std::size_t a = 0; a < runs.size(); ++a) {
        if (!detail::each_pair_in(runs[a], boxes, visit)) {
            return false;
        }
        for (std::size_t b = a + 1; b < runs.size() && runs[b].box.min_x <= runs[a].box.max_x;
             ++b) {
            if (runs[a].box.meets(runs[b].box) &&
                !detail::each_pair_between(runs[a], runs[b], boxes, visit)) {
                return false;
            }
        }
    }
    return true;
}

} // namespace tenglong::geo
