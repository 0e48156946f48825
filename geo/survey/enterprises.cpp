#include "geo/survey/enterprises.hpp"

#include "geo/survey/columns.hpp"
#include "geo/survey/put_in_order.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tenglong::geo {

namespace {

constexpr double k_none = std::numeric_limits<double>::quiet_NaN();

[[nodiscard]] std::string_view kept(TextPool& pool, std::string_view text)
{
    return text.empty() ? std::string_view{} : pool[pool.intern(text)];
}

[[nodiscard]] YearFigure figure_of(EnergyBasis basis) noexcept
{
    switch (basis) {
    case EnergyBasis::equivalent:
        return YearFigure::energy_equivalent;
    case EnergyBasis::calorific:
        return YearFigure::energy_calorific;
    case EnergyBasis::stated:
        break;
    }
    return YearFigure::energy;
}

/// The rows of one table of enterprises.
class EnterpriseReader {
public:
    EnterpriseReader(const Table& table, std::uint16_t source, const EnergyOrder& energy,
                     TextPool& pool, std::vector<Issue>& issues)
        : m_table{table}, m_source{source}, m_energy{energy}, m_pool{pool}, m_credit{table,
                                                                                     "credit_code"},
          m_organisation{table, "organisation_code"}, m_registration{table, "registration_number"},
          m_name{table, "name"}, m_parcel{table, "parcel_code"}, m_unit{table, "unit_code"},
          m_year{table, "year", issues}, m_own{table, "land_own_mu", issues},
          m_in{table, "land_in_mu", issues}, m_out{table, "land_out_mu", issues},
          m_stated{table, "land_stated_mu", issues}, m_workshop{table, "workshop_leased_m2", issues}
    {
        for (const YearFigure figure : all_year_figures()) {
            m_figures.emplace_back(table, fact_of(figure), issues);
        }
        for (const char* pollutant :
             {"emission_cod_t", "emission_so2_t", "emission_nh3n_t", "emission_nox_t"}) {
            if (table.find(pollutant) != nullptr) {
                m_pollutants.emplace_back(table, pollutant, issues);
            }
        }
    }

    [[nodiscard]] EnterpriseRow row(std::size_t row)
    {
        EnterpriseRow record;
        const auto code = !m_credit[row].empty()         ? m_credit[row]
                          : !m_organisation[row].empty() ? m_organisation[row]
                                                         : m_registration[row];
        record.credit_code = kept(m_pool, code);
        record.name = kept(m_pool, m_name[row]);
        record.parcel_codes = kept(m_pool, m_parcel[row]);
        record.unit_codes = kept(m_pool, m_unit[row]);
        if (const auto year = m_year[row]; year && *year > 1900.0 && *year < 2200.0) {
            record.year = static_cast<int>(*year);
        }
        record.land_own_mu = m_own[row];
        record.land_in_mu = m_in[row];
        record.land_out_mu = m_out[row];
        record.land_stated_mu = m_stated[row];
        record.floor_leased_m2 = m_workshop[row];
        for (const YearFigure figure : all_year_figures()) {
            record.figures.set(figure, m_figures[index_of(figure)].at(row));
        }
        record.figures.set(YearFigure::energy, energy_of(record.figures));
        if (!record.figures.get(YearFigure::emission)) {
            record.figures.set(YearFigure::emission, pollutants_of(row));
        }
        record.place = {static_cast<std::uint32_t>(m_table.row_number(row)), m_source};
        return record;
    }

    /// Rows at equivalent and at calorific value are no figures to be compared or added.
    void report(std::vector<Issue>& issues) const
    {
        const std::size_t equivalent = m_by_basis.at(index(EnergyBasis::equivalent));
        const std::size_t calorific = m_by_basis.at(index(EnergyBasis::calorific));
        if (equivalent != 0 && calorific != 0) {
            issues.push_back(
                {"energy_values_mixed",
                 Severity::warning,
                 {m_table.file(), m_table.layer(), 0},
                 {},
                 {},
                 msg("'{}' states the energy of {} rows at equivalent value only and of "
                     "{} at calorific value only; the two are not comparable",
                     m_table.file(), equivalent, calorific)});
        }
    }

private:
    [[nodiscard]] static std::size_t index(EnergyBasis basis) noexcept
    {
        return static_cast<std::size_t>(basis);
    }

