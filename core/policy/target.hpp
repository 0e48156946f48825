#pragma once

#include "core/rules/figure.hpp"

#include <map>
#include <optional>
#include <string>

namespace tenglong {

/// How progress against a target is told.
enum class TargetDirection : std::uint8_t {
    at_least, ///< the more the better
    at_most,  ///< the less the better
    keep      ///< not below the base
};

/// One row of an indicator system.
struct Target {
    std::string id;
    Text label;
    Text category;
    Unit unit;
    std::string fact; ///< the region fact that tells the actual value; empty: only entered by hand
    std::optional<std::pair<int, double>> base;
    Text base_text;              ///< where the base is told in words only
    std::map<int, double> goals; ///< by year
    TargetDirection direction = TargetDirection::at_least;
    bool cumulative = false; ///< counts from the start of the programme
    bool yearly = false;     ///< a new amount each year
    Citation citation;
    Text lead; ///< the department in charge
    Text remark;
};

} // namespace tenglong
