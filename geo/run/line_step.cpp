#include "geo/run/line_step.hpp"

#include "core/base/error.hpp"
#include "core/tables/standard_tables.hpp"

#include <memory>
#include <utility>

namespace tenglong::geo {

std::optional<LineAccount> keep_account(Survey& survey, const Profile& profile, AreaKind area,
                                        Date as_of, Workers& workers,
                                        std::optional<bool> from_parcels)
{
    const bool derived = profile.balance && from_parcels.value_or(profile.balance->from_parcels);
    if (!survey.zones.contains(InputKind::control_line) || !profile.balance ||
        (!survey.zones.contains(InputKind::changes) && !derived)) {
        return std::nullopt;
    }
    try {
        return line_account(survey, profile, area, as_of, workers, survey.issues, from_parcels);
    } catch (const UsageError& error) {
        // The account alone stops at what the base lacks for it; all else of a run need not.
        Issue issue;
        issue.kind = "account_not_kept";
        issue.text = msg("no account of the control line was kept: {}", error.text());
        survey.issues.push_back(std::move(issue));
        return std::nullopt;
    }
}

std::vector<SpatialTable> line_result(const std::optional<LineAccount>& account,
                                      const Survey& survey, const Profile& profile,
                                      Workers& workers)
{
    if (account) {
        return line_tables(*account, survey, profile, workers);
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
