#include "core/register/tenant_merge.hpp"

#include <algorithm>

namespace tenglong {

namespace {

/// By parcel: the enterprise that holds it, or k_nobody.
[[nodiscard]] std::vector<std::uint32_t>
holders_of(const RegisterInput& input, std::span<const Link> links, const LinksByParcel& by_parcel)
{
    std::vector<std::uint32_t> holders(input.parcels.size(), k_nobody);
    for (std::size_t parcel = 0; parcel < holders.size(); ++parcel) {
        const Link* best = nullptr;
        for (const std::uint32_t at : by_parcel[parcel]) {
            const Link& link = links[at];
            if (link.title != Title::holder) {
                continue;
            }
            if (best == nullptr || link.land > best->land ||
                (link.land == best->land &&
                 before(input.enterprises[link.enterprise], input.enterprises[best->enterprise]))) {
                best = &link;
            }
        }
        holders[parcel] = best == nullptr ? k_nobody : best->enterprise;
    }
    return holders;
}

class TenantMerge {
public:
    TenantMerge(const std::vector<EnterpriseLand>& lands, const Amounts& amounts)
        : m_lands{lands}, m_original{amounts}
    {
        m_merged.amounts = amounts;
        m_merged.into.assign(lands.size(), k_nobody);
        m_merged.has_tenants.resize(lands.size());
        m_merged.incomplete.resize(lands.size());
        for (const EnterpriseLand& land : lands) {
            m_merged.land.push_back(land.used.value_or(k_missing));
        }
    }

    void move(std::span<const Link> links, const std::vector<std::uint32_t>& holders)
    {
        const std::uint32_t tenant = links.front().enterprise;
        Divider divider{links, m_lands[tenant]};
        const auto target = [&](std::size_t i) {
            return links[i].title == Title::tenant && links[i].weight > 0 ? holders[links[i].parcel]
                                                                          : k_nobody;
        };
        for (const YearFigure figure : all_year_figures()) {
            const auto& column = m_original.at(index_of(figure));
            if (column.empty()) {
                continue;
            }
            if (column[tenant] == k_missing) {
                mark_incomplete(links, target, figure);
                continue;
            }
            const auto parts = divider.divide(column[tenant]);
            for (std::size_t i = 0; i < links.size(); ++i) {
                if (target(i) != k_nobody) {
                    add(figure, tenant, target(i), parts[i]);
                }
            }
        }
        move_land(links, target);
    }

    [[nodiscard]] Merged take() { return std::move(m_merged); }

private:
    void add(YearFigure figure, std::uint32_t from, std::uint32_t to, Units part)
    {
        auto& column = m_merged.amounts.at(index_of(figure));
        column[from] -= part;
        column[to] = (column[to] == k_missing ? 0 : column[to]) + part;
        if (m_original.at(index_of(figure))[to] == k_missing) {
            mark(to, figure);
        }
    }

    void mark(std::uint32_t holder, YearFigure figure)
    {
        m_merged.incomplete[holder] |= static_cast<std::uint16_t>(1U << index_of(figure));
    }

    template <class Target>
    void mark_incomplete(std::span<const Link> links, Target target, YearFigure figure)
    {
        for (std::size_t i = 0; i < links.size(); ++i) {
            if (target(i) != k_nobody) {
                mark(target(i), figure);
            }
        }
    }

    template <class Target>
    void move_land(std::span<const Link> links, Target target)
    {
        const std::uint32_t tenant = links.front().enterprise;
        bool all = m_lands[tenant].unplaced == 0;
        for (std::size_t i = 0; i < links.size(); ++i) {
            const std::uint32_t holder = target(i);
            all = all && (holder != k_nobody || links[i].weight == 0);
            if (holder == k_nobody) {
                continue;
            }
            m_merged.has_tenants[holder] = true;
            m_merged.into[tenant] = holder;
            if (m_merged.land[tenant] != k_missing) {
                m_merged.land[tenant] -= links[i].land;
            }
            if (m_merged.land[holder] != k_missing) {
                m_merged.land[holder] += links[i].land;
            }
        }
        if (!all) {
            m_merged.into[tenant] = k_nobody;
        }
    }

    const std::vector<EnterpriseLand>& m_lands;
    const Amounts& m_original;
    Merged m_merged;
};

} // namespace

Merged merge_tenants(const RegisterInput& input, const std::vector<std::size_t>& first_of,
                     std::span<const Link> links, const LinksByParcel& by_parcel,
                     const std::vector<EnterpriseLand>& lands, const Amounts& amounts,
                     std::optional<Units> apart_from)
{
    const auto holders = holders_of(input, links, by_parcel);
    TenantMerge merge{lands, amounts};
    for (std::size_t e = 0; e < lands.size(); ++e) {
        const auto own = links.subspan(first_of[e], first_of[e + 1] - first_of[e]);
        const bool leases = std::any_of(
            own.begin(), own.end(), [](const Link& link) { return link.title == Title::tenant; });
        const bool large = apart_from && lands[e].used && *lands[e].used >= *apart_from;
        if (leases && !large) {
            merge.move(own, holders);
        }
    }
    return merge.take();
}

} // namespace tenglong
