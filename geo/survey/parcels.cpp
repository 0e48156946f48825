#include "geo/survey/parcels.hpp"

#include "core/register/keys.hpp"
#include "geo/survey/columns.hpp"
#include "geo/survey/table_facts.hpp"

#include <algorithm>
#include <unordered_map>

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

/// Finds what is there twice, in rows that are in order.
class Duplicates {
public:
    Duplicates(const ParcelBase& base, std::span<const std::uint64_t> marks,
               std::span<const Table* const> tables, std::vector<Issue>& issues)
        : m_base{base}, m_marks{marks}, m_tables{tables}, m_issues{issues}
    {}

    /// The positions that stay.
    [[nodiscard]] std::vector<std::uint32_t> kept()
    {
        find_same_codes();
        find_same_shapes();
        std::vector<std::uint32_t> result;
        for (std::uint32_t i = 0; i < m_base.rows.size(); ++i) {
            if (!m_dropped[i]) {
                result.push_back(i);
            }
        }
        return result;
    }

private:
    void find_same_codes()
    {
        m_dropped.assign(m_base.rows.size(), false);
        for (std::uint32_t first = 0; first < m_base.keys.size();) {
            std::uint32_t end = first + 1;
            while (end < m_base.keys.size() && !m_base.keys[first].empty() &&
                   m_base.keys[end] == m_base.keys[first]) {
                ++end;
            }
            compare_rows_of_code(first, end);
            first = end;
        }
    }

    void compare_rows_of_code(std::uint32_t first, std::uint32_t end)
    {
        std::size_t shapes = 1;
        for (std::uint32_t i = first + 1; i < end; ++i) {
            std::uint32_t same = first;
            while (same < i && (m_dropped[same] || m_marks[same] != m_marks[i])) {
                ++same;
            }
            if (same < i) {
                drop(i, same);
            } else {
                ++shapes;
            }
        }
        if (shapes > 1) {
            report("several_rows_for_code", Severity::warning, first,
                   msg("'{}' has {} rows with different shapes; each counts as a parcel of its own",
                       subject(first), shapes));
        }
    }

    void find_same_shapes()
    {
        std::unordered_map<std::uint64_t, std::uint32_t> first_with;
        // From the back, because rows without a code come first and give way.
        for (auto i = static_cast<std::uint32_t>(m_base.rows.size()); i-- > 0;) {
            if (m_dropped[i] || m_marks[i] == 0) {
                continue;
            }
            const auto [place, is_new] = first_with.try_emplace(m_marks[i], i);
            if (is_new) {
                continue;
            }
            if (m_base.keys[i].empty()) {
                drop(i, place->second);
            } else {
                report("duplicate_geometry", Severity::error, i,
                       msg("'{}' and '{}' have the same shape under two codes; both count, so "
                           "their ground counts twice: delete one",
                           subject(i), subject(place->second)));
            }
        }
    }

    void drop(std::uint32_t dropped, std::uint32_t kept)
    {
        m_dropped[dropped] = true;
        const Place other = place(kept);
        report("duplicate_row", Severity::warning, dropped,
               msg("'{}' is there twice with the same shape; the one in row {} of '{}' counts",
                   subject(dropped), other.row, other.file));
    }

    void report(std::string_view kind, Severity severity, std::uint32_t at, Text text)
    {
        std::optional<Spot> spot;
        if (!m_base.shapes[at].empty()) {
            const Point point = m_base.shapes[at].points().front();
            spot = Spot{point.x, point.y};
        }
        m_issues.push_back(
            {std::string{kind}, severity, place(at), subject(at), spot, std::move(text)});
    }

    [[nodiscard]] Place place(std::uint32_t at) const
    {
        return m_tables[m_base.rows[at].input]->place(m_base.rows[at].row);
    }
    [[nodiscard]] std::string subject(std::uint32_t at) const
    {
        return m_tables[m_base.rows[at].input]->subject(m_base.rows[at].row);
    }

    const ParcelBase& m_base;
    std::span<const std::uint64_t> m_marks;
    std::span<const Table* const> m_tables;
    std::vector<Issue>& m_issues;
    std::vector<bool> m_dropped;
};

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

[[nodiscard]] ParcelBase taken(const ParcelBase& base, std::span<const std::uint32_t> positions)
{
    return {reordered(base.shapes, positions), chosen(base.rows, positions),
            chosen(base.keys, positions)};
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
    ParcelBase ordered = taken(all, order);
    all = {};
    const auto marks = shape_marks(ordered.shapes, workers);
    const auto kept = Duplicates{ordered, marks, tables, issues}.kept();
    return kept.size() == ordered.rows.size() ? std::move(ordered) : taken(ordered, kept);
}

void put_parcel_columns(FactTable& parcels, const ParcelBase& base,
                        std::span<const VectorLayer> layers, std::vector<Issue>& issues)
{
    for (std::uint32_t input = 0; input < layers.size(); ++input) {
        std::vector<std::uint32_t> row_of(base.rows.size(), k_no_row);
        for (std::size_t parcel = 0; parcel < base.rows.size(); ++parcel) {
            if (base.rows[parcel].input == input) {
                row_of[parcel] = base.rows[parcel].row;
            }
        }
        const SourceId source = put_table_facts(parcels, layers[input].table, row_of, issues);
        put_named_use(parcels, layers[input].table, row_of, source);
    }
}

} // namespace tenglong::geo
