#include "geo/read/layer_source.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "geo/read/aliases.hpp"
#include "geo/read/file_bytes.hpp"
#include "geo/read/shapefile.hpp"
#include "geo/read/unpack.hpp"

#include <cpl_vsi.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace tenglong::geo {

namespace {

[[nodiscard]] std::vector<OGRLayer*> layers_of(GDALDataset& dataset)
{
    std::vector<OGRLayer*> layers;
    layers.reserve(static_cast<std::size_t>(dataset.GetLayerCount()));
    for (int i = 0; i < dataset.GetLayerCount(); ++i) {
        layers.push_back(dataset.GetLayer(i));
    }
    return layers;
}

[[nodiscard]] std::string names_of(const std::vector<OGRLayer*>& layers)
{
    std::vector<std::string> names;
    names.reserve(layers.size());
    for (OGRLayer* layer : layers) {
        names.emplace_back(layer->GetName());
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

/// Whether the kind of geometry that a layer says it holds can be of use.
[[nodiscard]] bool could_fit(OGRLayer& layer, GeometryNeed need)
{
    const OGRwkbGeometryType type = wkbFlatten(OGR_GT_GetLinear(layer.GetGeomType()));
    const bool open_ended = type == wkbUnknown || type == wkbGeometryCollection;
    const bool areal = open_ended || type == wkbPolygon || type == wkbMultiPolygon ||
                       type == wkbTIN || type == wkbPolyhedralSurface;
    const bool linear = open_ended || type == wkbLineString || type == wkbMultiLineString;
    switch (need) {
    case GeometryNeed::polygon:
        return areal;
    case GeometryNeed::line_or_polygon:
        return areal || linear;
    default:
        return true;
    }
}

[[nodiscard]] std::size_t fields_in(OGRLayer& layer, const InputSpec& spec)
{
    std::vector<std::string> names;
    const OGRFeatureDefn& definition = *layer.GetLayerDefn();
    names.reserve(static_cast<std::size_t>(definition.GetFieldCount()));
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        names.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
    }
    return recognise(spec.kind, names).count();
}

[[nodiscard]] OGRLayer& layer_called(GDALDataset& dataset, const InputSpec& spec)
{
    for (OGRLayer* layer : layers_of(dataset)) {
        if (layer->GetName() == spec.layer) {
            return *layer;
        }
    }
    if (OGRLayer* hidden = dataset.GetLayerByName(spec.layer.c_str())) {
        return *hidden; // databases list not every table
    }
    throw UsageError{msg("'{}' has no layer '{}'; it has {}", spec.path, spec.layer,
                         names_of(layers_of(dataset)))};
}

/// The only layer that fits the kind: by its geometry, then by the fields recognised in it.
[[nodiscard]] OGRLayer& choose_layer(GDALDataset& dataset, const InputSpec& spec)
{
    if (!spec.layer.empty()) {
        return layer_called(dataset, spec);
    }
    const std::vector<OGRLayer*> all = layers_of(dataset);
    if (all.empty()) {
        throw Error{msg("'{}' holds no layer", spec.path)};
    }
    if (all.size() == 1) {
        return *all.front();
    }
    std::vector<OGRLayer*> fitting;
    std::copy_if(all.begin(), all.end(), std::back_inserter(fitting),
                 [&](OGRLayer* layer) { return could_fit(*layer, geometry_need(spec.kind)); });
    if (fitting.size() == 1) {
        return *fitting.front();
    }
    std::size_t best = 0;
    std::vector<OGRLayer*> as_good;
    for (OGRLayer* layer : fitting) {
        const std::size_t count = fields_in(*layer, spec);
        if (count > best) {
            as_good.clear();
            best = count;
        }
        if (count == best && count > 0) {
            as_good.push_back(layer);
        }
    }
    if (as_good.size() == 1) {
        return *as_good.front();
    }
    throw UsageError{msg("'{}' has {} layers ({}); say with layer = \"...\" in [{}] which is meant",
                         spec.path, all.size(), names_of(all), spec.section)};
}

void filter_rows(OGRLayer& layer, const InputSpec& spec, const GdalMessages& messages)
{
    if (!spec.where.empty() && layer.SetAttributeFilter(spec.where.c_str()) != OGRERR_NONE) {
        throw UsageError{
            msg("[{}]: where = \"{}\" is not understood (Chinese names stand in double quotes): {}",
                spec.section, spec.where, messages.reason())};
    }
}

/// A GeoPackage in WAL mode cannot be read without writing beside it; a copy can.
[[nodiscard]] bool is_in_wal_mode(const std::string& path)
{
    constexpr std::size_t k_version = 18;
    const auto start = read_start(path, k_version + 2);
    return start && start->size() == k_version + 2 && start->starts_with("SQLite format 3") &&
           ((*start)[k_version] == 2 || (*start)[k_version + 1] == 2);
}

[[nodiscard]] std::string copy_of_database(const std::string& path, TemporaryFolder& folder)
{
    for (const char* journal : {"-wal", "-journal"}) {
        if (path_exists(path + journal)) {
            static_cast<void>(
                copy_file(path + journal, folder.path(), std::string{"layer.gpkg"} + journal));
        }
    }
    return copy_file(path, folder.path(), "layer.gpkg");
}

[[nodiscard]] bool is_folder(const std::string& path)
{
    VSIStatBufL status{};
    return VSIStatL(path.c_str(), &status) == 0 && VSI_ISDIR(status.st_mode);
}

/// The Shapefile that is meant in a folder of them; the folder itself if it is something else.
[[nodiscard]] std::string shapefile_in(const InputSpec& spec)
{
    std::vector<std::string> found;
    char** list = VSIReadDir(spec.path.c_str());
    for (char** name = list; name != nullptr && *name != nullptr; ++name) {
        if (extension_of(*name) == "shp") {
            found.emplace_back(*name);
        }
    }
    CSLDestroy(list);
    std::sort(found.begin(), found.end());
    for (const std::string& name : found) {
        if (found.size() == 1 || name.substr(0, name.size() - 4) == spec.layer) {
            return spec.path + "/" + name;
        }
    }
    if (found.empty()) {
        return spec.path;
    }
    throw UsageError{msg("'{}' has {} layers ({}); say with layer = \"...\" in [{}] which is meant",
                         spec.path, found.size(), fmt::format("{}", fmt::join(found, ", ")),
                         spec.section)};
}

/// Where the data set itself lies: in a temporary folder if it had to be unpacked or copied.
[[nodiscard]] std::string located(const InputSpec& spec, TemporaryFolder& copies)
{
    if (!path_exists(spec.path)) {
        if (spec.path.find(':') == std::string::npos) {
            throw_no_such_file(spec.path);
        }
        return spec.path; // a connection
    }
    if (is_archive(spec.path)) {
        return unpack(spec, copies);
    }
    if (is_folder(spec.path) && extension_of(spec.path) != "gdb") {
        return shapefile_in(spec);
    }
    if (extension_of(spec.path) == "kmz") {
        refuse_swelling(spec.path);
    }
    return is_in_wal_mode(spec.path) ? copy_of_database(spec.path, copies) : spec.path;
}

/// Opens a Shapefile or DBF with its texts as stored. A condition on the rows is written in UTF-8
/// and needs texts to be so too: then GDAL turns them.
[[nodiscard]] DatasetPtr open_shapefile(const InputSpec& spec, const std::string& path,
                                        LayerSource& source, std::vector<Issue>& issues)
{
    const ShapefilePlan plan = plan_shapefile(spec, path, source.copies, issues);
    source.short_names = true;
    std::string option = "ENCODING=";
    if (!spec.where.empty() && plan.encoding) {
        option += *plan.encoding == Encoding::gb18030 ? "GB18030"
                  : *plan.encoding == Encoding::big5  ? "BIG5"
                                                      : "UTF-8";
    } else {
        source.encoding = plan.encoding;
    }
    return open_vector(plan.path, {"ESRI Shapefile"}, {option});
}

/// What GDAL said, each once, without the folder of a copy: its name differs from run to run.
[[nodiscard]] std::set<std::string> told(const std::vector<std::string>& messages,
                                         const TemporaryFolder& copies)
{
    std::set<std::string> result;
    for (std::string text : messages) {
        const std::string folder = copies.made().empty() ? "" : copies.made() + "/";
        for (std::size_t at = folder.empty() ? std::string::npos : text.find(folder);
             at != std::string::npos; at = text.find(folder, at)) {
            text.erase(at, folder.size());
        }
        result.insert(std::move(text));
    }
    return result;
}

} // namespace

void report_reader(const GdalMessages& messages, const LayerSource& source, const std::string& file,
                   std::vector<Issue>& issues)
{
    const Place place{file, source.layer_name, 0};
    const auto failures = told(messages.failures(), source.copies);
    const auto warnings = told(messages.warnings(), source.copies);
    for (const std::string& text : failures) {
        issues.push_back({"file_damaged",
                          Severity::error,
                          place,
                          {},
                          {},
                          msg("'{}' is damaged, rows may be missing: {}", place.file, text)});
    }
    for (const std::string& text : warnings) {
        issues.push_back({"reader_warning",
                          Severity::warning,
                          place,
                          {},
                          {},
                          msg("'{}' is read with a warning: {}", place.file, text)});
    }
}

std::int64_t first_row_number(OGRLayer& layer)
{
    const bool shown = *layer.GetFIDColumn() != '\0';
    return shown && FeaturePtr{layer.GetFeature(0)} == nullptr ? 0 : 1;
}

LayerSource open_layer(const InputSpec& spec, std::vector<Issue>& issues)
{
    const GdalMessages messages;
    LayerSource source;
    const std::string path = located(spec, source.copies);
    const std::string ending = extension_of(path);
    source.dataset = ending == "shp" || ending == "dbf" ? open_shapefile(spec, path, source, issues)
                                                        : open_vector(path);
    if (!source.dataset) {
        if (messages.failures().empty() && messages.warnings().empty()) {
            throw Error{
                msg("cannot open '{}': it is damaged, or in no format that is known; export "
                    "it anew",
                    spec.path)};
        }
        throw Error{msg("cannot open '{}': {}", spec.path, messages.reason())};
    }
    source.driver = source.dataset->GetDriverName();
    source.layer = source.short_names && source.dataset->GetLayerCount() == 1
                       ? source.dataset->GetLayer(0)
                       : &choose_layer(*source.dataset, spec);
    if (source.dataset->GetLayerCount() > 1) {
        source.layer_name = source.layer->GetName();
    }
    filter_rows(*source.layer, spec, messages);
    report_reader(messages, source, spec.path, issues);
    return source;
}

} // namespace tenglong::geo
