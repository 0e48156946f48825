#pragma once

#include "tools/gen/base/shape.hpp"
#include "tools/gen/write/plane.hpp"
#include "tools/gen/write/value.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tenglong::tools::gen {

enum class Geometry : std::uint8_t { polygon, multipolygon, line };

/// Settings of GDAL that make equal cities equal bytes, and writing fast. Call once.
void prepare_gdal();

/// A file with one or more layers.
class LayerFile {
public:
    /// A shapefile in GBK if the path ends with .shp, else a GeoPackage.
    /// \throws Error if it cannot be made.
    LayerFile(const std::string& path, const Plane& plane);
    ~LayerFile();
    LayerFile(const LayerFile&) = delete;
    LayerFile& operator=(const LayerFile&) = delete;
    LayerFile(LayerFile&&) = delete;
    LayerFile& operator=(LayerFile&&) = delete;

    /// The layer that rows are added to from now on.
    void begin(const std::string& layer, const std::vector<Column>& columns, Geometry geometry);

    /// \throws Error if the row cannot be written.
    void add(const Shape& shape, const Row& row);
    void add_line(const std::vector<Point>& line, const Row& row);

    /// \throws Error if anything could not be written.
    void close();

    [[nodiscard]] std::int64_t rows() const noexcept; ///< of the present layer

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tenglong::tools::gen
