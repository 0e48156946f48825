#include "core/register/land.hpp"

#include "core/base/number.hpp"
#include "core/register/land_work.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace tenglong {

namespace detail {

namespace {

[[nodiscard]] Units area_units(const ParcelRecord& parcel)
{
    const auto area = parcel.area_m2 ? land_from_m2(*parcel.area_m2) : std::nullopt;
    return area && *area > 0 ? *area : LandWork::k_no_area;
}

} // namespace

LandWork::LandWork(const RegisterInput& all_input, const Ledger& ledger,
                   const LinksByParcel& links_by_parcel, const RegisterTolerances& the_tolerances,
                   Matches& all_matches, std::vector<EnterpriseLand>& all_lands,
                   IssueList& all_issues)
    : input{all_input}, by_parcel{links_by_parcel},
      tolerances{the_tolerances}, matches{all_matches}, lands{all_lands}, issues{all_issues},
      areas(input.parcels.size()), used_by_others(input.parcels.size()),
      open(matches.drafts.size()), derived(lands.size())
{
    std::transform(input.parcels.begin(), input.parcels.end(), areas.begin(), area_units);
    for (const LedgerEntry& entry : ledger.entries) {
        if (entry.user == k_nobody && entry.parcel != k_nobody) {
            used_by_others[entry.parcel] += entry.area.value_or(0);
        }
    }
}

void LandWork::report(std::uint32_t enterprise, std::string_view kind, Severity severity,
                      Text text) const
{
    const EnterpriseRow& row = input.enterprises[enterprise];
    issues.add(kind, severity, row.place, subject_of(row), std::move(text));
}

} // namespace detail

namespace {

using detail::LandWork;

/// Gives the links that wait on a parcel what the others leave of it.
void share_rest(LandWork& work, std::uint32_t parcel)
{
    std::vector<std::size_t> waiting;
    WideUnits taken = work.used_by_others[parcel];
    for (const std::uint32_t at : work.by_parcel[parcel]) {
        if (work.open[at]) {
            waiting.push_back(at);
        } else {
            taken += work.draft(at).link.land;
        }
    }
    const Units area = work.areas[parcel];
    if (waiting.empty() || area == LandWork::k_no_area) {
        return;
    }
    const Units rest = taken >= area ? 0 : area - static_cast<Units>(taken);
    const auto row_of = [&](std::size_t at) -> const EnterpriseRow& {
        return work.input.enterprises[work.draft(at).link.enterprise];
    };
    std::sort(waiting.begin(), waiting.end(),
              [&](std::size_t a, std::size_t b) { return before(row_of(a), row_of(b)); });
    std::vector<Units> parts(waiting.size());
    apportion(rest, std::vector<Units>(waiting.size(), 1), parts);
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        Link& link = work.draft(waiting[i]).link;
        link.land = parts[i];
        const bool nothing_left = rest == 0 && link.title == Title::tenant;
        link.basis = nothing_left          ? LandBasis::unknown
                     : waiting.size() == 1 ? LandBasis::parcel_area
                                           : LandBasis::equal_share;
    }
    if (waiting.size() > 1 && rest > 0) {
        const ParcelRecord& record = work.input.parcels[parcel];
        work.issues.add("land_equal_shares", Severity::warning, record.place, subject_of(record),
                        msg("parcel '{}': {} mu are divided equally among {} enterprises, because "
                            "none states its land there",
                            called(record), format_number(land_in_mu(rest)), waiting.size()));
    }
}

/// The land used by an enterprise that did not state it.
void sum_derived(LandWork& work, std::uint32_t enterprise)
{
    EnterpriseLand& land = work.lands[enterprise];
    land.used = land.unplaced;
    bool all_told = true;
    const auto& first_of = work.matches.first_of;
    for (std::size_t at = first_of[enterprise]; at < first_of[enterprise + 1]; ++at) {
        const Link& link = work.draft(at).link;
        if (link.basis == LandBasis::unknown) {
            land.used.reset();
            land.source = LandSource::unknown;
            return;
        }
        all_told = all_told && link.basis == LandBasis::ledger;
        *land.used += link.land;
    }
    land.source = all_told ? LandSource::ledger : LandSource::parcels;
}

