#include "geo/read/crs.hpp"

#include "core/base/text.hpp"
#include "geo/read/gdal.hpp"

#include <fmt/format.h>
#include <ogr_spatialref.h>

#include <array>
#include <charconv>
#include <cmath>

namespace tenglong::geo {

namespace {

/// The EPSG codes of a datum, each the first of a run (domain tables of the EPSG registry).
struct Family {
    Datum datum;
    std::string_view name;
    double semi_major;
    double inverse_flattening;
    int geographic;
    int wide_by_zone;       ///< 6 degrees, zone 13
    int wide_by_meridian;   ///< 6 degrees, 75E
    int narrow_by_zone;     ///< 3 degrees, zone 25
    int narrow_by_meridian; ///< 3 degrees, 75E
};

constexpr auto k_families = std::to_array<Family>({
    {Datum::cgcs2000, "CGCS2000", 6378137.0, 298.257222101, 4490, 4491, 4502, 4513, 4534},
    {Datum::wgs84, "WGS 84", 6378137.0, 298.257223563, 4326, 0, 0, 0, 0},
    {Datum::xian80, "Xian 1980", 6378140.0, 298.257, 4610, 2327, 2338, 2349, 2370},
    {Datum::beijing54, "Beijing 1954", 6378245.0, 298.3, 4214, 21413, 21453, 2401, 2422},
});

constexpr int k_first_meridian = 75;
constexpr int k_last_meridian = 135;

[[nodiscard]] const Family* family_of(Datum datum) noexcept
{
    for (const Family& family : k_families) {
        if (family.datum == datum) {
            return &family;
        }
    }
    return nullptr;
}

[[nodiscard]] bool near(double a, double b, double tolerance) noexcept
{
    return std::abs(a - b) <= tolerance;
}

[[nodiscard]] bool same_ellipsoid(const OGRSpatialReference& srs, const Family& family)
{
    return near(srs.GetSemiMajor(), family.semi_major, 1e-3) &&
           near(srs.GetInvFlattening(), family.inverse_flattening, 1e-7);
}

[[nodiscard]] std::string attribute(const OGRSpatialReference& srs, const char* node)
{
    const char* value = srs.GetAttrValue(node);
    return value == nullptr ? std::string{} : std::string{value};
}

[[nodiscard]] int code(const OGRSpatialReference& srs, const char* node)
{
    const char* authority = srs.GetAuthorityName(node);
    const char* text = srs.GetAuthorityCode(node);
    int value = 0;
    if (authority != nullptr && text != nullptr && std::string_view{authority} == "EPSG") {
        std::from_chars(text, text + std::string_view{text}.size(), value);
    }
    return value;
}

/// Whether the names in a CRS are those of a datum.
[[nodiscard]] bool named(std::string_view names, Datum datum)
{
    const auto has = [&](std::string_view word) {
        return names.find(word) != std::string_view::npos;
    };
    switch (datum) {
    case Datum::cgcs2000:
        return has("cgcs") || (has("china") && has("2000"));
    case Datum::wgs84:
        return has("wgs") && has("84");
    case Datum::xian80:
        return has("xian") && has("80");
    case Datum::beijing54:
        return has("beijing") && has("54");
    default:
        return false;
    }
}

struct DatumMatch {
    Datum datum = Datum::other;
    bool by_parameters = false;
};

/// By code or name, which the ellipsoid must confirm; a datum without a known name by its
/// ellipsoid, where that is certain.
[[nodiscard]] DatumMatch datum_of(const OGRSpatialReference& srs)
{
    const int geographic = code(srs, "GEOGCS");
    const std::string names =
        to_lower(attribute(srs, "DATUM") + ' ' + attribute(srs, "GEOGCS") + ' ' +
                 (srs.IsProjected() != 0 ? attribute(srs, "PROJCS") : std::string{}));
    for (const Family& family : k_families) {
        if (geographic == family.geographic || named(names, family.datum)) {
            return {same_ellipsoid(srs, family) ? family.datum : Datum::other, false};
        }
    }
    const bool nameless =
        names.find("unknown") != std::string::npos || names.find("unnamed") != std::string::npos ||
        names.find("user") != std::string::npos || names.find("custom") != std::string::npos ||
        names.find("not specified") != std::string::npos ||
        names.find("not_specified") != std::string::npos;
    for (const Family& family : k_families) {
        if (nameless && same_ellipsoid(srs, family)) {
            return {family.datum, true};
        }
    }
    return {};
}

[[nodiscard]] bool is_gauss_kruger(const OGRSpatialReference& srs)
{
    const std::string method = attribute(srs, "PROJECTION");
    return (method == SRS_PT_TRANSVERSE_MERCATOR || method == "Gauss_Kruger") &&
           near(srs.GetNormProjParm(SRS_PP_LATITUDE_OF_ORIGIN, 0.0), 0.0, 1e-9) &&
           near(srs.GetNormProjParm(SRS_PP_SCALE_FACTOR, 1.0), 1.0, 1e-9) &&
           near(srs.GetNormProjParm(SRS_PP_FALSE_NORTHING, 0.0), 0.0, 1e-6) &&
           near(srs.GetLinearUnits(), 1.0, 1e-9);
}

/// The zone that has this central meridian and false easting, if it is one of the known grids.
[[nodiscard]] std::optional<Crs> known_zone(Datum datum, double meridian, double false_easting)
{
    const double rounded = std::round(meridian);
    if (!near(meridian, rounded, 1e-9) || rounded < k_first_meridian || rounded > k_last_meridian) {
        return std::nullopt;
    }
    const int whole = static_cast<int>(rounded);
    for (const int width : {3, 6}) {
        if (whole % 3 != 0 || (width == 6 && (whole - 3) % 6 != 0)) {
            continue;
        }
        for (const bool with_zone : {false, true}) {
            Crs crs = gauss_kruger_crs(datum, width, whole, with_zone);
            if (near(crs.false_easting, false_easting, 1e-6)) {
                return crs;
            }
        }
    }
    return std::nullopt;
}

[[nodiscard]] std::string wkt_of(const OGRSpatialReference& srs)
{
    char* text = nullptr;
    const std::array<const char*, 2> options{"FORMAT=WKT2_2019", nullptr};
    srs.exportToWkt(&text, options.data());
    std::string wkt = text == nullptr ? "" : text;
    CPLFree(text);
    return wkt;
}

[[nodiscard]] bool is_web_mercator(const OGRSpatialReference& srs)
{
    const std::string name = to_lower(attribute(srs, "PROJCS"));
    return code(srs, nullptr) == 3857 || name.find("pseudo-mercator") != std::string::npos ||
           name.find("web_mercator") != std::string::npos ||
           name.find("popular visualisation") != std::string::npos;
}

[[nodiscard]] std::optional<Crs> crs_of(OGRSpatialReference& srs)
{
    if (srs.IsCompound() != 0) {
        srs.StripVertical();
    }
    if (srs.IsLocal() != 0 || (srs.IsProjected() == 0 && srs.IsGeographic() == 0)) {
        return std::nullopt;
    }
    const DatumMatch match = datum_of(srs);
    std::optional<Crs> known;
    if (srs.IsGeographic() != 0 && match.datum != Datum::other) {
        known = geographic_crs(match.datum);
    } else if (match.datum != Datum::other && is_gauss_kruger(srs)) {
        known = known_zone(match.datum, srs.GetNormProjParm(SRS_PP_CENTRAL_MERIDIAN, 0.0),
                           srs.GetNormProjParm(SRS_PP_FALSE_EASTING, 0.0));
    }
    if (known) {
        known->by_parameters = match.by_parameters;
        return known;
    }
    Crs crs;
    crs.datum = match.datum;
    crs.projection = srs.IsGeographic() != 0 ? Projection::geographic
                     : is_web_mercator(srs)  ? Projection::web_mercator
                                             : Projection::other;
    crs.name = srs.GetName() == nullptr ? "" : srs.GetName();
    crs.epsg = code(srs, nullptr);
    crs.definition = crs.epsg > 0 ? fmt::format("EPSG:{}", crs.epsg) : wkt_of(srs);
    if (is_gauss_kruger(srs)) {
        // A grid of its own meridian or false easting, fully described.
        crs.projection = Projection::gauss_kruger;
        crs.meridian = srs.GetNormProjParm(SRS_PP_CENTRAL_MERIDIAN, 0.0);
        crs.false_easting = srs.GetNormProjParm(SRS_PP_FALSE_EASTING, 0.0);
    }
    return crs;
}

} // namespace

std::string Crs::shown() const
{
    return epsg > 0 ? fmt::format("{} (EPSG:{})", name, epsg) : name;
}

bool operator==(const Crs& a, const Crs& b) noexcept
{
    if (a.datum != b.datum || a.projection != b.projection) {
        return false;
    }
    if (a.projection == Projection::gauss_kruger) {
        return a.datum == Datum::other ? a.definition == b.definition
                                       : near(a.meridian, b.meridian, 1e-9) &&
                                             near(a.false_easting, b.false_easting, 1e-6);
    }
    const bool told_by_kind = a.datum != Datum::other && a.projection != Projection::other;
    return told_by_kind || a.definition == b.definition;
}

std::optional<Crs> parse_crs(std::string_view text)
{
    const GdalMessages messages;
    std::string given{trimmed(text)};
    if (is_ascii_digits(given)) {
        given.insert(0, "EPSG:");
    }
    OGRSpatialReference srs;
    srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    // The network and files named by a job file are not asked for definitions.
    static constexpr std::array<const char*, 3> k_options{"ALLOW_NETWORK_ACCESS=NO",
                                                          "ALLOW_FILE_ACCESS=NO", nullptr};
    if (given.empty() || srs.SetFromUserInput(given.c_str(), k_options.data()) != OGRERR_NONE) {
        return std::nullopt;
    }
    return crs_of(srs);
}

std::optional<Crs> crs_from_wkt(const std::string& wkt)
{
    const GdalMessages messages;
    OGRSpatialReference srs;
    srs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::string_view plain = trimmed(wkt);
    if (plain.empty() || srs.importFromWkt(std::string{plain}.c_str()) != OGRERR_NONE) {
        return std::nullopt;
    }
    return crs_of(srs);
}

Crs geographic_crs(Datum datum)
{
    const Family& family = *family_of(datum);
    Crs crs;
    crs.datum = datum;
    crs.projection = Projection::geographic;
    crs.epsg = family.geographic;
    crs.name = family.name;
    crs.definition = fmt::format("EPSG:{}", crs.epsg);
    return crs;
}

Crs gauss_kruger_crs(Datum datum, int zone_width, int meridian, bool with_zone)
{
    const Family& family = *family_of(datum);
    const int step = (meridian - k_first_meridian) / zone_width;
    const int zone = (zone_width == 3 ? 25 : 13) + step;
    Crs crs;
    crs.datum = datum;
    crs.projection = Projection::gauss_kruger;
    crs.meridian = meridian;
    crs.zone_width = zone_width;
    crs.zone = with_zone ? zone : 0;
    crs.false_easting = 500'000.0 + (with_zone ? zone * 1e6 : 0.0);
    const int first = zone_width == 3
                          ? (with_zone ? family.narrow_by_zone : family.narrow_by_meridian)
                          : (with_zone ? family.wide_by_zone : family.wide_by_meridian);
    crs.epsg = first == 0 ? 0 : first + step;
    const std::string width =
        zone_width == 3 ? "3-degree Gauss-Kruger" : "Gauss-Kruger"; // as EPSG calls them
    crs.name = with_zone ? fmt::format("{} / {} zone {}", family.name, width, zone)
                         : fmt::format("{} / {} CM {}E", family.name, width, meridian);
    crs.definition = crs.epsg > 0
                         ? fmt::format("EPSG:{}", crs.epsg)
                         : fmt::format("+proj=tmerc +lat_0=0 +lon_0={} +k=1 +x_0={} +y_0=0 "
                                       "+datum=WGS84 +units=m +type=crs",
                                       meridian, crs.false_easting);
    return crs;
}

std::optional<int> meridian_of_zone(int zone) noexcept
{
    if (zone >= 25 && zone <= 45) {
        return zone * 3;
    }
    return zone >= 13 && zone <= 23 ? std::optional{zone * 6 - 3} : std::nullopt;
}

std::string_view name_of(Datum datum) noexcept
{
    const Family* family = family_of(datum);
    return family == nullptr ? std::string_view{"-"} : family->name;
}

} // namespace tenglong::geo
