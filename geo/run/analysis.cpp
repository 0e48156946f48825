#include "geo/run/analysis.hpp"

#include "core/tables/fill.hpp"
#include "core/tables/standard_tables.hpp"
#include "geo/run/block_facts.hpp"
#include "geo/run/contradictions.hpp"
#include "geo/run/evaluation_step.hpp"
#include "geo/run/evidence_rows.hpp"
#include "geo/run/fact_rows.hpp"
#include "geo/run/group_tables.hpp"
#include "geo/run/issue_count.hpp"
#include "geo/run/life_facts.hpp"
#include "geo/run/result_tables.hpp"
#include "geo/run/summarize.hpp"

#include <utility>

namespace tenglong::geo {

namespace {

/// A copy of shapes that writers share.
[[nodiscard]] std::shared_ptr<const Polygons> shared(Polygons shapes)
{
    return std::make_shared<const Polygons>(std::move(shapes));
}

} // namespace

Analysis::Analysis(AnalysisInput input) : m_in{std::move(input)}, m_clock{m_in.progress}
{
    m_result.survey = m_in.survey;
}

Result Analysis::run()
{
    m_clock.step("facts", msg("facts"), 0, [&] { complete_facts(); });
    m_clock.step("evaluation", msg("evaluation"), 0, [&] { evaluate_groups(); });
    m_clock.step("verdicts", msg("verdicts"), 0, [&] { judge_parcels(); });
    m_clock.step("vacant", msg("vacant ground"), 0, [&] { search_vacant_ground(); });
    m_clock.step("blocks", msg("blocks"), 0, [&] { join_blocks(); });
    m_clock.step("verdicts", msg("verdicts"), 0, [&] { judge_groups(); });
    m_clock.step("line", msg("control line"), 0, [&] { keep_line(); });
    m_clock.step("tables", msg("result tables"), 0, [&] { make_tables(); });
    m_clock.step("evidence", msg("evidence"), 0, [&] { add_evidence_table(); });
    m_clock.step("records", msg("records of facts"), 0, [&] { add_records(); });
    summarize();
    return std::move(m_result);
}

void Analysis::complete_facts()
{
    Survey& survey = *m_in.survey;
    for (FactTable* facts :
         {survey.parcel_facts.get(), survey.enterprise_facts.get(), survey.park_facts.get()}) {
        facts->set_as_of(m_in.as_of);
    }
    write_life_facts(parcels(), m_in.profile, m_in.as_of);
    write_industry_facts(*survey.enterprise_facts);
    report_contradictions(parcels(), survey.issues);
    write_issue_count(parcels(), survey.issues);
    derive_facts();
}

void Analysis::derive_facts()
{
    Survey& survey = *m_in.survey;
    for (FactTable* facts :
         {survey.parcel_facts.get(), survey.enterprise_facts.get(), survey.park_facts.get()}) {
        write_derived_facts(*facts, m_in.profile);
    }
}

/// Scores and classes of enterprises, and of parcels by those who use them; then what the profile
/// derives once more, because it may ask for them.
void Analysis::evaluate_groups()
{
    (void)write_evaluation(*m_in.survey, m_in.profile);
    derive_facts();
}

/// The verdicts keep the facts that they were made from.
std::shared_ptr<const Judged> Analysis::judged(SubjectKind subject,
                                               std::shared_ptr<const FactTable> facts) const
{
    struct Kept {
        std::shared_ptr<const FactTable> facts;
        Judged judged;
    };
    Judged verdicts = judge(m_in.profile.rules_for(subject), *facts, m_in.workers);
    const auto kept = std::make_shared<const Kept>(Kept{std::move(facts), std::move(verdicts)});
    return {kept, &kept->judged};
}

void Analysis::judge_parcels()
{
    m_parcels.reset(); // it looks at the facts, which have changed
    m_parcels = judged(SubjectKind::parcel, {m_in.survey, m_in.survey->parcel_facts.get()});
}

void Analysis::search_vacant_ground()
{
    const std::vector<std::uint32_t> rows = parcels_to_search(m_in.profile, *m_parcels);
    m_vacant = write_vacant_facts(*m_in.survey, m_in.profile, rows, m_in.workers);
    m_in.survey->drop_buildings();
    judge_parcels();
}

void Analysis::join_blocks()
{
    m_blocks = write_block_facts(*m_in.survey, m_in.profile, m_parcels->verdicts, m_in.workers);
}

void Analysis::judge_groups()
{
    judge_parcels();
    m_enterprises =
        judged(SubjectKind::enterprise, {m_in.survey, m_in.survey->enterprise_facts.get()});
    m_parks = judged(SubjectKind::park, {m_in.survey, m_in.survey->park_facts.get()});
}

void Analysis::keep_line()
{
    m_line = keep_account(*m_in.survey, m_in.profile, m_in.job.area, m_in.as_of, m_in.workers,
                          m_in.job.changes_from_parcels);
    if (m_line) {
        m_change_facts =
            facts_of_changes(*m_line, *m_in.survey, m_in.profile, m_in.as_of, m_in.workers);
        m_changes = judged(SubjectKind::change, m_change_facts);
    }
}

void Analysis::make_tables()
{
    make_parcel_layers();
    for (SpatialTable& table :
         line_result(m_line, m_change_facts.get(), *m_in.survey, m_in.profile)) {
        add(std::move(table));
    }
    add({issues_layer(issues_table(m_in.survey->issues))});
    add({enterprises_result(*m_in.survey, m_in.profile, *m_enterprises, *m_treated)});
    add({run_result(*m_in.survey, m_in.job, m_in.profile, m_in.as_of, m_in.version)});
}

void Analysis::make_parcel_layers()
{
    const Statuses statuses{m_in.profile, *m_parcels};
    ResultTable parcel_rows = parcels_result(m_in.profile, *m_parcels, statuses);
    const Reclaim freed = reclaim(*m_in.survey, m_in.profile, *m_parcels, statuses);
    write_freed_columns(freed.freed, freed.measures, parcel_rows);
    parcel_rows.complete();
    m_treated.emplace(
        treat_enterprises(*m_in.survey, m_in.profile, freed.freed, *m_parcels, *m_enterprises));
    m_blocks = most_freed_first(m_blocks, freed.freed);
    ResultTable block_rows =
        blocks_result(*m_in.survey, m_blocks, parcel_rows, {freed.measures, *m_parcels->evaluator});
    const std::shared_ptr<const Polygons> shapes{m_in.survey, &m_in.survey->parcels.shapes};
    add({std::move(parcel_rows), shapes});
    add({vacant_result(parcels(), m_vacant), shared(std::move(m_vacant.parts.shapes))});
    add({std::move(block_rows), shared(std::move(m_blocks.outlines))});
    make_group_tables(freed);
}

void Analysis::make_group_tables(const Reclaim& freed)
{
    const Survey& survey = *m_in.survey;
    m_regions = make_regions({&survey, &m_in.profile, &freed, m_line ? &*m_line : nullptr,
                              m_blocks.size(), m_in.as_of, m_in.job.name, m_in.job.region});
    m_whole = judged(SubjectKind::region, m_regions.whole);
    add({indicators_result(m_in.job, m_in.profile, *m_regions.whole, m_in.as_of)});
    add({units_result(survey, freed.units)});
    add({towns_result(freed.towns)});
    add({parks_result(*m_parks, freed.parks)});
    add({regions_result(m_regions, *m_whole, freed.counties)});
    add({supply_result(m_regions)});
    add({measures_result(survey, m_in.profile, freed, *m_treated)});
}

/// All subjects of a run.
std::vector<std::shared_ptr<const Judged>> Analysis::all_judged() const
{
    std::vector<std::shared_ptr<const Judged>> all{m_parcels, m_enterprises, m_parks};
    if (m_changes) {
        all.push_back(m_changes);
    }
    all.push_back(m_whole);
    return all;
}

void Analysis::add_evidence_table()
{
    SpatialTable evidence = evidence_layer(all_judged(), m_in.workers);
    std::vector<const Judged*> all;
    for (const auto& each : all_judged()) {
        all.push_back(each.get());
    }
    evidence.table["rule"].set_words(rule_words(all));
    add(std::move(evidence));
}

void Analysis::add_records()
{
    const Survey& survey = *m_in.survey;
    // The tables keep the survey, from whose facts they are written.
    const auto shared_facts = [this](const std::unique_ptr<FactTable>& facts) {
        return std::shared_ptr<const FactTable>{m_in.survey, facts.get()};
    };
    std::vector tables{shared_facts(survey.parcel_facts), shared_facts(survey.enterprise_facts),
                       shared_facts(survey.park_facts)};
    if (m_change_facts) {
        tables.push_back(m_change_facts);
    }
    tables.push_back(m_regions.whole);
    FactRecords records = record_facts(tables, m_in.workers);
    add({std::move(records.origins)});
    add({std::move(records.origin_sets)});
    for (SpatialTable& table : records.facts) {
        add(std::move(table));
    }
    add({policy_result(m_in.profile.texts)});
}

void Analysis::summarize()
{
    Summary& summary = m_result.summary;
    const Survey& survey = *m_in.survey;
    summary.job = m_in.job.name;
    summary.policy = m_in.profile.id;
    summary.policy_title = m_in.profile.title;
    summary.as_of = m_in.as_of;
    summary.version = m_in.version;
    summary.inputs = survey.inputs;
    summarize_parcels(summary, m_result.table("parcels").table);
    summarize_treatment(summary, m_treated->treatment);
    if (m_line) {
        summarize_account(*m_line, summary.control_line);
    }
    summarize_statuses(summary, *m_parcels, Statuses{m_in.profile, *m_parcels});
    std::vector<const Judged*> judged;
    for (const auto& each : all_judged()) {
        judged.push_back(each.get());
    }
    summary.missing = summarize_lacks(judged);
    summary.rules = summarize_rules(judged);
    const ResultTable& block_rows = m_result.table("blocks").table;
    summary.block_count = block_rows.rows();
    for (std::size_t row = 0; row < block_rows.rows(); ++row) {
        summary.block_area_m2 += block_rows["area_m2"].number(row);
    }
    summary.enterprises = summarize_enterprises(survey, m_result.table("enterprises").table);
    summary.targets = summarize_targets(m_result.table("indicators").table);
    summary.issues = summarize_issues(survey.issues);
    summary.timing = survey.timing;
    summary.timing.insert(summary.timing.end(), m_clock.times().begin(), m_clock.times().end());
}

} // namespace tenglong::geo
