#pragma once

#include "core/facts/fact_table.hpp"
#include "core/register/register.hpp"

#include <cstdint>
#include <span>

namespace tenglong {

/// Writes what the register knows of parcels: enterprise_count; the sums tax_wan, value_added_wan,
/// revenue_wan, energy_tce, electricity_kwh, emission_t, carbon_t, staff, rd_wan; the ratios
/// tax_per_mu, value_added_per_mu, energy_per_value, rd_share.
///
/// A sum to which one enterprise of the parcel does not contribute its figure is missing, and so is
/// the sum of a parcel on which no enterprise is known: neither is zero. `sum_note` tells the part
/// that is known.
/// \pre the rows of the table are the parcels of the input.
void write_parcel_facts(const RegisterInput& input, const Register& reg, FactTable& parcels);

/// Writes what the register knows of enterprises: the figures that the table does not have yet,
/// land_used_mu, parcel_count, parcel_area_mu, tenant, and the ratios tax_per_mu,
/// value_added_per_mu, revenue_per_mu, energy_per_value, value_per_energy, value_per_emission,
/// productivity, rd_share, tax_per_electricity.
///
/// Where tenants are merged, figures and land are those after the merge, and a tenant that is
/// merged whole has none of its own. Rows set aside have none.
/// \param rows  the input row of each row of the table; empty: they are the same
/// \param source  the file of the figures, for their origin
void write_enterprise_facts(const RegisterInput& input, const Register& reg, FactTable& enterprises,
                            std::span<const std::uint32_t> rows = {},
                            SourceId source = SourceId::none);

/// Writes to parcels what their enterprises are: size, industry_code, class and score of the one
/// that uses most of it, and whether any of them is a two_high project. Class and score are
/// written if the enterprises have them, so it is called after the evaluation, or once again.
/// What a file states of the parcel itself is left as it is.
/// \param rows  as for write_enterprise_facts
void write_lead_facts(const Register& reg, const FactTable& enterprises, FactTable& parcels,
                      std::span<const std::uint32_t> rows = {});

/// Writes in_line_share of enterprises from in_line_m2 and out_line_m2 of the parcels that they
/// use.
void write_line_facts(const Register& reg, const FactTable& parcels, FactTable& enterprises,
                      std::span<const std::uint32_t> rows = {});

/// Writes energy_basis of enterprises and parcels: whether the energy that counts was stated as
/// equivalent or as calorific value, or without a word of it; `mixed` where the enterprises of a
/// parcel differ.
void write_energy_basis(const RegisterInput& input, const Register& reg, FactTable& enterprises,
                        FactTable& parcels, std::span<const std::uint32_t> rows = {});

/// What a parcel's sum consists of, or how many lack the figure and what the others have.
[[nodiscard]] Text sum_note(const Register& reg, std::size_t parcel, YearFigure figure);

} // namespace tenglong
