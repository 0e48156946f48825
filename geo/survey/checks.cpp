#include "geo/survey/checks.hpp"

#include "core/base/number.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <variant>

namespace tenglong::geo {

namespace {

[[nodiscard]] double figure_of(const Profile& profile, std::string_view key, const Unit& unit = {})
{
    const Figure* figure = profile.figure(key);
    const auto* quantity = figure == nullptr ? nullptr : std::get_if<Quantity>(&figure->value);
    return quantity == nullptr ? std::numeric_limits<double>::infinity()
                               : quantity->unit.convert(quantity->value, unit);
}

[[nodiscard]] std::string subject_of(const FactTable& facts, std::size_t row)
{
    const auto names = facts.subject() == SubjectKind::parcel
                           ? std::array{"parcel_code", "unit_code", "holder"}
                           : std::array{"name", "name", "name"};
    for (const char* name : names) {
        if (auto text = facts.text(facts.id(name), row)) {
            return *std::move(text);
        }
    }
    for (const char* name : {names.front(), "area_registered_m2"}) {
        if (facts.catalogue().find(facts.subject(), name)) {
            if (const auto number = facts.origin(facts.id(name), row).place.row; number != 0) {
                return "#" + std::to_string(number);
            }
        }
    }
    return {};
}

/// Two dates of which the second cannot be before the first.
struct DatePair {
    std::string_view earlier;
    std::string_view later;
};

constexpr auto k_date_pairs = std::to_array<DatePair>({
    {"approval_date", "contract_date"},
    {"contract_date", "actual_completion"},
    {"agreed_start", "agreed_completion"},
    {"agreed_completion", "agreed_production"},
    {"actual_start", "suspension_start"},
    {"actual_start", "actual_completion"},
    {"actual_start", "actual_production"},
    {"suspension_start", "resumption_date"},
});

void check_pair(const FactTable& parcels, const DatePair& pair, std::vector<Issue>& issues)
{
    const FactId earlier = parcels.id(pair.earlier);
    const FactId later = parcels.id(pair.later);
    if (parcels.find(earlier) == nullptr || parcels.find(later) == nullptr) {
        return;
    }
    const Text& earlier_label = parcels.catalogue()[earlier].label;
    const Text& later_label = parcels.catalogue()[later].label;
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        const auto first = parcels.date(earlier, row);
        const auto second = parcels.date(later, row);
        if (first && second && *second < *first) {
            const std::string subject = subject_of(parcels, row);
            issues.push_back({"dates_contradict", Severity::warning,
                              parcels.origin(later, row).place, subject, std::nullopt,
                              msg("'{}': {} ({}) is before {} ({})", subject, later_label,
                                  second->iso(), earlier_label, first->iso())});
        }
    }
}

/// The most that a figure can reasonably be; beyond it the unit or a digit is wrong.
struct Limit {
    std::string_view fact;
    double most;
};

// The limits tell slips of the hand, not policy: no building law knows a plot ratio of 20.
constexpr auto k_parcel_limits = std::to_array<Limit>({
    {"plot_ratio", 20.0},
    {"density", 1.001},
    {"support_land_share", 1.0},
    {"support_floor_share", 1.0},
    {"agreed_plot_ratio", 20.0},
});
constexpr auto k_enterprise_limits = std::to_array<Limit>({
    {"rd_share", 1.0},
});

void check_limits(const FactTable& facts, std::span<const Limit> limits, std::vector<Issue>& issues)
{
    for (const Limit& limit : limits) {
        const FactColumn* column = facts.find(limit.fact);
        const FactId id = facts.id(limit.fact);
        for (std::size_t row = 0; column != nullptr && row < facts.rows(); ++row) {
            if (column->present(row) && column->numbers()[row] > limit.most) {
                const std::string subject = subject_of(facts, row);
                issues.push_back({"out_of_range", Severity::warning, facts.origin(id, row).place,
                                  subject, std::nullopt,
                                  msg("'{}': {} is {}, more than {} can be", subject,
                                      facts.catalogue()[id].label, *facts.shown(id, row),
                                      format_number(limit.most))});
            }
        }
    }
}

} // namespace

void check_areas(const FactTable& parcels, const Layer& shapes, const Profile& profile,
                 std::vector<Issue>& issues)
{
    const FactId registered = parcels.id("area_registered_m2");
    const FactId computed = parcels.id("area_computed_m2");
    const FactColumn* column = parcels.find(registered);
    if (column == nullptr) {
        return;
    }
    const double warning = figure_of(profile, "area_warning");
    const double error = figure_of(profile, "area_error");
    const Figure* rounding = profile.figure("area_least");
    const double least_m2 =
        rounding == nullptr ? 0.0 : figure_of(profile, "area_least", Unit::of("m2"));
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        const auto a = parcels.number(registered, row);
        const auto b = parcels.number(computed, row);
        if (!a || !b || !(*a > 0.0)) {
            continue;
        }
        const double difference = std::abs(*a - *b);
        const double share = difference / *a;
        if (difference <= least_m2 || share <= warning) {
            continue;
        }
        const std::string subject = subject_of(parcels, row);
        const Point at = shapes.boxes[row].centre();
        issues.push_back(
            {"area_differs", share > error ? Severity::error : Severity::warning,
             parcels.origin(registered, row).place, subject, Spot{at.x, at.y},
             msg("'{}': registered area {} m2, computed area {} m2, {}% apart", subject,
                 format_number(*a, 2), format_number(*b, 2), format_number(share * 100.0, 2))});
    }
}

void check_dates(const FactTable& parcels, std::vector<Issue>& issues)
{
    for (const DatePair& pair : k_date_pairs) {
        check_pair(parcels, pair, issues);
    }
}

void check_ranges(const FactTable& facts, std::vector<Issue>& issues)
{
    for (const FactDeclaration& declaration : facts.catalogue().facts()) {
        if (declaration.subject != facts.subject() || declaration.type != FactType::number ||
            declaration.name == "tax_wan" || declaration.name == "value_added_wan") {
            continue; // refunds and a bad year are below zero
        }
        const FactId id = facts.id(declaration.name);
        const FactColumn* column = facts.find(id);
        for (std::size_t row = 0; column != nullptr && row < facts.rows(); ++row) {
            const Origin origin = column->present(row) && column->numbers()[row] < 0.0
                                      ? facts.origin(id, row)
                                      : Origin{};
            if (origin.present && !origin.place.file.empty()) {
                const std::string subject = subject_of(facts, row);
                issues.push_back({"out_of_range", Severity::warning, origin.place, subject,
                                  std::nullopt,
                                  msg("'{}': {} is below zero ({})", subject, declaration.label,
                                      *facts.shown(id, row))});
            }
        }
    }
    if (facts.subject() == SubjectKind::parcel) {
        check_limits(facts, k_parcel_limits, issues);
    } else {
        check_limits(facts, k_enterprise_limits, issues);
    }
}

} // namespace tenglong::geo
