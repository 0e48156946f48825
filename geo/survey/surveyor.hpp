#pragma once

#include "geo/survey/enterprises.hpp"
#include "geo/survey/parcels.hpp"
#include "geo/survey/place_check.hpp"
#include "geo/survey/read_inputs.hpp"
#include "geo/survey/state_facts.hpp"
#include "geo/survey/survey.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tenglong::geo {

/// A survey step by step. Each step reads what the ones before it left.
class Surveyor {
public:
    Surveyor(const Job& job, const Profile& profile, Date as_of, LayerReader read, Workers& workers,
             Progress& progress);

    [[nodiscard]] Survey run(KeepBuildings keep = KeepBuildings::yes);

private:
    template <class Work>
    void step(const char* name, const Text& what, Work&& work);

    enum class Inputs : std::uint8_t { layers, registers };
    void read_group(Inputs group);
    void take_input(std::size_t number, const InputSpec& spec, ReadInput read);
    void end_reading();
    void sort_parcels();
    void measure_areas();
    void measure_buildings();
    void keep_zones(InputKind kind);
    void join_supplies();
    void make_records();
    void add_parcel_records();
    void join_enterprises();
    void state_facts();
    void check();

    [[nodiscard]] std::vector<VectorLayer>& layers(InputKind kind) { return m_layers[kind]; }
    [[nodiscard]] std::span<const ZoneLayer> supply_inputs() const;
    [[nodiscard]] std::vector<double> ellipsoid_m2();
    void take_states(const Table& table, std::span<const std::uint32_t> row_of);
    void take_states_of_parcels();
    void take_states_of_supply();
    void drop_parcel_cells();
    [[nodiscard]] ExtraFields extra_fields(InputKind kind) const;
    void check_parcel_shapes();
    [[nodiscard]] RegisterOptions register_options() const;
    [[nodiscard]] double figure(std::string_view key, const char* unit) const;

    const Job& m_job;
    const Profile& m_profile;
    Date m_as_of;
    LayerReader m_read;
    Workers& m_workers;
    Progress& m_progress;
    std::map<InputKind, std::vector<VectorLayer>> m_layers;
    ParcelBase m_parcels;
    EnterpriseBase m_enterprises;
    SupplyJoin m_supply;
    StatedStates m_stated;
    PlaceCheck m_places;
    bool m_crs_known = false;
    std::vector<std::string> m_crs_of_inputs; ///< by input of the job; empty: none, or not read
    std::vector<std::pair<std::size_t, InputSummary>> m_inputs; ///< as they are read
    Survey m_survey;
};

} // namespace tenglong::geo
