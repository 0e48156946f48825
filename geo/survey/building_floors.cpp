#include "geo/survey/building_floors.hpp"

#include "core/base/number.hpp"
#include "geo/read/values.hpp"

#include <cmath>
#include <limits>
#include <string>

namespace tenglong::geo {

namespace {

constexpr double k_unknown = std::numeric_limits<double>::quiet_NaN();

/// A column of numbers, or NaN for every row where the layer has no such column.
[[nodiscard]] std::vector<double> numbers_or_none(const Table& table, std::string_view field,
                                                  std::vector<Issue>& issues)
{
    const TableColumn* column = table.find(field);
    return column == nullptr ? std::vector<double>(table.rows(), k_unknown)
                             : numbers(table, *column, issues);
}

[[nodiscard]] double first_known(double a, double b) noexcept
{
    return std::isnan(a) ? b : a;
}

/// No hall has higher storeys; beyond it the unit or a digit is wrong.
constexpr double k_most_storey_m = 60.0;

[[nodiscard]] double plausible(double storey_m) noexcept
{
    return storey_m > 0.0 && storey_m <= k_most_storey_m ? storey_m : k_unknown;
}

void report_height(const Table& table, std::size_t row, double height_m, std::vector<Issue>& issues)
{
    if (height_m == 0.0) {
        return; // a usual way to write that nobody measured it
    }
    const std::string subject{table.subject(row)};
    issues.push_back({"out_of_range", Severity::warning, table.place(row), subject, std::nullopt,
                      msg("'{}': a height of {} m makes no storeys that can be; it counts as "
                          "missing",
                          subject, format_number(height_m, 1))});
}

} // namespace

BuildingFloors building_floors(const Table& table, std::span<const double> outline_m2,
                               double high_storey_m, std::vector<Issue>& issues)
{
    const auto column = [&](std::string_view field) {
        return numbers_or_none(table, field, issues);
    };
    const auto surveyed = column("floor_surveyed_m2");
    const auto stated = column("floor_m2");
    const auto predicted = column("floor_predicted_m2");
    const auto above = column("storeys_above");
    const auto total = column("storeys_total");
    const auto below = column("storeys_below");
    const auto storey_height = column("storey_height_m");
    const auto height = column("height_m");
    BuildingFloors floors;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const double all_less_below = total[row] - (std::isnan(below[row]) ? 0.0 : below[row]);
        double storeys = first_known(above[row], all_less_below);
        if (!(storeys > 0.0)) {
            storeys = k_unknown;
        }
        double floor = first_known(first_known(surveyed[row], stated[row]), predicted[row]);
        if (!(floor > 0.0)) {
            floor = k_unknown;
        }
        const bool given = !std::isnan(floor);
        floor = given ? floor : outline_m2[row] * storeys;
        ++(given ? floors.surveyed : std::isnan(floor) ? floors.unknown : floors.estimated);
        const double each = plausible(first_known(storey_height[row], height[row] / storeys));
        if (std::isnan(each) && !std::isnan(first_known(storey_height[row], height[row]))) {
            report_height(table, row, first_known(storey_height[row], height[row]), issues);
        }
        floors.floor_m2.push_back(floor);
        floors.floor_high_twice_m2.push_back(std::isnan(each)       ? k_unknown
                                             : each > high_storey_m ? 2.0 * floor
                                                                    : floor);
    }
    return floors;
}

} // namespace tenglong::geo
