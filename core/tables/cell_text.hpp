#pragma once

#include "core/tables/result_column.hpp"

#include <cstddef>
#include <string>

namespace tenglong {

/// A cell as a program reads it again: every digit of a number, dates as 2021-02-28, yes and no as
/// true and false, codes as they are; empty if it is missing.
[[nodiscard]] std::string plain_text(const ResultColumn& column, std::size_t row);

/// A cell as people read it: numbers with the decimals of the column, the labels of codes (of
/// several, with 、 or a comma between), yes and no in words; empty if it is missing.
[[nodiscard]] std::string shown_text(const ResultColumn& column, std::size_t row, Lang lang);

/// The labels of the codes in a cell. \pre present, and a code.
[[nodiscard]] std::string shown_codes(const ResultColumn& column, std::size_t row, Lang lang);

} // namespace tenglong
