#include "core/base/error.hpp"
#include "geo/write/gdal_layer.hpp"
#include "geo/write/qgis_style.hpp"
#include "geo/write/writers.hpp"

#include <cpl_conv.h>

#include <fmt/format.h>

namespace tenglong::geo {

namespace {

/// A setting of GDAL on this thread, for as long as it lives.
class GdalSetting {
public:
    GdalSetting(const char* name, const std::string& value) : m_name{name}
    {
        CPLSetThreadLocalConfigOption(name, value.c_str());
    }
    ~GdalSetting() { CPLSetThreadLocalConfigOption(m_name, nullptr); }
    GdalSetting(const GdalSetting&) = delete;
    GdalSetting& operator=(const GdalSetting&) = delete;
    GdalSetting(GdalSetting&&) = delete;
    GdalSetting& operator=(GdalSetting&&) = delete;

private:
    const char* m_name;
};

[[nodiscard]] ResultTable styles_of(std::span<const SpatialTable> tables,
                                    const WriteOptions& options)
{
    const auto column = [](const char* name, const char* dbf, ColumnType type) {
        return ColumnSpec{.name = name, .dbf = dbf, .type = type};
    };
    using enum ColumnType;
    ResultTable styles{
        {.id = "layer_styles",
         .title = {"样式", "styles"},
         .columns = {column("f_table_catalog", "C", text), column("f_table_schema", "S", text),
                     column("f_table_name", "T", text), column("f_geometry_column", "G", text),
                     column("stylename", "N", text), column("styleqml", "Q", text),
                     column("stylesld", "L", text), column("useasdefault", "U", yes_no),
                     column("description", "D", text), column("owner", "O", text),
                     column("ui", "I", text), column("update_time", "P", text)}}};
    for (const SpatialTable& each : tables) {
        if (each.table.shape() == ShapeKind::none) {
            continue;
        }
        styles["f_table_catalog"].add_text("");
        styles["f_table_schema"].add_text("");
        styles["f_table_name"].add_text(each.table.id());
        styles["f_geometry_column"].add_text("geom");
        styles["stylename"].add_text(each.table.title().in(options.lang));
        styles["styleqml"].add_text(qgis_style(each.table, options.lang));
        styles["stylesld"].add_text("");
        styles["useasdefault"].add_yes_no(true);
        styles["owner"].add_text("");
        styles["description"].add_text(each.table.note().in(options.lang));
        styles["update_time"].add_text(options.as_of.iso() + "T00:00:00.000Z");
        styles.complete();
    }
    return styles;
}

/// By its key a row is found without a look at all the others.
void index_keys(GDALDataset& output, std::span<const SpatialTable> tables)
{
    for (const SpatialTable& each : tables) {
        if (!each.table.key().empty()) {
            const std::string statement = fmt::format(
                R"(CREATE INDEX "{0}_by_{1}" ON "{0}" ("{1}"))", each.table.id(), each.table.key());
            output.ReleaseResultSet(output.ExecuteSQL(statement.c_str(), nullptr, nullptr));
        }
    }
}

} // namespace

void write_geopackage(const std::filesystem::path& path, std::span<const SpatialTable> tables,
                      const WriteOptions& options)
{
    Partial partial{path, options.replace};
    const WriteMessages messages;
    // In place of the time of writing.
    const GdalSetting date{"OGR_CURRENT_DATE", options.as_of.iso() + "T00:00:00.000Z"};
    // Nobody sees the file before it is whole: no statement has to wait for the disk.
    const GdalSetting unhurried{"OGR_SQLITE_SYNCHRONOUS", "OFF"};
    // Rows of facts take a fifth of a usual page, the last of which would stay empty.
    const GdalSetting pages{"OGR_SQLITE_PRAGMA", "page_size=8192"};
    const ReferencePtr reference = reference_of(options.crs);
    OutputPtr output = create_output("GPKG", partial.main().string());
    for (const SpatialTable& each : tables) {
        write_layer(*output, each, *reference,
                    {.name = each.table.id(),
                     .options = {"IDENTIFIER=" + each.table.title().in(options.lang),
                                 "DESCRIPTION=" + each.table.note().in(options.lang)},
                     .written = options.written},
                    messages);
    }
    index_keys(*output, tables);
    write_layer(*output, {styles_of(tables, options)}, *reference, {.name = "layer_styles"},
                messages);
    close_output(std::move(output), messages, path.string());
    partial.commit();
}

} // namespace tenglong::geo
