#include "geo/plan/candidate_rows.hpp"

#include "core/base/units.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/line/place_order.hpp"
#include "geo/line/region_names.hpp"
#include "geo/read/values.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace tenglong::geo {

namespace {

/// The typed columns of one layer of candidates.
class CandidateColumns {
public:
    CandidateColumns(const Table& table, std::vector<Issue>& issues)
    {
        if (const TableColumn* column = table.find("price_wan")) {
            m_prices = numbers(table, *column, issues);
        }
        if (const TableColumn* column = table.find("price_per_mu_wan")) {
            m_per_mu = numbers(table, *column, issues);
        }
        if (const TableColumn* column = table.find("available_date")) {
            m_days = days(table, *column, issues);
        }
    }

    [[nodiscard]] bool has_price() const noexcept { return !m_prices.empty() || !m_per_mu.empty(); }

    [[nodiscard]] std::optional<double> price_wan(std::size_t row, double area_m2) const
    {
        if (!m_prices.empty() && !std::isnan(m_prices[row])) {
            return m_prices[row];
        }
        if (!m_per_mu.empty() && !std::isnan(m_per_mu[row])) {
            return m_per_mu[row] * to_mu(SquareMetres{area_m2}).value();
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Date> available(std::size_t row) const
    {
        return m_days.empty() || m_days[row] == k_no_day
                   ? std::nullopt
                   : std::optional{Date::from_days(m_days[row])};
    }

private:
    std::vector<double> m_prices;
    std::vector<double> m_per_mu;
    std::vector<std::int32_t> m_days;
};

CandidateRow row_of(const ZoneLayer& zone, const CandidateColumns& columns, std::size_t row)
{
    const Table& table = zone.table;
    CandidateRow made;
    made.place = table.place(row);
    made.code = std::string{table.text("code", row)};
    if (made.code.empty()) {
        made.code = std::string{table.text("parcel_code", row)};
    }
    if (made.code.empty()) {
        made.code = "#" + std::to_string(table.row_number(row));
    }
    made.region = region_of(table, row);
    made.town = town_of(table, row);
    made.holder = std::string{table.text("holder", row)};
    made.has_shape = !zone.layer.shapes[row].empty();
    made.price_wan = columns.price_wan(row, zone.layer.areas[row]);
    made.available = columns.available(row);
    return made;
}

Issue issue_of(std::string kind, Severity severity, const CandidateRow& row, Text text)
{
    return {std::move(kind), severity, row.place, row.code, std::nullopt, std::move(text)};
}

void note_lacks(CandidateRow& row, std::vector<Issue>& issues)
{
    if (!row.has_shape) {
        issues.push_back(issue_of(
            "candidate_without_shape", Severity::error, row,
            msg("candidate '{}' has no shape; what counts of it cannot be measured", row.code)));
    }
    if (row.price_wan && *row.price_wan < 0.0) {
        issues.push_back(issue_of("candidate_price_negative", Severity::error, row,
                                  msg("candidate '{}' has a price below zero ({} wan yuan); it is "
                                      "not planned with",
                                      row.code, *row.price_wan)));
        row.price_wan.reset();
    } else if (!row.price_wan) {
        issues.push_back(
            issue_of("candidate_without_price", Severity::warning, row,
                     msg("candidate '{}' has no price; it is not planned with", row.code)));
    }
}

/// Puts rows and shapes in an order that does not depend on that of the files.
void sort(CandidateRows& all, const Polygons& shapes, Workers& workers)
{
    const Layer layer = measured(shapes, workers);
    const auto order = order_by(all.rows.size(), [&](std::uint32_t i) {
        const CandidateRow& row = all.rows[i];
        return std::tuple{std::string_view{row.code}, place_key(layer, i),
                          std::string_view{row.region}, row.price_wan, row.available};
    });
    all.shapes = put_in_order(order, all.rows, shapes, workers);
}

void note_repeated_codes(const CandidateRows& all, std::vector<Issue>& issues)
{
    for (std::size_t i = 1; i < all.rows.size(); ++i) {
        if (all.rows[i].code == all.rows[i - 1].code) {
            issues.push_back(issue_of("candidate_code_repeated", Severity::warning, all.rows[i],
                                      msg("two candidates have the code '{}'; each stands for "
                                          "itself",
                                          all.rows[i].code)));
        }
    }
}

/// What names no region lies in the town that has most of it, or else in the one that it says.
void name_regions(CandidateRows& all, const Survey& survey, Workers& workers)
{
    const auto parts = parts_by_town(survey, all.shapes, workers);
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
        CandidateRow& row = all.rows[i];
        double largest_m2 = 0.0;
        std::string most;
        for (const RegionPart& part : parts[i]) {
            const double area_m2 = part.ground.size() == 0 ? 0.0 : area(part.ground[0]);
            if (!part.region.empty() && area_m2 > largest_m2) {
                largest_m2 = area_m2;
                most = part.region;
            }
        }
        if (row.region.empty()) {
            row.region = most.empty() ? row.town : most;
        }
    }
}

} // namespace

CandidateRows read_candidates(const Survey& survey, Workers& workers, std::vector<Issue>& issues)
{
    CandidateRows all;
    Polygons shapes;
    const auto found = survey.zones.find(InputKind::candidates);
    if (found == survey.zones.end()) {
        return all;
    }
    for (const ZoneLayer& zone : found->second) {
        const CandidateColumns columns{zone.table, issues};
        all.any_price_column = all.any_price_column || columns.has_price();
        for (std::size_t row = 0; row < zone.table.rows(); ++row) {
            CandidateRow made = row_of(zone, columns, row);
            note_lacks(made, issues);
            all.rows.push_back(std::move(made));
            shapes.append(zone.layer.shapes[row]);
        }
    }
    sort(all, shapes, workers);
    note_repeated_codes(all, issues);
    name_regions(all, survey, workers);
    return all;
}

} // namespace tenglong::geo
