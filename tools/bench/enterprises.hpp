#pragma once

#include "geo/geometry/point.hpp"
#include "tools/bench/arrow_layer.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::bench {

/// The peers' table of enterprises: code of the parcel, place and two figures.
struct Enterprises {
    std::string file; ///< the whole text, which `code` looks into
    std::vector<std::string_view> code;
    std::vector<geo::Point> place; ///< NaN where there is none
    std::vector<double> tax;
    std::vector<double> value_added;
};

[[nodiscard]] Enterprises read_enterprises(const std::string& path);

/// For each enterprise the parcel of its code, or geo::k_nowhere.
[[nodiscard]] std::vector<std::uint32_t> parcels_by_code(const Enterprises& enterprises,
                                                         const Texts& parcel_codes);

} // namespace tenglong::bench
