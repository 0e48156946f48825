#include "geo/read/folder_reader.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "geo/read/read_table.hpp"

#include <array>
#include <filesystem>

namespace tenglong::geo {

namespace {

/// Grids with and without zone number, and degrees: what coordinates without a CRS can be read in
/// by someone who only looks at the columns.
constexpr auto k_any_crs = std::to_array<const char*>({"EPSG:4549", "EPSG:4528", "EPSG:4490"});

/// The county that the first parcel code names; empty where no row has one.
[[nodiscard]] std::string county_of(const Table& parcels)
{
    constexpr std::size_t k_county_digits = 6;
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        const std::string_view code = parcels.text("parcel_code", row);
        if (code.size() > k_county_digits && is_ascii_digits(code.substr(0, k_county_digits))) {
            return std::string{code.substr(0, k_county_digits)};
        }
    }
    return {};
}

[[nodiscard]] InputSpec spec_of(const FolderItem& item, const std::string& crs = {})
{
    InputSpec spec;
    spec.kind = *item.kind;
    spec.section = key_of(*item.kind);
    spec.path = item.path;
    spec.layer = item.layer;
    spec.crs = crs;
    return spec;
}

} // namespace

void FolderReader::read(std::span<FolderItem* const> chosen)
{
    for (FolderItem* item : chosen) {
        read(*item);
    }
    for (FolderItem* item : chosen) {
        if (!item->readable) {
            read_with_crs_of_others(*item);
        }
    }
}

/// Coordinates in the columns of a table are degrees or in the grid of the parcels.
VectorLayer FolderReader::read_whole(const FolderItem& item, std::vector<Issue>& issues)
{
    if (is_table_file(item.path)) {
        for (const std::string& crs : {m_parcel_crs, std::string{"EPSG:4490"}}) {
            std::vector<Issue> tried;
            try {
                VectorLayer layer = read_layer(spec_of(item, crs), tried, m_workers);
                issues = std::move(tried);
                return layer;
            } catch (const UsageError&) {
                continue; // in another CRS, or asks for more
            }
        }
    }
    return read_layer(spec_of(item), issues, m_workers);
}

void FolderReader::read(FolderItem& item)
{
    std::vector<Issue> issues;
    try {
        const VectorLayer layer = read_whole(item, issues);
        if (layer.has_geometry() && !is_table_file(item.path)) {
            m_known.push_back({std::filesystem::path{item.path}.filename().string(),
                               layer.crs.crs.definition, extent_of(layer)});
        }
        if (item.kind == InputKind::parcels) {
            m_parcel_crs = layer.crs.crs.definition;
        }
        describe(item, layer, issues);
    } catch (const UsageError& error) {
        item.readable = false;
        item.remark = error.text();
        look_at_columns(item);
    } catch (const Error& error) {
        item.readable = false;
        item.remark = error.text();
    }
}

void FolderReader::describe(FolderItem& item, const VectorLayer& layer,
                            const std::vector<Issue>& issues)
{
    if (item.kind == InputKind::parcels) {
        item.county = county_of(layer.table);
    }
    item.rows = layer.table.rows();
    item.fields.clear();
    for (const TableColumn& column : layer.table.columns()) {
        item.fields.push_back(column.field().name + " ← " + column.header);
    }
    item.unused = layer.table.unused();
    for (const Issue& issue : issues) {
        if (issue.kind.starts_with("column") || issue.kind.starts_with("header") ||
            issue.kind.starts_with("crs") || issue.kind.starts_with("encoding")) {
            item.doubts.push_back(issue.text);
        }
    }
}

/// The CRS is missing, not the columns: they tell the county, and a table needs no CRS of its own.
void FolderReader::look_at_columns(FolderItem& item)
{
    for (const char* crs : k_any_crs) {
        try {
            std::vector<Issue> ignored;
            const VectorLayer layer = read_layer(spec_of(item, crs), ignored, m_workers);
            describe(item, layer, {});
            if (is_table_file(item.path)) { // it gets the CRS of the parcels
                item.readable = true;
                item.remark = {};
            }
            return;
        } catch (const UsageError&) {
            continue;
        }
    }
}

void FolderReader::read_with_crs_of_others(FolderItem& item)
{
    for (const Ground& ground : m_known) {
        std::vector<Issue> issues;
        try {
            const VectorLayer layer = read_layer(spec_of(item, ground.crs), issues, m_workers);
            const Box extent = extent_of(layer);
            if (extent.empty() || !ground.extent.meets(extent)) {
                continue;
            }
            describe(item, layer, issues);
            item.crs = ground.crs;
            item.readable = true;
            item.remark = {};
            item.doubts.push_back(
                msg("the file names no CRS that its coordinates could be in; they "
                    "lie on the ground of '{}', so the CRS is taken from there: "
                    "check it",
                    ground.file));
            return;
        } catch (const UsageError&) {
            continue;
        }
    }
}

} // namespace tenglong::geo
