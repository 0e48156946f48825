#pragma once

#include "core/base/translation.hpp"
#include "core/tables/result_table.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <tuple>

namespace tenglong::geo {

/// Where values came from, or why there are none; the row in the file is not part of it.
struct SharedOrigin {
    bool given = false;
    std::uint32_t source = 0; ///< the number of the file; 0: none
    std::string file;
    std::string layer;
    Text note;
};

/// Numbers origins from 1, as they are first met.
class Origins {
public:
    Origins();

    [[nodiscard]] std::uint32_t number(const SharedOrigin& origin);

    /// The table `origins`, complete.
    [[nodiscard]] ResultTable take();

private:
    using Key = std::tuple<bool, std::uint32_t, std::string, std::string>;

    std::map<Key, std::uint32_t> m_numbers;
    ResultTable m_table;
};

} // namespace tenglong::geo
