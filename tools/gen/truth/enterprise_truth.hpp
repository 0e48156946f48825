#pragma once

#include "tools/gen/city/enterprise.hpp"
#include "tools/gen/truth/verdict.hpp"

#include <optional>

namespace tenglong::tools::gen {

/// What is true of an enterprise. A ratio is missing where a part is, or where it would divide by
/// zero.
struct EnterpriseTruth {
    double land_used_mu = 0.0;
    std::optional<double> tax_per_mu;
    std::optional<double> value_added_per_mu;
    std::optional<double> energy_per_value;
    std::optional<double> value_per_energy;
    std::optional<double> value_per_emission;
    std::optional<double> productivity;
    std::optional<double> rd_share;
    std::optional<double> tax_per_electricity;
    /// By the formula that Huangyan published for data year 2022: ratios to baselines, no cap;
    /// above scale 30/20/20/10/10/10, below scale 50/50.
    std::optional<double> score_huangyan_2022;
    Verdict in_scope = Verdict::no; ///< above scale, or 3 mu and more
    Verdict two_high_size = Verdict::no;
    Verdict research_over_5 = Verdict::no;
    Verdict class_a_exempt = Verdict::no;
    Verdict green_channel = Verdict::no;
};

[[nodiscard]] EnterpriseTruth truth_of(const Enterprise& enterprise);

} // namespace tenglong::tools::gen
