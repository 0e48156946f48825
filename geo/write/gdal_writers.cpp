#include "core/base/error.hpp"
#include "geo/write/gdal_layer.hpp"
#include "geo/write/writers.hpp"

#include <algorithm>
#include <utility>

namespace tenglong::geo {

namespace {

[[nodiscard]] std::size_t rows_without_shape(const SpatialTable& table)
{
    if (const RowPoints* points = table.points()) {
        return static_cast<std::size_t>(std::count_if(
            points->begin(), points->end(), [](const auto& point) { return !point.has_value(); }));
    }
    const Polygons* polygons = table.polygons();
    if (polygons == nullptr) {
        return table.table.rows();
    }
    std::size_t count = 0;
    for (std::size_t row = 0; row < polygons->size(); ++row) {
        count += (*polygons)[row].empty() ? 1 : 0;
    }
    return count;
}

} // namespace

void write_flatgeobuf(const std::filesystem::path& path, const SpatialTable& table,
                      const WriteOptions& options)
{
    check(table);
    // GDAL leaves such rows out without a word.
    if (const std::size_t count = rows_without_shape(table); count > 0) {
        throw Error{msg("{} rows of '{}' have no shape, and FlatGeobuf would drop them; write a "
                        "GeoPackage",
                        count, table.table.id())};
    }
    write_with_gdal("FlatGeobuf", path, {&table, 1}, options);
}

void write_with_gdal(const std::string& driver, const std::filesystem::path& path,
                     std::span<const SpatialTable> tables, const WriteOptions& options)
{
    Partial partial{path, options.replace};
    const WriteMessages messages;
    const ReferencePtr reference = reference_of(options.crs);
    OutputPtr output = create_output(driver, partial.main().string());
    for (const SpatialTable& table : tables) {
        write_layer(*output, table, *reference, {.name = table.table.id()}, messages);
    }
    close_output(std::move(output), messages, path.string());
    partial.commit();
}

} // namespace tenglong::geo
