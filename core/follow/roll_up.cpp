#include "core/follow/roll_up.hpp"

#include "core/follow/change.hpp"
#include "core/follow/follow_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

namespace tenglong {

namespace {

constexpr std::size_t k_changes = 7;

/// Period, district and town; the town is empty for the whole district.
using Place = std::tuple<std::string, std::string, std::string>;

struct Tally {
    std::array<std::int64_t, k_changes> changes{};
    std::set<std::string_view> codes_before{}; ///< a parcel that was split stands in several rows
    std::int64_t without_code = 0;
    std::int64_t after = 0;
    double area = 0.0;
    double problem_before = 0.0;
    double problem_after = 0.0;
    double struck_off = 0.0;
    double reclaim_before = 0.0;
    double reclaim_after = 0.0;
    double tax_before = 0.0;
    double tax_after = 0.0;
};

[[nodiscard]] double cell(const ResultTable& table, std::string_view name, std::size_t row)
{
    const ResultColumn& column = table[name];
    return column.present(row) ? column.figure(row) : 0.0;
}

[[nodiscard]] std::string_view text(const ResultTable& table, std::string_view name,
                                    std::size_t row)
{
    const ResultColumn& column = table[name];
    return column.present(row) ? column.text(row) : std::string_view{};
}

[[nodiscard]] std::size_t change_of(std::string_view key)
{
    for (std::size_t i = 0; i < k_changes; ++i) {
        if (key_of(static_cast<Change>(i)) == key) {
            return i;
        }
    }
    return static_cast<std::size_t>(Change::unchanged);
}

void add_row(Tally& tally, const ResultTable& table, std::size_t row, std::size_t change)
{
    ++tally.changes[change];
    if (static_cast<Change>(change) == Change::struck_off) {
        tally.struck_off += cell(table, "problem_old_mu", row);
    }
}

/// What was there before, of the first step of a period only.
void add_before(Tally& tally, const ResultTable& table, std::size_t row, Change change)
{
    const ResultColumn& codes = table["old_codes"];
    bool named = false;
    for (const std::string_view code :
         codes.present(row) ? codes.codes(row) : std::vector<std::string_view>{}) {
        named = named || !code.empty();
        if (!code.empty()) {
            tally.codes_before.insert(code);
        }
    }
    tally.without_code += change == Change::appeared || named ? 0 : 1;
    tally.problem_before += cell(table, "problem_old_mu", row);
    tally.reclaim_before += cell(table, "reclaim_old_mu", row);
    tally.tax_before += cell(table, "tax_old_wan", row);
}

void add_after(Tally& tally, const ResultTable& table, std::size_t row, Change change)
{
    tally.after += change == Change::gone ? 0 : 1;
    tally.area += cell(table, "area_mu", row);
    tally.problem_after += cell(table, "problem_mu", row);
    tally.reclaim_after += cell(table, "reclaim_mu", row);
    tally.tax_after += cell(table, "tax_wan", row);
}

[[nodiscard]] std::map<Place, Tally> tallies(std::span<const FollowStep> steps, PeriodKind kind)
{
    // By their place among the steps: two results may be of one day.
    std::map<std::string, std::pair<std::size_t, std::size_t>> ends;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto [at, added] = ends.try_emplace(period_of(steps[i].day, kind), i, i);
        at->second.second = i;
    }
    std::map<Place, Tally> result;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::string period = period_of(steps[i].day, kind);
        const std::size_t first = ends[period].first;
        const std::size_t last = ends[period].second;
        const ResultTable& table = *steps[i].table;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const std::string district{text(table, "parcel_code", row).substr(0, 6)};
            const std::string town{text(table, "town", row)};
            const std::size_t change = change_of(text(table, "change", row));
            const auto add = [&](Tally& tally) {
                add_row(tally, table, row, change);
                if (i == first) {
                    add_before(tally, table, row, static_cast<Change>(change));
                }
                if (i == last) {
                    add_after(tally, table, row, static_cast<Change>(change));
                }
            };
            add(result[{period, district, ""}]);
            if (!town.empty()) {
                add(result[{period, district, town}]);
            }
        }
    }
    return result;
}

[[nodiscard]] double share_of(const Tally& tally)
{
    return tally.problem_before > 0.0 ? tally.struck_off / tally.problem_before : -1.0;
}

/// The places of a period and level, best first.
[[nodiscard]] std::map<Place, std::int64_t> ranks(const std::map<Place, Tally>& all)
{
    std::map<std::pair<std::string, bool>, std::vector<const std::pair<const Place, Tally>*>>
        groups;
    for (const auto& each : all) {
        if (share_of(each.second) >= 0.0) {
            groups[{std::get<0>(each.first), std::get<2>(each.first).empty()}].push_back(&each);
        }
    }
    std::map<Place, std::int64_t> result;
    for (auto& [group, places] : groups) {
        std::stable_sort(places.begin(), places.end(), [](const auto* a, const auto* b) {
            return share_of(a->second) > share_of(b->second);
        });
        for (std::size_t i = 0; i < places.size(); ++i) {
            // Equal shares have one rank.
            const bool ties =
                i > 0 && share_of(places[i]->second) == share_of(places[i - 1]->second);
            result[places[i]->first] =
                ties ? result[places[i - 1]->first] : static_cast<std::int64_t>(i + 1);
        }
    }
    return result;
}

void add_figures(ResultTable& table, const Tally& tally)
{
    table["area_mu"].add_number(tally.area);
    table["problem_old_mu"].add_number(tally.problem_before);
    table["problem_mu"].add_number(tally.problem_after);
    table["struck_off_mu"].add_number(tally.struck_off);
    if (share_of(tally) >= 0.0) {
        table["struck_off_share"].add_number(share_of(tally));
    }
    table["reclaim_old_mu"].add_number(tally.reclaim_before);
    table["reclaim_mu"].add_number(tally.reclaim_after);
    table["tax_old_wan"].add_number(tally.tax_before);
    table["tax_wan"].add_number(tally.tax_after);
}

} // namespace

std::string period_of(Date day, PeriodKind kind)
{
    switch (kind) {
    case PeriodKind::month:
        return fmt::format("{:04}-{:02}", day.year(), day.month());
    case PeriodKind::quarter:
        return fmt::format("{:04}Q{}", day.year(), (day.month() + 2) / 3);
    case PeriodKind::year:
        break;
    }
    return fmt::format("{:04}", day.year());
}

ResultTable roll_up(std::span<const FollowStep> steps, PeriodKind kind)
{
    const std::map<Place, Tally> all = tallies(steps, kind);
    const std::map<Place, std::int64_t> rank_of = ranks(all);
    ResultTable table = roll_up_table();
    for (const auto& [place, tally] : all) {
        const auto& [period, district, town] = place;
        table["period"].add_text(period);
        table["level"].add_text(town.empty() ? "district" : "town");
        table["district"].add_text(district);
        town.empty() ? table["town"].add_missing() : table["town"].add_text(town);
        if (const auto rank = rank_of.find(place); rank != rank_of.end()) {
            table["rank"].add_integer(rank->second);
        }
        table["parcels_old"].add_integer(static_cast<std::int64_t>(tally.codes_before.size()) +
                                         tally.without_code);
        table["parcels"].add_integer(tally.after);
        for (std::size_t i = 0; i < k_changes; ++i) {
            table[key_of(static_cast<Change>(i))].add_integer(tally.changes[i]);
        }
        add_figures(table, tally);
        table.complete();
    }
    return table;
}

} // namespace tenglong
