#include "core/balance/checks.hpp"
#include "core/base/number.hpp"
#include "core/rules/flags.hpp"
#include "core/tables/fill.hpp"
#include "core/tables/standard_tables.hpp"
#include "geo/line/cells.hpp"
#include "geo/line/line_account.hpp"
#include "geo/line/line_areas.hpp"

#include <array>
#include <map>
#include <memory>
#include <utility>

namespace tenglong::geo {

namespace {

void add_area(ResultTable& table, double area_m2)
{
    table["area_m2"].add_number(area_m2);
    table["area_mu"].add_number(mu(area_m2));
}

SpatialTable with_shapes(ResultTable table, const Polygons& shapes)
{
    table.complete();
    return {std::move(table), std::make_shared<const Polygons>(shapes)};
}

SpatialTable before_table(const LineAccount& account, const std::vector<std::string>& names)
{
    ResultTable table = line_before_table();
    for (std::size_t i = 0; i < account.book.before_m2.size(); ++i) {
        add_text(table, "name", names[i]);
        add_text(table, "region", joined_regions(account.line_regions[i]));
        add_area(table, account.book.before_m2[i]);
    }
    return with_shapes(std::move(table), account.book.line_before);
}

SpatialTable after_table(const LineAccount& account, const std::vector<std::string>& names)
{
    ResultTable table = line_after_table();
    for (std::size_t i = 0; i < account.book.after_m2.size(); ++i) {
        const std::uint32_t row = account.book.after_row[i];
        const bool added = account.book.after_added[i];
        const Booking* change = added ? &account.changes.rows[row].booking : nullptr;
        add_text(table, "name", added ? change->change : names[row]);
        add_text(table, "region",
                 added ? change->region : joined_regions(account.line_regions[row]));
        add_area(table, account.book.after_m2[i]);
    }
    return with_shapes(std::move(table), account.book.line_after);
}

/// Why each change does not count, or not in full.
std::vector<Text> reasons(const LineAccount& account)
{
    std::vector<Text> texts(account.changes.rows.size());
    for (const LostPart& part : account.book.lost) {
        Text& text = texts[part.change];
        const Text reason = label(part.reason);
        const std::string area = format_number(part.area_m2, 2);
        text.zh += (text.zh.empty() ? "" : "；") + reason.zh + area + "平方米";
        text.en += (text.en.empty() ? "" : "; ") + reason.en + " " + area + " m2";
    }
    return texts;
}

SpatialTable changes_layer(const LineAccount& account, const RuleSet& rules, const FactTable& facts)
{
    ResultTable table = changes_table();
    const std::vector<Text> why = reasons(account);
    for (std::size_t i = 0; i < account.changes.rows.size(); ++i) {
        const ChangeRow& row = account.changes.rows[i];
        add_text(table, "reason", why[i].zh);
        table["derived"].add_yes_no(row.derived);
        if (row.booking.counted_m2) {
            table["valid"].add_yes_no(*row.booking.counted_m2 > 0.0);
        } else {
            table["valid"].add_missing();
        }
    }
    fill_from_facts(table, facts);
    add_flags(table, rules, Evaluator{rules, facts}.evaluate());
    return with_shapes(std::move(table), account.changes.shapes.shapes);
}

SpatialTable lost_layer(const LineAccount& account)
{
    ResultTable table = changes_lost_table();
    for (const LostPart& part : account.book.lost) {
        const Booking& booking = account.changes.rows[part.change].booking;
        add_text(table, "change_id", booking.change);
        table["kind"].add_text(word_of(booking.kind));
        table["cause"].add_text(name(part.reason));
        table["reason"].add_text(label(part.reason).zh);
        add_area(table, part.area_m2);
    }
    return with_shapes(std::move(table), account.book.lost_shapes);
}

Text document_of(const Profile& profile, const Citation& citation)
{
    const auto document = profile.documents.find(citation.document);
    return document == profile.documents.end() ? Text{citation.document, citation.document}
                                               : document->second.title;
}

/// By region where each stands for itself, else in order of time over all.
SpatialTable account_rows(const LineAccount& account, const Profile& profile)
{
    const Balance& rules = *profile.balance;
    const AccountLevel level =
        rules.scope == BalanceScope::each_region ? AccountLevel::region : AccountLevel::all;
    std::map<std::string_view, Text> why;
    const std::vector<Text> texts = reasons(account);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Text& all = why[account.changes.rows[i].booking.change];
        all.zh += texts[i].zh;
        all.en += texts[i].en;
    }
    ResultTable table = account_table();
    for (const Account& each : account.decided.accounts) {
        if (each.level != level) {
            continue;
        }
        for (const Entry& entry : each.entries) {
            const Booking& booking = account.bookings[entry.booking];
            add_text(table, "region", booking.region);
            add_date(table, "date", booking.date);
            add_text(table, "change_id", booking.change);
            table["kind"].add_text(word_of(booking.kind));
            add_text(table, "project", booking.project);
            add_text(table, "pair", booking.pair);
            table["claimed_m2"].add_number(booking.claimed_m2);
            table["occupied_m2"].add_number(entry.occupied_m2);
            table["required_m2"].add_number(entry.required_m2);
            table["compensated_m2"].add_number(entry.compensated_m2);
            table["balance_m2"].add_number(entry.balance_m2);
            table["balance_mu"].add_number(mu(entry.balance_m2));
            table["holds"].add_yes_no(entry.balance_m2 > -k_balance_tolerance_m2);
            add_text(table, "reason", why[booking.change].zh);
            add_text(table, "reason_en", why[booking.change].en);
            add_text(table, "clause", rules.citation.clause);
            const Text document = document_of(profile, rules.citation);
            add_text(table, "document", document.zh);
            add_text(table, "document_en", document.en);
        }
    }
    table.complete();
    return {std::move(table)};
}

} // namespace

std::vector<SpatialTable> line_tables(const LineAccount& account, const FactTable& changes,
                                      const Survey& survey, const Profile& profile)
{
    const std::vector<std::string> names = line_names(survey);
    return {before_table(account, names), after_table(account, names),
            changes_layer(account, profile.rules_for(SubjectKind::change), changes),
            lost_layer(account), account_rows(account, profile)};
}

} // namespace tenglong::geo
