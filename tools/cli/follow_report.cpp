#include "tools/cli/follow_report.hpp"

#include "core/base/number.hpp"
#include "core/follow/change.hpp"
#include "core/follow/follow_tables.hpp"
#include "core/tables/totals.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>

namespace tenglong::tools {

namespace {

/// Parcels and land of each change.
struct Moved {
    std::int64_t count = 0;
    double before_mu = 0.0;
    double after_mu = 0.0;
};

[[nodiscard]] std::map<std::string, Moved, std::less<>> moved(const ResultTable& table)
{
    std::map<std::string, Moved, std::less<>> result;
    const auto figure = [&](const char* name, std::size_t row) {
        return table[name].present(row) ? table[name].number(row) : 0.0;
    };
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Moved& each = result[std::string{table["change"].text(row)}];
        ++each.count;
        each.before_mu += figure("area_old_mu", row);
        each.after_mu += figure("area_mu", row);
    }
    return result;
}

[[nodiscard]] double total(const ResultTable& table, const char* name)
{
    return sum_of(table[name]).value_or(0.0);
}

/// How often each condition ended, by its code.
[[nodiscard]] std::map<std::string, std::int64_t> ended(const ResultTable& table)
{
    std::map<std::string, std::int64_t> counts;
    const ResultColumn& column = table["flags_ended"];
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (const std::string_view code :
             column.present(row) ? column.codes(row) : std::vector<std::string_view>{}) {
            if (!code.empty()) {
                ++counts[std::string{code}];
            }
        }
    }
    return counts;
}

} // namespace

void warn_of_other_policy(const geo::Stage& before, const geo::Stage& after, const Console& console)
{
    if (before.policy != after.policy && !before.policy.empty() && !after.policy.empty()) {
        console.warning(msg("'{}' was judged by '{}' and '{}' by '{}': some of what changed is "
                            "the policy, not the land",
                            before.name, before.policy, after.name, after.policy));
    }
}

std::string follow_json(const ResultTable& table, Date before, Date after)
{
    nlohmann::ordered_json changes;
    const auto all = moved(table);
    for (const DictionaryEntry& entry : change_of_parcel_words()->entries()) {
        const auto found = all.find(entry.code);
        const Moved each = found == all.end() ? Moved{} : found->second;
        changes[entry.code] = {
            {"count", each.count}, {"area_old_mu", each.before_mu}, {"area_mu", each.after_mu}};
    }
    nlohmann::ordered_json json{{"from", before.iso()}, {"to", after.iso()}};
    json["changes"] = changes;
    json["ended"] = ended(table);
    for (const char* name :
         {"area_old_mu", "area_mu", "problem_old_mu", "problem_mu", "reclaim_old_mu", "reclaim_mu",
          "floor_old_m2", "floor_m2", "tax_old_wan", "tax_wan", "value_added_old_wan",
          "value_added_wan", "energy_old_tce", "energy_tce"}) {
        const auto sum = sum_of(table[name]); // nothing where no row has the figure
        json["totals"][name] = sum ? nlohmann::ordered_json(*sum) : nlohmann::ordered_json();
    }
    return json.dump(2) + "\n";
}

void print_follow(const ResultTable& table, Date before, Date after, const Console& console)
{
    console.out << console.tr(msg("from {} to {}:", before.iso(), after.iso())) << '\n';
    const auto all = moved(table);
    for (const DictionaryEntry& entry : change_of_parcel_words()->entries()) {
        if (const auto found = all.find(entry.code); found != all.end()) {
            const double land =
                entry.code == "gone" ? found->second.before_mu : found->second.after_mu;
            console.out << "  "
                        << console.tr(msg("{}: {} parcels, {} mu", entry.label, found->second.count,
                                          fmt::format("{:.2f}", land)))
                        << '\n';
        }
    }
    const auto line = [&](const Text& what, const char* old_name, const char* name) {
        console.out << "  "
                    << console.tr(msg("{}: {} → {} mu", what,
                                      fmt::format("{:.2f}", total(table, old_name)),
                                      fmt::format("{:.2f}", total(table, name))))
                    << '\n';
    };
    line(msg("problem land"), "problem_old_mu", "problem_mu");
    line(msg("reclaimable land"), "reclaim_old_mu", "reclaim_mu");
    const DictionaryPtr words = table["flags_ended"].spec().words;
    for (const auto& [code, count] : ended(table)) {
        console.out << "  "
                    << console.tr(msg("ended: {}, {} parcels",
                                      std::string{words->shown(code, console.lang)}, count))
                    << '\n';
    }
}

} // namespace tenglong::tools
