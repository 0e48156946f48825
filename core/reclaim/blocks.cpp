#include "core/reclaim/blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace tenglong {

std::vector<std::uint32_t> choose_for_blocks(const Profile& profile, const Verdicts& parcels)
{
    const RuleSet& rules = profile.rules_for(SubjectKind::parcel);
    std::vector<std::size_t> deciding;
    if (const auto own = rules.find(k_block_rule)) {
        deciding = {*own};
    } else {
        for (std::size_t rule = 0; rule < rules.rules().size(); ++rule) {
            const Rule& each = rules.rules()[rule];
            if (each.role == RuleRole::flag && each.id != "approved_not_supplied") {
                deciding.push_back(rule);
            }
        }
    }
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t row = 0; row < parcels.rows(); ++row) {
        if (std::any_of(deciding.begin(), deciding.end(),
                        [&](std::size_t rule) { return parcels.at(rule, row) == Truth::yes; })) {
            chosen.push_back(row);
        }
    }
    return chosen;
}

std::vector<std::string> block_ids(const BlockMembers& blocks, const FactTable& parcels)
{
    const FactId code = parcels.id("parcel_code");
    std::vector<std::string> ids;
    for (std::size_t block = 0; block < blocks.size(); ++block) {
        std::string least;
        for (const std::uint32_t row : blocks.of(block)) {
            const auto own = parcels.text(code, row);
            if (own && !own->empty() && (least.empty() || *own < least)) {
                least = *own;
            }
        }
        ids.push_back(least.empty() ? fmt::format("QK-{}", block + 1) : "QK-" + least);
    }
    return ids;
}

void write_block_membership(const BlockMembers& blocks, FactTable& parcels)
{
    FactColumn& ids = parcels.column("block_id");
    FactColumn& areas = parcels.column("block_area_mu");
    FactColumn& counts = parcels.column("block_parcels");
    const Text inside = msg("low-efficiency parcels that lie together");
    const Text outside = msg("belongs to no block");
    const auto id_state = ids.add({true, SourceId::none, inside});
    const auto id_none = ids.add({false, SourceId::none, outside});
    const auto area_state = areas.add({true, SourceId::none, inside});
    const auto area_none = areas.add({true, SourceId::none, outside});
    const auto count_state = counts.add({true, SourceId::none, inside});
    const auto count_none = counts.add({true, SourceId::none, outside});
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        ids.set_missing(row, id_none);
        areas.set_number(row, 0.0, area_none);
        counts.set_number(row, 0.0, count_none);
    }
    const std::vector<std::string> names = block_ids(blocks, parcels);
    for (std::size_t block = 0; block < blocks.size(); ++block) {
        const TextId name = parcels.pool().intern(names[block]);
        const auto members = blocks.of(block);
        for (const std::uint32_t row : members) {
            ids.set_text(row, name, id_state);
            areas.set_number(row, to_mu(SquareMetres{blocks.area_m2[block]}).value(), area_state);
            counts.set_number(row, static_cast<double>(members.size()), count_state);
        }
    }
}

std::vector<std::uint32_t> rank_blocks(const BlockMembers& blocks, const Freed& freed)
{
    std::vector<double> frees(blocks.size());
    for (std::size_t block = 0; block < blocks.size(); ++block) {
        frees[block] = freed_total(freed, blocks.of(block)).amounts.land_m2.value_or(0.0);
    }
    std::vector<std::uint32_t> order(blocks.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return frees[a] != frees[b] ? frees[a] > frees[b] : blocks.area_m2[a] > blocks.area_m2[b];
    });
    return order;
}

} // namespace tenglong
