#pragma once

#include "core/tables/declare.hpp"
#include "core/tables/standard_tables.hpp"
#include "geo/write/writers.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

namespace tenglong::geo::test {

/// A folder of its own for one test, gone when the test is over.
class Scratch {
public:
    Scratch()
    {
        std::string name = (std::filesystem::temp_directory_path() / "tenglong-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }
    ~Scratch() { std::filesystem::remove_all(m_path); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    Scratch(Scratch&&) = delete;
    Scratch& operator=(Scratch&&) = delete;

    [[nodiscard]] std::filesystem::path operator/(const char* name) const { return m_path / name; }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }

private:
    std::filesystem::path m_path;
};

[[nodiscard]] inline std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

inline void add_square(Polygons& shapes, Point corner, double side)
{
    const Point a = corner;
    const Point c{corner.x + side, corner.y + side};
    shapes.add_ring(std::vector<Point>{a, {c.x, a.y}, c, {a.x, c.y}, a});
}

/// Two parcels and one without a shape, in zone 40; the first has a hole, the second two parts.
[[nodiscard]] inline SpatialTable three_parcels()
{
    ResultTable table = parcels_table();
    auto shapes = std::make_shared<Polygons>();
    add_square(*shapes, {40'500'000.0, 3'300'000.0}, 100.0);
    const Point hole{40'500'040.0, 3'300'040.0};
    // Clockwise, as a hole of a clean column is.
    shapes->add_ring(std::vector<Point>{hole,
                                        {hole.x, hole.y + 20.0},
                                        {hole.x + 20.0, hole.y + 20.0},
                                        {hole.x + 20.0, hole.y},
                                        hole});
    shapes->close_part();
    shapes->close_feature();
    add_square(*shapes, {40'501'000.0, 3'300'000.0}, 50.0);
    shapes->close_part();
    add_square(*shapes, {40'501'100.0, 3'300'000.0}, 50.0);
    shapes->close_part();
    shapes->close_feature();
    shapes->close_feature();

    table["parcel_code"].add_text("330681001001GB00001");
    table["holder"].add_text("诸暨市甲纺织有限公司");
    table["area_m2"].add_number(9600.0);
    table["area_mu"].add_number(14.4);
    table["enterprise_count"].add_integer(2);
    table["status"].add_text("low_plot_ratio");
    table["flags"].add_text("low_plot_ratio,low_efficiency");
    table.complete();
    table["parcel_code"].add_text("330681001001GB00002");
    table["holder"].add_text("=cmd|' /C calc'!A0");
    table["area_mu"].add_number(5000.0 * 3.0 / 2000.0);
    table["tax_wan"].add_number(0.0);
    table["status"].add_text("normal");
    table.complete();
    table["parcel_code"].add_text("330681001001GB00003");
    table.complete();
    return {std::move(table), std::shared_ptr<const Polygons>{std::move(shapes)}};
}

[[nodiscard]] inline WriteOptions zone_40()
{
    WriteOptions options;
    options.crs = "EPSG:4528";
    options.as_of = Date{2023, 12, 31};
    return options;
}

} // namespace tenglong::geo::test
