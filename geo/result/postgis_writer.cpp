#include "geo/result/postgis_writer.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "geo/read/connection.hpp"
#include "geo/read/gdal.hpp"
#include "geo/write/gdal_layer.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace tenglong::geo {

namespace {

/// Behind the name of a schema that is being written.
constexpr std::string_view k_partial = "__partial";

[[nodiscard]] std::string literal(std::string_view text)
{
    std::string quoted = "'";
    for (const char c : text) {
        quoted += c;
        if (c == '\'') {
            quoted += c;
        }
    }
    return quoted + "'";
}

/// One connection, on which statements are run one after the other.
class Session {
public:
    Session(const std::string& connection, const WriteMessages& messages)
        : m_connection{connection}, m_messages{&messages}, m_data{GDALDataset::Open(
                                                               connection.c_str(),
                                                               GDAL_OF_VECTOR | GDAL_OF_UPDATE)}
    {
        if (!m_data) {
            fail();
        }
    }

    [[nodiscard]] GDALDataset& data() { return *m_data; }

    /// Several statements, apart by semicolons, are one transaction.
    void run(const std::string& sql)
    {
        OGRLayer* rows = m_data->ExecuteSQL(sql.c_str(), nullptr, nullptr);
        if (rows != nullptr) {
            m_data->ReleaseResultSet(rows);
        }
        if (m_messages->failed()) {
            fail();
        }
    }

    /// The first cell of the first row; empty if there is none.
    [[nodiscard]] std::string ask(const std::string& sql)
    {
        OGRLayer* rows = m_data->ExecuteSQL(sql.c_str(), nullptr, nullptr);
        if (rows == nullptr) {
            fail();
        }
        std::string answer;
        if (const FeaturePtr row{rows->GetNextFeature()}; row && row->GetFieldCount() > 0) {
            answer = row->GetFieldAsString(0);
        }
        m_data->ReleaseResultSet(rows);
        return answer;
    }

    void close() { close_output(std::move(m_data), *m_messages, without_password(m_connection)); }

private:
    [[noreturn]] void fail() const
    {
        throw Error{msg("cannot write to the database '{}': {}", without_password(m_connection),
                        m_messages->reason())};
    }

