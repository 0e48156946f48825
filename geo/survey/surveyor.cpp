#include "geo/survey/surveyor.hpp"

#include "core/base/error.hpp"
#include "core/register/register_facts.hpp"
#include "geo/check/topology.hpp"
#include "geo/measure/ellipsoid.hpp"
#include "geo/measure/gauss_kruger.hpp"
#include "geo/measure/point_places.hpp"
#include "geo/read/values.hpp"
#include "geo/survey/buildings.hpp"
#include "geo/survey/centre_lines.hpp"
#include "geo/survey/checks.hpp"
#include "geo/survey/code_facts.hpp"
#include "geo/survey/measure_facts.hpp"
#include "geo/survey/park_facts.hpp"
#include "geo/survey/prepare.hpp"
#include "geo/survey/table_facts.hpp"
#include "geo/survey/zone_facts.hpp"

#include <algorithm>
#include <array>
#include <numbers>
#include <numeric>
#include <tuple>
#include <variant>

namespace tenglong::geo {

namespace {

/// Inputs that are kept with the survey as zones.
constexpr auto k_zone_kinds = std::to_array<InputKind>(
    {InputKind::supply, InputKind::control_line, InputKind::changes, InputKind::parks,
     InputKind::units, InputKind::towns, InputKind::planned_use, InputKind::farmland,
     InputKind::red_line, InputKind::roads, InputKind::candidates});

[[nodiscard]] const Ellipsoid& ellipsoid_of(Datum datum) noexcept
{
    switch (datum) {
    case Datum::xian80:
        return k_xian80;
    case Datum::beijing54:
        return k_beijing54;
    case Datum::wgs84:
        return k_wgs84;
    default:
        return k_cgcs2000;
    }
}

/// How the cells of a policy's own fact are read; its words as they are written.
[[nodiscard]] FieldType field_type_of(FactType type) noexcept
{
    switch (type) {
    case FactType::number:
        return FieldType::number;
    case FactType::date:
        return FieldType::date;
    case FactType::yes_no:
        return FieldType::flag;
    case FactType::code:
        return FieldType::code;
    default:
        return FieldType::text;
    }
}

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

/// Gives back what a parcel's own row says where its enterprises do not tell it.
class Kept {
public:
    Kept(const FactTable& parcels, std::string_view fact) : m_fact{fact}
    {
        if (const FactColumn* column = parcels.find(fact); column != nullptr) {
            m_column = *column;
        }
    }

