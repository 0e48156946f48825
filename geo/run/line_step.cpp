#include "geo/run/line_step.hpp"

#include "core/base/error.hpp"
#include "core/tables/standard_tables.hpp"
#include "geo/line/change_facts.hpp"
#include "geo/run/life_facts.hpp"

#include <memory>
#include <utility>

namespace tenglong::geo {

std::optional<LineAccount> keep_account(Survey& survey, const Profile& profile, AreaKind area,
                                        Date as_of, Workers& workers,
                                        std::optional<bool> from_parcels)
{
    const bool derived = profile.balance && from_parcels.value_or(profile.balance->from_parcels);
    const bool told = survey.zones.contains(InputKind::changes);
    if (!told && !(derived && survey.zones.contains(InputKind::control_line))) {
        return std::nullopt;
    }
    try {
        return line_account(survey, profile, area, as_of, workers, survey.issues, from_parcels);
    } catch (const UsageError& error) {
        // The account alone stops at what the base or the policy lacks for it; all else of a run
        // need not.
        Issue issue;
        issue.kind = "account_not_kept";
        issue.text = msg("no account of the control line was kept: {}", error.text());
        survey.issues.push_back(std::move(issue));
        return std::nullopt;
    }
}

std::unique_ptr<FactTable> facts_of_changes(const LineAccount& account, const Survey& survey,
                                            const Profile& profile, Date as_of, Workers& workers)
{
    auto facts = change_facts(account, survey, profile, workers);
    facts->set_as_of(as_of);
    write_derived_facts(*facts, profile);
    return facts;
}

std::vector<SpatialTable> line_result(const std::optional<LineAccount>& account,
                                      const FactTable* changes, const Survey& survey,
                                      const Profile& profile)
{
    if (account) {
        return line_tables(*account, *changes, survey, profile);
    }
    std::vector<SpatialTable> tables;
    for (const TableMaker make :
         {line_before_table, line_after_table, changes_table, changes_lost_table}) {
        tables.push_back({make(), std::make_shared<const Polygons>()});
    }
    tables.push_back({account_table()});
    return tables;
}

void summarize_account(const LineAccount& account, LineSummary& line)
{
    const Account& all = account.decided.all();
    line.before_m2 = account.before_m2;
    line.after_m2 = account.after_m2;
    line.occupied_m2 = all.occupied_m2;
    line.compensated_m2 = all.compensated_m2;
    line.required_m2 = all.required_m2;
    line.balance_m2 = all.balance_m2;
    if (const Truth holds = account.holds(); holds != Truth::unknown) {
        line.holds = holds == Truth::yes;
    }
}

} // namespace tenglong::geo
