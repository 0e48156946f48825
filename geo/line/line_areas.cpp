#include "geo/line/line_areas.hpp"

#include "geo/line/registered_area.hpp"
#include "geo/measure/ellipsoid.hpp"
#include "geo/read/reprojection.hpp"

#include <memory>
#include <numbers>

namespace tenglong::geo {

namespace {

const Ellipsoid& ellipsoid_of(Datum datum) noexcept
{
    switch (datum) {
    case Datum::wgs84:
        return k_wgs84;
    case Datum::xian80:
        return k_xian80;
    case Datum::beijing54:
        return k_beijing54;
    case Datum::cgcs2000:
    case Datum::other:
        break;
    }
    return k_cgcs2000;
}

template <class Take>
void each_line_row(const Survey& survey, const Take& take)
{
    if (const auto found = survey.zones.find(InputKind::control_line);
        found != survey.zones.end()) {
        for (const ZoneLayer& layer : found->second) {
            for (std::size_t row = 0; row < layer.table.rows(); ++row) {
                take(layer.table, row);
            }
        }
    }
}

} // namespace

std::function<double(const FeatureView&)>
area_measure(const Survey& survey, std::string_view policy_area, AreaKind job_area)
{
    if (policy_area == "registered") {
        return RegisteredArea{survey};
    }
    const bool wanted =
        policy_area.empty() ? job_area == AreaKind::ellipsoid : policy_area == "ellipsoid";
    if (!wanted || survey.crs.datum == Datum::other) {
        return {};
    }
    const auto way =
        std::make_shared<const Reprojection>(survey.crs, geographic_crs(survey.crs.datum));
    const EllipsoidArea measure{ellipsoid_of(survey.crs.datum)};
    return [way, measure](const FeatureView& feature) {
        return measure.feature(feature,
                               [&](Point p) { return way->one(p) * (std::numbers::pi / 180.0); });
    };
}

std::vector<std::vector<RegionPart>> line_parts(const Survey& survey, const Polygons& shapes,
                                                Workers& workers)
{
    std::vector<std::vector<RegionPart>> parts =
        parts_by_town(survey, measured(shapes, workers), workers);
    std::size_t i = 0;
    each_line_row(survey, [&](const Table& table, std::size_t row) {
        name_whole(parts[i], shapes[i], region_of(table, row), town_of(table, row));
        ++i;
    });
    return parts;
}

std::vector<std::string> line_names(const Survey& survey)
{
    std::vector<std::string> names;
    each_line_row(survey, [&](const Table& table, std::size_t row) {
        const std::string_view name = table.text("name", row);
        names.emplace_back(name.empty() ? table.text("code", row) : name);
    });
    return names;
}

} // namespace tenglong::geo
