#pragma once

#include <cstdint>
#include <vector>

namespace tenglong {

/// At which value a row states its energy. The equivalent value of electricity is about 2.4 times
/// the calorific one, so which counts is a matter of the scheme.
enum class EnergyBasis : std::uint8_t {
    stated,     ///< a column that does not say
    equivalent, ///< 等价值
    calorific   ///< 当量值
};

/// Which figure of a row counts where it has several: the first that is there.
using EnergyOrder = std::vector<EnergyBasis>;

} // namespace tenglong
