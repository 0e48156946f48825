#include "geo/read/layer_source.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "geo/read/aliases.hpp"
#include "geo/read/file_bytes.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace tenglong::geo {

namespace {

[[nodiscard]] std::vector<OGRLayer*> layers_of(GDALDataset& dataset)
{
    std::vector<OGRLayer*> layers;
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
        throw UsageError{msg("[{}]: where = \"{}\" is not understood: {}", spec.section, spec.where,
                             messages.reason())};
    }
}

} // namespace

LayerSource open_layer(const InputSpec& spec, std::vector<Issue>& /*issues*/)
{
    const GdalMessages messages;
    LayerSource source;
    const bool is_connection = spec.path.find(':') != std::string::npos && !path_exists(spec.path);
    if (!is_connection && !path_exists(spec.path)) {
        throw_no_such_file(spec.path);
    }
    source.dataset = open_vector(spec.path);
    if (!source.dataset) {
        throw Error{msg("cannot open '{}': {}", spec.path, messages.reason())};
    }
    source.driver = source.dataset->GetDriverName();
    source.layer = &choose_layer(*source.dataset, spec);
    source.short_names = source.driver == "ESRI Shapefile";
    if (source.dataset->GetLayerCount() > 1) {
        source.layer_name = source.layer->GetName();
    }
    filter_rows(*source.layer, spec, messages);
    return source;
}

} // namespace tenglong::geo
