#include "geo/survey/supply.hpp"

#include "core/register/keys.hpp"
#include "geo/measure/zones.hpp"
#include "geo/survey/columns.hpp"
#include "geo/survey/order.hpp"
#include "geo/survey/table_facts.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace tenglong::geo {

namespace {

/// What an approval tells of every parcel in its area.
constexpr auto k_approval_facts =
    std::to_array<std::string_view>({"approval_batch", "approval_date", "supply_new_land"});

using Lookup = std::unordered_map<std::string, std::vector<std::uint32_t>>;

template <class Item>
void keep_items(std::vector<Item>& items, std::span<const std::uint32_t> rows)
{
    std::vector<Item> kept;
    kept.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        kept.push_back(items[row]);
    }
    items = std::move(kept);
}

/// Drops all rows but some, and the texts that only the others have.
void keep_rows(ZoneLayer& zone, std::span<const std::uint32_t> rows)
{
    for (TableColumn& column : zone.table.columns()) {
        if (column.holds_numbers()) {
            keep_items(column.numbers, rows);
            continue;
        }
        TextColumn kept;
        for (const std::uint32_t row : rows) {
            kept.add(column.texts[row]);
        }
        column.texts = std::move(kept);
    }
    keep_items(zone.table.row_numbers(), rows);
    zone.layer.shapes = reordered(std::move(zone.layer.shapes), rows);
    keep_items(zone.layer.boxes, rows);
    keep_items(zone.layer.areas, rows);
}

/// Parcels by the text of a fact.
[[nodiscard]] Lookup by_text(const FactTable& parcels, std::string_view fact)
{
    Lookup lookup;
    const FactColumn* column = parcels.find(fact);
    for (std::uint32_t row = 0; column != nullptr && row < parcels.rows(); ++row) {
        if (column->present(row)) {
            lookup[std::string{parcels.pool()[static_cast<TextId>(column->words()[row])]}]
                .push_back(row);
        }
    }
    return lookup;
}

/// Joins the rows of one input.
class SupplyJoiner {
public:
    SupplyJoiner(const Survey& survey, std::span<const std::string> keys) : m_survey{survey}
    {
        for (std::uint32_t parcel = 0; parcel < keys.size(); ++parcel) {
            if (!keys[parcel].empty()) {
                m_by_key[keys[parcel]].push_back(parcel);
            }
        }
        m_by_contract = by_text(*survey.parcel_facts, "contract_number");
        m_by_batch = by_text(*survey.parcel_facts, "approval_batch");
    }

    void join(const ZoneLayer& layer, std::uint32_t input, double least_share, Workers& workers,
              std::vector<Issue>& issues)
    {
        const Table& table = layer.table;
        const auto by_shape = parcels_in(layer, least_share, workers);
        const TextCells codes{table, "parcel_code"};
        const TextCells units{table, "unit_code"};
        const TextCells contracts{table, "contract_number"};
        const TextCells batches{table, "approval_batch"};
        for (std::uint32_t row = 0; row < table.rows(); ++row) {
            if (add_coded(codes[row], input, row) || add_coded(units[row], input, row) ||
                add(m_by_contract, contracts[row], input, row, false) ||
                add_all(by_shape.empty() ? none() : by_shape[row], input, row) ||
                add(m_by_batch, batches[row], input, row, true)) {
                continue;
            }
            issues.push_back({"supply_unmatched", Severity::note, table.place(row),
                              table.subject(row), std::nullopt,
                              msg("'{}' of the supply data belongs to no parcel by its codes, "
                                  "its contract, its shape or its approval",
                                  table.subject(row))});
        }
    }

    /// \param layers whose cells decide between rows of one parcel, wherever they stand
    [[nodiscard]] SupplyJoin result(std::span<const ZoneLayer> layers)
    {
        const auto text_of = [&](const SupplyJoin::Match& match) {
            return row_text(layers[match.input].table, match.row);
        };
        std::sort(m_join.matches.begin(), m_join.matches.end(),
                  [&](const SupplyJoin::Match& a, const SupplyJoin::Match& b) {
                      const auto first = std::tie(a.parcel, a.by_shape, a.input);
                      const auto second = std::tie(b.parcel, b.by_shape, b.input);
                      if (first != second || a.row == b.row) {
                          return first < second;
                      }
                      const int by_text = text_of(a).compare(text_of(b));
                      return by_text != 0 ? by_text < 0 : a.row < b.row;
                  });
        return std::move(m_join);
    }

private:
    [[nodiscard]] static const std::vector<std::uint32_t>& none()
    {
        static const std::vector<std::uint32_t> empty;
        return empty;
    }

    bool add_coded(std::string_view cell, std::uint32_t input, std::uint32_t row)
    {
        bool found = false;
        for (const WrittenCode& code : parcel_codes_in(cell)) {
            found = add(m_by_key, code.key.text(), input, row, false) || found;
        }
        return found;
    }

