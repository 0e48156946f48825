#include "core/register/ratios.hpp"
#include "core/register/register_facts.hpp"

#include <array>
#include <cmath>

namespace tenglong {

namespace {

/// Writes the facts of enterprises, column by column.
class EnterpriseFacts {
public:
    EnterpriseFacts(const RegisterInput& input, const Register& reg, FactTable& table,
                    std::span<const std::uint32_t> rows)
        : m_input{input}, m_reg{reg}, m_table{table}, m_rows{rows}
    {}

    void write_figure(YearFigure figure, SourceId source);
    void write_land();
    void write_parcels();
    void write_tenant();

private:
    [[nodiscard]] std::size_t input_row(std::size_t row) const
    {
        return m_rows.empty() ? row : m_rows[row];
    }
    [[nodiscard]] static FactColumn::State missing(FactColumn& column, Text reason)
    {
        return column.add({false, SourceId::none, std::move(reason)});
    }
    [[nodiscard]] FactColumn::State computed(FactColumn& column, std::string_view fact) const
    {
        return column.add({true, SourceId::none, m_table.catalogue()[m_table.id(fact)].how});
    }
    /// Calls `write(row, input row)` for rows that count; the others say why they are left out.
    template <class Write>
    void for_counted(FactColumn& column, Write write) const
    {
        const auto aside =
            missing(column, msg("the row is set aside: another row or year of it counts"));
        for (std::size_t row = 0; row < m_table.rows(); ++row) {
            if (m_reg.selection.counts(input_row(row))) {
                write(row, input_row(row));
            } else {
                column.set_missing(row, aside);
            }
        }
    }
    [[nodiscard]] bool merged_whole(std::size_t e) const
    {
        return m_reg.merged && m_reg.merged->into[e] != k_nobody;
    }

