#pragma once

#include "geo/engine.hpp"
#include "geo/follow/stage.hpp"
#include "geo/result/formats.hpp"
#include "geo/write/result_folder.hpp"
#include "tools/cli/job_options.hpp"
#include "tools/cli/mask_options.hpp"

#include <optional>
#include <vector>

namespace tenglong::tools {

/// What a job wants of its result besides the result itself: [baseline], and formats, mask and
/// postgis of [output]. Made before the work, so that what cannot be done stops a run at once.
class FurtherOutputs {
public:
    /// \throws UsageError for a format, a key or a schema that will not do; Error if the earlier
    /// result cannot be read or the database not be reached.
    FurtherOutputs(const LoadedJob& loaded, bool overwrite, const Console& console);

    /// Compares the result with the earlier one and gives it the tables `follow` and `roll_up`.
    void compare(geo::Result& result, geo::Workers& workers);

    /// Writes into the folder of the result: follow.xlsx and follow.json, a folder `formats`, and
    /// a folder `masked` with a GeoPackage, a ledger and the formats for outsiders. What a format
    /// cannot hold is left out, with a warning. \throws Error if a masked file has what it must
    /// not.
    void write(const geo::ResultFolder& folder, const geo::Result& result);

    /// Stores the result in the database; the folder is in its place then.
    /// \throws Error that says what to do if it could not.
    void store(const geo::Result& result, const std::string& place) const;

    /// What changed since the earlier result, on standard output.
    void print(const geo::Result& result) const;

private:
    void read_formats();
    void write_formats(const std::filesystem::path& folder,
                       std::span<const geo::SpatialTable> tables) const;
    void write_file(const geo::ExportFormat& format, const std::filesystem::path& path,
                    std::span<const geo::SpatialTable> tables) const;
    void write_masked(const std::filesystem::path& folder, const geo::Result& result);

    const LoadedJob* m_loaded;
    bool m_overwrite;
    Console m_console;
    geo::WriteOptions m_how{}; ///< of the result that is being written
    std::vector<geo::ExportFormat> m_formats{};
    geo::ShapefileOptions m_shapefile{};
    std::optional<Masker> m_masker{};
    std::optional<geo::Stage> m_earlier{};
};

} // namespace tenglong::tools
