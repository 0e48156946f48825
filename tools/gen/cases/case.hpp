#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tenglong::tools::gen {

struct Plot;

/// One planted case: a parcel on one side of one line of the policies.
struct Case {
    std::string_view id;  ///< b5_exact_year
    std::string_view row; ///< the row of the capability list that it tries: B5
    void (*apply)(Plot&); ///< turns a normal plot into the case
    /// What is meant, as `column=value` of truth/parcels.csv or, after `e.`, of
    /// truth/enterprises.csv; separated by spaces.
    std::string_view expect;
    std::string_view intent; ///< one sentence
};

/// Cases that stand on any ordinary parcel, in the order of the rows.
[[nodiscard]] std::span<const Case> ordinary_cases() noexcept;

/// Cases that need the exact outlines of a template.
[[nodiscard]] std::span<const Case> exact_cases() noexcept;

/// \throws std::out_of_range if there is none of that name.
[[nodiscard]] const Case& case_named(std::string_view id);

// The parts of ordinary_cases() and exact_cases(), one file each.
[[nodiscard]] std::span<const Case> supply_cases() noexcept;
[[nodiscard]] std::span<const Case> idle_cases() noexcept;
[[nodiscard]] std::span<const Case> output_cases() noexcept;
[[nodiscard]] std::span<const Case> conduct_cases() noexcept;
[[nodiscard]] std::span<const Case> match_cases() noexcept;
[[nodiscard]] std::span<const Case> built_cases() noexcept;
[[nodiscard]] std::span<const Case> support_cases() noexcept;
[[nodiscard]] std::span<const Case> place_cases() noexcept;

} // namespace tenglong::tools::gen