    [[nodiscard]] double energy_of(const YearFigures& figures)
    {
        for (const EnergyBasis basis : m_energy) {
            if (const auto value = figures.get(figure_of(basis))) {
                ++m_by_basis.at(index(basis));
                return *value;
            }
        }
        return k_none;
    }

    /// The sum of the main pollutants that the table has columns for; unknown if a cell is empty.
    [[nodiscard]] double pollutants_of(std::size_t row) const
    {
        double sum = m_pollutants.empty() ? k_none : 0.0;
        for (const NumberCells& pollutant : m_pollutants) {
            sum += pollutant.at(row);
        }
        return sum;
    }

    const Table& m_table;
    std::uint16_t m_source;
    const EnergyOrder& m_energy;
    std::array<std::size_t, 3> m_by_basis{}; ///< rows, by the basis of the figure that counts
    TextPool& m_pool;
    TextCells m_credit;
    TextCells m_organisation;
    TextCells m_registration;
    TextCells m_name;
    TextCells m_parcel;
    TextCells m_unit;
    NumberCells m_year;
    NumberCells m_own;
    NumberCells m_in;
    NumberCells m_out;
    NumberCells m_stated;
    NumberCells m_workshop;
    std::vector<NumberCells> m_figures;
    std::vector<NumberCells> m_pollutants;
};

/// Rows of the same enterprise stand in the order of their files, which decides between them.
void sort_rows(RegisterRecords& records, EnterpriseBase& base)
{
    std::vector<std::uint32_t> order(records.enterprises.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const EnterpriseRow& left = records.enterprises[a];
        const EnterpriseRow& right = records.enterprises[b];
        if (left.credit_code != right.credit_code) {
            return left.credit_code < right.credit_code;
        }
        return left.name != right.name ? left.name < right.name : a < b;
    });
    put_in_order(base.rows, order);
    if (!base.points.empty()) {
        put_in_order(base.points, order);
    }
    put_in_order(records.enterprises, order);
}

/// The rows of one table of leases or of a land ledger.
class LeaseReader {
public:
    LeaseReader(const Table& table, std::uint16_t source, TextPool& pool,
                std::vector<Issue>& issues)
        : m_table{table}, m_source{source}, m_pool{pool}, m_self_code{table, "credit_code"},
          m_self_name{table, "name"}, m_lessor_code{table, "lessor_credit_code"},
          m_lessor_name{table, "lessor_name"}, m_lessee_code{table, "lessee_credit_code"},
          m_lessee_name{table, "lessee_name"}, m_parcel{table, "parcel_code"}, m_unit{table,
                                                                                      "unit_code"},
          m_area{table, "land_leased_m2", issues}, m_floor{table, "floor_leased_m2", issues},
          m_start{table, "lease_start", issues}, m_end{table, "lease_end", issues}
    {
        if (const TableColumn* column = table.find("lease_kind"); column != nullptr) {
            m_kinds = choices(table, *column, issues);
            m_words = &column->field().values;
        }
    }

