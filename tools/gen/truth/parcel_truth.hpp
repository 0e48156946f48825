#pragma once

#include "tools/gen/city/batch.hpp"
#include "tools/gen/truth/policy.hpp"
#include "tools/gen/truth/verdict.hpp"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tenglong::tools::gen {

/// The measure that a policy proposes first.
struct MeasureTruth {
    std::string id; ///< empty: none; "depends": a setting that nobody has fixed decides
    std::optional<double> freed_m2; ///< nothing: not planted to the square metre, or not decided
};

/// What is true of a parcel, found from what was planned for it: areas by construction, sums by
/// addition, verdicts by the clauses. Nothing here looks at a written file.
struct ParcelTruth {
    int building_count = 0;
    double footprint_m2 = 0.0;
    double floor_m2 = 0.0;
    double floor_high_m2 = 0.0; ///< storeys of more than 8 m twice
    double plot_ratio = 0.0;
    double plot_ratio_high = 0.0;

    int enterprise_count = 0;
    /// Of all enterprises on it, by the land each uses on its parcels. Empty: none there, or the
    /// figure of one of them is missing.
    std::optional<double> tax_wan;
    std::optional<double> value_added_wan;
    std::optional<double> energy_tce;
    std::optional<double> tax_per_mu;
    std::optional<double> value_added_per_mu;
    std::optional<double> energy_per_value;
    std::set<Violation> violations;
    std::set<List> lists;
    char grade = '\0'; ///< last year's class of the enterprise that uses most of it

    bool filed = true; ///< the land office has a file that tells the state of the works
    bool started = false;
    bool completed = false;
    bool producing = false;
    std::optional<Date> due_start;
    int idle_years = 0; ///< full years past the start that counts, lost time taken off
    std::string idle_cause;
    double vacant_10m_m2 = 0.0;
    std::string stage;
    Verdict stage_overdue = Verdict::no;

    std::array<Verdict, k_flags> flags{};    ///< low plot ratio and low efficiency: see below
    std::array<Verdict, 5> low_plot_ratio{}; ///< by reading
    std::array<Verdict, 5> low_efficiency{};
    std::array<std::string, 5> status; ///< the flag that leads, or "normal"
    std::array<MeasureTruth, 5> measures;

    Verdict support_over_ningbo = Verdict::no;
    Verdict may_upgrade_zhejiang = Verdict::no;
    Verdict may_upgrade_ningbo = Verdict::no;
    Verdict new_supply = Verdict::no; ///< new industrial land of the year before the day
    Verdict new_outside_line = Verdict::no;
    Verdict new_outside_platform = Verdict::no;
    double unused_m2 = 0.0; ///< the whole area where it was never put to use
    double rest_separable_m2 = 0.0;

    /// With low plot ratio and low efficiency as the reading has them.
    [[nodiscard]] Verdict flag(Flag which, std::size_t reading) const;
};

/// One for each parcel of the batch.
[[nodiscard]] std::vector<ParcelTruth> truths_of(const Batch& batch, Date as_of);

/// Number of the group of parcels that hang together by shared edges and are all low in tax
/// (50,000 yuan a mu and less); 0 for those that are not.
[[nodiscard]] std::vector<int> low_groups(const Batch& batch,
                                          const std::vector<ParcelTruth>& truths);

} // namespace tenglong::tools::gen
