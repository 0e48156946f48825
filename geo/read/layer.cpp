#include "geo/read/layer.hpp"

#include "core/base/error.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/read/connection.hpp"
#include "geo/read/file_digest.hpp"
#include "geo/read/layer_arrow.hpp"
#include "geo/read/layer_columns.hpp"
#include "geo/read/layer_shapes.hpp"
#include "geo/read/layer_source.hpp"
#include "geo/read/plot_text.hpp"
#include "geo/read/read_table.hpp"
#include "geo/read/values.hpp"
#include "geo/write/left_behind.hpp"

#include <cpl_vsi.h>

#include <algorithm>
#include <cmath>
#include <future>
#include <limits>
#include <utility>

namespace tenglong::geo {

namespace {

void read_features(OGRLayer& layer, std::int64_t first_number, LayerColumns& columns,
                   LayerShapes& shapes)
{
    layer.ResetReading();
    while (const FeaturePtr feature{layer.GetNextFeature()}) {
        const std::int64_t row = feature->GetFID() + first_number;
        shapes.add(feature->GetGeometryRef(), row);
        columns.add(*feature, row);
    }
}

/// Most of a file is coordinates; memory that is reserved and not touched costs nothing. Counts
/// that a file states may be anything.
void reserve(OGRLayer& layer, const std::string& path, LayerShapes& shapes)
{
    VSIStatBufL status{};
    if (VSIStatL(path.c_str(), &status) == 0 && !VSI_ISDIR(status.st_mode)) {
        const auto points = static_cast<std::size_t>(status.st_size) / sizeof(Point);
        const auto rows =
            static_cast<std::size_t>(std::max<GIntBig>(layer.GetFeatureCount(FALSE), 0));
        shapes.shapes.reserve(std::min(rows, points), points);
    }
}

[[nodiscard]] std::string wkt_of(OGRLayer& layer)
{
    const OGRSpatialReference* reference = layer.GetSpatialRef();
    if (reference == nullptr) {
        return {};
    }
    char* text = nullptr;
    reference->exportToWkt(&text);
    std::string wkt = text == nullptr ? "" : text;
    CPLFree(text);
    return wkt;
}

[[nodiscard]] VectorLayer read_vector(const InputSpec& spec, std::vector<Issue>& issues)
{
    LayerSource source = open_layer(spec, issues);
    const GdalMessages messages;
    VectorLayer result;
    LayerColumns columns{spec,
                         source.layer_name,
                         *source.layer->GetLayerDefn(),
                         source.encoding,
                         source.short_names,
                         issues};
    const bool has_geometry = source.layer->GetGeomType() != wkbNone;
    LayerShapes shapes{has_geometry ? geometry_need(spec.kind) : GeometryNeed::none,
                       {spec.path, source.layer_name, 0},
                       source.driver == "DXF"};
    reserve(*source.layer, spec.path, shapes);
    const std::int64_t first = first_row_number(*source.layer);
    if (first == 1 && *source.layer->GetFIDColumn() != '\0') {
        issues.push_back({"rows_from_zero",
                          Severity::note,
                          {spec.path, source.layer_name, 0},
                          {},
                          {},
                          msg("'{}' numbers its rows from 0; issues count them from 1, so {} 0 is "
                              "row 1",
                              spec.path, std::string{source.layer->GetFIDColumn()})});
    }
    const bool in_batches = has_geometry && spec.where.empty() &&
                            read_batches(*source.layer, source.driver, first, columns, shapes);
    if (!in_batches) {
        read_features(*source.layer, first, columns, shapes);
    }
    shapes.report(issues);
    result.table = columns.finish(issues);
    report_reader(messages, source, spec.path, issues);
    result.shapes = std::move(shapes.shapes);
    result.points = std::move(shapes.points);
    result.lines = std::move(shapes.lines);
    result.linearised = std::move(shapes.linearised);
    result.crs_wkt = wkt_of(*source.layer);
    return result;
}

[[nodiscard]] VectorLayer read_plain_table(const InputSpec& spec, std::vector<Issue>& issues)
{
    TableRequest request;
    request.kind = spec.kind;
    request.path = spec.path;
    request.sheet = spec.layer;
    request.header_row = spec.header_row;
    request.year = spec.year;
    request.encoding = spec.encoding;
    request.delimiter = spec.delimiter;
    request.fields = spec.fields;
    request.extra = spec.extra;
    VectorLayer result;
    result.table = read_table(request, issues);
    return result;
}

/// What the job says of all rows.
void add_values(const InputSpec& spec, Table& table, std::vector<Issue>& issues)
{
    for (const auto& [name, value] : spec.values) {
        if (table.find(name) != nullptr) {
            issues.push_back({"value_not_needed",
                              Severity::note,
                              {table.file(), table.layer(), 0},
                              {},
                              {},
                              msg("[{}.values] gives '{}', but the column '{}' holds it; the "
                                  "column counts",
                                  spec.section, name, table.find(name)->header)});
            continue;
        }
        TableColumn column;
        column.header = name;
        column.meaning.field = &field(name);
        column.meaning.certainty = Certainty::job;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            column.texts.add(value);
        }
        table.columns().push_back(std::move(column));
    }
}

/// Points from columns of coordinates, where the layer has none of its own.
void add_points(VectorLayer& layer, std::vector<Issue>& issues)
{
    const TableColumn* x = layer.table.find("x");
    const TableColumn* y = layer.table.find("y");
    if (!layer.points.empty() || x == nullptr || y == nullptr ||
        geometry_need(layer.table.kind()) != GeometryNeed::point_if_any) {
        return;
    }
    const std::vector<double> xs = numbers(layer.table, *x, issues);
    const std::vector<double> ys = numbers(layer.table, *y, issues);
    for (std::size_t row = 0; row < xs.size(); ++row) {
        const bool whole =
            std::isfinite(xs[row]) && std::isfinite(ys[row]) && (xs[row] != 0.0 || ys[row] != 0.0);
        constexpr double k_nan = std::numeric_limits<double>::quiet_NaN();
        layer.points.push_back(whole ? Point{xs[row], ys[row]} : Point{k_nan, k_nan});
    }
}

/// Median of plane area over the stated one.
[[nodiscard]] double area_ratio(const VectorLayer& layer)
{
    const double none = std::numeric_limits<double>::quiet_NaN();
    for (const char* name : {"area_registered_m2", "area_stated_m2", "footprint_registered_m2"}) {
        const TableColumn* column = layer.table.find(name);
        if (column == nullptr || layer.shapes.size() == 0) {
            continue;
        }
        std::vector<Issue> ignored; // whoever uses the column reports them
        const std::vector<double> stated = numbers(layer.table, *column, ignored);
        std::vector<double> ratios;
        for (std::size_t row = 0; row < stated.size(); ++row) {
            double sum = 0.0;
            for (const PartView part : layer.shapes[row].parts()) {
                for (const RingView ring : part.rings()) {
                    const double area = std::abs(signed_area(ring));
                    sum += ring.data() == part.shell().data() ? area : -area;
                }
            }
            if (stated[row] > 0.0 && sum > 0.0) {
                ratios.push_back(sum / stated[row]);
            }
        }
        if (!ratios.empty()) {
            const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
            std::nth_element(ratios.begin(), middle, ratios.end());
            return *middle;
        }
    }
    return none;
}

void swap_axes(VectorLayer& layer)
{
    for (auto* points : {&layer.shapes.points, &layer.points, &layer.lines.points}) {
        for (Point& point : *points) {
            std::swap(point.x, point.y);
        }
    }
}

/// Tables never declare a CRS: their columns hold longitude and latitude, or the grid of the
/// parcels.
[[nodiscard]] std::string crs_of_columns(const InputSpec& spec, const Box& extent)
{
    const bool degrees = !extent.empty() && extent.max_x <= 180.0 && extent.max_y <= 180.0;
    return degrees && !spec.crs_of_columns.empty() ? "EPSG:4490" : spec.crs_of_columns;
}

void decide(const InputSpec& spec, VectorLayer& layer, std::vector<Issue>& issues)
{
    CrsEvidence evidence;
    evidence.section = spec.section;
    evidence.place = {spec.path, layer.table.layer(), 0};
    evidence.job = spec.crs;
    evidence.declared = layer.crs_wkt;
    evidence.extent = extent_of(layer);
    if (evidence.extent.empty() && spec.crs.empty() && layer.crs_wkt.empty()) {
        return; // no coordinates, so nothing to be in a CRS
    }
    if (evidence.job.empty() && evidence.declared.empty() && is_table_file(spec.path)) {
        evidence.job = crs_of_columns(spec, evidence.extent);
    }
    evidence.area_ratio = area_ratio(layer);
    layer.crs = decide_crs(evidence, issues);
    if (layer.crs.swap_axes) {
        swap_axes(layer);
    }
}

void require_geometry(const InputSpec& spec, const VectorLayer& layer, std::vector<Issue>& issues)
{
    if (layer.table.rows() == 0) {
        issues.push_back({"layer_empty",
                          Severity::warning,
                          {spec.path, layer.table.layer(), 0},
                          {},
                          {},
                          msg("'{}' holds no row", spec.path)});
        return;
    }
    const GeometryNeed need = geometry_need(spec.kind);
    if ((need == GeometryNeed::polygon || need == GeometryNeed::line_or_polygon) &&
        !layer.has_geometry()) {
        throw UsageError{msg("'{}' is a table without geometry, but [{}] needs a layer of areas",
                             spec.path, spec.section)};
    }
}

/// On a thread of its own, which leaves Ctrl-C to the others.
[[nodiscard]] std::future<FileDigest> begun_digest(const std::string& path)
{
    const SignalPause inherited;
    return std::async(std::launch::async, [path] { return digest_of(path); });
}

[[nodiscard]] VectorLayer read_source(const InputSpec& spec, std::vector<Issue>& issues)
{
    std::future<FileDigest> digest = begun_digest(spec.path);
    VectorLayer layer = is_plot_text(spec.path)    ? read_plot_text(spec, issues)
                        : is_table_file(spec.path) ? read_plain_table(spec, issues)
                                                   : read_vector(spec, issues);
    add_values(spec, layer.table, issues);
    add_points(layer, issues);
    require_geometry(spec, layer, issues);
    if (layer.has_geometry()) {
        decide(spec, layer, issues);
    }
    const FileDigest found = digest.get();
    layer.bytes = found.bytes;
    layer.hash = found.sha256;
    return layer;
}

} // namespace

Box extent_of(const VectorLayer& layer)
{
    Box extent;
    for (const auto* points : {&layer.shapes.points, &layer.points, &layer.lines.points}) {
        extent.extend(bulk_extent(*points));
    }
    return extent;
}

VectorLayer read_layer(const InputSpec& spec, std::vector<Issue>& issues, Workers& /*workers*/)
{
    start_gdal();
    const SourceNames names{spec.path, shown_path(spec)};
    const std::size_t first = issues.size();
    try {
        VectorLayer layer = read_source(spec, issues);
        layer.table.call_file(names.shown());
        names.apply(issues, first);
        return layer;
    } catch (const UsageError& error) {
        throw UsageError{names.masked(error.text())};
    } catch (const Error& error) {
        throw Error{names.masked(error.text())};
    }
}

} // namespace tenglong::geo
