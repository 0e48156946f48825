#include "geo/write/sqlite_rows.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenglong::geo {

namespace {

struct FinishStatement {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};

using StatementPtr = std::unique_ptr<sqlite3_stmt, FinishStatement>;

/// A name between double quotes.
[[nodiscard]] std::string quoted(std::string_view name)
{
    std::string text{'"'};
    for (const char c : name) {
        text.append(c == '"' ? 2 : 1, c);
    }
    return text += '"';
}

/// The connection that GDAL writes by, as its owner would use it.
class Connection {
public:
    Connection(sqlite3& database, std::string layer)
        : m_database{&database}, m_layer{std::move(layer)}
    {}

    void expect(bool done) const
    {
        if (!done) {
            throw Error{msg("cannot write layer '{}': {}", m_layer,
                            std::string{sqlite3_errmsg(m_database)})};
        }
    }

    [[nodiscard]] StatementPtr prepared(const std::string& text) const
    {
        sqlite3_stmt* statement = nullptr;
        expect(sqlite3_prepare_v2(m_database, text.c_str(), -1, &statement, nullptr) == SQLITE_OK);
        return StatementPtr{statement};
    }

    /// GDAL counts rows by a trigger, one by one.
    void enable_triggers(bool on) const
    {
        expect(sqlite3_db_config(m_database, SQLITE_DBCONFIG_ENABLE_TRIGGER, on ? 1 : 0, nullptr) ==
               SQLITE_OK);
    }

    void note_count(std::size_t rows) const
    {
        const StatementPtr count = prepared(
            "UPDATE gpkg_ogr_contents SET feature_count = ?1 WHERE lower(table_name) = lower(?2)");
        expect(sqlite3_bind_int64(count.get(), 1, static_cast<sqlite3_int64>(rows)) == SQLITE_OK);
        expect(sqlite3_bind_text(count.get(), 2, m_layer.c_str(), -1, nullptr) == SQLITE_OK);
        expect(sqlite3_step(count.get()) == SQLITE_DONE);
    }

private:
    sqlite3* m_database;
    std::string m_layer;
};

[[nodiscard]] std::string insertion(const std::string& layer, const ResultTable& table)
{
    std::string names;
    std::string values;
    for (const ResultColumn& column : table.columns()) {
        names += (names.empty() ? "" : ",") + quoted(column.spec().name);
        values += values.empty() ? "?" : ",?";
    }
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", quoted(layer), names, values);
}

/// What SQLite is given stays as it is until the row is written.
constexpr sqlite3_destructor_type k_stays = nullptr;

/// \param day  keeps the text of a date
[[nodiscard]] int bind(sqlite3_stmt* statement, int place, const ResultColumn& column,
                       std::size_t row, std::string& day)
{
    if (!column.present(row)) {
        return sqlite3_bind_null(statement, place);
    }
    const auto bind_text = [&](std::string_view text) {
        return sqlite3_bind_text64(statement, place, text.empty() ? "" : text.data(), text.size(),
                                   k_stays, SQLITE_UTF8);
    };
    switch (column.spec().type) {
    case ColumnType::number:
        return sqlite3_bind_double(statement, place, column.number(row));
    case ColumnType::integer:
        return sqlite3_bind_int64(statement, place, column.integer(row));
    case ColumnType::yes_no:
        return sqlite3_bind_int(statement, place, column.yes_no(row) ? 1 : 0);
    case ColumnType::date:
        day = column.date(row).iso();
        return bind_text(day);
    default:
        return bind_text(column.text(row));
    }
}

void insert(const Connection& connection, sqlite3_stmt* statement, const ResultTable& rows,
            const std::function<void(std::size_t)>& written)
{
    std::vector<std::string> days(rows.columns().size());
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        int place = 0;
        for (const ResultColumn& column : rows.columns()) {
            std::string& day = days[static_cast<std::size_t>(place)];
            connection.expect(bind(statement, ++place, column, row, day) == SQLITE_OK);
        }
        connection.expect(sqlite3_step(statement) == SQLITE_DONE);
        sqlite3_reset(statement);
        if (constexpr std::size_t k_often = 1024;
            written && ((row + 1) % k_often == 0 || row + 1 == rows.rows())) {
            written(row % k_often + 1);
        }
    }
}

} // namespace

bool insert_rows(GDALDataset& output, OGRLayer& layer, const SpatialTable& table,
                 const std::function<void(std::size_t)>& written)
{
    const GDALDriver* driver = output.GetDriver();
    if (driver == nullptr || std::string_view{driver->GetDescription()} != "GPKG" ||
        table.table.shape() != ShapeKind::none) {
        return false;
    }
    auto* database = static_cast<sqlite3*>(output.GetInternalHandle("SQLITE_HANDLE"));
    if (database == nullptr || layer.SyncToDisk() != OGRERR_NONE) { // it makes the table
        return false;
    }
    const std::string name = layer.GetName();
    const Connection connection{*database, name};
    const StatementPtr statement = connection.prepared(insertion(name, table.table));
    connection.enable_triggers(false);
    for_each_stretch(table, [&](const ResultTable& rows, std::size_t) {
        insert(connection, statement.get(), rows, written);
    });
    connection.enable_triggers(true);
    connection.note_count(table.rows());
    return true;
}

} // namespace tenglong::geo
