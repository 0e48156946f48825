#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tenglong::geo {

enum class Datum : std::uint8_t { cgcs2000, wgs84, xian80, beijing54, other };
enum class Projection : std::uint8_t { geographic, gauss_kruger, web_mercator, other };

/// A coordinate reference system, as far as Chinese land data need to tell them apart. Coordinates
/// are easting first, or longitude first, always (traditional GIS order), whatever EPSG says.
struct Crs {
    Datum datum = Datum::other;
    Projection projection = Projection::other;
    // Of a Gauss-Krueger zone:
    double meridian = 0.0;      ///< central, in degrees east
    double false_easting = 0.0; ///< 500,000, with the zone number in front of it where it has one
    int zone_width = 0;         ///< 3 or 6 degrees; 0: neither
    int zone = 0;               ///< the number in front of the eastings; 0: none

    int epsg = 0;           ///< 0: no code
    std::string name;       ///< for people
    std::string definition; ///< what PROJ and GDAL read: "EPSG:4549" or WKT
    /// The file's own text names no known datum or code; its parameters equal this one's.
    bool by_parameters = false;

    [[nodiscard]] bool in_degrees() const noexcept { return projection == Projection::geographic; }

    /// "CGCS2000 / 3-degree Gauss-Kruger CM 120E (EPSG:4549)".
    [[nodiscard]] std::string shown() const;

    /// Whether coordinates in one are coordinates in the other. CGCS2000 and WGS 84 differ by
    /// centimetres to decimetres and count as two.
    friend bool operator==(const Crs& a, const Crs& b) noexcept;
};

/// Reads what people write in a job file: "EPSG:4549", "4549", WKT, a PROJ string. Nothing if it is
/// no CRS.
[[nodiscard]] std::optional<Crs> parse_crs(std::string_view text);

/// Reads a .prj, or the WKT that GDAL reports. Nothing if it is no CRS, or only a local grid's
/// name.
[[nodiscard]] std::optional<Crs> crs_from_wkt(const std::string& wkt);

/// Longitude and latitude on a datum; \pre not Datum::other.
[[nodiscard]] Crs geographic_crs(Datum datum);

/// A zone of 3 or 6 degrees by its central meridian; with the zone number in the eastings or
/// without. \pre the meridian is one of that width; not Datum::other.
[[nodiscard]] Crs gauss_kruger_crs(Datum datum, int zone_width, int meridian, bool with_zone);

/// The central meridian of a zone number: 3-degree zones 25 to 45, 6-degree zones 13 to 23; nothing
/// for others.
[[nodiscard]] std::optional<int> meridian_of_zone(int zone) noexcept;

/// For people: "CGCS2000", "Xian 1980".
[[nodiscard]] std::string_view name_of(Datum datum) noexcept;

} // namespace tenglong::geo
