#include "core/register/register_facts.hpp"

#include <array>
#include <string_view>

namespace tenglong {

namespace {

/// How the energy that counts of a row was stated; nothing without energy.
[[nodiscard]] std::string_view basis_of(const YearFigures& figures)
{
    const auto counts = figures.get(YearFigure::energy);
    if (!counts) {
        return {};
    }
    if (figures.get(YearFigure::energy_equivalent) == counts) {
        return "equivalent";
    }
    return figures.get(YearFigure::energy_calorific) == counts ? "calorific" : "stated";
}

} // namespace

void write_energy_basis(const RegisterInput& input, const Register& reg, FactTable& enterprises,
                        FactTable& parcels, std::span<const std::uint32_t> rows)
{
    FactColumn& own = enterprises.column("energy_basis");
    const auto found =
        own.add({true, SourceId::none, msg("by the column that the energy is from")});
    const auto none = own.add({false, SourceId::none, msg("no energy is given")});
    for (std::size_t row = 0; row < enterprises.rows(); ++row) {
        const auto basis = basis_of(input.enterprises[rows.empty() ? row : rows[row]].figures);
        if (basis.empty()) {
            own.set_missing(row, none);
        } else {
            own.set_text(row, enterprises.pool().intern(basis), found);
        }
    }
    FactColumn& united = parcels.column("energy_basis");
    const auto same = united.add({true, SourceId::none, msg("of the enterprises on it")});
    const auto nobody = united.add({false, SourceId::none, msg("no energy is given")});
    for (std::size_t parcel = 0; parcel < parcels.rows(); ++parcel) {
        std::string_view basis;
        for (const std::uint32_t at : reg.by_parcel[parcel]) {
            const auto one = basis_of(input.enterprises[reg.links[at].enterprise].figures);
            if (!one.empty() && one != basis) {
                basis = basis.empty() ? one : "mixed";
            }
        }
        if (basis.empty()) {
            united.set_missing(parcel, nobody);
        } else {
            united.set_text(parcel, parcels.pool().intern(basis), same);
        }
    }
}

} // namespace tenglong
