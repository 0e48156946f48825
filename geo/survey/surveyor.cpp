#include "geo/survey/surveyor.hpp"

#include "core/base/error.hpp"
#include "geo/check/topology.hpp"
#include "geo/measure/ellipsoid.hpp"
#include "geo/measure/gauss_kruger.hpp"
#include "geo/survey/building_account.hpp"
#include "geo/survey/buildings.hpp"
#include "geo/survey/centre_lines.hpp"
#include "geo/survey/checks.hpp"
#include "geo/survey/code_facts.hpp"
#include "geo/survey/issue_order.hpp"
#include "geo/survey/measure_facts.hpp"
#include "geo/survey/prepare.hpp"
#include "geo/survey/table_facts.hpp"
#include "geo/survey/zone_facts.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numbers>
#include <utility>
#include <variant>

namespace tenglong::geo {

namespace {

/// Inputs that are kept with the survey as zones; so is supply.
constexpr auto k_zone_kinds = std::to_array<InputKind>(
    {InputKind::control_line, InputKind::changes, InputKind::parks, InputKind::units,
     InputKind::towns, InputKind::planned_use, InputKind::farmland, InputKind::red_line,
     InputKind::roads, InputKind::candidates, InputKind::permitted_zone, InputKind::space_zones});

/// Inputs of rows rather than ground, which are read when the ground is measured: by then most of
/// what was read before is gone.
[[nodiscard]] bool is_register(InputKind kind) noexcept
{
    return kind == InputKind::supply || kind == InputKind::enterprises || kind == InputKind::leases;
}

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

/// Names the layer of parcels that has rows for none, or shapes that are no areas.
void refuse_layers_without_ground(const std::vector<std::pair<std::size_t, InputSummary>>& inputs,
                                  const std::vector<Issue>& issues)
{
    for (const auto& numbered : inputs) {
        const InputSummary& input = numbered.second;
        if (!input.section.starts_with("parcels")) {
            continue;
        }
        if (input.rows == 0) {
            throw UsageError{msg("'{}' of [{}] has no rows: there is nothing to survey", input.path,
                                 input.section)};
        }
        const auto first = std::ranges::find_if(issues, [&](const Issue& issue) {
            return issue.place.file == input.path && issue.kind.starts_with("geometry_");
        });
        if (first != issues.end()) {
            throw UsageError{
                msg("none of the {} rows of '{}' has an area ({}); [{}] needs a layer of "
                    "polygons",
                    input.rows, input.path, first->text, input.section)};
        }
    }
}

} // namespace

Surveyor::Surveyor(const Job& job, const Profile& profile, Date as_of, LayerReader read,
                   Workers& workers, Progress& progress)
    : m_job{job}, m_profile{profile}, m_as_of{as_of}, m_read{std::move(read)}, m_workers{workers},
      m_progress{progress}, m_crs_of_inputs(job.inputs.size())
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

Survey Surveyor::run(KeepBuildings keep)
{
    m_survey.pool = std::make_unique<TextPool>();
    m_survey.records = std::make_unique<RegisterRecords>();
    step("read", msg("reading the inputs"), [&] { read_group(Inputs::layers); });
    step("parcels", msg("putting parcels in order"), [&] { sort_parcels(); });
    step("checks", msg("checking the data"), [&] {
        check_parcel_shapes();
        drop_parcel_cells();
    });
    step("areas", msg("measuring areas"), [&] { measure_areas(); });
    step("buildings", msg("laying buildings over parcels"), [&] { measure_buildings(); });
    if (keep == KeepBuildings::no) {
        m_survey.drop_buildings();
    }
    step("zones", msg("laying zones over parcels"), [&] {
        for (const InputKind kind : k_zone_kinds) {
            keep_zones(kind);
        }
        put_zone_facts(m_survey, m_workers, m_survey.issues);
    });
    step("read", msg("reading the inputs"), [&] {
        read_group(Inputs::registers);
        end_reading();
    });
    step("supply", msg("joining approvals and contracts"), [&] { join_supplies(); });
    step("enterprises", msg("joining enterprises to parcels"), [&] {
        make_records();
        join_enterprises();
    });
    step("facts", msg("writing facts"), [&] {
        state_facts();
        m_layers.clear();
    });
    step("checks", msg("checking the data"), [&] { check(); });
    return std::move(m_survey);
}

void Surveyor::read_group(Inputs group)
{
    std::vector<std::size_t> numbers;
    std::vector<InputSpec> specs;
    std::string crs; // of the first input before that has coordinates
    for (std::size_t number = 0; number < m_job.inputs.size(); ++number) {
        if (is_register(m_job.inputs[number].kind) == (group == Inputs::registers)) {
            numbers.push_back(number);
            specs.push_back(m_job.inputs[number]);
            specs.back().extra = extra_fields(specs.back().kind);
            specs.back().crs_of_columns = crs;
        } else if (crs.empty()) {
            crs = m_crs_of_inputs[number];
        }
    }
    m_progress.step(msg("reading the inputs"), specs.size());
    std::vector<ReadInput> read = read_inputs(
        specs, m_read, [this] { m_progress.advance(1); }, m_workers);
    for (std::size_t i = 0; i < read.size(); ++i) {
        take_input(numbers[i], specs[i], std::exchange(read[i], {}));
    }
}

void Surveyor::end_reading()
{
    if (!m_crs_known) {
        refuse_layers_without_ground(m_inputs, m_survey.issues);
        throw UsageError{msg("no input of '{}' has coordinates; name the parcels with path = in "
                             "[parcels]",
                             m_job.file)};
    }
    std::sort(m_inputs.begin(), m_inputs.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [number, input] : m_inputs) {
        m_survey.inputs.push_back(std::move(input));
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
                            : custom.subject == SubjectKind::park   ? kind == InputKind::parks
                            : custom.subject == SubjectKind::change ? kind == InputKind::changes
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

void Surveyor::take_input(std::size_t number, const InputSpec& spec, ReadInput read)
{
    VectorLayer layer = std::move(read.layer);
    std::ranges::move(read.issues, std::back_inserter(m_survey.issues));
    layer.table.keep(spec.extra);
    Text crs;
    if (has_coordinates(layer)) {
        const Box stored = extent_of(layer);
        if (!m_crs_known) {
            m_survey.crs = choose_working_crs(m_job, layer);
            m_crs_known = true;
        }
        const std::string shown = layer.crs.crs.shown();
        crs = {shown, shown};
        m_crs_of_inputs[number] = layer.crs.crs.definition;
        put_right(layer, m_survey.crs, m_job.shifts, m_workers, m_survey.issues);
        m_places.see(spec, layer, stored);
    }
    m_inputs.push_back({number,
                        {spec.section, shown_path(spec), layer.table.layer(), layer.table.rows(),
                         layer.hash, crs}});
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
    put_parcel_columns(*m_survey.parcel_facts, m_parcels, read,
                       m_parcels.several.empty() ? 0.0 : figure("area_error", ""), m_survey.issues);
    take_states_of_parcels();
}

void Surveyor::drop_parcel_cells()
{
    for (VectorLayer& layer : layers(InputKind::parcels)) {
        layer.table.columns().clear(); // file and numbers of the rows stay
    }
}

std::vector<double> Surveyor::ellipsoid_m2()
{
    if (m_job.area != AreaKind::ellipsoid || !m_crs_known) {
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
    m_survey.building_grid = std::make_unique<BoxGrid>(buildings.layer.boxes);
    m_survey.built =
        built_on(m_survey.parcels, buildings.layer, *m_survey.building_grid, m_workers);
    const BuiltOn& built = m_survey.built;
    report_buildings(buildings, built, m_survey.issues);
    buildings.rows = {};
    buildings.row_numbers = {};
    m_survey.buildings = std::move(buildings.layer);
    const auto& areas = m_survey.buildings.areas;
    put_built(*m_survey.parcel_facts, built, apportion(built, areas, buildings.floors.floor_m2),
              apportion(built, areas, buildings.floors.floor_high_twice_m2));
}

void Surveyor::keep_zones(InputKind kind)
{
    for (VectorLayer& layer : layers(kind)) {
        if (kind == InputKind::roads) {
            add_centre_lines(layer, m_survey);
        }
        while (layer.shapes.size() < layer.table.rows()) {
            layer.shapes.close_feature();
        }
        m_survey.zones[kind].push_back(
            {std::move(layer.table), measured(std::move(layer.shapes), m_workers)});
    }
    m_layers.erase(kind);
}

std::span<const ZoneLayer> Surveyor::supply_inputs() const
{
    const auto found = m_survey.zones.find(InputKind::supply);
    return found == m_survey.zones.end() ? std::span<const ZoneLayer>{} : found->second;
}

void Surveyor::join_supplies()
{
    keep_zones(InputKind::supply);
    const std::vector<std::string> keys = std::move(m_parcels.keys); // gone when this is done
    const std::span<const ZoneLayer> read = supply_inputs();
    if (read.empty()) {
        return;
    }
    m_supply =
        join_supply(m_survey, keys, read, figure("inside_share", ""), m_workers, m_survey.issues);
    put_supply_facts(*m_survey.parcel_facts, m_supply, read, m_survey.issues);
    take_states_of_supply();
    keep_unmatched(m_survey.zones[InputKind::supply], m_supply);
    m_supply = {};
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
    report_uncoded(m_parcels, *m_survey.parcel_facts, read, m_survey.issues);
    const BoxGrid grid{m_survey.parcels.boxes};
    const TopologyOptions options{figure("overlap_least", "m2"), figure("sliver_area", "m2"),
                                  figure("gap_least", "m2"), figure("gap_width", "m")};
    for (const TopologyFault& fault : check_topology(m_survey.parcels, grid, options, m_workers)) {
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
    m_places.report(issues);
    check_areas(*m_survey.parcel_facts, m_survey.parcels, m_profile, issues);
    check_parcel_codes(*m_survey.parcel_facts, issues);
    check_dates(*m_survey.parcel_facts, issues);
    check_ranges(*m_survey.parcel_facts, issues);
    check_enterprise_codes(*m_survey.enterprise_facts, issues);
    check_ranges(*m_survey.enterprise_facts, issues);
    sort_issues(issues);
}

} // namespace tenglong::geo
