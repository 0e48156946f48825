#pragma once

#include "core/facts/fact_table.hpp"
#include "core/register/register.hpp"

namespace tenglong {

/// Writes tax_per_mu_before of parcels: the tax that rows of the year before state, joined as those
/// of the year itself. Nothing where no row is of that year; what a file states of the parcel
/// stays. \param reg the register of the year itself, of the same input and options \pre the rows
/// of the table are the parcels of the input, and area_mu was written.
void write_tax_before(const RegisterInput& input, const RegisterOptions& options,
                      const Register& reg, FactTable& parcels);

} // namespace tenglong
