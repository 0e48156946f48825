#include "core/register/register.hpp"

#include "core/base/number.hpp"
#include "core/register/names.hpp"
#include "core/register/near_names.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace tenglong {

namespace {

/// The place in an account for what a row set aside or without a parcel brings.
[[nodiscard]] WideUnits& aside(FigureAccount& account, RowUse use)
{
    return use == RowUse::duplicate    ? account.duplicate
           : use == RowUse::other_year ? account.other_year
                                       : account.unmatched;
}

/// Brings the figures of each row to the parcels, and keeps the accounts.
void sum_figures(const RegisterInput& input, Register& result)
{
    for (std::size_t f = 0; f < k_year_figures; ++f) {
        if (!result.amounts.at(f).empty()) {
            result.parcel_sums.at(f).assign(input.parcels.size(), 0);
        }
    }
    for (std::size_t e = 0; e < input.enterprises.size(); ++e) {
        const auto links = result.links_of(e);
        Divider divider{links, result.lands[e]};
        for (std::size_t f = 0; f < k_year_figures; ++f) {
            FigureAccount& account = result.accounts.at(f);
            const Units amount = result.amounts.at(f).empty() ? k_missing : result.amounts.at(f)[e];
            if (amount == k_missing) {
                account.lacking += result.selection.counts(e) ? 1 : 0;
                continue;
            }
            account.entered += amount;
            if (links.empty()) {
                aside(account, result.selection.use[e]) += amount;
                continue;
            }
            const auto parts = divider.divide(amount);
            for (std::size_t i = 0; i < links.size(); ++i) {
                result.parcel_sums.at(f)[links[i].parcel] += parts[i];
                account.placed += parts[i];
            }
            account.unplaced += parts.back();
        }
    }
}

/// The land that a row set aside states; nothing if it states none.
[[nodiscard]] Units land_of_row(const EnterpriseRow& row)
{
    const auto part = [](std::optional<double> area_mu) {
        return area_mu ? land_from_mu(*area_mu).value_or(0) : 0;
    };
    const bool in_parts = row.land_own_mu || row.land_in_mu;
    return std::max<Units>(0, in_parts ? part(row.land_own_mu) + part(row.land_in_mu) -
                                             part(row.land_out_mu)
                                       : part(row.land_stated_mu));
}

void sum_land(const RegisterInput& input, Register& result)
{
    FigureAccount& account = result.land_account;
    for (std::size_t e = 0; e < input.enterprises.size(); ++e) {
        const EnterpriseLand& land = result.lands[e];
        const auto links = result.links_of(e);
        if (!result.selection.counts(e)) {
            const Units stated = land_of_row(input.enterprises[e]);
            account.entered += stated;
            aside(account, result.selection.use[e]) += stated;
            continue;
        }
        account.lacking += land.used ? 0 : 1;
        Units known = 0;
        for (const Link& link : links) {
            account.placed += link.land;
            known += link.land;
        }
        account.unplaced += land.unplaced;
        const Units used = land.used ? std::max<Units>(*land.used, 0) : known + land.unplaced;
        account.entered += used;
        account.unmatched += links.empty() ? used : 0;
    }
}

void find_leads(const RegisterInput& input, Register& result)
{
    result.lead.assign(input.parcels.size(), k_nobody);
    for (std::size_t parcel = 0; parcel < input.parcels.size(); ++parcel) {
        const Link* best = nullptr;
        for (const std::uint32_t at : result.by_parcel[parcel]) {
            const Link& link = result.links[at];
            const bool better =
                link.weight > 0 &&
                (best == nullptr || link.land > best->land ||
                 (link.land == best->land &&
                  before(input.enterprises[link.enterprise], input.enterprises[best->enterprise])));
            best = better ? &link : best;
        }
        result.lead[parcel] = best == nullptr ? k_nobody : best->enterprise;
    }
}

/// Looks for like names among the holders that are not an enterprise by their exact name.
class Hints {
public:
    Hints(ParcelIndex& parcels, EnterpriseIndex& enterprises)
    {
        const TextIndex& holders = parcels.holder_names();
        std::map<std::string, std::pair<std::string, std::uint32_t>> by_core;
        for (std::size_t key = 0; key < holders.size(); ++key) {
            const std::string holder{holders.text(key)};
            if (!enterprises.by_name(holder).empty()) {
                continue;
            }
            const auto held = holders.rows(key);
            const auto first =
                *std::min_element(held.begin(), held.end(), [&](std::uint32_t a, std::uint32_t b) {
                    return parcels.before(a, b);
                });
            const auto [at, is_new] = by_core.try_emplace(core_name(holder), holder, first);
            if (!is_new && holder < at->second.first) {
                at->second = {holder, first};
            }
        }
        for (auto& [core, holder] : by_core) {
            m_cores.push_back(core);
            m_holders.push_back({std::move(holder.first), holder.second, 0.0});
        }
        m_near.emplace(m_cores);
    }

