#pragma once

#include "core/register/records.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tenglong {

/// Divides rows whose credit codes hold the same organisation code, as written, into enterprises.
///
/// Codes with a right check digit, in whichever form, are one enterprise. A code with a wrong one
/// may have any of its characters wrong: it is the same enterprise only where another row has the
/// very same code, or the same organisation code and the same name.
/// \return the rows of each enterprise; first the one with a right check digit, if there is one,
/// then in the order of files and rows, whatever that of `alike`
[[nodiscard]] std::vector<std::vector<std::uint32_t>> apart(std::span<const EnterpriseRow> rows,
                                                            std::span<const std::uint32_t> alike);

} // namespace tenglong
