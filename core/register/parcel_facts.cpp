#include "core/base/number.hpp"
#include "core/register/ratios.hpp"
#include "core/register/register_facts.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace tenglong {

namespace {

/// Reasons that differ by count are told up to this many enterprises; a column holds few reasons.
constexpr std::size_t k_most_told = 12;

[[nodiscard]] Text lacking_reason(std::size_t lacking, std::size_t all)
{
    return all > k_most_told ? msg("some of the enterprises on it lack this figure")
                             : msg("{} of {} enterprises on it lack this figure", lacking, all);
}

void write_sums(const Register& reg, YearFigure figure, FactTable& table)
{
    const std::string_view name = fact_of(figure);
    if (!table.catalogue().find(SubjectKind::parcel, name)) {
        return; // parcels have one kind of energy
    }
    FactColumn& column = table.column(name);
    const auto summed = column.add({true, SourceId::none, table.catalogue()[table.id(name)].how});
    const auto nobody =
        column.add({false, SourceId::none, msg("no enterprise is known to use this parcel")});
    std::map<std::pair<std::size_t, std::size_t>, FactColumn::State> states;
    for (std::size_t parcel = 0; parcel < table.rows(); ++parcel) {
        const std::size_t all = reg.enterprises_on(parcel);
        const std::size_t lacking = reg.lacking_on(parcel, figure);
        if (all == 0) {
            column.set_missing(parcel, nobody);
        } else if (lacking == 0) {
            column.set_number(
                parcel,
                from_units(reg.parcel_sums.at(index_of(figure))[parcel], units_per_one(figure)),
                summed);
        } else {
            const auto key = all > k_most_told ? std::pair{std::size_t{0}, std::size_t{0}}
                                               : std::pair{lacking, all};
            auto [state, is_new] = states.try_emplace(key);
            if (is_new) {
                state->second = column.add({false, SourceId::none, lacking_reason(lacking, all)});
            }
            column.set_missing(parcel, state->second);
        }
    }
}

/// What a file says of the parcel itself, which stands above what its enterprises tell.
[[nodiscard]] bool is_stated(const FactColumn& column, std::size_t row)
{
    return column.present(row) && column.provenance(row).source != SourceId::none;
}

/// Copies a number or a text of each parcel's lead enterprise.
class LeadWriter {
public:
    LeadWriter(const Register& reg, const FactTable& from, FactTable& to,
               const std::vector<std::uint32_t>& row_of)
        : m_reg{reg}, m_from{from}, m_to{to}, m_row_of{row_of}
    {}

    void write(std::string_view fact)
    {
        const FactColumn* values = m_from.find(fact);
        FactColumn& column = m_to.column(fact);
        const auto copied = column.add({true, SourceId::none, m_to.catalogue()[m_to.id(fact)].how});
        const auto nobody =
            column.add({false, SourceId::none, msg("no enterprise is known to use this parcel")});
        const auto lacking = column.add(
            {false, SourceId::none, msg("the enterprise that uses most of it has none")});
        for (std::size_t parcel = 0; parcel < m_to.rows(); ++parcel) {
            const std::uint32_t lead = m_reg.lead[parcel];
            const std::uint32_t row = lead == k_nobody ? k_nobody : m_row_of[lead];
            if (is_stated(column, parcel)) {
                continue;
            }
            if (lead == k_nobody) {
                column.set_missing(parcel, nobody);
            } else if (values == nullptr || row == k_nobody || !values->present(row)) {
                column.set_missing(parcel, lacking);
            } else if (values->type() == FactType::number) {
                column.set_number(parcel, values->numbers()[row], copied);
            } else {
                const auto text = m_from.pool()[static_cast<TextId>(values->words()[row])];
                column.set_text(parcel, m_to.pool().intern(text), copied);
            }
        }
    }

private:
    const Register& m_reg;
    const FactTable& m_from;
    FactTable& m_to;
    const std::vector<std::uint32_t>& m_row_of;
};

/// The table row of each input row; k_nobody where the table has none.
[[nodiscard]] std::vector<std::uint32_t> inverse(std::span<const std::uint32_t> rows,
                                                 std::size_t input_rows)
{
    std::vector<std::uint32_t> row_of(input_rows, k_nobody);
    for (std::uint32_t i = 0; i < (rows.empty() ? input_rows : rows.size()); ++i) {
        row_of[rows.empty() ? i : rows[i]] = i;
    }
    return row_of;
}

/// Yes if one of the parcel's enterprises is, no if each is known not to be.
void write_any(const Register& reg, const FactTable& from, FactTable& to,
               const std::vector<std::uint32_t>& row_of, std::string_view fact)
{
    const FactColumn* values = from.find(fact);
    FactColumn& column = to.column(fact);
    const auto computed = column.add({true, SourceId::none, to.catalogue()[to.id(fact)].how});
    const auto unknown = column.add(
        {false, SourceId::none, msg("it is not known of all enterprises on the parcel")});
    for (std::size_t parcel = 0; parcel < to.rows(); ++parcel) {
        if (is_stated(column, parcel)) {
            continue;
        }
        bool any = false;
        bool all_known = values != nullptr && reg.enterprises_on(parcel) > 0;
        for (const std::uint32_t at : reg.by_parcel[parcel]) {
            const std::uint32_t row = row_of[reg.links[at].enterprise];
            const bool known = values != nullptr && row != k_nobody && values->present(row);
            any = any || (known && values->bytes()[row] != 0);
            all_known = all_known && known;
        }
        if (any || all_known) {
            column.set_yes_no(parcel, any, computed);
        } else {
            column.set_missing(parcel, unknown);
        }
    }
}

} // namespace

void write_parcel_facts(const RegisterInput& input, const Register& reg, FactTable& parcels)
{
    FactColumn& count = parcels.column("enterprise_count");
    const auto counted =
        count.add({true, SourceId::none, parcels.catalogue()[parcels.id("enterprise_count")].how});
    for (std::size_t parcel = 0; parcel < input.parcels.size(); ++parcel) {
        count.set_number(parcel, static_cast<double>(reg.enterprises_on(parcel)), counted);
    }
    for (const YearFigure figure : all_year_figures()) {
        write_sums(reg, figure, parcels);
    }
    write_ratios(parcels, parcel_ratios());
}

void write_lead_facts(const Register& reg, const FactTable& enterprises, FactTable& parcels,
                      std::span<const std::uint32_t> rows)
{
    const auto row_of = inverse(rows, reg.lands.size());
    LeadWriter writer{reg, enterprises, parcels, row_of};
    for (const std::string_view fact : {"size", "industry_code", "class", "score"}) {
        writer.write(fact);
    }
    write_any(reg, enterprises, parcels, row_of, "two_high");
}

Text sum_note(const Register& reg, std::size_t parcel, YearFigure figure)
{
    const std::size_t all = reg.enterprises_on(parcel);
    const std::size_t lacking = reg.lacking_on(parcel, figure);
    if (all == 0) {
        return msg("no enterprise is known to use this parcel");
    }
    const Units sum = lacking == all ? 0 : reg.parcel_sums.at(index_of(figure))[parcel];
    const FactCatalogue catalogue;
    const Unit unit = catalogue[catalogue.at(SubjectKind::enterprise, fact_of(figure))].unit;
    const Text shown = shown_number(from_units(sum, units_per_one(figure)), unit);
    if (lacking == 0) {
        return msg("sum over {} enterprises: {}", all, shown);
    }
    return lacking == all ? msg("none of the {} enterprises on it has this figure", all)
                          : msg("{} of {} enterprises on it lack this figure; the others have {}",
                                lacking, all, shown);
}

} // namespace tenglong
