#include "tools/cli/commands/export.hpp"

#include "core/base/error.hpp"
#include "geo/read/connection.hpp"
#include "geo/result/formats.hpp"
#include "geo/result/postgis_writer.hpp"
#include "geo/result/result_file.hpp"
#include "tools/cli/mask_options.hpp"
#include "tools/cli/table_book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace tenglong::tools {

namespace {

namespace fs = std::filesystem;
using Kind = geo::ExportFormat::Kind;

struct ExportOptions {
    std::string result;
    std::vector<std::string> tables; ///< "all": every one
    std::string to;
    std::string format;
    std::string schema;
    std::size_t encoding = 0; ///< as geo::DbfEncoding
    bool overwrite = false;
    MaskOptions mask;
};

[[nodiscard]] std::vector<std::string> chosen_names(const ExportOptions& options,
                                                    const geo::ResultFile& result, bool holds_many)
{
    const bool all =
        std::find(options.tables.begin(), options.tables.end(), "all") != options.tables.end();
    if (options.tables.empty() && !holds_many) {
        return {result.has("parcels") ? "parcels" : result.names().front()};
    }
    std::vector<std::string> names;
    for (const std::string& name :
         all || options.tables.empty() ? result.names() : options.tables) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    if (names.size() > 1 && !holds_many) {
        throw UsageError{
            msg("'{}' holds one table, not {}; name one with --table", options.to, names.size())};
    }
    return names;
}

[[nodiscard]] std::vector<geo::SpatialTable> read_tables(const geo::ResultFile& result,
                                                         const std::vector<std::string>& names)
{
    std::vector<geo::SpatialTable> tables;
    tables.reserve(names.size());
    for (const std::string& name : names) {
        tables.push_back(result.read(name));
    }
    return tables;
}

void write_sheets(const fs::path& path, const std::vector<geo::SpatialTable>& tables,
                  const geo::WriteOptions& options)
{
    geo::Partial partial{path, options.replace};
    write_table_book(partial.main(), tables, {.lang = options.lang, .as_of = options.as_of});
    partial.commit();
}

/// The name of the run, for the history of a database.
[[nodiscard]] std::string job_of(const ExportOptions& options)
{
    fs::path path = fs::path{options.result}.lexically_normal();
    path = path.has_filename() ? path : path.parent_path();
    return path.extension() == ".gpkg" ? path.stem().string() : path.filename().string();
}

ExitCode run(const ExportOptions& options, const Console& console)
{
    if (options.to.empty()) {
        throw UsageError{msg("where to is not said; give a file or a database with --to")};
    }
    const geo::ResultFile result{options.result};
    const geo::ExportFormat format = geo::export_format(options.format, options.to);
    auto tables = read_tables(result, chosen_names(options, result, format.holds_many()));
    geo::WriteOptions how{.crs = result.crs(),
                          .replace = {options.overwrite, {result.path()}},
                          .as_of = result.as_of(),
                          .lang = console.lang};
    if (options.mask.wanted()) {
        Masker masker{options.mask, console};
        masker.learn(result);
        tables = masker.masked(tables);
        how.replace.inspect = masker.inspector();
    }
    std::string place = options.to;
    if (format.kind == Kind::xlsx) {
        write_sheets(options.to, tables, how);
    } else if (format.kind == Kind::postgis) {
        place = geo::without_password(options.to) + " " +
                geo::write_postgis({options.to, options.schema, job_of(options)}, tables, how);
    } else {
        const auto issues =
            geo::write_tables(format, options.to, tables, how,
                              {.encoding = static_cast<geo::DbfEncoding>(options.encoding)});
        for (const Issue& issue : issues) {
            console.warning(issue.text);
        }
    }
    for (const geo::SpatialTable& each : tables) {
        console.out << console.tr(
                           msg("'{}': {} rows in '{}'", each.table.id(), each.table.rows(), place))
                    << '\n';
    }
    return ExitCode::done;
}

[[nodiscard]] std::vector<Parameter> parameters(ExportOptions& options)
{
    return {{.name = "RESULT",
             .help = msg("result folder, or its result.gpkg"),
             .take = into(options.result),
             .required = true,
             .completes = Completes::files},
            {.name = "--to",
             .value = "FILE|PG:…",
             .help = msg("where to: a file, or a database such as \"PG:dbname=land\""),
             .take = into(options.to),
             .completes = Completes::files},
            {.name = "--table",
             .value = "NAME",
             .help = msg("which table, or all; may be repeated; parcels if the format holds one"),
             .take = into(options.tables),
             .repeated = true},
            {.name = "--format",
             .value = "NAME",
             .help = msg("gpkg, geojson, shp, … or a driver of GDAL; else by the ending"),
             .take = into(options.format)},
            {.name = "--encoding",
             .value = "gbk|utf8",
             .help = msg("of the texts in a Shapefile"),
             .take = into(options.encoding, {"gbk", "utf8"}),
             .completes = Completes::choices,
             .choices = {"gbk", "utf8"}},
            {.name = "--schema",
             .value = "NAME",
             .help = msg("of the database; \"tenglong_\" and the day of the result otherwise"),
             .take = into(options.schema)},
            {.name = "--overwrite",
             .help = msg("replace a result that is there already"),
             .take = into(options.overwrite)}};
}

} // namespace

Command export_command()
{
    const auto options = std::make_shared<ExportOptions>();
    Command command{
        .name = "export",
        .summary = msg("write any table of a result in any format"),
        .details = msg("Missing cells stay empty. Formats: gpkg, geojson, shp, fgb, csv, xlsx, "
                       "postgis, any driver of GDAL."),
        .parameters = parameters(*options),
        .examples = {{msg("the parcels for another program"),
                      "tenglong export result --table parcels --to parcels.shp"},
                     {msg("a table to print"),
                      "tenglong export result --table enterprises --to enterprises.xlsx"},
                     {msg("what outsiders may see of everything, into a database"),
                      "tenglong export result --to \"PG:dbname=land\" --schema zhuji_2023 --mask"}},
        .run = [options](const Console& console) { return run(*options, console); }};
    options->mask.declare(command);
    return command;
}

} // namespace tenglong::tools
