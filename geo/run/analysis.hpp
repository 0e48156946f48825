#pragma once

#include "geo/blocks/blocks.hpp"
#include "geo/engine.hpp"
#include "geo/run/judge.hpp"
#include "geo/run/line_step.hpp"
#include "geo/run/reclaim_step.hpp"
#include "geo/run/regions.hpp"
#include "geo/run/step_clock.hpp"
#include "geo/run/vacant_facts.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tenglong::geo {

/// What a run is given.
struct AnalysisInput {
    std::shared_ptr<Survey> survey;
    const Job& job;
    const Profile& profile;
    Date as_of;
    const std::string& version;
    Workers& workers;
    Progress& progress;
};

/// The steps from a surveyed base to result tables, in their order. Serves one run.
class Analysis {
public:
    explicit Analysis(AnalysisInput input);
    [[nodiscard]] Result run();

private:
    void complete_facts();
    void derive_facts();
    void evaluate_groups();
    void judge_parcels();
    void search_vacant_ground();
    void join_blocks();
    void judge_groups();
    void keep_line();
    void make_tables();
    void make_parcel_layers();
    void make_group_tables(const Reclaim& freed);
    void add_evidence_table();
    void add_records();
    [[nodiscard]] std::vector<std::shared_ptr<const Judged>> all_judged() const;
    void summarize();

    [[nodiscard]] std::shared_ptr<const Judged>
    judged(SubjectKind subject, std::shared_ptr<const FactTable> facts) const;
    [[nodiscard]] FactTable& parcels() { return *m_in.survey->parcel_facts; }
    void add(SpatialTable table) { m_result.tables.push_back(std::move(table)); }

    AnalysisInput m_in;
    StepClock m_clock;
    std::shared_ptr<const Judged> m_parcels; ///< judged last
    std::shared_ptr<const Judged> m_enterprises;
    std::shared_ptr<const Judged> m_parks;
    VacantGround m_vacant;
    Blocks m_blocks;
    std::optional<LineAccount> m_line;
    std::shared_ptr<const FactTable> m_change_facts; ///< null: there is no account
    std::shared_ptr<const Judged> m_changes;
    Regions m_regions;
    std::shared_ptr<const Judged> m_whole; ///< the whole area, as a region
    std::optional<EnterpriseTreatment> m_treated;
    Result m_result;
};

} // namespace tenglong::geo