    const RegisterInput& m_input;
    const Register& m_reg;
    FactTable& m_table;
    std::span<const std::uint32_t> m_rows;
};

[[nodiscard]] Text merged_reason()
{
    return msg("merged in the holder of the parcel");
}

void EnterpriseFacts::write_figure(YearFigure figure, SourceId source)
{
    const std::size_t f = index_of(figure);
    if (m_reg.amounts.at(f).empty()) {
        return;
    }
    FactColumn& column = m_table.column(fact_of(figure));
    const auto read = column.add({true, source, {}});
    const auto not_given = column.add({false, source, msg("not given")});
    const auto merged = missing(column, merged_reason());
    const auto with_tenants =
        column.add({true, SourceId::none, msg("with the tenants on its parcels")});
    const auto incomplete =
        missing(column, msg("it or one of the tenants merged in it lacks this figure"));
    // The row's own column may hold another figure than the one that counts: energy has several.
    const auto told = [&](std::size_t row, double value) {
        return column.present(row) &&
               std::abs(column.numbers()[row] - value) * units_per_one(figure) <= 1.0;
    };
    for_counted(column, [&](std::size_t row, std::size_t e) {
        const Units own = m_reg.amounts.at(f)[e];
        const Units amount = m_reg.merged ? m_reg.merged->amounts.at(f)[e] : own;
        if (merged_whole(e)) {
            column.set_missing(row, merged);
        } else if (m_reg.merged && (m_reg.merged->incomplete[e] >> f & 1U) != 0) {
            column.set_missing(row, incomplete);
        } else if (amount == k_missing) {
            column.set_missing(row, not_given);
        } else if (const double value = from_units(amount, units_per_one(figure));
                   amount != own || !told(row, value)) {
            column.set_number(row, value, amount == own ? read : with_tenants);
        }
    });
}

void EnterpriseFacts::write_land()
{
    FactColumn& column = m_table.column("land_used_mu");
    std::array<FactColumn::State, 5> known{};
    std::array<FactColumn::State, 5> part_of_year{};
    for (std::size_t i = 0; i < known.size(); ++i) {
        const Text from = label(static_cast<LandSource>(i));
        known.at(i) = column.add({true, SourceId::none, from});
        part_of_year.at(i) = column.add(
            {true, SourceId::none, msg("{}; leases weighted by the days of the year", from)});
    }
    const auto unknown = missing(column, label(LandSource::unknown));
    const auto not_positive = missing(column, msg("own + leased in - let out is zero or negative"));
    const auto merged = missing(column, merged_reason());
    const auto with_tenants =
        column.add({true, SourceId::none, msg("with the tenants on its parcels")});
    for_counted(column, [&](std::size_t row, std::size_t e) {
        const EnterpriseLand& land = m_reg.lands[e];
        const Units own = land.used.value_or(k_missing);
        const Units used = m_reg.merged ? m_reg.merged->land[e] : own;
        const auto source = static_cast<std::size_t>(land.source);
        if (merged_whole(e)) {
            column.set_missing(row, merged);
        } else if (used == k_missing) {
            column.set_missing(row, unknown);
        } else if (used <= 0) {
            column.set_missing(row, not_positive);
        } else {
            const auto state = used != own         ? with_tenants
                               : land.part_of_year ? part_of_year.at(source)
                                                   : known.at(source);
            column.set_number(row, land_in_mu(used), state);
        }
    });
}

void EnterpriseFacts::write_parcels()
{
    FactColumn& count = m_table.column("parcel_count");
    FactColumn& area = m_table.column("parcel_area_mu");
    const auto counted = computed(count, "parcel_count");
    const auto summed = computed(area, "parcel_area_mu");
    const auto none = missing(area, msg("it has no parcel"));
    const auto unknown = missing(area, msg("the area of one of its parcels is missing"));
    for_counted(count, [&](std::size_t row, std::size_t e) {
        count.set_number(row, static_cast<double>(m_reg.links_of(e).size()), counted);
    });
    for_counted(area, [&](std::size_t row, std::size_t e) {
        Units sum = 0;
        bool known = true;
        for (const Link& link : m_reg.links_of(e)) {
            const auto area_m2 = m_input.parcels[link.parcel].area_m2;
            const auto units = area_m2 ? land_from_m2(*area_m2) : std::nullopt;
            known = known && units;
            sum += units.value_or(0);
        }
        if (m_reg.links_of(e).empty() || !known) {
            area.set_missing(row, known ? none : unknown);
        } else {
            area.set_number(row, land_in_mu(sum), summed);
        }
    });
}

void EnterpriseFacts::write_tenant()
{
    FactColumn& column = m_table.column("tenant");
    const auto found = computed(column, "tenant");
    const auto unknown = missing(column, label(LandSource::unknown));
    for_counted(column, [&](std::size_t row, std::size_t e) {
        const auto links = m_reg.links_of(e);
        const bool holds = std::any_of(links.begin(), links.end(), [](const Link& link) {
            return link.title != Title::tenant;
        });
        const EnterpriseLand& land = m_reg.lands[e];
        if (column.present(row)) {
            return; // its own word
        }
        if (land.own || !links.empty()) {
            column.set_yes_no(row, land.own ? *land.own == 0 : !holds, found);
        } else {
            column.set_missing(row, unknown);
        }
    });
}

} // namespace

void write_enterprise_facts(const RegisterInput& input, const Register& reg, FactTable& enterprises,
                            std::span<const std::uint32_t> rows, SourceId source)
{
    EnterpriseFacts facts{input, reg, enterprises, rows};
    for (const YearFigure figure : all_year_figures()) {
        facts.write_figure(figure, source);
    }
    facts.write_land();
    facts.write_parcels();
    facts.write_tenant();
    write_ratios(enterprises, enterprise_ratios());
}

void write_line_facts(const Register& reg, const FactTable& parcels, FactTable& enterprises,
                      std::span<const std::uint32_t> rows)
{
    FactColumn& column = enterprises.column("in_line_share");
    const auto computed = column.add(
        {true, SourceId::none, enterprises.catalogue()[enterprises.id("in_line_share")].how});
    const auto unknown = column.add(
        {false, SourceId::none,
         msg("it has no parcel, or the area of one inside the control line is not known")});
    const FactId inside = parcels.id("in_line_m2");
    const FactId outside = parcels.id("out_line_m2");
    for (std::size_t row = 0; row < enterprises.rows(); ++row) {
        double in = 0.0;
        double all = 0.0;
        bool known = true;
        for (const Link& link : reg.links_of(rows.empty() ? row : rows[row])) {
            const auto in_line = parcels.number(inside, link.parcel);
            const auto out_line = parcels.number(outside, link.parcel);
            known = known && in_line && out_line;
            in += in_line.value_or(0.0);
            all += in_line.value_or(0.0) + out_line.value_or(0.0);
        }
        if (known && all > 0.0) {
            column.set_number(row, in / all, computed);
        } else {
            column.set_missing(row, unknown);
        }
    }
}

} // namespace tenglong