    bool add(const Lookup& lookup, std::string_view text, std::uint32_t input, std::uint32_t row,
             bool by_shape)
    {
        const auto found = text.empty() ? lookup.end() : lookup.find(std::string{text});
        if (found == lookup.end()) {
            return false;
        }
        for (const std::uint32_t parcel : found->second) {
            m_join.matches.push_back({parcel, input, row, by_shape});
        }
        return true;
    }

    bool add_all(const std::vector<std::uint32_t>& parcels, std::uint32_t input, std::uint32_t row)
    {
        for (const std::uint32_t parcel : parcels) {
            m_join.matches.push_back({parcel, input, row, true});
        }
        return !parcels.empty();
    }

    /// For each row the parcels that lie in its shape with at least a share of their area.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>>
    parcels_in(const ZoneLayer& zone, double least_share, Workers& workers) const
    {
        const Polygons& shapes = zone.layer.shapes;
        if (shapes.points.empty()) {
            return {};
        }
        std::vector<std::vector<std::uint32_t>> result(zone.table.rows());
        const Layer& parcels = m_survey.parcels;
        const ZoneShares shares = zone_shares(parcels, Zones{shapes, workers}, workers);
        for (std::uint32_t parcel = 0; parcel < parcels.areas.size(); ++parcel) {
            for (auto at = shares.pair_start[parcel]; at < shares.pair_start[parcel + 1]; ++at) {
                if (shares.shared_m2[at] >= least_share * parcels.areas[parcel]) {
                    result[shares.zone[at]].push_back(parcel);
                }
            }
        }
        return result;
    }

    const Survey& m_survey;
    Lookup m_by_key;
    Lookup m_by_contract;
    Lookup m_by_batch;
    SupplyJoin m_join;
};

/// Of several rows of one parcel those behind the first fill in what the ones before leave open.
void report_further(const SupplyJoin& join, std::span<const ZoneLayer> layers,
                    std::vector<Issue>& issues)
{
    const SupplyJoin::Match* first = nullptr;
    for (const SupplyJoin::Match& match : join.matches) {
        if (match.by_shape) {
            continue;
        }
        if (first == nullptr || first->parcel != match.parcel) {
            first = &match;
            continue;
        }
        const Place lead = layers[first->input].table.place(first->row);
        const Table& table = layers[match.input].table;
        issues.push_back({"supply_row_further", Severity::note, table.place(match.row),
                          table.subject(match.row), std::nullopt,
                          msg("'{}' has another row of supply, row {} of '{}', which counts; this "
                              "one fills in what that leaves open",
                              table.subject(match.row), lead.row, lead.file)});
    }
}

} // namespace

SupplyJoin join_supply(const Survey& survey, std::span<const std::string> keys,
                       std::span<const ZoneLayer> layers, double least_share, Workers& workers,
                       std::vector<Issue>& issues)
{
    SupplyJoiner joiner{survey, keys};
    for (std::uint32_t input = 0; input < layers.size(); ++input) {
        joiner.join(layers[input], input, least_share, workers, issues);
    }
    SupplyJoin join = joiner.result(layers);
    report_further(join, layers, issues);
    return join;
}

void put_supply_facts(FactTable& parcels, const SupplyJoin& join, std::span<const ZoneLayer> layers,
                      std::vector<Issue>& issues)
{
    // A parcel may have an approval and a contract, in several rows: one round for each.
    std::vector<bool> done(join.matches.size(), false);
    for (std::size_t left = join.matches.size(); left != 0;) {
        for (std::uint32_t input = 0; input < layers.size(); ++input) {
            for (const bool by_shape : {false, true}) {
                std::vector<std::uint32_t> row_of(parcels.rows(), k_no_row);
                std::size_t taken = 0;
                for (std::size_t i = 0; i < join.matches.size(); ++i) {
                    const auto& match = join.matches[i];
                    if (!done[i] && match.input == input && match.by_shape == by_shape &&
                        row_of[match.parcel] == k_no_row) {
                        row_of[match.parcel] = match.row;
                        done[i] = true;
                        ++taken;
                    }
                }
                left -= taken;
                if (taken != 0) {
                    put_table_facts(parcels, layers[input].table, row_of, issues,
                                    by_shape ? std::span{k_approval_facts}
                                             : std::span<const std::string_view>{});
                }
            }
        }
    }
}

void keep_unmatched(std::vector<ZoneLayer>& layers, const SupplyJoin& join)
{
    for (std::uint32_t input = 0; input < layers.size(); ++input) {
        ZoneLayer& zone = layers[input];
        std::vector<bool> matched(zone.table.rows(), false);
        for (const SupplyJoin::Match& match : join.matches) {
            if (match.input == input) {
                matched[match.row] = true;
            }
        }
        std::vector<std::uint32_t> rest;
        for (std::uint32_t row = 0; row < matched.size(); ++row) {
            if (!matched[row]) {
                rest.push_back(row);
            }
        }
        keep_rows(zone, rest);
    }
}

} // namespace tenglong::geo
