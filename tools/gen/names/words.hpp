#pragma once

#include <span>
#include <string_view>

namespace tenglong::tools::gen {

/// The word lists that names are made of. The county, its towns, its companies and its people do
/// not exist.
struct Words {
    std::span<const std::string_view> brand_first;
    std::span<const std::string_view> brand_second;
    std::span<const std::string_view> rare; ///< characters that many programs stumble over
    std::span<const std::string_view> company_forms;
    std::span<const std::string_view> town_first;
    std::span<const std::string_view> town_second;
    std::span<const std::string_view> street_first;
    std::span<const std::string_view> street_second;
    std::span<const std::string_view> surnames;
    std::span<const std::string_view> given_names;
    std::span<const std::string_view> services; ///< trades that are no manufacturing
};

[[nodiscard]] const Words& words() noexcept;

} // namespace tenglong::tools::gen
