#include "geo/survey/issue_order.hpp"

#include "geo/survey/put_in_order.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace tenglong::geo {

namespace {

[[nodiscard]] bool same_subject(const Issue& a, const Issue& b)
{
    return std::tie(a.place.file, a.place.layer, a.place.row, a.kind, a.subject) ==
           std::tie(b.place.file, b.place.layer, b.place.row, b.kind, b.subject);
}

/// A cell that two steps read is told by both; once is enough.
void drop_repeats(std::vector<Issue>& issues)
{
    std::set<std::string> told; // of the issues of the same place, kind and subject
    std::size_t kept = 0;
    for (std::size_t i = 0; i < issues.size(); ++i) {
        if (kept == 0 || !same_subject(issues[kept - 1], issues[i])) {
            told.clear();
        }
        const bool placed = issues[i].spot.has_value(); // faults of one shape in several places
        if (placed || told.insert(issues[i].text.en).second) {
            if (kept != i) {
                issues[kept] = std::move(issues[i]);
            }
            ++kept;
        }
    }
    issues.resize(kept);
}

} // namespace

void sort_issues(std::vector<Issue>& issues)
{
    std::vector<std::uint32_t> order(issues.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Issue& left = issues[a];
        const Issue& right = issues[b];
        return std::tie(left.place.file, left.place.layer, left.place.row, left.kind, left.subject,
                        a) < std::tie(right.place.file, right.place.layer, right.place.row,
                                      right.kind, right.subject, b);
    });
    put_in_order(issues, std::move(order));
    drop_repeats(issues);
}

} // namespace tenglong::geo
