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

    /// Whatever has come between goes first: the connection may be in a transaction that failed.
    void drop(const std::string& schema) noexcept
    {
        const std::string sql = fmt::format("DROP SCHEMA IF EXISTS {} CASCADE", schema);
        for (const std::string& each : {std::string{"ROLLBACK"}, sql}) {
            if (OGRLayer* rows = m_data->ExecuteSQL(each.c_str(), nullptr, nullptr)) {
                m_data->ReleaseResultSet(rows);
            }
        }
    }

    [[nodiscard]] Error error(const Text& why) const
    {
        const SourceNames names{m_connection, without_password(m_connection)};
        return Error{
            msg("cannot write to the database '{}': {}", names.shown(), names.masked(why))};
    }

private:
    [[noreturn]] void fail() const { throw error({m_messages->reason(), m_messages->reason()}); }

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

[[nodiscard]] std::string schema_of(const PostgisTarget& target, Date as_of)
{
    std::string day = as_of.iso();
    std::erase(day, '-');
    std::string schema = target.schema.empty() ? "tenglong_" + day : target.schema;
    expect_name(schema);
    return schema;
}

/// Whether there is a schema, or another thing by a name, in a catalogue of the database.
[[nodiscard]] bool has(Session& session, const std::string& what)
{
    return session.ask("SELECT count(*)::text FROM " + what) != "0";
}

/// A schema is replaced only if the history has it: one of somebody else's is not dropped.
void expect_free(Session& session, const std::string& schema, bool overwrite)
{
    if (!has(session, "pg_namespace WHERE nspname = " + literal(schema))) {
        return;
    }
    if (!overwrite) {
        throw UsageError{
            msg("'{}' exists; replace it with --overwrite, or choose another output", schema)};
    }
    if (session.ask("SELECT (to_regclass('tenglong.runs') IS NULL)::int::text") == "1" ||
        !has(session, "tenglong.runs WHERE schema_name = " + literal(schema))) {
        throw UsageError{msg("the schema '{}' was not written by this program and is not replaced; "
                             "choose another name",
                             schema)};
    }
}

/// Nothing of the database is changed.
void expect_ready(Session& session, const std::string& schema, bool overwrite)
{
    if (!has(session, "pg_available_extensions WHERE name = 'postgis'")) {
        throw session.error(msg("PostGIS is not installed there"));
    }
    if (session.ask("SELECT has_database_privilege(current_database(), 'CREATE')::int::text") !=
        "1") {
        throw session.error(msg("this user may not make schemas there; let the owner say: GRANT "
                                "CREATE ON DATABASE ..."));
    }
    expect_free(session, schema, overwrite);
}

void prepare(Session& session, const std::string& schema, bool overwrite)
{
    expect_ready(session, schema, overwrite);
    if (!has(session, "pg_extension WHERE extname = 'postgis'")) {
        session.run("CREATE EXTENSION postgis");
    }
    const std::string name = literal("tenglong." + schema);
    if (session.ask(fmt::format("SELECT pg_try_advisory_lock(hashtext({}))::int::text", name)) !=
        "1") {
        throw Error{
            msg("another run is writing '{}'; wait for it, or write to another place", schema)};
    }
    expect_free(session, schema, overwrite); // now that nobody else writes it
    session.run(fmt::format("DROP SCHEMA IF EXISTS {0} CASCADE; CREATE SCHEMA {0}",
                            schema + std::string{k_partial}));
}

void write_table(Session& session, const SpatialTable& each, const std::string& schema,
                 OGRSpatialReference& reference, const WriteMessages& messages)
{
    write_layer(session.data(), each, reference,
                {.name = each.table.id(),
                 .options = {"SCHEMA=" + schema, "GEOMETRY_NAME=geom", "FID=gid", "LAUNDER=NO",
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

void expect_postgis(const PostgisTarget& target, Date as_of, bool overwrite)
{
    const std::string schema = schema_of(target, as_of);
    const WriteMessages messages;
    Session session{target.connection, messages};
    expect_ready(session, schema, overwrite);
}

std::string write_postgis(const PostgisTarget& target, std::span<const SpatialTable> tables,
                          const WriteOptions& options)
{
    std::string schema = schema_of(target, options.as_of);
    const WriteMessages messages;
    const UseCopy copy;
    const ReferencePtr reference = reference_of(options.crs);
    // The lock lives as long as this session.
    Session keeper{target.connection, messages};
    prepare(keeper, schema, options.replace.overwrite);
    const std::string partial = schema + std::string{k_partial};
    try {
        Session writer{target.connection, messages};
        for (const SpatialTable& each : tables) {
            write_table(writer, each, partial, *reference, messages);
        }
        writer.close();
        for (const SpatialTable& each : tables) {
            keeper.run(finishing(each.table, partial));
        }
        publish(keeper, target, schema, tables, options.as_of);
    } catch (const Error&) {
        keeper.drop(partial);
        throw;
    }
    keeper.close();
    return schema;
}

} // namespace tenglong::geo
