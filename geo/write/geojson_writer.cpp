#include "core/base/error.hpp"
#include "core/tables/cell_text.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/write/longitude_latitude.hpp"
#include "geo/write/text_file.hpp"
#include "geo/write/writers.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <string>
#include <vector>

namespace tenglong::geo {

namespace {

/// What stands around a stretch of points: west, south, east, north.
struct Bounds {
    double west = std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();

    void add(Point point) noexcept
    {
        west = std::min(west, point.x);
        south = std::min(south, point.y);
        east = std::max(east, point.x);
        north = std::max(north, point.y);
    }
    [[nodiscard]] bool empty() const noexcept { return west > east; }
};

class GeoJsonText {
public:
    void raw(std::string_view text) { m_text += text; }

    void string(std::string_view text)
    {
        m_text += '"';
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\') {
                m_text += '\\';
                m_text += c;
            } else if (byte < 0x20) {
                fmt::format_to(std::back_inserter(m_text), "\\u{:04x}", byte);
            } else {
                m_text += c;
            }
        }
        m_text += '"';
    }

    /// Seven decimals are a centimetre; trailing zeros carry nothing.
    void degrees(double value)
    {
        constexpr long long k_unit = 10'000'000;
        constexpr std::size_t k_decimals = 7;
        const long long scaled = std::llround(value * static_cast<double>(k_unit));
        const long long size = std::abs(scaled);
        m_text += scaled < 0 ? "-" : "";
        const fmt::format_int whole{size / k_unit};
        m_text.append(whole.data(), whole.size());
        long long rest = size % k_unit;
        if (rest == 0) {
            return;
        }
        std::array<char, k_decimals> decimals{};
        for (std::size_t i = k_decimals; i-- > 0; rest /= 10) {
            decimals.at(i) = static_cast<char>('0' + rest % 10);
        }
        m_text += '.';
        m_text.append(decimals.data(), decimals.size());
        m_text.erase(m_text.find_last_not_of('0') + 1);
    }

    void position(Point point)
    {
        m_text += '[';
        degrees(point.x);
        m_text += ',';
        degrees(point.y);
        m_text += ']';
    }

    void bounds(const Bounds& bounds)
    {
        m_text += R"("bbox":[)";
        degrees(bounds.west);
        m_text += ',';
        degrees(bounds.south);
        m_text += ',';
        degrees(bounds.east);
        m_text += ',';
        degrees(bounds.north);
        m_text += ']';
    }

    /// A closed ring that runs the way it should.
    void ring(RingView points, bool counter_clockwise)
    {
        m_text += '[';
        const bool turn = (signed_area(points) > 0.0) != counter_clockwise;
        const std::size_t count = points.size();
        for (std::size_t i = 0; i < count; ++i) {
            m_text += i == 0 ? "" : ",";
            position(points[turn ? count - 1 - i : i]);
        }
        if (count > 0 && points.front() != points.back()) {
            m_text += ',';
            position(points[turn ? count - 1 : 0]);
        }
        m_text += ']';
    }

    void polygon(const PartView& part)
    {
        m_text += '[';
        for (std::size_t nth = 0; nth < part.ring_count(); ++nth) {
            m_text += nth == 0 ? "" : ",";
            ring(part.ring(nth), nth == 0);
        }
        m_text += ']';
    }

    void cell(const ResultColumn& column, std::size_t row)
    {
        const ColumnType type = column.spec().type;
        if (!column.present(row)) {
            m_text += "null";
        } else if (type == ColumnType::number) {
            fmt::format_to(std::back_inserter(m_text), FMT_COMPILE("{}"), column.number(row));
        } else if (type == ColumnType::json) {
            m_text += column.text(row);
        } else if (column.spec().is_textual()) {
            string(column.text(row));
        } else if (type == ColumnType::date) {
            string(plain_text(column, row));
        } else {
            m_text += plain_text(column, row);
        }
    }

    [[nodiscard]] std::string take() { return std::exchange(m_text, {}); }
    [[nodiscard]] std::size_t size() const noexcept { return m_text.size(); }

private:
    std::string m_text;
};

/// The shapes of a table in longitude and latitude.
struct Turned {
    Polygons polygons;
    RowPoints points;
    Bounds bounds;
};

void refuse_lost_points(std::span<const Point> points, const std::string& table, std::size_t row)
{
    for (const Point& point : points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
            throw Error{
                msg("row {} of '{}' cannot be put on longitude and latitude", row + 1, table)};
        }
    }
}

