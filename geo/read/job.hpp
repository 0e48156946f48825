#pragma once

#include "core/base/date.hpp"
#include "core/reclaim/stated_region.hpp"
#include "core/targets/reported.hpp"
#include "geo/read/encoding.hpp"
#include "geo/read/fields.hpp"
#include "geo/read/input_kind.hpp"
#include "geo/read/reprojection.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// Where one input is and what its file does not say, or says wrong.
struct InputSpec {
    InputKind kind = InputKind::parcels;
    std::string
        section;       ///< how messages call it: parcels; enterprises[2] for the second of several
    std::string path;  ///< absolute or as given for connections (PG:...)
    std::string shown; ///< as the job file writes it, for results and issues; empty: as `path`
    std::string layer; ///< layer of a data source, sheet of a spreadsheet; empty: the only one
    std::string crs;
    /// Of columns of coordinates in a table for which nobody gives a CRS; not from the job file.
    std::string crs_of_columns;
    ExtraFields extra; ///< fields of the policy; not from the job file
    std::string where; ///< condition in GDAL's SQL
    std::optional<Encoding> encoding;
    std::optional<char> delimiter;
    int header_row = 0; ///< from 1; 0: find it
    int year = 0;       ///< of tables with columns for several years; 0: the latest
    std::map<std::string, std::string> fields; ///< field -> column, where aliases do not do
    std::map<std::string, std::string>
        values; ///< field -> value of all rows, where no column has it
};

/// How results and issues call an input: as the job file does, without a password.
[[nodiscard]] std::string shown_path(const InputSpec& spec);

/// Which area counts as a parcel's.
enum class AreaKind : std::uint8_t { registered, plane, ellipsoid };

struct OutputSpec {
    std::string folder; ///< absolute; empty: beside the job file
    std::vector<std::string> formats;
    std::string shapefile_encoding; ///< gbk or utf-8
    std::string postgis;            ///< connection; empty: none
    std::string schema;             ///< of the database; empty: by the day
    bool mask = false;              ///< masked copies, too
    std::string mask_key;           ///< absolute; empty: a random key
    std::string mask_policy;        ///< absolute; empty: the shipped one
};

/// A job file, read and checked; nothing of what it names has been opened.
struct Job {
    std::string file;
    std::string name;
    std::string policy;       ///< id of a shipped profile, or the absolute path of one
    std::string policy_shown; ///< as written; empty: as `policy`
    std::optional<Date> as_of;
    std::string crs = "auto";
    AreaKind area = AreaKind::registered;
    int threads = 0;               ///< 0: all cores
    std::vector<InputSpec> inputs; ///< in the order of InputKind, several of a kind in their own
    std::vector<DatumShift> shifts;
    /// Whether the account has changes from parcels, too; nothing: as the policy says.
    std::optional<bool> changes_from_parcels;
    std::string baseline; ///< an earlier result; empty: none
    OutputSpec output;
    std::vector<StatedRegionFact> region; ///< of [region]: facts of the whole area
    std::vector<ReportedActual> actuals;  ///< of [targets.actual], by target and year

    [[nodiscard]] std::vector<const InputSpec*> inputs_of(InputKind kind) const;
};

/// Reads a job file. `overrides` are KEY=VALUE with dotted keys: parcels.crs=EPSG:4528,
/// parcels.fields.holder=QLR, enterprises.2.sheet=规下.
/// \throws Error if the file cannot be read; UsageError with every mistake in it, one a line, each
/// with file, line, column and, for an unknown key, the nearest known one.
[[nodiscard]] Job read_job(const std::string& path, std::span<const std::string> overrides = {});

/// The same for a text; `file` gives the name and the folder that paths are relative to.
[[nodiscard]] Job parse_job(std::string_view text, const std::string& file,
                            std::span<const std::string> overrides = {});

} // namespace tenglong::geo
