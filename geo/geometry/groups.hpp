#pragma once

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace tenglong::geo {

/// Things that belong together, found link by link (a union-find forest).
class Groups {
public:
    explicit Groups(std::size_t count) : m_parent(count)
    {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
    }

    /// Puts two things, and all that belong to either, into one group.
    void link(std::uint32_t a, std::uint32_t b) noexcept
    {
        a = first(a);
        b = first(b);
        // The smaller index leads, so a group's name does not depend on the order of the links.
        m_parent[a < b ? b : a] = a < b ? a : b;
    }

    /// The smallest member of the group that `item` belongs to: the group's name.
    [[nodiscard]] std::uint32_t first(std::uint32_t item) noexcept
    {
        while (m_parent[item] != item) {
            m_parent[item] = m_parent[m_parent[item]];
            item = m_parent[item];
        }
        return item;
    }

    /// All groups as lists of members: group g is members[start[g]] to members[start[g + 1] - 1].
    struct Lists {
        std::vector<std::uint32_t> start;
        std::vector<std::uint32_t> members;

        [[nodiscard]] std::size_t size() const noexcept { return start.size() - 1; }
    };

    /// Groups in the order of their first members, members in ascending order.
    [[nodiscard]] Lists lists()
    {
        Lists all;
        std::vector<std::uint32_t> number(m_parent.size());
        all.start.push_back(0);
        for (std::uint32_t i = 0; i < m_parent.size(); ++i) {
            if (const std::uint32_t leader = first(i); leader == i) {
                number[i] = static_cast<std::uint32_t>(all.start.size()) - 1;
                all.start.push_back(0);
            } else {
                number[i] = number[leader];
            }
            ++all.start[number[i] + 1];
        }
        std::partial_sum(all.start.begin(), all.start.end(), all.start.begin());
        all.members.resize(m_parent.size());
        std::vector<std::uint32_t> next{all.start.begin(), all.start.end() - 1};
        for (std::uint32_t i = 0; i < m_parent.size(); ++i) {
            all.members[next[number[i]]++] = i;
        }
        return all;
    }

private:
    std::vector<std::uint32_t> m_parent;
};

} // namespace tenglong::geo
