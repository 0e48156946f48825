#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace tenglong::tools::gen {

/// The flags in the order of the interface; `Flag` indexes them.
enum class Flag : unsigned char {
    approved_not_supplied,
    supplied_not_used,
    used_in_part,
    built_not_producing,
    suspected_idle,
    low_plot_ratio,
    low_efficiency,
    high_consumption,
    violation
};
constexpr std::size_t k_flags = 9;

[[nodiscard]] std::string_view name_of(Flag flag) noexcept;

/// What differs between the five documents, read from them and written down here a second time, so
/// that the truth does not depend on the profiles that it is to check.
struct Reading {
    std::string_view id;
    std::string_view column;              ///< its id in column names
    double ratio_line;                    ///< plot ratio below this is low
    std::optional<double> new_ratio_line; ///< for projects contracted from 2021-12-31 on
    bool control_indexes;                 ///< the national indexes of 2008 are looked at besides
    bool class_d;                         ///< last year's class D is low efficiency
    bool built_only;                      ///< low plot ratio is asked only where something stands
    std::array<Flag, k_flags> order;      ///< which flag leads
};

[[nodiscard]] std::span<const Reading> readings() noexcept;

} // namespace tenglong::tools::gen