    void give_back(FactTable& parcels) const
    {
        if (!m_column) {
            return;
        }
        FactColumn& column = parcels.column(m_fact);
        for (std::size_t row = 0; row < parcels.rows(); ++row) {
            if (m_column->present(row)) {
                column.set_text(row, static_cast<TextId>(m_column->words()[row]),
                                column.add(m_column->provenance(row)));
            }
        }
    }

private:
    std::string_view m_fact;
    std::optional<FactColumn> m_column;
};

} // namespace

Surveyor::Surveyor(const Job& job, const Profile& profile, Date as_of, LayerReader read,
                   Workers& workers, Progress& progress)
    : m_job{job}, m_profile{profile}, m_as_of{as_of}, m_read{std::move(read)}, m_workers{workers},
      m_progress{progress}
{}

template <class Work>
void Surveyor::step(const char* name, const Text& what, Work&& work)
{
    m_progress.step(what, 0);
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    m_survey.timing.push_back({name, took.count()});
}

Survey Surveyor::run()
{
    m_survey.pool = std::make_unique<TextPool>();
    m_survey.records = std::make_unique<RegisterRecords>();
    step("read", msg("reading the inputs"), [&] { read_all(); });
    step("parcels", msg("putting parcels in order"), [&] { sort_parcels(); });
    step("areas", msg("measuring areas"), [&] { measure_areas(); });
    step("buildings", msg("laying buildings over parcels"), [&] { measure_buildings(); });
    step("zones", msg("laying zones over parcels"), [&] {
        keep_zones();
        put_zone_facts(m_survey, m_workers, m_survey.issues);
    });
    step("supply", msg("joining approvals and contracts"), [&] { join_supplies(); });
    step("enterprises", msg("joining enterprises to parcels"), [&] {
        make_records();
        join_enterprises();
    });
    step("facts", msg("writing facts"), [&] { state_facts(); });
    step("checks", msg("checking the data"), [&] { check(); });
    return std::move(m_survey);
}

void Surveyor::read_all()
{
    m_progress.step(msg("reading the inputs"), m_job.inputs.size());
    for (const InputSpec& spec : m_job.inputs) {
        read_input(spec);
        m_progress.advance(1);
    }
    if (!m_crs_known) {
        throw UsageError{msg("no input of '{}' has coordinates; name the parcels with path = in "
                             "[parcels]",
                             m_job.file)};
    }
}

ExtraFields Surveyor::extra_fields(InputKind kind) const
{
    const bool of_parcels = kind == InputKind::parcels || kind == InputKind::supply;
    auto fields = std::make_shared<std::vector<ExtraField>>();
    for (const CustomFact& custom : m_profile.custom) {
        const bool wanted = custom.subject == SubjectKind::parcel ? of_parcels
                            : custom.subject == SubjectKind::enterprise
                                ? kind == InputKind::enterprises
                            : custom.subject == SubjectKind::park ? kind == InputKind::parks
                                                                  : false;
        if (wanted) {
            const FactDeclaration& declaration = (*m_profile.catalogue)[custom.fact];
            Field field{declaration.name,
                        declaration.label,
                        field_type_of(declaration.type),
                        declaration.unit,
                        {},
                        {},
                        {}};
            std::vector<std::string> headers = custom.columns;
            headers.push_back(declaration.name);
            headers.push_back(declaration.label.zh);
            fields->push_back({std::move(field), std::move(headers)});
        }
    }
    return fields;
}

void Surveyor::read_input(const InputSpec& spec)
{
    InputSpec completed = spec;
    completed.crs_of_columns = m_crs_of_first;
    completed.extra = extra_fields(spec.kind);
    VectorLayer layer = m_read(completed, m_survey.issues, m_workers);
    layer.table.keep(completed.extra);
    Text crs;
    if (has_coordinates(layer)) {
        if (!m_crs_known) {
            m_survey.crs = choose_working_crs(m_job, layer);
            m_crs_known = true;
            m_crs_of_first = layer.crs.crs.definition;
        }
        const std::string shown = layer.crs.crs.shown();
        crs = {shown, shown};
        put_right(layer, m_survey.crs, m_job.shifts, m_workers, m_survey.issues);
    }
    m_survey.inputs.push_back(
        {spec.section, spec.path, layer.table.layer(), layer.table.rows(), layer.hash, crs});
    m_layers[spec.kind].push_back(std::move(layer));
}

void Surveyor::sort_parcels()
{
    std::vector<VectorLayer>& read = layers(InputKind::parcels);
    m_parcels = parcel_base(read, m_workers, m_survey.issues);
    m_survey.parcels = measured(std::move(m_parcels.shapes), m_workers);
    m_survey.parcel_facts = std::make_unique<FactTable>(*m_profile.catalogue, *m_survey.pool,
                                                        SubjectKind::parcel, m_parcels.rows.size());
    m_survey.parcel_facts->set_as_of(m_as_of);
    put_parcel_columns(*m_survey.parcel_facts, m_parcels, read, m_survey.issues);
}

std::vector<double> Surveyor::ellipsoid_m2()
{
    if (m_job.area != AreaKind::ellipsoid) {
        return {};
    }
    const Crs& crs = m_survey.crs;
    const Ellipsoid& ellipsoid = ellipsoid_of(crs.datum);
    if (crs.projection == Projection::gauss_kruger) {
        const GaussKruger grid{ellipsoid, crs.meridian, crs.false_easting};
        return ellipsoid_areas(
            m_survey.parcels.shapes, ellipsoid, [&](Point p) { return grid.to_geodetic(p); },
            m_workers);
    }
    const Datum datum = crs.datum == Datum::other ? Datum::cgcs2000 : crs.datum;
    const Reprojection to_degrees{crs, geographic_crs(datum), m_job.shifts};
    return ellipsoid_areas(
        m_survey.parcels.shapes, ellipsoid,
        [&](Point p) { return to_degrees.one(p) * (std::numbers::pi / 180.0); }, m_workers);
}

void Surveyor::measure_areas()
{
    put_areas(*m_survey.parcel_facts, m_job.area, m_survey.parcels.areas, ellipsoid_m2());
}

double Surveyor::figure(std::string_view key, const char* unit) const
{
    const Figure* figure = m_profile.figure(key);
    const auto* quantity = figure == nullptr ? nullptr : std::get_if<Quantity>(&figure->value);
    if (quantity == nullptr) {
        throw UsageError{
            msg("policy '{}' has no figure '{}'; extend the national one", m_profile.id, key)};
    }
    return quantity->unit.convert(quantity->value, *unit == '\0' ? Unit{} : Unit::of(unit));
}

void Surveyor::measure_buildings()
{
    if (layers(InputKind::buildings).empty()) {
        put_stated_built(*m_survey.parcel_facts);
        return;
    }
    Buildings buildings = gather_buildings(layers(InputKind::buildings), figure("high_storey", "m"),
                                           m_workers, m_survey.issues);
    m_layers.erase(InputKind::buildings);
    m_survey.buildings = std::move(buildings.layer);
    m_survey.building_grid = std::make_unique<BoxGrid>(m_survey.buildings.boxes);
    m_survey.built =
        built_on(m_survey.parcels, m_survey.buildings, *m_survey.building_grid, m_workers);
    const auto& areas = m_survey.buildings.areas;
    put_built(*m_survey.parcel_facts, m_survey.built,
              apportion(m_survey.built, areas, buildings.floors.floor_m2),
              apportion(m_survey.built, areas, buildings.floors.floor_high_twice_m2));
    m_survey.building_floor_m2 = std::move(buildings.floors.floor_m2);
}

void Surveyor::keep_zones()
{
    for (const InputKind kind : k_zone_kinds) {
        for (VectorLayer& layer : layers(kind)) {
            while (layer.shapes.size() < layer.table.rows()) {
                layer.shapes.close_feature();
            }
            m_survey.zones[kind].push_back({layer.table, measured(layer.shapes, m_workers)});
        }
    }
    for (const VectorLayer& layer : layers(InputKind::roads)) {
        add_centre_lines(layer, m_survey);
    }
}

void Surveyor::join_supplies()
{
    const auto& read = layers(InputKind::supply);
    if (read.empty()) {
        return;
    }
    m_supply = join_supply(m_survey, m_parcels.keys, read, figure("inside_share", ""), m_workers,
                           m_survey.issues);
    put_supply_facts(*m_survey.parcel_facts, m_supply, read, m_survey.issues);
}

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
    m_enterprises = read_enterprises(layers(InputKind::enterprises), first_enterprise, records,
                                     m_survey.issues);
    const auto first_lease = add_sources(InputKind::leases);
    read_leases(layers(InputKind::leases), first_lease, records, m_survey.issues);
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
    RegisterOptions options;
    for (const InputSpec* spec : m_job.inputs_of(InputKind::enterprises)) {
        options.year = spec->year != 0 ? std::optional{spec->year} : options.year;
    }
    options.tenants = m_profile.tenants;
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

StatedStates Surveyor::stated_states()
{
    StatedStates stated;
    const auto take = [&](const Table& table, std::span<const std::uint32_t> row_of) {
        add_states(stated.build, table, "build_state", row_of, m_survey.issues);
        add_states(stated.supply, table, "supply_state", row_of, m_survey.issues);
    };
    const std::size_t parcels = m_parcels.rows.size();
    const auto& read = layers(InputKind::parcels);
    for (std::uint32_t number = 0; number < read.size(); ++number) {
        std::vector<std::uint32_t> row_of(parcels, k_no_row);
        for (std::size_t parcel = 0; parcel < parcels; ++parcel) {
            row_of[parcel] =
                m_parcels.rows[parcel].input == number ? m_parcels.rows[parcel].row : k_no_row;
        }
        take(read[number].table, row_of);
    }
    const auto& supply = layers(InputKind::supply);
    for (std::uint32_t number = 0; number < supply.size(); ++number) {
        std::vector<std::uint32_t> row_of(parcels, k_no_row);
        for (const SupplyJoin::Match& match : m_supply.matches) {
            if (match.input == number && row_of[match.parcel] == k_no_row) {
                row_of[match.parcel] = match.row;
            }
        }
        take(supply[number].table, row_of);
    }
    return stated;
}

void Surveyor::state_facts()
{
    Survey& survey = m_survey;
    FactTable& parcels = *survey.parcel_facts;
    const StatedStates stated = stated_states();
    put_land_codes(parcels);
    put_state_facts(parcels, stated, m_profile, m_as_of);

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
    const Kept industry{parcels, "industry_code"};
    const Kept size{parcels, "size"};
    write_lead_facts(survey.reg, enterprises, parcels, rows);
    industry.give_back(parcels);
    size.give_back(parcels);
    put_production(parcels, enterprises, survey.reg, rows, stated, m_as_of);
    put_conduct(parcels, enterprises, survey.reg, rows);
    write_line_facts(survey.reg, parcels, enterprises, rows);
    survey.park_facts = make_park_facts(survey, *m_profile.catalogue, survey.issues);
    survey.park_facts->set_as_of(m_as_of);
}

void Surveyor::check_parcel_shapes()
{
    const auto& read = layers(InputKind::parcels);
    const auto table_of = [&](std::uint32_t parcel) -> const Table& {
        return read[m_parcels.rows[parcel].input].table;
    };
    const auto subject = [&](std::uint32_t parcel) {
        return table_of(parcel).subject(m_parcels.rows[parcel].row);
    };
    const BoxGrid grid{m_survey.parcels.boxes};
    for (const TopologyFault& fault : check_topology(m_survey.parcels, grid, {}, m_workers)) {
        if (fault.kind != TopologyFaultKind::duplicate) { // told as duplicate_geometry
            m_survey.issues.push_back(
                to_issue(fault, subject(fault.first), subject(fault.second),
                         table_of(fault.first).place(m_parcels.rows[fault.first].row)));
        }
    }
}

void Surveyor::check()
{
    auto& issues = m_survey.issues;
    check_parcel_shapes();
    check_areas(*m_survey.parcel_facts, m_survey.parcels, m_profile, issues);
    check_parcel_codes(*m_survey.parcel_facts, issues);
    check_dates(*m_survey.parcel_facts, issues);
    check_ranges(*m_survey.parcel_facts, issues);
    check_enterprise_codes(*m_survey.enterprise_facts, issues);
    check_ranges(*m_survey.enterprise_facts, issues);
    std::stable_sort(issues.begin(), issues.end(), [](const Issue& a, const Issue& b) {
        return std::tie(a.place.file, a.place.layer, a.place.row, a.kind, a.subject) <
               std::tie(b.place.file, b.place.layer, b.place.row, b.kind, b.subject);
    });
}

} // namespace tenglong::geo
