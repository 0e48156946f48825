#include "geo/line/change_rows.hpp"

#include "core/base/text.hpp"
#include "core/codes/land_use_code.hpp"
#include "geo/line/place_order.hpp"
#include "geo/line/region_names.hpp"
#include "geo/line/replanned.hpp"
#include "geo/read/values.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <tuple>
#include <utility>

namespace tenglong::geo {

namespace {

/// A column of choices as places in a list of words; -1 where it is missing.
template <std::size_t count>
std::vector<int> words_of(const Table& table, std::string_view field,
                          const std::array<std::string_view, count>& words,
                          std::vector<Issue>& issues)
{
    std::vector<int> places;
    if (const TableColumn* column = table.find(field)) {
        for (const std::int16_t choice : choices(table, *column, issues)) {
            const auto word =
                choice < 0
                    ? words.end()
                    : std::ranges::find(
                          words, column->field().values[static_cast<std::size_t>(choice)].key);
            places.push_back(word == words.end() ? -1 : static_cast<int>(word - words.begin()));
        }
    }
    return places;
}

/// The typed columns of one layer of changes.
class ChangeColumns {
public:
    ChangeColumns(const Table& table, std::vector<Issue>& issues)
        : m_table{table}, m_kinds{words_of(table, "kind", k_change_kinds, issues)},
          m_states{words_of(table, "state", k_change_states, issues)}
    {
        if (const TableColumn* column = table.find("decision_date")) {
            m_decisions = days(table, *column, issues);
        }
        if (const TableColumn* column = table.find("effect_date")) {
            m_effects = days(table, *column, issues);
        }
        if (const TableColumn* column = table.find("claimed_m2")) {
            m_claimed = numbers(table, *column, issues);
        }
    }

    [[nodiscard]] std::optional<ChangeKind> kind(std::size_t row) const
    {
        if (!m_kinds.empty() && m_kinds[row] >= 0) {
            return static_cast<ChangeKind>(m_kinds[row]);
        }
        // Without a word for it, what the land was and becomes tells the kind.
        const auto before = LandUse::parse(m_table.text("use_before", row)).is_industrial();
        const auto after = LandUse::parse(planned_use(row)).is_industrial();
        if (before.value_or(true) && after == false) {
            return ChangeKind::occupy;
        }
        return before == false && after == true ? std::optional{ChangeKind::compensate}
                                                : std::nullopt;
    }
    [[nodiscard]] std::optional<ChangeState> state(std::size_t row) const
    {
        return m_states.empty() || m_states[row] < 0
                   ? std::nullopt
                   : std::optional{static_cast<ChangeState>(m_states[row])};
    }
    [[nodiscard]] std::optional<Date> decision(std::size_t row) const
    {
        return day(m_decisions, row);
    }
    [[nodiscard]] std::optional<Date> effect(std::size_t row) const { return day(m_effects, row); }
    [[nodiscard]] std::optional<double> claimed(std::size_t row) const
    {
        return m_claimed.empty() || std::isnan(m_claimed[row]) ? std::nullopt
                                                               : std::optional{m_claimed[row]};
    }
    [[nodiscard]] std::string_view planned_use(std::size_t row) const
    {
        const std::string_view after = m_table.text("use_after", row);
        return after.empty() ? m_table.text("planned_use", row) : after;
    }

private:
    static std::optional<Date> day(const std::vector<std::int32_t>& column, std::size_t row)
    {
        return column.empty() || column[row] == k_no_day
                   ? std::nullopt
                   : std::optional{Date::from_days(column[row])};
    }

