#include "tools/cli/run_ledger.hpp"

#include "core/rules/sentence.hpp"
#include "core/tables/fill.hpp"
#include "tools/ledger/ledger.hpp"

#include <memory>
#include <optional>

namespace tenglong::tools {

namespace {

[[nodiscard]] DictionaryPtr fact_words(const Profile& profile)
{
    auto words = std::make_shared<Dictionary>();
    for (const auto& [code, label] : profile.words) {
        words->set({code, label, std::nullopt});
    }
    return words;
}

} // namespace

std::vector<std::string> reasons_of(const geo::Result& result, const Profile& profile, Lang lang)
{
    const ResultTable& parcels = result.table("parcels").table;
    const ResultColumn& flags = parcels["flags"];
    const RuleSet& rules = profile.rules_for(SubjectKind::parcel);
    const Evaluator evaluator{rules, *result.survey->parcel_facts};
    std::vector<std::string> reasons(parcels.rows());
    for (std::size_t row = 0; row < reasons.size(); ++row) {
        if (!flags.present(row)) {
            continue;
        }
        for (const std::string_view flag : flags.codes(row)) {
            if (const auto rule = rules.find(flag)) {
                std::string& reason = reasons[row];
                reason += reason.empty() ? "" : lang == Lang::zh ? "；" : "; ";
                reason += sentence(explain(evaluator, *rule, row), rules).in(lang);
            }
        }
    }
    return reasons;
}

RunLists run_lists(const geo::Result& result, const LoadedJob& loaded, Lang lang)
{
    const ResultTable& parcels = result.table("parcels").table;
    const FactTable& facts = *result.survey->parcel_facts;
    return {base_list(parcels, facts),
            treatment_list(parcels, facts, reasons_of(result, *loaded.profile, lang),
                           loaded.as_of.year())};
}

void write_run_ledger(const std::filesystem::path& path, const geo::Result& result,
                      const LoadedJob& loaded, Lang lang)
{
    const RunLists lists = run_lists(result, loaded, lang);
    write_ledger(path,
                 {.base_list = &lists.base,
                  .treatment_list = &lists.treatment,
                  .account = &result.table("account").table,
                  .indicators = &result.table("indicators").table,
                  .issues = &result.table("issues").table,
                  .evidence = &result.table("evidence").table,
                  .fact_words = fact_words(*loaded.profile)},
                 {loaded.job.name, loaded.job.name}, {lang, loaded.as_of});
}

} // namespace tenglong::tools