    [[nodiscard]] Occupation row(std::size_t row) const
    {
        const std::string kind = kind_of(row);
        Occupation record;
        record.kind = kind == "own" ? OccupationKind::own : OccupationKind::lease;
        const Party self{m_self_code[row], m_self_name[row]};
        const Party lessor{m_lessor_code[row], m_lessor_name[row]};
        const Party lessee{m_lessee_code[row], m_lessee_name[row]};
        // A ledger is written from one side: whoever the row is about is one of the two.
        const bool self_uses = kind == "own" || kind == "leased_in";
        const Party user = self_uses              ? self.or_else(lessee)
                           : kind == "leased_out" ? lessee
                                                  : lessee.or_else(self);
        record.user_credit_code = kept(m_pool, user.code);
        record.user_name = kept(m_pool, user.name);
        if (record.kind == OccupationKind::lease) {
            const Party owner = kind == "leased_out" ? lessor.or_else(self) : lessor;
            record.lessor_credit_code = kept(m_pool, owner.code);
            record.lessor_name = kept(m_pool, owner.name);
        }
        record.parcel_codes = kept(m_pool, m_parcel[row]);
        record.unit_codes = kept(m_pool, m_unit[row]);
        record.area_m2 = m_area[row];
        record.floor_m2 = m_floor[row];
        record.start = m_start[row];
        record.end = m_end[row];
        record.place = {static_cast<std::uint32_t>(m_table.row_number(row)), m_source};
        return record;
    }

private:
    struct Party {
        std::string_view code;
        std::string_view name;

        [[nodiscard]] Party or_else(const Party& other) const
        {
            return code.empty() && name.empty() ? other : *this;
        }
    };

    [[nodiscard]] std::string kind_of(std::size_t row) const
    {
        return m_kinds.empty() || m_kinds[row] < 0
                   ? std::string{}
                   : (*m_words)[static_cast<std::size_t>(m_kinds[row])].key;
    }

    const Table& m_table;
    std::uint16_t m_source;
    TextPool& m_pool;
    TextCells m_self_code;
    TextCells m_self_name;
    TextCells m_lessor_code;
    TextCells m_lessor_name;
    TextCells m_lessee_code;
    TextCells m_lessee_name;
    TextCells m_parcel;
    TextCells m_unit;
    NumberCells m_area;
    NumberCells m_floor;
    DayCells m_start;
    DayCells m_end;
    std::vector<std::int16_t> m_kinds;
    const std::vector<ChoiceValue>* m_words = nullptr;
};

} // namespace

EnterpriseBase read_enterprises(std::span<const VectorLayer> layers, std::uint16_t first_source,
                                const EnergyOrder& energy, RegisterRecords& records, TextPool& pool,
                                std::vector<Issue>& issues)
{
    EnterpriseBase base;
    std::size_t rows = records.enterprises.size();
    for (const VectorLayer& layer : layers) {
        rows += layer.table.rows();
    }
    records.enterprises.reserve(rows);
    base.rows.reserve(rows);
    for (std::uint32_t input = 0; input < layers.size(); ++input) {
        const Table& table = layers[input].table;
        EnterpriseReader reader{table, static_cast<std::uint16_t>(first_source + input), energy,
                                pool, issues};
        const auto& points = layers[input].points;
        if (!points.empty() || !base.points.empty()) {
            base.points.resize(records.enterprises.size(), {k_none, k_none});
            base.points.insert(base.points.end(), points.begin(), points.end());
        }
        for (std::uint32_t row = 0; row < table.rows(); ++row) {
            records.enterprises.push_back(reader.row(row));
            base.rows.push_back({input, row});
        }
        reader.report(issues);
    }
    if (!base.points.empty()) {
        base.points.resize(records.enterprises.size(), {k_none, k_none});
    }
    sort_rows(records, base);
    return base;
}

void read_leases(std::span<const VectorLayer> layers, std::uint16_t first_source,
                 RegisterRecords& records, TextPool& pool, std::vector<Issue>& issues)
{
    for (std::uint32_t input = 0; input < layers.size(); ++input) {
        const Table& table = layers[input].table;
        const LeaseReader reader{table, static_cast<std::uint16_t>(first_source + input), pool,
                                 issues};
        for (std::uint32_t row = 0; row < table.rows(); ++row) {
            records.occupations.push_back(reader.row(row));
        }
    }
}

} // namespace tenglong::geo
