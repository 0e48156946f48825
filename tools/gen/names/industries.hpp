#pragma once

#include <span>
#include <string_view>

namespace tenglong::tools::gen {

/// A trade of GB/T 4754-2017 as the city's enterprises have it.
struct Industry {
    std::string_view code;   ///< letter and four digits: C3484
    std::string_view name;   ///< its name in the classification
    std::string_view trade;  ///< the word that stands in company names
    double energy_per_value; ///< usual tce for each 10,000 yuan of value added
    bool two_high;           ///< counted among the energy-hungry, high-emission trades
};

/// Manufacturing, divisions 13 to 41.
[[nodiscard]] std::span<const Industry> manufacturing() noexcept;

/// Trades that rent space in factories without making anything.
[[nodiscard]] std::span<const Industry> services() noexcept;

} // namespace tenglong::tools::gen
