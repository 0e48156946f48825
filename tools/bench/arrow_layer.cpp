#include "tools/bench/arrow_layer.hpp"

#include "core/base/error.hpp"
#include "geo/geometry/wkb.hpp"

#include <gdal_priv.h>
#include <ogr_recordbatch.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <memory>
#include <span>

namespace tenglong::bench {

namespace {

/// Only the field asked for. (With every field ignored, GDAL 3.6's GeoPackage stream gives empty
/// geometries.)
void ignore_other_fields(OGRLayer& layer, const std::string& field)
{
    std::vector<const char*> ignored;
    const OGRFeatureDefn& definition = *layer.GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        if (const char* name = definition.GetFieldDefn(i)->GetNameRef(); field != name) {
            ignored.push_back(name);
        }
    }
    ignored.push_back(nullptr);
    layer.SetIgnoredFields(ignored.data());
}

template <class Offset>
void add_shapes(const ArrowArray& array, geo::Polygons& shapes)
{
    const auto* offsets = static_cast<const Offset*>(array.buffers[1]);
    const auto* bytes = static_cast<const std::byte*>(array.buffers[2]);
    for (std::int64_t i = 0; i < array.length; ++i) {
        const std::span wkb{bytes + offsets[i], bytes + offsets[i + 1]};
        if (wkb.empty()) {
            shapes.close_feature();
        } else {
            geo::append_wkb(shapes, wkb);
        }
    }
}

void add_texts(const ArrowArray& array, Texts& texts)
{
    const auto* offsets = static_cast<const std::int32_t*>(array.buffers[1]);
    const auto* bytes = static_cast<const char*>(array.buffers[2]);
    const auto shift = static_cast<std::uint32_t>(texts.bytes.size());
    texts.bytes.append(bytes + offsets[0], bytes + offsets[array.length]);
    for (std::int64_t i = 1; i <= array.length; ++i) {
        texts.start.push_back(shift + static_cast<std::uint32_t>(offsets[i] - offsets[0]));
    }
}

void add_batch(const ArrowSchema& schema, const ArrowArray& batch, const std::string& field,
               ArrowLayer& layer)
{
    for (std::int64_t c = 0; c < schema.n_children; ++c) {
        const std::string_view format = schema.children[c]->format;
        const ArrowArray& column = *batch.children[c];
        if (format == "z") {
            add_shapes<std::int32_t>(column, layer.shapes);
        } else if (format == "Z") {
            add_shapes<std::int64_t>(column, layer.shapes);
        } else if (field == schema.children[c]->name && format == "u") {
            add_texts(column, layer.texts);
        } else if (field == schema.children[c]->name && format == "i") {
            const auto* values = static_cast<const std::int32_t*>(column.buffers[1]);
            layer.numbers.insert(layer.numbers.end(), values, values + column.length);
        }
    }
}

struct CloseDataset {
    void operator()(GDALDataset* dataset) const noexcept { GDALClose(dataset); }
};

} // namespace

ArrowLayer read_layer(const std::string& path, const std::string& field)
{
    const std::unique_ptr<GDALDataset, CloseDataset> dataset{
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR)};
    if (!dataset) {
        throw Error{msg("cannot open '{}'", path)};
    }
    OGRLayer& source = *dataset->GetLayer(0);
    ignore_other_fields(source, field);
    CPLStringList options;
    options.SetNameValue("MAX_FEATURES_IN_BATCH", "16384");
    options.SetNameValue("INCLUDE_FID", "NO");
    ArrowArrayStream stream{};
    if (!source.GetArrowStream(&stream, options.List())) {
        throw Error{msg("cannot read '{}'", path)};
    }
    ArrowLayer layer;
    // Most of a file is coordinates; memory that is reserved and not touched costs nothing.
    layer.shapes.reserve(static_cast<std::size_t>(source.GetFeatureCount()),
                         std::filesystem::file_size(path) / sizeof(geo::Point));
    ArrowSchema schema{};
    stream.get_schema(&stream, &schema);
    while (true) {
        ArrowArray batch{};
        if (stream.get_next(&stream, &batch) != 0 || batch.release == nullptr) {
            break;
        }
        add_batch(schema, batch, field, layer);
        batch.release(&batch);
    }
    schema.release(&schema);
    stream.release(&stream);
    return layer;
}

} // namespace tenglong::bench
