#pragma once

#include "geo/geometry/polygons.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::bench {

/// The texts of one field, one after the other.
struct Texts {
    std::string bytes;
    std::vector<std::uint32_t> start{0};

    [[nodiscard]] std::string_view operator[](std::size_t i) const noexcept
    {
        return std::string_view{bytes}.substr(start[i], start[i + 1] - start[i]);
    }
};

/// A polygon layer with one field, which is a text or a whole number.
struct ArrowLayer {
    geo::Polygons shapes;
    Texts texts;
    std::vector<std::int32_t> numbers;
};

/// Reads the first layer of a file through GDAL's Arrow stream.
[[nodiscard]] ArrowLayer read_layer(const std::string& path, const std::string& field);

} // namespace tenglong::bench
