#pragma once

#include "geo/geometry/polygons.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tenglong::geo {

/// Gives the memory of a column back to the system piece by piece while its features are copied
/// elsewhere, in whatever order. A layer that is put in another order then hardly ever stands in
/// memory twice, because what is near in a file is near in most orders.
class Drain {
public:
    /// \pre the column outlives the object; afterwards it is destroyed or given other content
    explicit Drain(Polygons& column);

    /// The features [begin, end) have been copied: their points are gone. \pre once for each
    void done(std::size_t begin, std::size_t end);

private:
    const Polygons& m_column;
    std::byte* m_data;                 ///< the points
    std::size_t m_skipped;             ///< bytes before the first whole block
    std::vector<std::uint32_t> m_left; ///< of each whole block, the bytes that are still needed
};

} // namespace tenglong::geo