[[nodiscard]] Turned turned(const SpatialTable& table, const std::string& crs)
{
    const LongitudeLatitude degrees{crs};
    Turned result;
    if (const Polygons* polygons = table.polygons()) {
        result.polygons = *polygons;
        degrees.turn(result.polygons.points);
        for (std::size_t row = 0; row < result.polygons.size(); ++row) {
            refuse_lost_points(result.polygons[row].points(), table.table.id(), row);
        }
        for (const Point& point : result.polygons.points) {
            result.bounds.add(point);
        }
    }
    if (const RowPoints* points = table.points()) {
        result.points = *points;
        for (std::size_t row = 0; row < result.points.size(); ++row) {
            if (auto& point = result.points[row]) {
                degrees.turn({&*point, 1});
                refuse_lost_points({&*point, 1}, table.table.id(), row);
                result.bounds.add(*point);
            }
        }
    }
    return result;
}

void add_shape(GeoJsonText& text, const Turned& shapes, std::size_t row)
{
    if (row < shapes.points.size() && shapes.points[row]) {
        text.raw(R"({"type":"Point","coordinates":)");
        text.position(*shapes.points[row]);
        text.raw("}");
        return;
    }
    if (row >= shapes.polygons.size() || shapes.polygons[row].empty()) {
        text.raw("null");
        return;
    }
    const FeatureView feature = shapes.polygons[row];
    if (feature.part_count() == 1) {
        text.raw(R"({"type":"Polygon","coordinates":)");
        text.polygon(feature.part(0));
        text.raw("}");
        return;
    }
    text.raw(R"({"type":"MultiPolygon","coordinates":[)");
    for (std::size_t nth = 0; nth < feature.part_count(); ++nth) {
        text.raw(nth == 0 ? "" : ",");
        text.polygon(feature.part(nth));
    }
    text.raw("]}");
}

/// What stands before each cell; names are snake_case.
[[nodiscard]] std::vector<std::string> keys_of(const ResultTable& table)
{
    std::vector<std::string> keys;
    for (const ResultColumn& column : table.columns()) {
        keys.push_back(fmt::format(R"({}"{}":)", keys.empty() ? "" : ",", column.spec().name));
    }
    return keys;
}

void add_feature(GeoJsonText& text, const SpatialTable& table, const std::vector<std::string>& keys,
                 const Turned& shapes, std::size_t row)
{
    text.raw(fmt::format(R"({{"type":"Feature","id":{},)", row + 1));
    Bounds bounds;
    if (row < shapes.polygons.size() && !shapes.polygons[row].empty()) {
        for (const Point& point : shapes.polygons[row].points()) {
            bounds.add(point);
        }
        text.bounds(bounds);
        text.raw(",");
    }
    text.raw(R"("properties":{)");
    for (std::size_t i = 0; i < keys.size(); ++i) {
        text.raw(keys[i]);
        text.cell(table.table.columns()[i], row);
    }
    text.raw(R"(},"geometry":)");
    add_shape(text, shapes, row);
    text.raw("}");
}

} // namespace

void write_geojson(const std::filesystem::path& path, const SpatialTable& table,
                   const WriteOptions& options)
{
    check(table);
    if (table.source) {
        write_geojson(path, gathered(table), options);
        return;
    }
    Partial partial{path, options.replace};
    const Turned shapes = turned(table, options.crs);
    TextFile file{partial.main()};
    const std::vector<std::string> keys = keys_of(table.table);
    GeoJsonText text;
    text.raw(R"({"type":"FeatureCollection","name":)");
    text.string(table.table.id());
    text.raw(",");
    if (!shapes.bounds.empty()) {
        text.bounds(shapes.bounds);
        text.raw(",");
    }
    text.raw("\"features\":[\n");
    for (std::size_t row = 0; row < table.table.rows(); ++row) {
        text.raw(row == 0 ? "" : ",\n");
        add_feature(text, table, keys, shapes, row);
        constexpr std::size_t k_enough = 1U << 20U;
        if (text.size() > k_enough) {
            file.add(text.take());
        }
    }
    text.raw("\n]}\n");
    file.add(text.take());
    file.close();
    partial.commit();
    if (options.written) {
        options.written(table.table.rows());
    }
}

} // namespace tenglong::geo
