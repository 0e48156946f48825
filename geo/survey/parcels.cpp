#include "geo/survey/parcels.hpp"

#include "core/base/number.hpp"
#include "core/base/row_ranges.hpp"
#include "core/register/keys.hpp"
#include "geo/check/clean.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/survey/columns.hpp"
#include "geo/survey/parcel_parts.hpp"
#include "geo/survey/parcel_rows.hpp"
#include "geo/survey/table_facts.hpp"

#include <algorithm>
#include <map>

namespace tenglong::geo {

namespace {

[[nodiscard]] std::string key_of(std::string_view parcel_code, std::string_view unit_code)
{
    const Key key = parcel_key(parcel_code);
    return std::string{key.empty() ? parcel_key(unit_code).text() : key.text()};
}

/// Where the column of codes is empty, the use in words tells the same.
void put_named_use(FactTable& parcels, const Table& table, std::span<const std::uint32_t> row_of,
                   SourceId source)
{
    const TextCells names{table, "land_use_name"};
    FactColumn& use = parcels.column("land_use");
    const auto read = use.add({true, source, {}});
    for (std::size_t parcel = 0; parcel < row_of.size(); ++parcel) {
        if (row_of[parcel] != k_no_row && !use.present(parcel) && !names[row_of[parcel]].empty()) {
            use.set_text(parcel, parcels.pool().intern(names[row_of[parcel]]), read);
        }
    }
}

template <class Item>
[[nodiscard]] std::vector<Item> chosen(const std::vector<Item>& items,
                                       std::span<const std::uint32_t> positions)
{
    std::vector<Item> result;
    result.reserve(positions.size());
    for (const std::uint32_t at : positions) {
        result.push_back(items[at]);
    }
    return result;
}

[[nodiscard]] ParcelBase taken(ParcelBase base, std::span<const std::uint32_t> positions)
{
    return {reordered(std::move(base.shapes), positions),
            chosen(base.rows, positions),
            chosen(base.keys, positions),
            {}};
}

/// The rows of parcels that have several, the leading one first, then those with more ground.
[[nodiscard]] std::vector<ParcelRow> rows_of_several(const ParcelBase& ordered,
                                                     const RowOwners& owners,
                                                     std::span<const std::uint32_t> kept)
{
    std::vector<std::uint32_t> parcel_of(ordered.rows.size());
    for (std::uint32_t parcel = 0; parcel < kept.size(); ++parcel) {
        parcel_of[kept[parcel]] = parcel;
    }
    std::vector<std::uint32_t> rows_of(kept.size(), 0);
    for (const std::uint32_t owner : owners.owner) {
        ++rows_of[parcel_of[owner]];
    }
    std::vector<ParcelRow> leading;
    std::vector<ParcelRow> others;
    for (std::uint32_t i = 0; i < ordered.rows.size(); ++i) {
        const std::uint32_t parcel = parcel_of[owners.owner[i]];
        if (rows_of[parcel] > 1) {
            (owners.owner[i] == i ? leading : others)
                .push_back({parcel, ordered.rows[i], area(ordered.shapes[i]), owners.repeats[i]});
        }
    }
    leading.insert(leading.end(), others.begin(), others.end());
    std::stable_sort(leading.begin(), leading.end(),
                     [&](const ParcelRow& a, const ParcelRow& b) { return a.parcel < b.parcel; });
    for (auto begin = leading.begin(); begin != leading.end();) {
        const auto end = std::find_if(begin, leading.end(), [&](const ParcelRow& row) {
            return row.parcel != begin->parcel;
        });
        std::stable_sort(begin + 1, end, [](const ParcelRow& a, const ParcelRow& b) {
            return a.ground_m2 > b.ground_m2;
        });
        begin = end;
    }
    return leading;
}

/// The ground of parcels that are drawn in parts.
struct PartedGround {
    std::vector<std::uint32_t> parcels; ///< ascending
    Polygons shapes;                    ///< a feature for each of them
};

[[nodiscard]] PartedGround united_parts(const ParcelBase& ordered, const RowOwners& owners,
                                        std::span<const std::uint32_t> kept, Workers& workers)
{
    std::vector<std::uint32_t> parcel_of(ordered.rows.size());
    for (std::uint32_t parcel = 0; parcel < kept.size(); ++parcel) {
        parcel_of[kept[parcel]] = parcel;
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> parts; // by parcel
    for (std::uint32_t i = 0; i < ordered.rows.size(); ++i) {
        if (owners.owner[i] != i && !owners.repeats[i]) {
            parts[parcel_of[owners.owner[i]]].push_back(i);
        }
    }
    PartedGround result;
    for (auto& [parcel, rows] : parts) {
        rows.push_back(kept[parcel]);
        for (const std::uint32_t i : rows) {
            for (const PartView part : ordered.shapes[i].parts()) {
                for (const RingView ring : part.rings()) {
                    result.shapes.add_ring(ring);
                }
                result.shapes.close_part();
            }
        }
        result.shapes.close_feature();
        result.parcels.push_back(parcel);
    }
    static_cast<void>(clean(result.shapes, workers)); // parts that touch or overlap become one
    std::vector<std::uint32_t> saved;
    for (std::uint32_t i = 0; i < result.shapes.size(); ++i) {
        if (!result.shapes[i].empty()) {
            saved.push_back(i);
        }
    }
    return {chosen(result.parcels, saved), reordered(std::move(result.shapes), saved)};
}

void name_overlap(const ParcelBase& base, const FeatureView& ground, std::size_t parcel,
                  double parts_m2, std::span<const Table* const> tables, std::vector<Issue>& issues)
{
    constexpr double k_rounding_m2 = 1.0; // of coordinates along a common edge
    const double twice_m2 = parts_m2 - area(ground);
    if (twice_m2 > k_rounding_m2) {
        const RowRef row = base.rows[parcel];
        const Table& table = *tables[row.input];
        const Point at = ground.points().front();
        issues.push_back({"parts_overlap", Severity::warning, table.place(row.row),
                          table.subject(row.row), Spot{at.x, at.y},
                          msg("'{}': its parts overlap by {} m²; that ground counts once",
                              table.subject(row.row), format_number(twice_m2, 2))});
    }
}

/// The parcels of rows that were found to be one each.
[[nodiscard]] ParcelBase united(ParcelBase ordered, const RowOwners& owners,
                                std::span<const Table* const> tables, Workers& workers,
                                std::vector<Issue>& issues)
{
    std::vector<std::uint32_t> kept;
    for (std::uint32_t i = 0; i < ordered.rows.size(); ++i) {
        if (owners.owner[i] == i) {
            kept.push_back(i);
        }
    }
    if (kept.size() == ordered.rows.size()) {
        return ordered;
    }
    auto several = rows_of_several(ordered, owners, kept);
    const PartedGround grounds = united_parts(ordered, owners, kept, workers);
    ParcelBase base = taken(std::move(ordered), kept);
    base.several = std::move(several);
    std::vector<double> parts_m2(kept.size(), 0.0);
    for (const ParcelRow& row : base.several) {
        parts_m2[row.parcel] += row.repeats ? 0.0 : row.ground_m2;
    }
    base.shapes.replace(grounds.parcels, grounds.shapes);
    for (std::size_t i = 0; i < grounds.parcels.size(); ++i) {
        const std::uint32_t parcel = grounds.parcels[i];
        name_overlap(base, grounds.shapes[i], parcel, parts_m2[parcel], tables, issues);
    }
    return base;
}

} // namespace

ParcelBase parcel_base(std::vector<VectorLayer>& layers, Workers& workers,
                       std::vector<Issue>& issues)
{
    ParcelBase all;
    std::vector<const Table*> tables;
    for (std::uint32_t input = 0; input < layers.size(); ++input) {
        VectorLayer& layer = layers[input];
        tables.push_back(&layer.table);
        const std::size_t rows = layer.table.rows();
        while (layer.shapes.size() < rows) {
            layer.shapes.close_feature();
        }
        const TextCells codes{layer.table, "parcel_code"};
        const TextCells units{layer.table, "unit_code"};
        for (std::uint32_t row = 0; row < rows; ++row) {
            all.rows.push_back({input, row});
            all.keys.push_back(key_of(codes[row], units[row]));
        }
        if (input == 0) {
            all.shapes = std::move(layer.shapes);
        } else {
            all.shapes.append(layer.shapes, 0, rows);
        }
        layer.shapes = {};
    }
    const auto order = order_by_key(all.keys, all.shapes, all.rows, tables);
    ParcelBase ordered = taken(std::move(all), order);
    const auto marks = shape_marks(ordered.shapes, workers);
    const RowOwners owners =
        find_owners({ordered.shapes, ordered.rows, ordered.keys, marks, tables}, issues);
    return united(std::move(ordered), owners, tables, workers, issues);
}

std::size_t ParcelBase::ranks() const
{
    // A code on more rows is a placeholder, or all of them say the same.
    constexpr std::size_t k_most = 8;
    std::size_t most = 1;
    std::size_t run = 0;
    for (std::size_t i = 0; i < several.size(); ++i) {
        run = i > 0 && several[i - 1].parcel == several[i].parcel ? run + 1 : 1;
        most = std::max(most, run);
    }
    return std::min(most, k_most);
}

std::vector<std::uint32_t> ParcelBase::rows_in(std::uint32_t input, std::size_t rank) const
{
    std::vector<std::uint32_t> result(rows.size(), k_no_row);
    for (std::size_t parcel = 0; rank == 0 && parcel < rows.size(); ++parcel) {
        result[parcel] = rows[parcel].input == input ? rows[parcel].row : k_no_row;
    }
    std::size_t at = 0;
    for (std::size_t i = 0; rank > 0 && i < several.size(); ++i) {
        at = i > 0 && several[i - 1].parcel == several[i].parcel ? at + 1 : 0;
        if (at == rank && several[i].row.input == input) {
            result[several[i].parcel] = several[i].row.row;
        }
    }
    return result;
}

void put_parcel_columns(FactTable& parcels, const ParcelBase& base,
                        std::span<const VectorLayer> layers, double tolerance,
                        std::vector<Issue>& issues)
{
    std::vector<Issue> told_already; // of further rows, as all cells of a column are read at once
    const std::size_t ranks = base.ranks();
    std::vector<SourceId> sources;
    // Rank by rank, so that a larger part goes before a smaller one.
    for (std::size_t rank = 0; rank < ranks; ++rank) {
        for (std::uint32_t input = 0; input < layers.size(); ++input) {
            const std::vector<std::uint32_t> row_of = base.rows_in(input, rank);
            const Table& table = layers[input].table;
            const SourceId source =
                put_table_facts(parcels, table, row_of, rank == 0 ? issues : told_already);
            put_named_use(parcels, table, row_of, source);
            sources.push_back(source);
        }
    }
    settle_rows(parcels, base, layers, sources, tolerance, issues);
}

void report_uncoded(const ParcelBase& base, const FactTable& parcels,
                    std::span<const VectorLayer> layers, std::vector<Issue>& issues)
{
    const FactColumn* code = parcels.find("parcel_code");
    const FactColumn* unit = parcels.find("unit_code");
    const auto has = [](const FactColumn* column, std::size_t parcel) {
        return column != nullptr && column->present(parcel);
    };
    std::vector<std::vector<std::int64_t>> rows(layers.size());
    for (std::size_t parcel = 0; parcel < base.rows.size(); ++parcel) {
        const RowRef row = base.rows[parcel];
        if (!has(code, parcel) && !has(unit, parcel)) {
            rows[row.input].push_back(layers[row.input].table.row_number(row.row));
        }
    }
    for (std::size_t input = 0; input < layers.size(); ++input) {
        if (!rows[input].empty()) {
            const Table& table = layers[input].table;
            issues.push_back({"parcel_code_missing",
                              Severity::warning,
                              {table.file(), table.layer(), 0},
                              {},
                              std::nullopt,
                              msg("{} parcels of '{}' have no parcel code (rows {}): tables can be "
                                  "joined to them only by place or holder",
                                  rows[input].size(), table.file(), row_ranges(rows[input]))});
        }
    }
}

} // namespace tenglong::geo
