#include "tools/gen/truth/policy.hpp"
#include "tools/gen/truth/truth_files.hpp"
#include "tools/gen/write/landscape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tenglong::tools::gen {

namespace {

using enum ColumnType;

[[nodiscard]] std::vector<Column> sum_columns()
{
    return {{"name"},
            {"parcels", integer},
            {"industrial_parcels", integer},
            {"area_registered_m2", number},
            {"area_computed_m2", number, 0, 6},
            {"industrial_registered_m2", number},
            {"in_line_m2", number},
            {"out_line_m2", number},
            {"built_registered_m2", number},
            {"footprint_m2", number},
            {"floor_m2", number},
            {"unused_m2", number},
            {"rest_separable_m2", number},
            {"tax_wan", number, 0, 4},
            {"value_added_wan", number, 0, 4},
            {"energy_tce", number, 0, 4}};
}

[[nodiscard]] Row sum_row(const std::string& name, const Sums& s)
{
    return {name,
            s.parcels,
            s.industrial,
            s.registered_m2,
            s.computed_m2,
            s.industrial_m2,
            s.in_line_m2,
            s.computed_m2 - s.in_line_m2,
            s.built_m2,
            s.footprint_m2,
            s.floor_m2,
            s.unused_m2,
            s.rest_separable_m2,
            s.tax_wan,
            s.value_added_wan,
            s.energy_tce};
}

[[nodiscard]] double share(double part, double whole)
{
    return whole > 0.0 ? part / whole : 0.0;
}

/// Classes by rank inside of each size group: A the first 20 %, B to 60 %, C to 95 %, D the rest.
[[nodiscard]] char class_at(std::size_t rank, std::size_t count)
{
    const double place = static_cast<double>(rank) / static_cast<double>(count);
    return place <= 0.20 ? 'A' : place <= 0.60 ? 'B' : place <= 0.95 ? 'C' : 'D';
}

} // namespace

void TruthFiles::write_groups()
{
    CsvFile towns{path("towns.csv"), sum_columns(), Charset::utf8};
    for (const auto& [town, sums] : m_sums.towns) {
        towns.add(sum_row(m_layout.towns()[static_cast<std::size_t>(town)].name, sums));
    }
    towns.close();
    CsvFile units{path("units.csv"), sum_columns(), Charset::utf8};
    for (const auto& [unit, sums] : m_sums.units) {
        units.add(sum_row(unit_number(unit), sums));
    }
    units.close();

    auto columns = sum_columns();
    const std::vector<Column> more{{"enterprises", integer},
                                   {"land_used_m2", number},
                                   {"enterprise_tax_wan", number, 0, 4},
                                   {"tax_per_mu", number, 0, 6},
                                   {"makers", integer},
                                   {"tenants", integer},
                                   {"manufacturing_count_share", number, 0, 6},
                                   {"manufacturing_area_share", number, 0, 6},
                                   {"long_held"}};
    columns.insert(columns.end(), more.begin(), more.end());
    CsvFile parks{path("parks.csv"), columns, Charset::utf8};
    for (const auto& [number_here, sums] : m_sums.parks) {
        const Park& park = m_layout.parks()[static_cast<std::size_t>(number_here)];
        Row row = sum_row(park.name, sums);
        const EnterpriseSums& e = m_sums.park_enterprises[number_here];
        const SmallPark& small = m_sums.small_parks[number_here];
        const Row rest{
            e.rows,
            e.land_used_m2,
            e.tax_wan,
            share(e.tax_wan, e.land_used_m2 * 3.0 / 2000.0),
            small.makers,
            small.enterprises,
            share(static_cast<double>(small.makers), static_cast<double>(small.enterprises)),
            share(small.maker_land_m2, small.land_m2),
            std::string{park.idle ? "yes" : "no"}};
        row.insert(row.end(), rest.begin(), rest.end());
        parks.add(row);
    }
    parks.close();
}

void TruthFiles::write_classes()
{
    CsvFile file{
        path("classes.csv"),
        {{"credit_code"}, {"above_scale"}, {"score", number, 0, 6}, {"rank", integer}, {"class"}},
        Charset::utf8};
    for (const bool above : {true, false}) {
        std::vector<const Scored*> group;
        for (const Scored& scored : m_scored) {
            if (scored.above_scale == above) {
                group.push_back(&scored);
            }
        }
        std::ranges::stable_sort(group, [](const Scored* a, const Scored* b) {
            return a->score != b->score ? a->score > b->score : a->code < b->code;
        });
        for (std::size_t k = 0; k < group.size(); ++k) {
            file.add({group[k]->code, std::string{above ? "yes" : "no"}, group[k]->score,
                      static_cast<std::int64_t>(k + 1),
                      std::string(1, class_at(k + 1, group.size()))});
        }
    }
    file.close();
}

void TruthFiles::write_changes(const LineChanges& changes)
{
    constexpr std::array<std::string_view, 4> k_kinds{"occupy", "compensate", "give_up", "add"};
    CsvFile file{path("changes.csv"),
                 {{"change_id"},
                  {"case"},
                  {"kind"},
                  {"region"},
                  {"pair"},
                  {"decision_date", date},
                  {"state"},
                  {"claimed_m2", number},
                  {"counted_m2", number},
                  {"stock_m2", number},
                  {"doubtful"},
                  {"intent"}},
                 Charset::utf8};
    for (const Change& change : changes.changes) {
        file.add({change.id, change.planted,
                  std::string{k_kinds.at(static_cast<std::size_t>(change.kind))},
                  m_layout.towns()[static_cast<std::size_t>(change.town)].name, change.pair,
                  change.decided, std::string{change.proposed ? "proposed" : "approved"},
                  change.claimed_m2, change.counted_m2, change.stock_m2,
                  std::string{change.doubtful ? "yes" : "no"}, change.intent});
    }
    file.close();
}