    std::string m_connection;
    const WriteMessages* m_messages;
    OutputPtr m_data;
};

void expect_name(const std::string& schema)
{
    constexpr std::size_t k_most = 50; // of 63 that PostgreSQL takes, with room for k_partial
    const bool good = !schema.empty() && schema.size() <= k_most &&
                      (schema.front() == '_' || std::islower(schema.front()) != 0) &&
                      std::all_of(schema.begin(), schema.end(), [](char c) {
                          return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '_';
                      });
    if (!good || schema == "tenglong" || schema == "public" || schema.starts_with("pg_")) {
        throw UsageError{msg("'{}' cannot be the schema of a result; choose a name of small "
                             "letters, digits and _, such as zhuji_2023",
                             schema)};
    }
}

void prepare(Session& session, const std::string& schema, bool overwrite)
{
    if (session.ask("SELECT count(*)::text FROM pg_extension WHERE extname = 'postgis'") == "0") {
        session.run("CREATE EXTENSION postgis");
    }
    const std::string name = literal("tenglong." + schema);
    if (session.ask(fmt::format("SELECT pg_try_advisory_lock(hashtext({}))::int::text", name)) !=
        "1") {
        throw Error{
            msg("another run is writing '{}'; wait for it, or write to another place", schema)};
    }
    const std::string there = session.ask(
        fmt::format("SELECT count(*)::text FROM pg_namespace WHERE nspname = {}", literal(schema)));
    if (there != "0" && !overwrite) {
        throw UsageError{
            msg("'{}' exists; replace it with --overwrite, or choose another output", schema)};
    }
    session.run(fmt::format("DROP SCHEMA IF EXISTS {0} CASCADE; CREATE SCHEMA {0}",
                            schema + std::string{k_partial}));
}

void write_table(Session& session, const SpatialTable& each, const std::string& schema,
                 OGRSpatialReference& reference, const WriteMessages& messages)
{
    write_layer(session.data(), each, reference,
                {.name = each.table.id(),
                 .options = {"SCHEMA=" + schema, "GEOMETRY_NAME=geom", "FID=row", "LAUNDER=NO",
                             "SPATIAL_INDEX=GIST", "OVERWRITE=YES"}},
                messages);
}

/// Comments and the index on the key.
[[nodiscard]] std::string finishing(const ResultTable& table, const std::string& schema)
{
    const std::string name = fmt::format("{}.\"{}\"", schema, table.id());
    std::string sql = fmt::format("COMMENT ON TABLE {} IS {};\n", name, literal(table.title().zh));
    for (const ResultColumn& column : table.columns()) {
        sql += fmt::format("COMMENT ON COLUMN {}.\"{}\" IS {};\n", name, column.spec().name,
                           literal(column.spec().heading().zh));
    }
    if (!table.key().empty()) {
        sql += fmt::format("CREATE INDEX ON {} (\"{}\");\n", name, table.key());
    }
    return sql + fmt::format("ANALYZE {};\n", name);
}

/// Puts the schema in its place and the run into the history.
void publish(Session& session, const PostgisTarget& target, const std::string& schema,
             std::span<const SpatialTable> tables, Date as_of)
{
    std::string names;
    for (const SpatialTable& each : tables) {
        names += (names.empty() ? "" : ",") + each.table.id();
    }
    session.run(fmt::format(
        "CREATE SCHEMA IF NOT EXISTS tenglong;"
        "CREATE TABLE IF NOT EXISTS tenglong.runs (id bigserial PRIMARY KEY, schema_name text NOT "
        "NULL, as_of date, job text, tables text, written_at timestamptz NOT NULL DEFAULT now(), "
        "replaced_at timestamptz);"
        "UPDATE tenglong.runs SET replaced_at = now() WHERE schema_name = {0} AND replaced_at IS "
        "NULL;"
        "INSERT INTO tenglong.runs (schema_name, as_of, job, tables) VALUES ({0}, {1}, {2}, {3});"
        "DROP SCHEMA IF EXISTS {4} CASCADE; ALTER SCHEMA {4}{5} RENAME TO {4}",
        literal(schema), literal(as_of.iso()), literal(target.job), literal(names), schema,
        k_partial));
}

/// Rows go over by COPY while it lives.
class UseCopy {
public:
    UseCopy() { CPLSetThreadLocalConfigOption("PG_USE_COPY", "YES"); }
    ~UseCopy() { CPLSetThreadLocalConfigOption("PG_USE_COPY", nullptr); }
    UseCopy(const UseCopy&) = delete;
    UseCopy& operator=(const UseCopy&) = delete;
    UseCopy(UseCopy&&) = delete;
    UseCopy& operator=(UseCopy&&) = delete;
};

} // namespace

std::string write_postgis(const PostgisTarget& target, std::span<const SpatialTable> tables,
                          const WriteOptions& options)
{
    std::string day = options.as_of.iso();
    std::erase(day, '-');
    std::string schema = target.schema.empty() ? "tenglong_" + day : target.schema;
    expect_name(schema);
    const WriteMessages messages;
    const UseCopy copy;
    const ReferencePtr reference = reference_of(options.crs);
    // The lock lives as long as this session.
    Session keeper{target.connection, messages};
    prepare(keeper, schema, options.replace.overwrite);
    const std::string partial = schema + std::string{k_partial};
    Session writer{target.connection, messages};
    for (const SpatialTable& each : tables) {
        write_table(writer, each, partial, *reference, messages);
    }
    writer.close();
    for (const SpatialTable& each : tables) {
        keeper.run(finishing(each.table, partial));
    }
    publish(keeper, target, schema, tables, options.as_of);
    keeper.close();
    return schema;
}

} // namespace tenglong::geo
