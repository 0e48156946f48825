#pragma once

#include "geo/write/spatial_table.hpp"

#include <ogrsf_frmts.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tenglong::geo {

/// Collects what GDAL says on this thread while an output is written.
class WriteMessages {
public:
    WriteMessages();
    ~WriteMessages();
    WriteMessages(const WriteMessages&) = delete;
    WriteMessages& operator=(const WriteMessages&) = delete;
    WriteMessages(WriteMessages&&) = delete;
    WriteMessages& operator=(WriteMessages&&) = delete;

    /// The first failure, or a dash.
    [[nodiscard]] std::string reason() const { return m_failures.empty() ? "-" : m_failures[0]; }
    [[nodiscard]] bool failed() const noexcept { return !m_failures.empty(); }

private:
    static void collect(CPLErr severity, CPLErrorNum number, const char* text);

    std::vector<std::string> m_failures;
};

struct CloseOutput {
    void operator()(GDALDataset* dataset) const noexcept { GDALClose(dataset); }
};

using OutputPtr = std::unique_ptr<GDALDataset, CloseOutput>;

struct ReleaseReference {
    void operator()(OGRSpatialReference* reference) const noexcept { reference->Release(); }
};

using ReferencePtr = std::unique_ptr<OGRSpatialReference, ReleaseReference>;

/// A coordinate system by its EPSG code or as WKT, easting first. \throws Error if it is unknown.
[[nodiscard]] ReferencePtr reference_of(const std::string& crs);

/// Makes a file, database or folder with a GDAL driver. \throws Error with GDAL's reason.
[[nodiscard]] OutputPtr create_output(const std::string& driver, const std::string& path,
                                      const std::vector<std::string>& options = {});

/// Closes it. \throws Error if GDAL could not write everything.
void close_output(OutputPtr output, const WriteMessages& messages, const std::string& path);

/// How a table becomes a GDAL layer.
struct LayerPlan {
    std::string name;
    std::vector<std::string> options{};
    bool short_names = false; ///< the Shapefile names of columns
    bool always_multi = true; ///< polygons as multipolygons throughout
    bool dbf_widths = false;  ///< widths and decimals as a DBF needs them
    /// Changes a text before it is written, e.g. characters that the format lacks; may be empty.
    std::function<std::string(const ResultColumn&, std::size_t row)> text{};
    /// Is told how many more rows have been written; may be empty.
    std::function<void(std::size_t)> written{};
};

/// Writes the table into a new layer of the dataset, in one transaction where it can.
/// \throws Error with GDAL's reason.
void write_layer(GDALDataset& output, const SpatialTable& table, OGRSpatialReference& reference,
                 const LayerPlan& plan, const WriteMessages& messages);

} // namespace tenglong::geo