void TruthFiles::write_account(const LineChanges& changes)
{
    CsvFile file{path("account.csv"),
                 {{"region"},
                  {"mode"},
                  {"ratio", number, 0, 1},
                  {"occupied_m2", number},
                  {"required_m2", number},
                  {"compensated_m2", number},
                  {"doubtful_m2", number},
                  {"balance_m2", number},
                  {"holds"},
                  {"first_debt", date}},
                 Charset::utf8};
    for (const Account& a : accounts(changes.changes, static_cast<int>(m_layout.towns().size()))) {
        file.add({a.town < 0 ? std::string{"all"}
                             : m_layout.towns()[static_cast<std::size_t>(a.town)].name,
                  std::string{key_of(a.mode)}, a.ratio, a.occupied_m2, a.required_m2,
                  a.compensated_m2, a.doubtful_m2, a.balance_m2(),
                  std::string{a.holds() ? "yes" : "no"}, value_of(a.first_debt)});
    }
    file.close();
}

void TruthFiles::write_plan(const LineChanges& changes)
{
    CsvFile file{path("plan.csv"),
                 {{"mode"},
                  {"shortage_m2", number},
                  {"area_m2", number},
                  {"price_wan", number},
                  {"possible"},
                  {"candidates"}},
                 Charset::utf8};
    for (const Account& a : accounts(changes.changes, 0)) {
        if (a.mode == AccountMode::swap) {
            continue;
        }
        const auto plan = cheapest(changes.candidates, std::max(0.0, -a.balance_m2()));
        if (!plan) {
            continue;
        }
        std::string chosen;
        for (const std::size_t k : plan->chosen) {
            chosen += chosen.empty() ? "" : "+";
            chosen += changes.candidates[k].id;
        }
        file.add({std::string{key_of(a.mode)}, plan->shortage_m2, plan->area_m2, plan->price_wan,
                  std::string{plan->possible ? "yes" : "no"}, chosen});
    }
    file.close();
}

void TruthFiles::write_totals(const std::vector<LinePart>& line, const LineChanges& changes)
{
    CsvFile file{path("totals.csv"), {{"key"}, {"value", number, 0, 6}}, Charset::utf8};
    const auto add = [&file](const std::string& key, double value) { file.add({key, value}); };
    const auto count = [&add](const std::string& key, std::int64_t value) {
        add(key, static_cast<double>(value));
    };
    const Sums& all = m_sums.all;
    count("parcels", all.parcels);
    count("industrial_parcels", all.industrial);
    add("area_registered_m2", all.registered_m2);
    add("area_computed_m2", all.computed_m2);
    add("in_line_m2", all.in_line_m2);
    add("footprint_m2", all.footprint_m2);
    add("floor_m2", all.floor_m2);
    count("buildings", m_sums.buildings);
    count("buildings_on_no_parcel", m_sums.loose_buildings);
    add("footprint_on_no_parcel_m2", m_sums.loose_footprint_m2);
    count("enterprises", m_sums.enterprises.rows);
    count("enterprises_matched", m_sums.enterprises.matched);
    add("tax_wan", m_sums.enterprises.tax_wan);
    add("tax_unmatched_wan", m_sums.unmatched.tax_wan);
    add("value_added_wan", m_sums.enterprises.value_added_wan);
    add("energy_tce", m_sums.enterprises.energy_tce);
    add("above_scale_tax_per_mu",
        share(m_sums.above_scale.tax_wan, m_sums.above_scale.land_used_m2 * 3.0 / 2000.0));
    add("above_scale_value_added_per_mu",
        share(m_sums.above_scale.value_added_wan, m_sums.above_scale.land_used_m2 * 3.0 / 2000.0));
    const SupplyYear& s = m_sums.supply;
    add("supplied_m2", s.supplied_m2);
    add("supplied_industrial_m2", s.industrial_m2);
    add("industrial_supply_share", share(s.industrial_m2, s.supplied_m2));
    add("supplied_industrial_new_m2", s.new_industrial_m2);
    add("standard_land_share", share(s.standard_m2, s.new_industrial_m2));
    add("new_supply_plot_ratio", share(s.ratio_area_m2, s.new_industrial_m2));
    count("new_supply_parcels", s.new_parcels);
    count("new_supply_parcels_standard", s.standard_parcels);
    count("new_supply_parcels_ratio_2", s.ratio_2_parcels);

    double before = 0.0;
    for (const LinePart& part : line) {
        before += area_m2(part.shape);
    }
    double after = before;
    for (const Change& change : changes.changes) {
        if (change.kind == GroundKind::occupy) {
            after -= change.counted_m2;
        } else if (change.kind == GroundKind::compensate) {
            after += change.counted_m2;
        }
    }
    add("line_before_m2", before);
    add("line_after_m2", after);
    for (std::size_t r = 0; r < readings().size(); ++r) {
        for (const auto& [status, sums] : m_sums.statuses.at(r)) {
            count(fmt::format("status_{}_{}_count", readings()[r].column, status), sums.parcels);
            add(fmt::format("status_{}_{}_m2", readings()[r].column, status), sums.registered_m2);
        }
    }
    file.close();
}

} // namespace tenglong::tools::gen
