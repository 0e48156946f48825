#include "core/register/same_enterprise.hpp"

#include "core/register/keys.hpp"
#include "core/register/names.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>

namespace tenglong {

namespace {

/// Which rows are one enterprise, as what they share comes to be known.
class Union {
public:
    explicit Union(std::size_t count) : m_parents(count)
    {
        std::iota(m_parents.begin(), m_parents.end(), std::size_t{0});
    }

    [[nodiscard]] std::size_t first_of(std::size_t item)
    {
        while (m_parents[item] != item) {
            item = m_parents[item] = m_parents[m_parents[item]];
        }
        return item;
    }

    /// The earlier of the two stands for both.
    void unite(std::size_t a, std::size_t b)
    {
        const auto [first, later] = std::minmax({first_of(a), first_of(b)});
        m_parents[later] = first;
    }

    /// Unites an item with the first that had the same text.
    void unite_by(const std::string& text, std::size_t item)
    {
        unite(m_bearers.try_emplace(text, item).first->second, item);
    }

private:
    std::vector<std::size_t> m_parents;
    std::map<std::string, std::size_t> m_bearers;
};

/// A row as it is compared with the others.
struct Member {
    std::uint32_t row = 0;
    bool doubtful = false; ///< no code with a right check digit says whose it is
    std::string identity;
    std::string name;
};

[[nodiscard]] Member member_of(const EnterpriseRow& row, std::uint32_t number)
{
    const Key key = credit_key(row.credit_code);
    return {number, organization_in(key.text()).empty(), identity_of(key.text()),
            exact_name(row.name)};
}

} // namespace

std::vector<std::vector<std::uint32_t>> apart(std::span<const EnterpriseRow> rows,
                                              std::span<const std::uint32_t> alike)
{
    std::vector<Member> members;
    members.reserve(alike.size());
    for (const std::uint32_t row : alike) {
        members.push_back(member_of(rows[row], row));
    }
    std::sort(members.begin(), members.end(), [&](const Member& a, const Member& b) {
        const auto rank = [&](const Member& member) {
            const RowPlace& place = rows[member.row].place;
            return std::tuple{member.doubtful, place.source, place.row, member.row};
        };
        return rank(a) < rank(b);
    });
    Union same{members.size()};
    for (std::size_t i = 0; i < members.size(); ++i) {
        same.unite_by("code " + members[i].identity, i);
        if (!members[i].name.empty()) {
            same.unite_by("name " + members[i].name, i);
        }
    }
    std::map<std::size_t, std::vector<std::uint32_t>> by_first;
    for (std::size_t i = 0; i < members.size(); ++i) {
        by_first[same.first_of(i)].push_back(members[i].row);
    }
    std::vector<std::vector<std::uint32_t>> enterprises;
    enterprises.reserve(by_first.size());
    for (auto& [first, group] : by_first) {
        enterprises.push_back(std::move(group));
    }
    return enterprises;
}

} // namespace tenglong
