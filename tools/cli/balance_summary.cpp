#include "tools/cli/balance_summary.hpp"

#include "core/base/number.hpp"
#include "core/base/units.hpp"
#include "tools/cli/commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

namespace tenglong::tools {

namespace {

using Json = nlohmann::ordered_json;

/// Changes named for one check; the others are counted.
constexpr std::size_t k_most_causes = 8;

/// The same of a limit.
[[nodiscard]] Text limit_words(Truth truth)
{
    switch (truth) {
    case Truth::yes:
        return msg("kept");
    case Truth::no:
        return msg("not kept");
    case Truth::unknown:
        break;
    }
    return msg("cannot be decided");
}

[[nodiscard]] Text words(BalanceCheckKind kind)
{
    switch (kind) {
    case BalanceCheckKind::balance:
        return msg("occupation and compensation");
    case BalanceCheckKind::total:
        return msg("total not less than before");
    case BalanceCheckKind::floor:
        return msg("floor");
    case BalanceCheckKind::stays:
        break;
    }
    return msg("stock inside the line stays industrial");
}

void print_figures(const Account& account, bool swap, const Console& console)
{
    const auto line = [&](const Text& label, double area_m2) {
        console.out << "  " << console.tr(msg("{}: {}", label, shown_area(area_m2))) << '\n';
    };
    line(swap ? msg("added inside") : msg("occupied"), account.occupied_m2);
    line(swap ? msg("to be given up") : msg("due"), account.required_m2);
    line(swap ? msg("given up outside") : msg("compensated"), account.compensated_m2);
    line(msg("balance"), account.balance_m2);
}

void print_check(const BalanceCheck& check, const Console& console)
{
    const Text kind = words(check.kind);
    const Text what = check.region.empty() ? kind : msg("{}, {}", check.region, kind);
    const Text answer = check.kind == BalanceCheckKind::balance ? balance_words(check.holds)
                                                                : limit_words(check.holds);
    console.out << "- " << console.tr(msg("{}: {}; {}", what, answer, check.finding)) << '\n';
    for (std::size_t i = 0; i < std::min(check.causes.size(), k_most_causes); ++i) {
        const Cause& cause = check.causes[i];
        const Text size = shown_area(cause.area_m2);
        console.out << "    "
                    << console.tr(check.kind == BalanceCheckKind::stays
                                      ? msg("parcel '{}': {}", cause.change, size)
                                      : msg("'{}' is not made up for: {}", cause.change, size))
                    << '\n';
    }
    if (check.causes.size() > k_most_causes) {
        console.out << "    " << console.tr(msg("and {} more", check.causes.size() - k_most_causes))
                    << '\n';
    }
    if (!check.mend.empty()) {
        console.out << "    " << console.tr(msg("to mend it: {}", check.mend)) << '\n';
    }
    if (check.by_default) {
        console.out << "    "
                    << console.tr(msg("the document sets no figure here; a default was taken"))
                    << '\n';
    }
}

void print_regions(const Judgement& judgement, bool swap, const Console& console)
{
    for (const Account& account : judgement.accounts) {
        if (account.level != AccountLevel::region || account.entries.empty()) {
            continue;
        }
        const std::string name = account.name.empty() ? std::string{"-"} : account.name;
        const std::string taken = format_number(account.occupied_m2, 2);
        const std::string due = format_number(account.required_m2, 2);
        const std::string given = format_number(account.compensated_m2, 2);
        const std::string balance = format_number(account.balance_m2, 2);
        console.out << "  "
                    << console.tr(
                           swap ? msg("{}: added inside {} m2, due {} m2, given up outside {} m2, "
                                      "balance {} m2",
                                      name, taken, due, given, balance)
                                : msg("{}: occupied {} m2, due {} m2, compensated {} m2, balance "
                                      "{} m2",
                                      name, taken, due, given, balance))
                    << '\n';
    }
}

/// The pairs that do not balance by themselves, whatever the policy asks of them.
void print_pairs(const Judgement& judgement, const Console& console)
{
    std::size_t pairs = 0;
    std::size_t open = 0;
    std::string names;
    for (const Account& account : judgement.accounts) {
        if (account.level != AccountLevel::pair) {
            continue;
        }
        ++pairs;
        if (account.balance_m2 <= -k_balance_tolerance_m2 && ++open <= k_most_causes) {
            names += (names.empty() ? "" : ", ") + account.name + ' ' +
                     format_number(account.balance_m2, 2);
        }
    }
    if (open > 0) {
        console.out << "  "
                    << console.tr(msg("{} of {} pairs are short by themselves, in m2: {}", open,
                                      pairs, names + (open > k_most_causes ? " ..." : "")))
                    << '\n';
    }
}

/// What decided changes claim to give and do not, by reason.
[[nodiscard]] std::map<geo::LostReason, double> not_given(const geo::LineAccount& account,
                                                          BalanceMode mode)
{
    std::map<geo::LostReason, double> sums;
    for (const geo::LostPart& part : account.book.lost) {
        const Booking& booking = account.changes.rows[part.change].booking;
        if (booking.decided && gives(booking.kind, mode)) {
            sums[part.reason] += part.area_m2;
        }
    }
    return sums;
}

void print_lost(const geo::LineAccount& account, BalanceMode mode, const Console& console)
{
    double all = 0.0;
    Text reasons;
    for (const auto& [reason, area_m2] : not_given(account, mode)) {
        const Text part = msg("{} {} m2", geo::label(reason), format_number(area_m2, 2));
        reasons = all > 0.0 ? msg("{}, {}", reasons, part) : part;
        all += area_m2;
    }
    if (all > 0.0) {
        console.out << "  "
                    << console.tr(msg("claimed and not counted: {}: {}", shown_area(all), reasons))
                    << '\n';
    }
}

void print_derived(const geo::LineAccount& account, const Console& console)
{
    const auto derived = std::ranges::count_if(
        account.changes.rows, [](const geo::ChangeRow& row) { return row.derived; });
    if (derived > 0) {
        console.out << "  "
                    << console.tr(msg("{} occupations are taken from parcels planned for other "
                                      "uses, no change tells of them",
                                      derived))
                    << '\n';
    }
}

[[nodiscard]] Json number(const std::optional<double>& value)
{
    return value ? Json(*value) : Json();
}

[[nodiscard]] Json truth(Truth value)
{
    return value == Truth::unknown ? Json() : Json(value == Truth::yes);
}

[[nodiscard]] Json text(const Text& value)
{
    return {{"zh", value.zh}, {"en", value.en}};
}

[[nodiscard]] Json json_of(const Account& account)
{
    Json years = Json::array();
    for (const AccountYear& year : account.years) {
        years.push_back({{"year", year.year},
                         {"carried_m2", year.carried_m2},
                         {"occupied_m2", year.occupied_m2},
                         {"required_m2", year.required_m2},
                         {"compensated_m2", year.compensated_m2},
                         {"balance_m2", year.balance_m2}});
    }
    return {{"name", account.name},
            {"opening_m2", number(account.opening_m2)},
            {"occupied_m2", account.occupied_m2},
            {"required_m2", account.required_m2},
            {"compensated_m2", account.compensated_m2},
            {"lapsed_m2", account.lapsed_m2},
            {"balance_m2", account.balance_m2},
            {"closing_m2", number(account.closing_m2)},
            {"first_debt", account.first_debt ? Json(account.first_debt->iso()) : Json()},
            {"years", years}};
}

[[nodiscard]] Json json_of(const BalanceCheck& check)
{
    Json causes = Json::array();
    for (const Cause& cause : check.causes) {
        causes.push_back({{"change", cause.change}, {"area_m2", cause.area_m2}});
    }
    return {{"kind", name(check.kind)},
            {"region", check.region},
            {"holds", truth(check.holds)},
            {"margin_m2", check.margin_m2},
            {"margin_mu", to_mu(SquareMetres{check.margin_m2}).value()},
            {"since", check.since ? Json(check.since->iso()) : Json()},
            {"causes", causes},
            {"finding", text(check.finding)},
            {"mend", text(check.mend)},
            {"clause", check.citation.clause},
            {"document", check.citation.document},
            {"by_default", check.by_default}};
}

[[nodiscard]] Json json_of(const Judgement& judgement)
{
    Json regions = Json::array();
    Json pairs = Json::array();
    for (const Account& account : judgement.accounts) {
        if (account.level != AccountLevel::all) {
            (account.level == AccountLevel::region ? regions : pairs).push_back(json_of(account));
        }
    }
    Json checks = Json::array();
    for (const BalanceCheck& check : judgement.checks) {
        checks.push_back(json_of(check));
    }
    return {{"all", json_of(judgement.all())},
            {"regions", regions},
            {"pairs", pairs},
            {"checks", checks},
            {"holds", truth(judgement.holds())}};
}

} // namespace

Text balance_words(Truth truth)
{
    switch (truth) {
    case Truth::yes:
        return msg("holds");
    case Truth::no:
        return msg("does not hold");
    case Truth::unknown:
        break;
    }
    return msg("cannot be decided");
}

Text rule_words(const Balance& rules)
{
    const std::string ratio = format_number(rules.ratio.value.value, 4);
    switch (rules.mode) {
    case BalanceMode::stock:
        return msg("existing industrial land, inside the line or not, 1 : {}", ratio);
    case BalanceMode::swap:
        return msg("land added inside the line for land given up outside, 1 : {}", ratio);
    case BalanceMode::inside_line:
        break;
    }
    return msg("land inside the line, 1 : {}", ratio);
}

void print_balance(const geo::LineAccount& account, const LoadedJob& loaded, const Console& console)
{
    const Balance& rules = *loaded.profile->balance;
    const bool swap = rules.mode == BalanceMode::swap;
    const Account& all = account.decided.all();
    console.out << console.tr(msg("{}, {}: {}", loaded.profile->title, loaded.as_of.iso(),
                                  rule_words(rules)))
                << '\n'
                << console.tr(msg("the balance {}", balance_words(account.holds()))) << '\n';
    print_figures(all, swap, console);
    print_lost(account, rules.mode, console);
    print_derived(account, console);
    if (rules.mode != BalanceMode::inside_line && all.opening_m2) {
        console.out << "  "
                    << console.tr(msg("existing industrial land: {} before, {} after",
                                      shown_area(*all.opening_m2), shown_area(*all.closing_m2)))
                    << '\n';
    }
    console.out << "  "
                << console.tr(msg("control line: {} before, {} after",
                                  shown_area(account.before_m2), shown_area(account.after_m2)))
                << "\n\n";
    for (const BalanceCheck& check : account.decided.checks) {
        print_check(check, console);
    }
    if (account.changes.left_out > 0) {
        console.out << "- "
                    << console.tr(msg("{} changes are left out, because their kind is not told",
                                      account.changes.left_out))
                    << '\n';
    }
    console.out << '\n' << console.tr(msg("by region")) << '\n';
    print_regions(account.decided, swap, console);
    print_pairs(account.decided, console);
    const Account& proposed = account.with_proposals.all();
    if (proposed.entries.size() != all.entries.size()) {
        console.out << '\n'
                    << console.tr(msg("with {} proposals: {}, balance {}",
                                      proposed.entries.size() - all.entries.size(),
                                      balance_words(account.with_proposals.holds()),
                                      shown_area(proposed.balance_m2)))
                    << '\n';
    }
}

nlohmann::ordered_json balance_json(const geo::LineAccount& account, const LoadedJob& loaded)
{
    const Account& all = account.decided.all();
    Json lost = Json::object();
    for (const auto& [reason, area_m2] : not_given(account, loaded.profile->balance->mode)) {
        lost[std::string{geo::name(reason)}] = area_m2;
    }
    return {{"job", loaded.job.name},
            {"policy", loaded.profile->id},
            {"as_of", loaded.as_of.iso()},
            {"version", version()},
            {"control_line",
             {{"before_m2", account.before_m2},
              {"after_m2", account.after_m2},
              {"occupied_m2", all.occupied_m2},
              {"compensated_m2", all.compensated_m2},
              {"required_m2", all.required_m2},
              {"balance_m2", all.balance_m2},
              {"holds", truth(account.holds())}}},
            {"left_out", account.changes.left_out},
            {"not_counted", lost},
            {"decided", json_of(account.decided)},
            {"with_proposals", json_of(account.with_proposals)}};
}

} // namespace tenglong::tools
