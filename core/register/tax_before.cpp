#include "core/register/tax_before.hpp"

#include "core/register/register_facts.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace tenglong {

void write_tax_before(const RegisterInput& input, const RegisterOptions& options,
                      const Register& reg, FactTable& parcels)
{
    if (!reg.selection.year) {
        return;
    }
    const int year = *reg.selection.year - 1;
    // Rows without a year are of the year asked for, so they say nothing of the one before.
    std::vector<EnterpriseRow> rows;
    std::vector<std::size_t> row_of;
    for (std::size_t i = 0; i < input.enterprises.size(); ++i) {
        if (input.enterprises[i].year == std::optional{year}) {
            rows.push_back(input.enterprises[i]);
            row_of.push_back(i);
        }
    }
    if (rows.empty()) {
        return;
    }
    RegisterInput before = input;
    before.enterprises = rows;
    if (input.locate) {
        before.locate = [&](std::size_t row) { return input.locate(row_of[row]); };
    }
    RegisterOptions of_that_year = options;
    of_that_year.year = year;
    of_that_year.suggest_names = false;
    const Register earlier = make_register(before, of_that_year);

    FactTable scratch{parcels.catalogue(), parcels.pool(), SubjectKind::parcel, parcels.rows()};
    FactColumn& areas = scratch.column("area_mu");
    const auto known = areas.add({true, SourceId::none, {}});
    const FactId area_mu = parcels.id("area_mu");
    for (std::size_t parcel = 0; parcel < parcels.rows(); ++parcel) {
        if (const auto area = parcels.number(area_mu, parcel)) {
            areas.set_number(parcel, *area, known);
        }
    }
    write_parcel_facts(before, earlier, scratch);

    FactColumn& column = parcels.column("tax_per_mu_before");
    const FactId tax_per_mu = scratch.id("tax_per_mu");
    const auto computed = column.add({true, SourceId::none, msg("tax of {} / area in mu", year)});
    const auto missing =
        column.add({false, SourceId::none, msg("the rows of {} do not tell its tax", year)});
    for (std::size_t parcel = 0; parcel < parcels.rows(); ++parcel) {
        if (column.present(parcel)) {
            continue;
        }
        if (const auto value = scratch.number(tax_per_mu, parcel)) {
            column.set_number(parcel, *value, computed);
        } else {
            column.set_missing(parcel, missing);
        }
    }
}

} // namespace tenglong
