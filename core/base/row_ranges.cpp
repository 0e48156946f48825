#include "core/base/row_ranges.hpp"

#include <algorithm>
#include <cstddef>

namespace tenglong {

std::string row_ranges(std::vector<std::int64_t> rows)
{
    constexpr std::size_t k_most = 30'000; // a cell holds 32,767 characters, and a sentence more
    std::ranges::sort(rows);
    std::string text;
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t last = first;
        while (last + 1 < rows.size() && rows[last + 1] - rows[last] <= 1) {
            ++last;
        }
        if (text.size() > k_most) {
            return text + ", ...";
        }
        text += text.empty() ? "" : ", ";
        text += std::to_string(rows[first]);
        if (rows[last] != rows[first]) {
            text += "-" + std::to_string(rows[last]);
        }
        first = last + 1;
    }
    return text;
}

} // namespace tenglong
