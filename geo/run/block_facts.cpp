#include "geo/run/block_facts.hpp"

#include "core/base/units.hpp"
#include "core/reclaim/blocks.hpp"
#include "core/tables/standard_tables.hpp"
#include "geo/run/figures.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace tenglong::geo {

namespace {

/// The blocks again, in that order.
[[nodiscard]] Blocks in_order(const Blocks& blocks, std::span<const std::uint32_t> order)
{
    Blocks sorted;
    for (const std::uint32_t block : order) {
        const auto members = blocks.members_of(block);
        sorted.members.insert(sorted.members.end(), members.begin(), members.end());
        sorted.start.push_back(static_cast<std::uint32_t>(sorted.members.size()));
        sorted.outlines.append(blocks.outlines[block]);
        sorted.area_m2.push_back(blocks.area_m2[block]);
    }
    return sorted;
}

[[nodiscard]] Blocks largest_first(const Blocks& blocks)
{
    std::vector<std::uint32_t> order(blocks.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return blocks.area_m2[a] > blocks.area_m2[b];
    });
    return in_order(blocks, order);
}

[[nodiscard]] BlockMembers members_of(const Blocks& blocks)
{
    return {blocks.start, blocks.members, blocks.area_m2};
}

/// The sum of a column over some rows; nothing if none of them has a figure.
[[nodiscard]] std::optional<double> sum(const ResultTable& parcels, const char* name,
                                        std::span<const std::uint32_t> rows)
{
    const ResultColumn& column = parcels[name];
    std::optional<double> total;
    for (const std::uint32_t row : rows) {
        if (column.present(row)) {
            total = total.value_or(0.0) + column.figure(row);
        }
    }
    return total;
}

void add(ResultColumn& column, const std::optional<double>& value)
{
    if (value) {
        column.add_number(*value);
    } else {
        column.add_missing();
    }
}

void add_ratio(ResultColumn& column, const std::optional<double>& above,
               const std::optional<double>& below)
{
    add(column, above && below && *below > 0.0 ? std::optional{*above / *below} : std::nullopt);
}

/// The place in which most of the block's parcels lie.
void add_commonest(ResultColumn& column, const ResultColumn& places,
                   std::span<const std::uint32_t> rows)
{
    std::map<std::string_view, std::size_t> counts;
    for (const std::uint32_t row : rows) {
        if (places.present(row)) {
            ++counts[places.text(row)];
        }
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](auto& a, auto& b) { return a.second < b.second; });
    if (most == counts.end()) {
        column.add_missing();
    } else {
        column.add_text(most->first);
    }
}

/// What is proposed for most of the block's land, on how much of it, and why: the reason of the
/// largest parcel, of equals the first.
void add_measure(ResultTable& table, const ResultTable& parcels,
                 std::span<const std::uint32_t> rows, const MeasureReasons& reasons)
{
    std::map<std::string_view, double> areas;
    for (const std::uint32_t row : rows) {
        if (parcels["measure"].present(row) && parcels["area_m2"].present(row)) {
            areas[parcels["measure"].text(row)] += parcels["area_m2"].number(row);
        }
    }
    const auto most = std::max_element(areas.begin(), areas.end(),
                                       [](auto& a, auto& b) { return a.second < b.second; });
    if (most == areas.end()) {
        table["measure"].add_missing();
        table["measure_reason"].add_missing();
        return;
    }
    table["measure"].add_text(most->first);
    std::optional<std::uint32_t> largest;
    for (const std::uint32_t row : rows) {
        const bool of_it = parcels["measure"].present(row) &&
                           parcels["measure"].text(row) == most->first &&
                           parcels["area_m2"].present(row);
        if (of_it &&
            (!largest || parcels["area_m2"].number(row) > parcels["area_m2"].number(*largest))) {
            largest = row;
        }
    }
    const MeasureChoice choice = reasons.measures.leading(*largest);
    const Text land = shown_number(to_mu(SquareMetres{most->second}).value(), Unit::of("mu"));
    const Text why =
        msg("on {} of it; {}", land, reason(reasons.measures, choice, reasons.evaluator, *largest));
    table["measure_reason"].add_text(why.in(reasons.lang));
}

[[nodiscard]] std::int64_t enterprises_in(const Register& reg, std::span<const std::uint32_t> rows)
{
    std::set<std::uint32_t> found;
    for (const std::uint32_t row : rows) {
        for (const std::uint32_t link : reg.by_parcel[row]) {
            found.insert(reg.links[link].enterprise);
        }
    }
    return static_cast<std::int64_t>(found.size());
}

} // namespace

Blocks write_block_facts(Survey& survey, const Profile& profile, const Verdicts& verdicts,
                         Workers& workers)
{
    const auto gap = figure_in(profile, "block_gap", "m");
    const auto least = figure_in(profile, "block_area", "m2");
    if (!gap || !least) {
        return {};
    }
    std::vector<std::uint32_t> rows = choose_for_blocks(profile, verdicts);
    std::erase_if(rows, [&](std::uint32_t row) { return survey.parcels.shapes[row].empty(); });
    Blocks blocks = largest_first(find_blocks(survey.parcels, rows, {*gap, *least}, workers));
    write_block_membership(members_of(blocks), *survey.parcel_facts);
    return blocks;
}

Blocks most_freed_first(const Blocks& blocks, const Freed& freed)
{
    return in_order(blocks, rank_blocks(members_of(blocks), freed));
}

ResultTable blocks_result(const Survey& survey, const Blocks& blocks, const ResultTable& parcels,
                          const MeasureReasons& reasons)
{
    ResultTable table = blocks_table();
    const std::vector<std::string> ids = block_ids(members_of(blocks), *survey.parcel_facts);
    for (std::size_t block = 0; block < blocks.size(); ++block) {
        const auto rows = blocks.members_of(block);
        const double area_mu = to_mu(SquareMetres{blocks.area_m2[block]}).value();
        const auto tax = sum(parcels, "tax_wan", rows);
        const auto low_mu = sum(parcels, "area_mu", rows);
        table["block_id"].add_text(ids[block]);
        add_commonest(table["town"], parcels["town"], rows);
        add_commonest(table["unit"], parcels["unit"], rows);
        table["parcel_count"].add_integer(static_cast<std::int64_t>(rows.size()));
        table["enterprise_count"].add_integer(enterprises_in(survey.reg, rows));
        table["area_m2"].add_number(blocks.area_m2[block]);
        table["area_mu"].add_number(area_mu);
        add(table["low_area_mu"], low_mu);
        add_ratio(table["low_share"], low_mu, area_mu);
        add(table["tax_wan"], tax);
        add_ratio(table["tax_per_mu"], tax, low_mu);
        add_ratio(table["plot_ratio"], sum(parcels, "floor_m2", rows),
                  sum(parcels, "area_m2", rows));
        add(table["reclaim_mu"], sum(parcels, "reclaim_mu", rows));
        add_measure(table, parcels, rows, reasons);
        std::vector<std::string_view> codes;
        for (const std::uint32_t row : rows) {
            if (parcels["parcel_code"].present(row)) {
                codes.push_back(parcels["parcel_code"].text(row));
            }
        }
        table["parcel_codes"].add_codes(codes);
    }
    table["measure"].set_words(parcels["measure"].spec().words);
    table.complete();
    return table;
}

} // namespace tenglong::geo
