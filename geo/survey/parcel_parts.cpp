#include "geo/survey/parcel_parts.hpp"

#include "core/base/number.hpp"
#include "geo/survey/columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tenglong::geo {

namespace {

constexpr std::string_view k_registered = "area_registered_m2";

/// Rounding of registers to two decimals.
constexpr double k_same_figure_m2 = 0.011;

/// Fields that name or measure a row of its own; they may differ from row to row.
constexpr auto k_own_fields = std::to_array<std::string_view>(
    {k_registered, "area_stated_m2", "parcel_code", "unit_code", "x", "y"});

/// What a row says of the registered area, and the ground that it draws.
struct StatedArea {
    std::optional<double> figure_m2;
    double ground_m2 = 0.0;
    bool repeats = false;
};

/// Whether each part states its own figure. \pre two rows or more
[[nodiscard]] bool each_its_own(const std::vector<StatedArea>& rows, double tolerance)
{
    std::size_t parts = 0;
    for (const StatedArea& row : rows) {
        if (row.repeats) {
            continue;
        }
        const double allowed =
            std::max(1.0, tolerance * row.ground_m2); // 1 m2: rounding of coordinates
        if (!row.figure_m2 || std::abs(*row.figure_m2 - row.ground_m2) > allowed) {
            return false;
        }
        ++parts;
    }
    return parts > 1;
}

[[nodiscard]] bool all_the_same(const std::vector<StatedArea>& rows)
{
    std::optional<double> first;
    for (const StatedArea& row : rows) {
        if (row.figure_m2 && first && std::abs(*row.figure_m2 - *first) > k_same_figure_m2) {
            return false;
        }
        first = first ? first : row.figure_m2;
    }
    return true;
}

[[nodiscard]] std::string cell_text(const TableColumn& column, std::size_t row)
{
    return column.holds_numbers() ? format_number(column.numbers[row])
                                  : std::string{column.texts[row]};
}

class Settlement {
public:
    Settlement(FactTable& parcels, const ParcelBase& base, std::span<const VectorLayer> layers,
               std::span<const SourceId> sources, double tolerance, std::vector<Issue>& issues)
        : m_parcels{parcels}, m_base{base}, m_layers{layers}, m_sources{sources},
          m_tolerance{tolerance}, m_issues{issues}
    {
        std::vector<Issue> told_already; // when the leading rows were written
        for (const VectorLayer& layer : layers) {
            m_areas.emplace_back(layer.table, k_registered, told_already);
        }
    }

    void run()
    {
        const std::span<const ParcelRow> all{m_base.several};
        for (std::size_t begin = 0; begin < all.size();) {
            std::size_t end = begin + 1;
            while (end < all.size() && all[end].parcel == all[begin].parcel) {
                ++end;
            }
            settle_area(all.subspan(begin, end - begin));
            for (std::size_t i = begin + 1; i < end; ++i) {
                name_contradiction(all[begin].row, all[i].row);
            }
            begin = end;
        }
    }

private:
    [[nodiscard]] const Table& table_of(RowRef row) const { return m_layers[row.input].table; }

    /// \param several the rows of one parcel
    void settle_area(std::span<const ParcelRow> several)
    {
        std::vector<StatedArea> rows;
        for (const ParcelRow& each : several) {
            rows.push_back({m_areas[each.row.input][each.row.row], each.ground_m2, each.repeats});
        }
        const bool own = each_its_own(rows, m_tolerance);
        if (!own && all_the_same(rows)) {
            return; // the figure that is there counts once
        }
        const RowRef leading = several.front().row;
        const SourceId source = m_sources[leading.input];
        FactColumn& column = m_parcels.column(k_registered);
        if (own) {
            double sum = 0.0;
            for (const StatedArea& row : rows) {
                sum += row.repeats ? 0.0 : *row.figure_m2;
            }
            column.set_number(several.front().parcel, sum,
                              column.add({true, source, msg("sum over the rows of its parts")}));
            return;
        }
        column.set_missing(
            several.front().parcel,
            column.add({false, source, msg("its rows state different registered areas")}));
        contradiction(
            "registered_areas_contradict", Severity::error, leading,
            msg("'{}': its {} rows state registered areas that are neither one figure nor "
                "those of the parts; none counts, put it right in the register",
                subject(leading), rows.size()));
    }

    void name_contradiction(RowRef leading, RowRef other)
    {
        Text list;
        const Table& leads = table_of(leading);
        const Table& table = table_of(other);
        for (const TableColumn& column : table.columns()) {
            const std::string& name = column.field().name;
            const TableColumn* told = leads.find(name);
            if (told == nullptr || told->missing(leading.row) || column.missing(other.row) ||
                std::find(k_own_fields.begin(), k_own_fields.end(), name) != k_own_fields.end()) {
                continue;
            }
            const std::string one = cell_text(*told, leading.row);
            const std::string two = cell_text(column, other.row);
            if (one != two) {
                const Text pair = msg("{} '{}' and '{}'", column.field().label, one, two);
                list = list.empty() ? pair : msg("{}, {}", list, pair);
            }
        }
        if (!list.empty()) {
            const Place lead = leads.place(leading.row);
            contradiction(
                "rows_contradict", Severity::warning, other,
                msg("'{}': this row and row {} of '{}' are one parcel and contradict each "
                    "other ({}); the latter counts",
                    subject(other), lead.row, lead.file, list));
        }
    }

    void contradiction(std::string_view kind, Severity severity, RowRef row, Text text)
    {
        m_issues.push_back({std::string{kind}, severity, table_of(row).place(row.row), subject(row),
                            std::nullopt, std::move(text)});
    }

    [[nodiscard]] std::string subject(RowRef row) const { return table_of(row).subject(row.row); }

    FactTable& m_parcels;
    const ParcelBase& m_base;
    std::span<const VectorLayer> m_layers;
    std::span<const SourceId> m_sources;
    double m_tolerance;
    std::vector<Issue>& m_issues;
    std::vector<NumberCells> m_areas;
};

} // namespace

void settle_rows(FactTable& parcels, const ParcelBase& base, std::span<const VectorLayer> layers,
                 std::span<const SourceId> sources, double tolerance, std::vector<Issue>& issues)
{
    if (!base.several.empty()) {
        Settlement{parcels, base, layers, sources, tolerance, issues}.run();
    }
}

} // namespace tenglong::geo
