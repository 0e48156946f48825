#include "core/register/ratios.hpp"

#include <array>

namespace tenglong {

namespace {

constexpr std::array<Ratio, 4> k_parcel_ratios{{
    {"tax_per_mu", "tax_wan", "area_mu"},
    {"value_added_per_mu", "value_added_wan", "area_mu"},
    {"energy_per_value", "energy_tce", "value_added_wan"},
    {"rd_share", "rd_wan", "revenue_wan"},
}};

constexpr std::array<Ratio, 9> k_enterprise_ratios{{
    {"tax_per_mu", "tax_wan", "land_used_mu"},
    {"value_added_per_mu", "value_added_wan", "land_used_mu"},
    {"revenue_per_mu", "revenue_wan", "land_used_mu"},
    {"energy_per_value", "energy_tce", "value_added_wan"},
    {"value_per_energy", "value_added_wan", "energy_tce"},
    {"value_per_emission", "value_added_wan", "emission_t"},
    {"productivity", "value_added_wan", "staff"},
    {"rd_share", "rd_wan", "revenue_wan"},
    {"tax_per_electricity", "tax_wan", "electricity_kwh", 10'000.0},
}};

void write_ratio(FactTable& table, const Ratio& ratio)
{
    const FactCatalogue& catalogue = table.catalogue();
    const FactDeclaration& above = catalogue[table.id(ratio.numerator)];
    const FactDeclaration& below = catalogue[table.id(ratio.denominator)];
    FactColumn& column = table.column(ratio.fact);
    const auto computed = column.add({true, SourceId::none, catalogue[table.id(ratio.fact)].how});
    const auto missing = [&](Text reason) {
        return column.add({false, SourceId::none, std::move(reason)});
    };
    const auto no_numerator = missing(msg("{} is missing", above.label));
    const auto no_denominator = missing(msg("{} is missing", below.label));
    const auto not_positive = missing(msg("{} is zero or negative", below.label));
    const FactColumn* numerators = table.find(ratio.numerator);
    const FactColumn* denominators = table.find(ratio.denominator);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (denominators == nullptr || !denominators->present(row)) {
            column.set_missing(row, no_denominator);
        } else if (numerators == nullptr || !numerators->present(row)) {
            column.set_missing(row, no_numerator);
        } else if (!(denominators->numbers()[row] > 0.0)) {
            column.set_missing(row, not_positive);
        } else {
            const double quotient = numerators->numbers()[row] / denominators->numbers()[row];
            column.set_number(row, quotient * ratio.factor, computed);
        }
    }
}

} // namespace

std::span<const Ratio> parcel_ratios() noexcept
{
    return k_parcel_ratios;
}

std::span<const Ratio> enterprise_ratios() noexcept
{
    return k_enterprise_ratios;
}

void write_ratios(FactTable& table, std::span<const Ratio> ratios)
{
    for (const Ratio& ratio : ratios) {
        write_ratio(table, ratio);
    }
}

} // namespace tenglong