    [[nodiscard]] std::vector<NameHint> find(std::string_view name)
    {
        std::vector<NameHint> hints;
        for (const NearName& near : m_near->find(core_name(exact_name(name)))) {
            hints.push_back(m_holders[near.index]);
            hints.back().likeness = near.likeness;
        }
        return hints;
    }

private:
    std::vector<std::string> m_cores; ///< sorted
    std::vector<NameHint> m_holders;  ///< by core
    std::optional<NearNames> m_near;
};

[[nodiscard]] Text hint_text(const RegisterInput& input, const std::vector<NameHint>& hints)
{
    std::vector<Text> each;
    each.reserve(hints.size());
    for (const NameHint& hint : hints) {
        each.push_back(msg("'{}' (parcel '{}', {}% alike)", hint.holder,
                           called(input.parcels[hint.parcel]), std::lround(hint.likeness * 100.0)));
    }
    return each.size() == 1 ? each[0] : msg("{} or {}", each[0], each[1]);
}

void list_unmatched(const RegisterInput& input, const std::vector<NoMatch>& reasons,
                    ParcelIndex& parcels, EnterpriseIndex& enterprises, bool suggest,
                    Register& result, IssueList& issues)
{
    std::optional<Hints> hints;
    for (std::uint32_t e = 0; e < reasons.size(); ++e) {
        if (reasons[e] == NoMatch::none) {
            continue;
        }
        const EnterpriseRow& row = input.enterprises[e];
        Unmatched unmatched{e, reasons[e], {}};
        if (suggest && !row.name.empty()) {
            if (!hints) {
                hints.emplace(parcels, enterprises);
            }
            unmatched.hints = hints->find(row.name);
        }
        const Text reason = label(unmatched.reason);
        issues.add("enterprise_unmatched", Severity::warning, row.place, subject_of(row),
                   unmatched.hints.empty()
                       ? msg("enterprise '{}' has no parcel: {}", called(row), reason)
                       : msg("enterprise '{}' has no parcel: {}; perhaps it is the holder {}",
                             called(row), reason, hint_text(input, unmatched.hints)));
        result.unmatched.push_back(std::move(unmatched));
    }
}

} // namespace

std::size_t Register::enterprises_on(std::size_t parcel) const
{
    const auto on = by_parcel[parcel];
    return static_cast<std::size_t>(std::count_if(
        on.begin(), on.end(), [this](std::uint32_t at) { return links[at].weight > 0; }));
}

std::size_t Register::lacking_on(std::size_t parcel, YearFigure figure) const
{
    const auto& column = amounts.at(index_of(figure));
    const auto on = by_parcel[parcel];
    return static_cast<std::size_t>(std::count_if(on.begin(), on.end(), [&](std::uint32_t at) {
        return links[at].weight > 0 &&
               (column.empty() || column[links[at].enterprise] == k_missing);
    }));
}

Register make_register(const RegisterInput& input, const RegisterOptions& options)
{
    IssueList issues{input.sources};
    Register result;
    result.selection = select_rows(input, options, issues);
    ParcelIndex parcels{input.parcels};
    EnterpriseIndex enterprises{input.enterprises, result.selection};
    Ledger ledger = read_ledger(input, result.selection.year, parcels, enterprises, issues);
    Matches matches = match(input, result.selection, ledger, parcels, enterprises, issues);

    result.by_parcel = links_by_parcel(matches, input.parcels.size());
    result.lands = stated_land(input, result.selection, ledger, options.tolerances, issues);
    settle_land(input, result.selection, ledger, result.by_parcel, options.tolerances, matches,
                result.lands, issues);
    result.links.reserve(matches.drafts.size());
    for (const LinkDraft& draft : matches.drafts) {
        result.links.push_back(draft.link);
    }
    result.first_of = std::move(matches.first_of);
    weigh_links(input, result.first_of, result.links, result.lands, issues);

    result.amounts = read_amounts(input, issues);
    sum_figures(input, result);
    sum_land(input, result);
    find_leads(input, result);
    if (options.tenants == Tenants::merged_in_holder) {
        const auto apart = options.tenants_apart_from_mu
                               ? land_from_mu(*options.tenants_apart_from_mu)
                               : std::nullopt;
        result.merged = merge_tenants(input, result.first_of, result.links, result.by_parcel,
                                      result.lands, result.amounts, apart);
    }
    list_unmatched(input, matches.reasons, parcels, enterprises, options.suggest_names, result,
                   issues);
    result.unplaced_occupations = std::move(ledger.unplaced);
    result.issues = issues.take();
    return result;
}

} // namespace tenglong
