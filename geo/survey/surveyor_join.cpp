#include "core/register/register_facts.hpp"
#include "core/register/tax_before.hpp"
#include "geo/measure/point_places.hpp"
#include "geo/read/values.hpp"
#include "geo/survey/code_facts.hpp"
#include "geo/survey/park_facts.hpp"
#include "geo/survey/surveyor.hpp"
#include "geo/survey/table_facts.hpp"

#include <array>
#include <iterator>

// The second half of a survey: who uses which parcel, and the facts that follow from it.

namespace tenglong::geo {

namespace {

/// Takes the words of a choice from the rows of a table to parcels that have none yet.
void add_states(std::vector<std::string>& states, const Table& table, std::string_view field,
                std::span<const std::uint32_t> row_of, std::vector<Issue>& issues)
{
    const TableColumn* column = table.find(field);
    if (column == nullptr) {
        return;
    }
    states.resize(row_of.size());
    const auto values = choices(table, *column, issues);
    for (std::size_t parcel = 0; parcel < row_of.size(); ++parcel) {
        const std::uint32_t row = row_of[parcel];
        if (row != k_no_row && values[row] >= 0 && states[parcel].empty()) {
            states[parcel] = column->field().values[static_cast<std::size_t>(values[row])].key;
        }
    }
}

} // namespace

void Surveyor::make_records()
{
    RegisterInput& input = m_survey.register_input;
    const auto add_sources = [&](InputKind kind) {
        const auto first = static_cast<std::uint16_t>(input.sources.size());
        for (const VectorLayer& layer : layers(kind)) {
            input.sources.push_back({layer.table.file(), layer.table.layer(), 0});
        }
        return first;
    };
    add_sources(InputKind::parcels);
    add_parcel_records();
    RegisterRecords& records = *m_survey.records;
    const auto first_enterprise = add_sources(InputKind::enterprises);
    m_enterprises = read_enterprises(layers(InputKind::enterprises), first_enterprise,
                                     m_profile.energy, records, *m_survey.pool, m_survey.issues);
    const auto first_lease = add_sources(InputKind::leases);
    read_leases(layers(InputKind::leases), first_lease, records, *m_survey.pool, m_survey.issues);
    m_layers.erase(InputKind::leases);
    input.parcels = records.parcels;
    input.enterprises = records.enterprises;
    input.occupations = records.occupations;
}

void Surveyor::add_parcel_records()
{
    const FactTable& facts = *m_survey.parcel_facts;
    const FactId area = facts.id("area_m2");
    const FactId floor = facts.id("floor_m2");
    const auto text_of = [&](const FactColumn* column, std::size_t row) {
        return column != nullptr && column->present(row)
                   ? facts.pool()[static_cast<TextId>(column->words()[row])]
                   : std::string_view{};
    };
    const std::array columns{facts.find("parcel_code"), facts.find("unit_code"),
                             facts.find("holder"), facts.find("holder_credit_code")};
    const auto& read = layers(InputKind::parcels);
    auto& records = m_survey.records->parcels;
    records.resize(facts.rows());
    for (std::size_t row = 0; row < facts.rows(); ++row) {
        const RowRef ref = m_parcels.rows[row];
        ParcelRecord& record = records[row];
        record.parcel_code = text_of(columns[0], row);
        record.unit_code = text_of(columns[1], row);
        record.holder = text_of(columns[2], row);
        record.holder_credit_code = text_of(columns[3], row);
        record.area_m2 = facts.number(area, row);
        record.floor_m2 = facts.number(floor, row);
        record.place = {static_cast<std::uint32_t>(read[ref.input].table.row_number(ref.row)),
                        static_cast<std::uint16_t>(ref.input)};
    }
}

RegisterOptions Surveyor::register_options() const
{
    RegisterOptions options;
    for (const InputSpec* spec : m_job.inputs_of(InputKind::enterprises)) {
        options.year = spec->year != 0 ? std::optional{spec->year} : options.year;
    }
    options.tenants = m_profile.tenants;
    options.tolerances = {figure("area_least", "m2"),    figure("area_warning", ""),
                          figure("area_error", ""),      figure("land_least", "m2"),
                          figure("land_difference", ""), figure("unit_slip", "")};
    return options;
}

void Surveyor::join_enterprises()
{
    RegisterInput& input = m_survey.register_input;
    if (!m_enterprises.points.empty()) {
        const BoxGrid grid{m_survey.parcels.boxes};
        auto places = features_at(m_enterprises.points, m_survey.parcels, grid, m_workers);
        input.locate = [found = std::move(places)](std::size_t row) {
            return found[row] == k_nowhere ? std::nullopt : std::optional{found[row]};
        };
    }
    const RegisterOptions options = register_options();
    m_survey.reg = make_register(input, options);
    auto& found = m_survey.reg.issues;
    m_survey.issues.insert(m_survey.issues.end(), std::move_iterator{found.begin()},
                           std::move_iterator{found.end()});
    found.clear();
    for (std::uint32_t row = 0; row < input.enterprises.size(); ++row) {
        if (m_survey.reg.selection.counts(row)) {
            m_survey.enterprise_rows.push_back(row);
        }
    }
}

void Surveyor::take_states(const Table& table, std::span<const std::uint32_t> row_of)
{
    add_states(m_stated.build, table, "build_state", row_of, m_survey.issues);
    add_states(m_stated.supply, table, "supply_state", row_of, m_survey.issues);
}

void Surveyor::take_states_of_parcels()
{
    const auto& read = layers(InputKind::parcels);
    const std::size_t ranks = m_parcels.ranks();
    for (std::size_t rank = 0; rank < ranks; ++rank) {
        for (std::uint32_t number = 0; number < read.size(); ++number) {
            take_states(read[number].table, m_parcels.rows_in(number, rank));
        }
    }
}

void Surveyor::take_states_of_supply()
{
    const std::span<const ZoneLayer> supply = supply_inputs();
    for (std::uint32_t number = 0; number < supply.size(); ++number) {
        std::vector<std::uint32_t> row_of(m_parcels.rows.size(), k_no_row);
        for (const SupplyJoin::Match& match : m_supply.matches) {
            if (match.input == number && row_of[match.parcel] == k_no_row) {
                row_of[match.parcel] = match.row;
            }
        }
        take_states(supply[number].table, row_of);
    }
}

void Surveyor::state_facts()
{
    Survey& survey = m_survey;
    FactTable& parcels = *survey.parcel_facts;
    put_land_codes(parcels);
    put_state_facts(parcels, m_stated, m_profile, m_as_of);

    const auto& rows = survey.enterprise_rows;
    survey.enterprise_facts = std::make_unique<FactTable>(*m_profile.catalogue, *survey.pool,
                                                          SubjectKind::enterprise, rows.size());
    FactTable& enterprises = *survey.enterprise_facts;
    enterprises.set_as_of(m_as_of);
    const auto& read = layers(InputKind::enterprises);
    for (std::uint32_t input = 0; input < read.size(); ++input) {
        std::vector<std::uint32_t> row_of(rows.size(), k_no_row);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const RowRef ref = m_enterprises.rows[rows[i]];
            row_of[i] = ref.input == input ? ref.row : k_no_row;
        }
        put_table_facts(enterprises, read[input].table, row_of, survey.issues);
        put_stated_classes(enterprises, read[input].table, row_of);
    }
    put_industry(enterprises);
    write_enterprise_facts(survey.register_input, survey.reg, enterprises, rows);
    write_parcel_facts(survey.register_input, survey.reg, parcels);
    write_energy_basis(survey.register_input, survey.reg, enterprises, parcels, rows);
    RegisterOptions earlier;
    earlier.tenants = m_profile.tenants;
    earlier.tolerances = register_options().tolerances;
    write_tax_before(survey.register_input, earlier, survey.reg, parcels);
    write_lead_facts(survey.reg, enterprises, parcels, rows);
    put_production(parcels, enterprises, survey.reg, rows, m_stated, m_as_of);
    put_checked(enterprises);
    put_conduct(parcels, enterprises, survey.reg, rows);
    put_checked(parcels);
    write_line_facts(survey.reg, parcels, enterprises, rows);
    survey.park_facts = make_park_facts(survey, *m_profile.catalogue, survey.issues);
    survey.park_facts->set_as_of(m_as_of);
}

} // namespace tenglong::geo