void report_no_land(LandWork& work, std::uint32_t enterprise)
{
    const EnterpriseLand& land = work.lands[enterprise];
    const EnterpriseRow& row = work.input.enterprises[enterprise];
    if (land.used && *land.used <= 0) {
        const auto shown = [](std::optional<Units> part) {
            return format_number(land_in_mu(part.value_or(0)));
        };
        work.report(enterprise, "land_not_positive", Severity::warning,
                    msg("enterprise '{}' uses {} mu (own {} + leased in {} - let out {}): nothing "
                        "can be counted per mu",
                        called(row), shown(land.used), shown(land.own), shown(land.leased_in),
                        shown(land.let_out)));
    } else if (!land.used && work.derived[enterprise]) {
        work.report(enterprise, "land_unknown", Severity::warning,
                    msg("enterprise '{}' states no land, and what its parcels leave is not known "
                        "or nothing; nothing can be counted per mu",
                        called(row)));
    }
}

void check_sum(const LandWork& work, std::uint32_t parcel)
{
    const Units area = work.areas[parcel];
    WideUnits sum = 0;
    for (const std::uint32_t at : work.by_parcel[parcel]) {
        sum += work.draft(at).link.land;
    }
    const Units tolerance = std::max(*land_from_m2(work.tolerances.area_least_m2),
                                     share_of(area, work.tolerances.area_warning));
    if (area == LandWork::k_no_area || sum <= area + tolerance) {
        return;
    }
    std::vector<Text> names;
    for (const std::uint32_t at : work.by_parcel[parcel]) {
        names.push_back(called(work.input.enterprises[work.draft(at).link.enterprise]));
    }
    const ParcelRecord& record = work.input.parcels[parcel];
    const bool slight = sum <= area + share_of(area, work.tolerances.area_error);
    work.issues.add("land_exceeds_parcel", slight ? Severity::note : Severity::warning,
                    record.place, subject_of(record),
                    msg("parcel '{}' has {} m², and the enterprises on it ({}) use {} m²",
                        called(record), format_number(land_in_m2(area), 2),
                        listed(std::move(names)),
                        format_number(static_cast<double>(sum) / k_land_per_m2, 2)));
}

} // namespace

bool before(const EnterpriseRow& a, const EnterpriseRow& b)
{
    return std::tie(a.credit_code, a.name, a.place.source, a.place.row) <
           std::tie(b.credit_code, b.name, b.place.source, b.place.row);
}

LinksByParcel links_by_parcel(const Matches& matches, std::size_t parcels)
{
    LinksByParcel by_parcel;
    by_parcel.first.assign(parcels + 1, 0);
    for (const LinkDraft& draft : matches.drafts) {
        ++by_parcel.first[draft.link.parcel + 1];
    }
    std::partial_sum(by_parcel.first.begin(), by_parcel.first.end(), by_parcel.first.begin());
    by_parcel.at.resize(matches.drafts.size());
    std::vector<std::size_t> next(by_parcel.first.begin(), by_parcel.first.end() - 1);
    for (std::size_t i = 0; i < matches.drafts.size(); ++i) {
        by_parcel.at[next[matches.drafts[i].link.parcel]++] = static_cast<std::uint32_t>(i);
    }
    return by_parcel;
}

void settle_land(const RegisterInput& input, const Selection& selection, const Ledger& ledger,
                 const LinksByParcel& by_parcel, const RegisterTolerances& tolerances,
                 Matches& matches, std::vector<EnterpriseLand>& lands, IssueList& issues)
{
    LandWork work{input, ledger, by_parcel, tolerances, matches, lands, issues};
    detail::StatedPlacer placer{work};
    const auto each_enterprise = [&](auto step) {
        for (std::uint32_t i = 0; i < lands.size(); ++i) {
            if (selection.counts(i)) {
                step(i);
            }
        }
    };
    each_enterprise([&](std::uint32_t i) { placer.place(i); });
    for (std::uint32_t i = 0; i < input.parcels.size(); ++i) {
        share_rest(work, i);
    }
    each_enterprise([&](std::uint32_t i) {
        if (work.derived[i]) {
            sum_derived(work, i);
        }
        report_no_land(work, i);
    });
    for (std::uint32_t i = 0; i < input.parcels.size(); ++i) {
        check_sum(work, i);
    }
}

} // namespace tenglong
