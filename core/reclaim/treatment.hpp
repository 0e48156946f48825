#pragma once

#include "core/facts/fact_table.hpp"
#include "core/reclaim/freed.hpp"
#include "core/reclaim/measures.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tenglong {

/// That an enterprise uses a parcel.
struct ParcelUse {
    std::uint32_t enterprise = 0; ///< row of the enterprises' facts
    std::uint32_t parcel = 0;     ///< row of the parcels' facts
    double weight = 0.0;          ///< of its land there, in any unit; all 0: equal shares
};

/// What the measures for enterprises (a withdrawal, a move into a park) come to in land. A measure
/// for an enterprise frees land only through the parcels that it uses, and a parcel only when all
/// who use it leave; each parcel counts once. What it adds to the parcels' own measures stands
/// apart, because those lead.
struct Treatment {
    /// By parcel: its area if all who use it leave, 0 if one stays or nobody is known to use it;
    /// nothing: for one of them it cannot be decided.
    std::vector<std::optional<double>> left_m2;
    /// By parcel: what of that the parcel's own measure does not free.
    std::vector<std::optional<double>> beyond_m2;
    /// By enterprise: its share of the parcels that are left, so that the sum over enterprises is
    /// that over parcels; nothing: its own measure or one of its parcels cannot be decided.
    std::vector<std::optional<double>> of_enterprise_m2;
    /// By enterprise: energy that its measure sets free: all, what exceeds the line, none. Never
    /// added to that of parcels, which is the same energy by another way.
    std::vector<std::optional<double>> energy_tce;
};

/// \pre `parcels` are the rows of `freed`, `enterprises` those of `measures`, whose subject is the
/// enterprise
[[nodiscard]] Treatment treat(const FactTable& parcels, const Freed& freed,
                              const FactTable& enterprises, const Measures& measures,
                              std::span<const ParcelUse> uses);

} // namespace tenglong
