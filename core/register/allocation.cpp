#include "core/register/allocation.hpp"

#include "core/base/number.hpp"

#include <algorithm>

namespace tenglong {

namespace {

/// The largest amount that a row may have so that the sum of all rows cannot overflow.
[[nodiscard]] Units most_of(std::span<const EnterpriseRow> rows, YearFigure figure)
{
    WideUnits sum = 0;
    for (const EnterpriseRow& row : rows) {
        const auto value = row.figures.get(figure);
        const Units units = value ? to_units(*value, units_per_one(figure)).value_or(0) : 0;
        sum += units < 0 ? -units : units;
    }
    constexpr auto k_most = std::numeric_limits<Units>::max();
    return sum <= k_most ? k_most_units : k_most / static_cast<Units>(rows.size());
}

void read_column(const RegisterInput& input, YearFigure figure, std::vector<Units>& column,
                 IssueList& issues)
{
    const Units most = most_of(input.enterprises, figure);
    column.assign(input.enterprises.size(), k_missing);
    for (std::size_t i = 0; i < column.size(); ++i) {
        const EnterpriseRow& row = input.enterprises[i];
        const auto value = row.figures.get(figure);
        if (!value) {
            continue;
        }
        const auto units = to_units(*value, units_per_one(figure));
        if (units && *units <= most && *units >= -most) {
            column[i] = *units;
        } else {
            issues.add("figure_out_of_range", Severity::error, row.place, subject_of(row),
                       msg("enterprise '{}': {} of {} cannot be; it is taken as not given",
                           called(row), label(figure), *value));
        }
    }
}

[[nodiscard]] std::vector<Units> areas_of(const RegisterInput& input, std::span<const Link> links)
{
    std::vector<Units> areas;
    for (const Link& link : links) {
        const auto area_m2 = input.parcels[link.parcel].area_m2;
        const auto area = area_m2 ? land_from_m2(*area_m2) : std::nullopt;
        areas.push_back(area.value_or(0));
    }
    return areas;
}

} // namespace

Amounts read_amounts(const RegisterInput& input, IssueList& issues)
{
    Amounts amounts;
    for (const YearFigure figure : all_year_figures()) {
        const bool any = std::any_of(
            input.enterprises.begin(), input.enterprises.end(),
            [&](const EnterpriseRow& row) { return row.figures.get(figure).has_value(); });
        if (any) {
            read_column(input, figure, amounts.at(index_of(figure)), issues);
        }
    }
    return amounts;
}

void weigh_links(const RegisterInput& input, const std::vector<std::size_t>& first_of,
                 std::span<Link> links, const std::vector<EnterpriseLand>& lands, IssueList& issues)
{
    for (std::size_t e = 0; e < lands.size(); ++e) {
        const std::span<Link> own = links.subspan(first_of[e], first_of[e + 1] - first_of[e]);
        if (own.empty()) {
            continue;
        }
        if (lands[e].used.value_or(0) > 0) {
            for (Link& link : own) {
                link.weight = link.land;
            }
            continue;
        }
        std::vector<Units> areas = areas_of(input, own);
        const bool known = std::find(areas.begin(), areas.end(), 0) == areas.end();
        for (std::size_t i = 0; i < own.size(); ++i) {
            own[i].weight = known ? areas[i] : 1;
        }
        if (!known && own.size() > 1) {
            const EnterpriseRow& row = input.enterprises[e];
            issues.add("figures_equal_shares", Severity::warning, row.place, subject_of(row),
                       msg("the figures of enterprise '{}' are divided equally over its {} "
                           "parcels, because neither its land nor their areas are known",
                           called(row), own.size()));
        }
    }
}

Divider::Divider(std::span<const Link> links, const EnterpriseLand& land)
    : m_parts(links.size() + 1)
{
    for (const Link& link : links) {
        m_weights.push_back(link.weight);
    }
    m_weights.push_back(land.used.value_or(0) > 0 ? land.unplaced : 0);
}

std::span<const Units> Divider::divide(Units amount)
{
    // The usual case of one parcel and nothing beside it.
    if (m_weights.size() == 2 && m_weights.back() == 0) {
        m_parts = {amount, 0};
    } else {
        apportion(amount, m_weights, m_parts);
    }
    return m_parts;
}

} // namespace tenglong
