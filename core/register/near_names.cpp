#include "core/register/near_names.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <utility>

namespace tenglong {

namespace {

/// Entries that one question may read; pairs held by more names than that tell nothing.
constexpr std::size_t k_most_entries = 1000;
/// Candidates whose distance is measured.
constexpr std::size_t k_most_measured = 6;

/// The different pairs of neighbouring characters, sorted.
[[nodiscard]] std::vector<std::uint64_t> pairs_of(std::string_view name)
{
    const std::u32string characters = code_points(name);
    std::vector<std::uint64_t> pairs;
    for (std::size_t i = 1; i < characters.size(); ++i) {
        pairs.push_back(std::uint64_t{characters[i - 1]} << 32U | characters[i]);
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

[[nodiscard]] double likeness_of(std::string_view a, std::string_view b)
{
    const std::size_t longest = std::max(code_points(a).size(), code_points(b).size());
    return 1.0 - static_cast<double>(edit_distance(a, b)) / static_cast<double>(longest);
}

} // namespace

NearNames::NearNames(std::span<const std::string> names) : m_names{names}, m_shared(names.size())
{
    std::vector<std::pair<Pair, std::uint32_t>> entries;
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (const Pair pair : pairs_of(names[i])) {
            entries.emplace_back(pair, static_cast<std::uint32_t>(i));
        }
    }
    std::sort(entries.begin(), entries.end());
    m_holders.reserve(entries.size());
    for (const auto& [pair, holder] : entries) {
        if (m_pairs.empty() || m_pairs.back() != pair) {
            m_pairs.push_back(pair);
            m_starts.push_back(m_holders.size());
        }
        m_holders.push_back(holder);
    }
    m_starts.push_back(m_holders.size());
}

void NearNames::gather(const std::vector<Pair>& pairs)
{
    std::vector<std::pair<std::size_t, std::size_t>> lists; // length, position
    for (const Pair pair : pairs) {
        const auto found = std::lower_bound(m_pairs.begin(), m_pairs.end(), pair);
        if (found != m_pairs.end() && *found == pair) {
            const auto at = static_cast<std::size_t>(found - m_pairs.begin());
            lists.emplace_back(m_starts[at + 1] - m_starts[at], at);
        }
    }
    std::sort(lists.begin(), lists.end());
    std::size_t room = k_most_entries;
    for (const auto& [length, at] : lists) {
        if (length > room) {
            break;
        }
        room -= length;
        for (std::size_t i = m_starts[at]; i < m_starts[at + 1]; ++i) {
            if (m_shared[m_holders[i]]++ == 0) {
                m_touched.push_back(m_holders[i]);
            }
        }
    }
}

std::vector<NearName> NearNames::find(std::string_view name)
{
    gather(pairs_of(name));
    const auto measured = std::min(k_most_measured, m_touched.size());
    std::partial_sort(m_touched.begin(), m_touched.begin() + static_cast<std::ptrdiff_t>(measured),
                      m_touched.end(), [this](std::uint32_t a, std::uint32_t b) {
                          return m_shared[a] != m_shared[b] ? m_shared[a] > m_shared[b] : a < b;
                      });
    std::vector<NearName> found;
    for (std::size_t i = 0; i < measured; ++i) {
        const double likeness = likeness_of(name, m_names[m_touched[i]]);
        if (likeness >= k_least_likeness) {
            found.push_back({m_touched[i], likeness});
        }
    }
    for (const std::uint32_t touched : m_touched) {
        m_shared[touched] = 0;
    }
    m_touched.clear();
    std::sort(found.begin(), found.end(), [](const NearName& a, const NearName& b) {
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.index < b.index;
    });
    found.resize(std::min(found.size(), k_most_suggestions));
    return found;
}

} // namespace tenglong
