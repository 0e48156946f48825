#include "core/reclaim/treatment.hpp"

#include "core/reclaim/energy.hpp"
#include "core/rules/truth.hpp"

#include <algorithm>

namespace tenglong {

namespace {

/// Whether an enterprise leaves all its land.
[[nodiscard]] Truth leaves_of(const Measures& measures, std::size_t row)
{
    const std::uint16_t leading = measures.leading_measure(row);
    if (leading == k_no_measure) {
        return measures.open(row) ? Truth::unknown : Truth::no;
    }
    return measures.profile().measures[leading].land == FreedLand::whole ? Truth::yes : Truth::no;
}

/// The uses of each parcel.
[[nodiscard]] std::vector<std::vector<std::size_t>> by_parcel(std::span<const ParcelUse> uses,
                                                              std::size_t parcels)
{
    std::vector<std::vector<std::size_t>> found(parcels);
    for (std::size_t i = 0; i < uses.size(); ++i) {
        found[uses[i].parcel].push_back(i);
    }
    return found;
}

/// All leave: yes; one stays, or there is none: no.
[[nodiscard]] Truth all_leave(std::span<const ParcelUse> uses, std::span<const std::size_t> here,
                              std::span<const Truth> leaves)
{
    Truth answer = here.empty() ? Truth::no : Truth::yes;
    for (const std::size_t use : here) {
        const Truth one = leaves[uses[use].enterprise];
        if (one == Truth::no) {
            return Truth::no;
        }
        answer = one == Truth::unknown ? one : answer;
    }
    return answer;
}

void share_out(double area_m2, std::span<const ParcelUse> uses, std::span<const std::size_t> here,
               Treatment& treatment)
{
    double whole = 0.0;
    for (const std::size_t use : here) {
        whole += uses[use].weight;
    }
    for (const std::size_t use : here) {
        const double share =
            whole > 0.0 ? uses[use].weight / whole : 1.0 / static_cast<double>(here.size());
        auto& total = treatment.of_enterprise_m2[uses[use].enterprise];
        if (total) {
            *total += area_m2 * share;
        }
    }
}

} // namespace

Treatment treat(const FactTable& parcels, const Freed& freed, const FactTable& enterprises,
                const Measures& measures, std::span<const ParcelUse> uses)
{
    std::vector<Truth> leaves(measures.rows());
    Treatment treatment;
    treatment.of_enterprise_m2.resize(measures.rows());
    for (std::size_t row = 0; row < leaves.size(); ++row) {
        leaves[row] = leaves_of(measures, row);
        if (leaves[row] != Truth::unknown) {
            treatment.of_enterprise_m2[row] = 0.0;
        }
    }
    treatment.left_m2.resize(parcels.rows());
    treatment.beyond_m2.resize(parcels.rows());
    const FactId area = parcels.id("area_m2");
    const auto uses_of = by_parcel(uses, parcels.rows());
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        const Truth left = all_leave(uses, uses_of[row], leaves);
        const auto whole = parcels.number(area, row);
        if (left == Truth::no) {
            treatment.left_m2[row] = 0.0;
            treatment.beyond_m2[row] = 0.0;
        } else if (left == Truth::yes && whole) {
            treatment.left_m2[row] = whole;
            share_out(*whole, uses, uses_of[row], treatment);
            const auto own = freed.parcels[row].land_m2;
            treatment.beyond_m2[row] =
                own ? std::optional{std::max(*whole - *own, 0.0)} : std::nullopt;
        } else {
            for (const std::size_t use : uses_of[row]) {
                treatment.of_enterprise_m2[uses[use].enterprise].reset();
            }
        }
    }
    const EnergyRoom room{measures.profile(), enterprises};
    for (std::size_t row = 0; row < measures.rows(); ++row) {
        const std::uint16_t leading = measures.leading_measure(row);
        const bool none = leading == k_no_measure;
        treatment.energy_tce.push_back(
            none && measures.open(row)
                ? std::nullopt
                : room.of(none ? FreedEnergy::none : measures.profile().measures[leading].energy,
                          row));
    }
    return treatment;
}

} // namespace tenglong
