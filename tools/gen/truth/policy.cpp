#include "tools/gen/truth/policy.hpp"

namespace tenglong::tools::gen {

namespace {

using enum Flag;

constexpr std::array<std::string_view, k_flags> k_names{
    "approved_not_supplied", "supplied_not_used", "used_in_part",
    "built_not_producing",   "suspected_idle",    "low_plot_ratio",
    "low_efficiency",        "high_consumption",  "violation"};

constexpr std::array<Flag, k_flags> k_national{
    approved_not_supplied, suspected_idle, supplied_not_used, built_not_producing, violation,
    high_consumption,      low_efficiency, used_in_part,      low_plot_ratio};

constexpr std::array<Flag, k_flags> k_zhejiang{
    approved_not_supplied, suspected_idle, supplied_not_used, used_in_part,  built_not_producing,
    high_consumption,      low_efficiency, violation,         low_plot_ratio};

constexpr std::array<Flag, k_flags> k_415x{approved_not_supplied, suspected_idle, supplied_not_used,
                                           built_not_producing,   used_in_part,   high_consumption,
                                           low_efficiency,        low_plot_ratio, violation};

constexpr std::array<Flag, k_flags> k_ningbo{
    violation,           high_consumption, approved_not_supplied, suspected_idle, supplied_not_used,
    built_not_producing, low_efficiency,   used_in_part,          low_plot_ratio};

constexpr std::array k_readings{
    Reading{"zhejiang-2024", "zhejiang_2024", 0.5, std::nullopt, true, true, false, k_zhejiang},
    Reading{"hangzhou-2021", "hangzhou_2021", 1.0, std::nullopt, false, true, false, k_national},
    Reading{"zhejiang-415x", "zhejiang_415x", 1.5, std::nullopt, true, true, true, k_415x},
    Reading{"zhuji-2021", "zhuji_2021", 1.0, std::nullopt, false, false, false, k_national},
    Reading{"ningbo-2021", "ningbo_2021", 0.5, 2.0, true, true, false, k_ningbo}};

} // namespace

std::string_view name_of(Flag flag) noexcept
{
    return k_names.at(static_cast<std::size_t>(flag));
}

std::span<const Reading> readings() noexcept
{
    return k_readings;
}

} // namespace tenglong::tools::gen
