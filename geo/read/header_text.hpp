#pragma once

#include "core/base/units.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// What is left of a name when two spellings of it are compared: half-width, lower case, letters,
/// digits, Chinese characters and '&' only.
[[nodiscard]] std::string header_key(std::string_view text);

/// One way to understand a header: the name behind it, and what was taken off.
struct HeaderReading {
    std::string key;          ///< as header_key() leaves it
    std::optional<Unit> unit; ///< 用地面积（亩）: mu
    int year = 0;             ///< 2022年税收: 2022; 0 where there is none
};

/// The ways to understand a header, the most literal one first. Brackets may hold a unit
/// （万元/亩）, a remark or a part of the name (R&D); the unit may also stand behind the name
/// without brackets; a year may stand before or behind.
[[nodiscard]] std::vector<HeaderReading> read_header(std::string_view header);

/// The units that a line over a table names: "单位：万元、亩"; empty for any other line.
[[nodiscard]] std::vector<Unit> units_of_line(std::string_view line);

} // namespace tenglong::geo
