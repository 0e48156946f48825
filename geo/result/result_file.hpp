#pragma once

#include "geo/read/gdal.hpp"
#include "geo/write/spatial_table.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// An earlier result, opened for reading: a result folder or its result.gpkg. Nothing of it is
/// changed.
class ResultFile {
public:
    /// \throws Error if there is no such file, or if it is not a result.
    explicit ResultFile(const std::filesystem::path& result);

    /// The GeoPackage itself.
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }

    /// The layers and tables, in the order of the file; styles are not among them.
    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return m_names; }
    [[nodiscard]] bool has(std::string_view name) const noexcept;

    /// The columns that a table has in the file, in its order. \throws UsageError as read().
    [[nodiscard]] std::vector<std::string> columns(const std::string& name) const;

    /// A layer or table as it was written: a standard table with its labels, units, dictionaries
    /// and totals, and any column that a policy added; any other table by the types of its fields.
    /// A cell that does not fit the type of its column is missing.
    /// \throws UsageError that names the tables there are, if this one is not.
    [[nodiscard]] SpatialTable read(const std::string& name) const;

    /// Only the rows whose textual column holds just this value; the others are not read.
    /// \throws UsageError as above; Error if there is no such column.
    [[nodiscard]] SpatialTable read_where(const std::string& name, std::string_view column,
                                          std::string_view value) const;

    /// The coordinate system of the layers: "EPSG:4528", or WKT where it has no code; that of the
    /// first layer that has one. Empty if none has.
    [[nodiscard]] const std::string& crs() const noexcept { return m_crs; }

    /// The day that the result stands for.
    [[nodiscard]] Date as_of() const noexcept { return m_as_of; }

private:
    [[nodiscard]] OGRLayer& layer(const std::string& name) const;
    [[nodiscard]] SpatialTable read_rows(const std::string& name, const char* filter) const;
    void find_tables();
    void find_crs();
    void find_day();

    std::filesystem::path m_path;
    DatasetPtr m_data;
    std::vector<std::string> m_names;
    std::string m_crs;
    Date m_as_of{};
};

} // namespace tenglong::geo
