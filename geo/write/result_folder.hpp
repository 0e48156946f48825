#pragma once

#include "geo/write/writers.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace tenglong::geo {

/// A folder of results that appears whole or not at all: files are written into a folder beside
/// its place, which is then put there in one step. A run that is killed leaves the earlier result
/// as it was.
class ResultFolder {
public:
    /// \throws Error as Partial.
    ResultFolder(const std::filesystem::path& place, const Replace& replace)
        : m_partial{place, replace}
    {}

    /// Where to write a file of the result.
    [[nodiscard]] std::filesystem::path file(const std::string& name) const
    {
        return m_partial.file(name);
    }

    /// result.gpkg with all tables, and parcels.geojson, blocks.geojson, vacant.geojson of those
    /// that are there, each with a style (.qml) that QGIS finds by its name.
    void write_layers(std::span<const SpatialTable> tables, const WriteOptions& options) const;

    /// What write_layers() counts to, for a line of progress.
    [[nodiscard]] static std::size_t rows_of(std::span<const SpatialTable> tables);

    /// The names of the files that have been written so far, in the order of result_files();
    /// those of its folders one by one.
    [[nodiscard]] std::vector<std::string> files() const;

    /// Puts the folder in its place. Files of the earlier result that no run writes are kept.
    void commit() { m_partial.commit_folder(result_files()); }

    /// The names of the files, and of the folders, that a run writes.
    [[nodiscard]] static std::vector<std::string> result_files();

private:
    Partial m_partial;
};

} // namespace tenglong::geo