    const Table& m_table;
    std::vector<int> m_kinds;
    std::vector<int> m_states;
    std::vector<std::int32_t> m_decisions;
    std::vector<std::int32_t> m_effects;
    std::vector<double> m_claimed;
};

bool is_decided(const ChangeRow& row, Date as_of)
{
    const bool yes = row.state ? *row.state != ChangeState::proposed : row.booking.date.has_value();
    return yes && (!row.booking.date || *row.booking.date <= as_of);
}

Issue issue_of(std::string kind, Severity severity, const ChangeRow& row, Text text)
{
    return {std::move(kind),    severity,     row.place,
            row.booking.change, std::nullopt, std::move(text)};
}

void note_lacks(const ChangeRow& row, std::vector<Issue>& issues)
{
    const std::string& id = row.booking.change;
    if (!row.has_shape) {
        issues.push_back(
            issue_of("change_without_shape", Severity::error, row,
                     msg("change '{}' has no shape; what counts of it cannot be measured", id)));
    }
    if (!row.booking.date) {
        issues.push_back(issue_of(
            "change_without_date", Severity::warning, row,
            msg("change '{}' has no date; it comes last, and its order cannot be judged", id)));
    }
    if (!row.state) {
        issues.push_back(
            issue_of("change_without_state", Severity::note, row,
                     row.booking.decided
                         ? msg("change '{}' has no state; it counts as approved, having a date", id)
                         : msg("change '{}' has no state; it counts as proposed", id)));
    }
}

void note_claim(const ChangeRow& row, const std::optional<double>& stated, double measured,
                std::vector<Issue>& issues)
{
    // As for registered areas: a thousandth, but at least 1 m².
    if (stated && row.has_shape &&
        std::abs(*stated - measured) > std::max(1.0, measured / 1000.0)) {
        issues.push_back(issue_of("change_area_differs", Severity::warning, row,
                                  msg("change '{}' states {:.2f} m2 and measures {:.2f} m2; the "
                                      "measured area counts",
                                      row.booking.change, *stated, measured)));
    }
}

ChangeRow row_of(const ZoneLayer& zone, const ChangeColumns& columns, std::size_t row,
                 ChangeKind kind)
{
    const Table& table = zone.table;
    ChangeRow made;
    made.place = table.place(row);
    made.booking.kind = kind;
    made.booking.change = std::string{table.text("change_id", row)};
    if (made.booking.change.empty()) {
        made.booking.change = "#" + std::to_string(table.row_number(row));
    }
    made.booking.region = region_of(table, row);
    made.town = town_of(table, row);
    made.booking.pair = std::string{table.text("pair", row)};
    made.booking.project = std::string{table.text("project", row)};
    made.state = columns.state(row);
    made.decision = columns.decision(row);
    made.effect = columns.effect(row);
    made.booking.date = made.decision ? made.decision : made.effect;
    made.planned_use = std::string{columns.planned_use(row)};
    made.has_shape = !zone.layer.shapes[row].empty();
    made.booking.claimed_m2 =
        made.has_shape ? zone.layer.areas[row] : columns.claimed(row).value_or(0.0);
    return made;
}

/// Puts rows and shapes in an order that does not depend on that of the files.
void sort(ChangeRows& all, const Polygons& shapes, Workers& workers)
{
    const Layer layer = measured(shapes, workers);
    const auto order = order_by(all.rows.size(), [&](std::uint32_t i) {
        const Booking& b = all.rows[i].booking;
        return std::tuple{std::string_view{b.change}, b.date, b.kind, place_key(layer, i)};
    });
    all.shapes = put_in_order(order, all.rows, shapes, workers);
}

/// The rows of one layer.
void read_layer_of(const ZoneLayer& zone, std::size_t layer, Date as_of, ChangeRows& all,
                   Polygons& shapes, std::vector<Issue>& issues)
{
    const ChangeColumns columns{zone.table, issues};
    for (std::size_t row = 0; row < zone.table.rows(); ++row) {
        const std::optional<ChangeKind> kind = columns.kind(row);
        if (!kind) {
            ++all.left_out;
            issues.push_back({"change_kind_unknown", Severity::error, zone.table.place(row),
                              std::string{zone.table.text("change_id", row)}, std::nullopt,
                              msg("change '{}' is left out: its kind is not told; write 占用, "
                                  "补划, 线外退出 or 线内新增",
                                  zone.table.text("change_id", row))});
            continue;
        }
        ChangeRow made = row_of(zone, columns, row, *kind);
        made.booking.decided = is_decided(made, as_of);
        made.layer = layer;
        made.row = static_cast<std::uint32_t>(row);
        note_lacks(made, issues);
        note_claim(made, columns.claimed(row), zone.layer.areas[row], issues);
        all.rows.push_back(std::move(made));
        shapes.append(zone.layer.shapes[row]);
    }
}

} // namespace

ChangeRows read_changes(const Survey& survey, Date as_of, bool from_parcels, Workers& workers,
                        std::vector<Issue>& issues)
{
    ChangeRows all;
    Polygons shapes;
    if (const auto found = survey.zones.find(InputKind::changes); found != survey.zones.end()) {
        for (std::size_t layer = 0; layer < found->second.size(); ++layer) {
            read_layer_of(found->second[layer], layer, as_of, all, shapes, issues);
        }
    }
    if (from_parcels) {
        Replanned more = replanned_parcels(survey, all.rows, shapes, as_of, workers, issues);
        std::ranges::move(more.rows, std::back_inserter(all.rows));
        shapes.append(more.shapes, 0, more.shapes.size());
    }
    sort(all, shapes, workers);
    return all;
}

} // namespace tenglong::geo
