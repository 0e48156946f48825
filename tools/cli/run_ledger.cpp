#include "tools/cli/run_ledger.hpp"

#include "core/rules/sentence.hpp"
#include "core/tables/fill.hpp"
#include "tools/ledger/ledger.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <string_view>

namespace tenglong::tools {

namespace {

/// For each parcel the states of production that its enterprises tell, each once and sorted; of a
/// parcel whose enterprises tell none, that it produces, where that is known.
[[nodiscard]] std::vector<std::string> states_of(const geo::Survey& survey)
{
    const FactTable& enterprises = *survey.enterprise_facts;
    const FactTable& parcels = *survey.parcel_facts;
    std::vector<std::set<std::string_view>> told(parcels.rows());
    if (const FactColumn* states = enterprises.find("production_state")) {
        for (std::size_t row = 0; row < survey.enterprise_rows.size(); ++row) {
            if (!states->present(row)) {
                continue;
            }
            const auto word = static_cast<TextId>(states->words()[row]);
            for (const Link& link : survey.reg.links_of(survey.enterprise_rows[row])) {
                told[link.parcel].insert(enterprises.pool()[word]);
            }
        }
    }
    const FactColumn* producing = parcels.find("in_production");
    std::vector<std::string> joined(told.size());
    for (std::size_t parcel = 0; parcel < told.size(); ++parcel) {
        for (const std::string_view state : told[parcel]) {
            joined[parcel] += (joined[parcel].empty() ? "" : std::string{k_code_separator});
            joined[parcel] += state;
        }
        if (told[parcel].empty() && producing != nullptr && producing->present(parcel) &&
            producing->bytes()[parcel] != 0) {
            joined[parcel] = "normal";
        }
    }
    return joined;
}

[[nodiscard]] DictionaryPtr fact_words(const Profile& profile)
{
    auto words = std::make_shared<Dictionary>();
    for (const auto& [code, label] : profile.words) {
        words->set({code, label, std::nullopt});
    }
    return words;
}

} // namespace

std::vector<std::string> reasons_of(const geo::Result& result, const Profile& profile, Lang lang,
                                    geo::Workers& workers)
{
    const ResultTable& parcels = result.table("parcels").table;
    const ResultColumn& flags = parcels["flags"];
    const RuleSet& rules = profile.rules_for(SubjectKind::parcel);
    const Evaluator evaluator{rules, *result.survey->parcel_facts};
    std::vector<std::string> reasons(parcels.rows());
    const auto tell = [&](std::size_t row) {
        for (const std::string_view flag : flags.codes(row)) {
            if (const auto rule = rules.find(flag)) {
                std::string& reason = reasons[row];
                reason += reason.empty() ? "" : lang == Lang::zh ? "；" : "; ";
                reason += sentence(explain(evaluator, *rule, row), rules).in(lang);
            }
        }
    };
    constexpr std::size_t k_grain = 256;
    workers.each(reasons.size(), k_grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            if (flags.present(row)) {
                tell(row);
            }
        }
    });
    return reasons;
}

void add_lists(geo::Result& result, const LoadedJob& loaded, Lang lang, geo::Workers& workers)
{
    const ResultTable& parcels = result.table("parcels").table;
    const FactTable& facts = *result.survey->parcel_facts;
    std::vector<geo::SpatialTable> lists;
    lists.push_back({base_list(parcels, facts)});
    lists.push_back(
        {treatment_list(parcels, facts, reasons_of(result, *loaded.profile, lang, workers),
                        states_of(*result.survey), loaded.as_of.year())});
    const auto evidence =
        std::find_if(result.tables.begin(), result.tables.end(),
                     [](const geo::SpatialTable& each) { return each.table.id() == "evidence"; });
    result.tables.insert(evidence, std::make_move_iterator(lists.begin()),
                         std::make_move_iterator(lists.end()));
}

void write_run_ledger(const std::filesystem::path& path, const geo::Result& result,
                      const LoadedJob& loaded, Lang lang)
{
    write_ledger(
        path,
        {.base_list = &result.table("base_list").table,
         .treatment_list = &result.table("treatment_list").table,
         .account = &result.table("account").table,
         .indicators = &result.table("indicators").table,
         .issues = &result.table("issues").table,
         .evidence = &result.table("evidence").table,
         .evidence_source = dynamic_cast<const KeyedRows*>(result.table("evidence").source.get()),
         .fact_words = fact_words(*loaded.profile)},
        {loaded.job.name, loaded.job.name}, {lang, loaded.as_of});
}

} // namespace tenglong::tools
