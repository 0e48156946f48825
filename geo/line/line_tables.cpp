#include "core/balance/checks.hpp"
#include "core/base/number.hpp"
#include "core/codes/land_use_code.hpp"
#include "core/tables/standard_tables.hpp"
#include "geo/line/cells.hpp"
#include "geo/line/line_account.hpp"
#include "geo/line/line_areas.hpp"
#include "geo/measure/zones.hpp"

#include <array>
#include <map>
#include <memory>
#include <utility>

namespace tenglong::geo {

namespace {

constexpr std::array<std::string_view, 4> k_kinds{"occupy", "compensate", "give_up", "add"};
constexpr std::array<std::string_view, 3> k_states{"proposed", "approved", "done"};

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

void add_zone_areas(ResultTable& table, std::string_view column, const LineAccount& account,
                    const Survey& survey, InputKind kind, Workers& workers)
{
    std::vector<double> inside(account.changes.rows.size(), 0.0);
    const auto found = survey.zones.find(kind);
    if (found == survey.zones.end()) {
        table[column].add_missing(inside.size());
        return;
    }
    Polygons shapes;
    for (const ZoneLayer& layer : found->second) {
        shapes.append(layer.layer.shapes, 0, layer.layer.shapes.size());
    }
    const ZoneShares shares = zone_shares(account.changes.shapes, Zones{shapes, workers}, workers);
    for (std::size_t i = 0; i < inside.size(); ++i) {
        account.changes.rows[i].has_shape ? table[column].add_number(shares.inside_m2[i])
                                          : table[column].add_missing();
    }
}

void add_change(ResultTable& table, const ChangeRow& row, const std::string& reason)
{
    const Booking& booking = row.booking;
    add_text(table, "change_id", booking.change);
    table["kind"].add_text(k_kinds.at(static_cast<std::size_t>(booking.kind)));
    add_text(table, "region", booking.region);
    add_text(table, "project", booking.project);
    add_text(table, "pair", booking.pair);
    add_date(table, "decision_date", row.decision);
    add_date(table, "effect_date", row.effect);
    row.state ? table["state"].add_text(k_states.at(static_cast<std::size_t>(*row.state)))
              : table["state"].add_missing();
    add_text(table, "planned_use", row.planned_use);
    table["claimed_m2"].add_number(booking.claimed_m2);
    add_number(table, "counted_m2", booking.counted_m2);
    add_text(table, "reason", reason);
    table["derived"].add_yes_no(row.derived);
}

SpatialTable changes_layer(const LineAccount& account, const Survey& survey, Workers& workers)
{
    ResultTable table = changes_table();
    const std::vector<Text> why = reasons(account);
    for (std::size_t i = 0; i < account.changes.rows.size(); ++i) {
        const Booking& booking = account.changes.rows[i].booking;
        add_change(table, account.changes.rows[i], why[i].zh);
        if (booking.counted_m2) {
            table["width_m"].add_number(account.book.width_m[i]);
            table["valid"].add_yes_no(*booking.counted_m2 > 0.0);
        } else {
            table["width_m"].add_missing();
            table["valid"].add_missing();
        }
    }
    add_zone_areas(table, "in_line_m2", account, survey, InputKind::control_line, workers);
    add_zone_areas(table, "on_farmland_m2", account, survey, InputKind::farmland, workers);
    add_zone_areas(table, "on_red_line_m2", account, survey, InputKind::red_line, workers);
    return with_shapes(std::move(table), account.changes.shapes.shapes);
}

SpatialTable lost_layer(const LineAccount& account)
{
    ResultTable table = changes_lost_table();
    for (const LostPart& part : account.book.lost) {
        const Booking& booking = account.changes.rows[part.change].booking;
        add_text(table, "change_id", booking.change);
        table["kind"].add_text(k_kinds.at(static_cast<std::size_t>(booking.kind)));
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
            table["kind"].add_text(k_kinds.at(static_cast<std::size_t>(booking.kind)));
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

std::vector<SpatialTable> line_tables(const LineAccount& account, const Survey& survey,
                                      const Profile& profile, Workers& workers)
{
    const std::vector<std::string> names = line_names(survey);
    return {before_table(account, names), after_table(account, names),
            changes_layer(account, survey, workers), lost_layer(account),
            account_rows(account, profile)};
}

} // namespace tenglong::geo
