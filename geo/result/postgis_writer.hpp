#pragma once

#include "geo/write/writers.hpp"

#include <span>
#include <string>
#include <string_view>

namespace tenglong::geo {

/// Where a result goes in a database.
struct PostgisTarget {
    std::string connection{}; ///< as GDAL takes it: "PG:dbname=land host=..."
    std::string schema{};     ///< a schema a result; "": "tenglong_" and the day of the result
    std::string job{};        ///< name of the run, for the history
};

/// Whether write_postgis() could begin, with nothing changed in the database. \throws as it.
void expect_postgis(const PostgisTarget& target, Date as_of, bool overwrite);

/// Writes tables into a schema of their own, by COPY, numbered in `gid`, shapes in `geom`, with a
/// spatial index, an index on the key and the Chinese labels as comments; all tables appear in one
/// step, or none. A schema that is there is replaced only if `options.replace.overwrite`, and never
/// one of somebody else. Every run, also a replaced one, has a row in tenglong.runs. If it breaks
/// off, nothing of it is left. \returns the schema. \throws UsageError if the schema is there
/// already or its name will not do, Error if the database cannot be reached, lacks PostGIS, or
/// refuses.
std::string write_postgis(const PostgisTarget& target, std::span<const SpatialTable> tables,
                          const WriteOptions& options);

} // namespace tenglong::geo
