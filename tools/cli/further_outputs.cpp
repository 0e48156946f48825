#include "tools/cli/further_outputs.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/follow/roll_up.hpp"
#include "geo/read/connection.hpp"
#include "geo/result/postgis_writer.hpp"
#include "geo/write/text_file.hpp"
#include "tools/cli/follow_report.hpp"
#include "tools/cli/run_ledger.hpp"
#include "tools/cli/table_book.hpp"
#include "tools/ledger/ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace tenglong::tools {

namespace {

namespace fs = std::filesystem;
using Kind = geo::ExportFormat::Kind;

/// Facts, origins and the policy, by which `explain` judges again, stand behind all else: nothing
/// for other programs, and the largest.
[[nodiscard]] auto first_record(const std::vector<geo::SpatialTable>& tables)
{
    return std::find_if(tables.begin(), tables.end(), [](const geo::SpatialTable& each) {
        const std::string& id = each.table.id();
        return id.starts_with("facts_") || id == "origins" || id == "origin_sets" || id == "policy";
    });
}

[[nodiscard]] std::span<const geo::SpatialTable>
without_records(const std::vector<geo::SpatialTable>& tables)
{
    return {tables.begin(), first_record(tables)};
}

[[nodiscard]] geo::PostgisTarget target_of(const geo::Job& job)
{
    return {job.output.postgis, job.output.schema, job.name};
}

[[nodiscard]] geo::DbfEncoding encoding_of(const std::string& written)
{
    const std::string name = to_lower(written);
    if (name.empty() || name == "gbk") {
        return geo::DbfEncoding::gbk;
    }
    if (name == "utf8" || name == "utf-8") {
        return geo::DbfEncoding::utf8;
    }
    throw UsageError{msg("[output] shapefile_encoding is gbk or utf-8, not '{}'", written)};
}

[[nodiscard]] geo::Stage stage_of(const geo::Result& result, const LoadedJob& loaded)
{
    return {loaded.job.name, result.table("parcels"), result.survey->crs.definition, loaded.as_of,
            loaded.profile->id};
}

/// The sheets of a ledger, of the tables that are there.
[[nodiscard]] LedgerTables ledger_tables(std::span<const geo::SpatialTable> tables)
{
    const auto find = [&](std::string_view id) -> const ResultTable* {
        const auto at = std::find_if(tables.begin(), tables.end(),
                                     [&](const auto& each) { return each.table.id() == id; });
        return at == tables.end() ? nullptr : &at->table;
    };
    return {.base_list = find("base_list"),
            .treatment_list = find("treatment_list"),
            .account = find("account"),
            .indicators = find("indicators"),
            .issues = find("issues"),
            .evidence = find("evidence")};
}

/// What a format of one table is given: of layers the layers, of tables all.
[[nodiscard]] bool suits(const geo::ExportFormat& format, const geo::SpatialTable& table)
{
    return format.kind == Kind::csv || table.table.shape() != ShapeKind::none;
}

} // namespace

FurtherOutputs::FurtherOutputs(const LoadedJob& loaded, bool overwrite, const Console& console)
    : m_loaded{&loaded}, m_overwrite{overwrite}, m_console{console}
{
    const geo::OutputSpec& output = loaded.job.output;
    read_formats();
    m_shapefile.encoding = encoding_of(output.shapefile_encoding);
    if (output.mask) {
        m_masker.emplace(
            MaskOptions{
                .mask = true, .policy = output.mask_policy, .key = output.mask_key, .shapes = {}},
            console);
    }
    if (!loaded.job.baseline.empty()) {
        m_earlier = geo::read_stage(loaded.job.baseline);
        if (loaded.as_of < m_earlier->day) {
            throw UsageError{msg("the earlier result '{}' is of {}, after the day of this run, {}",
                                 m_earlier->name, m_earlier->day.iso(), loaded.as_of.iso())};
        }
    }
    if (!output.postgis.empty()) {
        geo::expect_postgis(target_of(loaded.job), loaded.as_of, overwrite);
    }
}

void FurtherOutputs::read_formats()
{
    for (const std::string& name : m_loaded->job.output.formats) {
        const geo::ExportFormat format = geo::export_format(name, name);
        if (format.kind == Kind::postgis) {
            throw UsageError{msg("[output] formats has '{}', which is no file; name the database "
                                 "instead: postgis = \"PG:dbname=...\"",
                                 name)};
        }
        if (format.ending().empty()) {
            throw UsageError{msg("[output] formats has '{}', of which no file can be made", name)};
        }
        const bool twice = std::any_of(m_formats.begin(), m_formats.end(), [&](const auto& each) {
            return each.ending() == format.ending();
        });
        // The GeoPackage is written anyway.
        if (!twice && format.kind != Kind::geopackage) {
            m_formats.push_back(format);
        }
    }
}

void FurtherOutputs::compare(geo::Result& result, geo::Workers& workers)
{
    if (!m_earlier) {
        return;
    }
    const geo::Stage now = stage_of(result, *m_loaded);
    geo::bring_to(*m_earlier, now.crs, workers);
    warn_of_other_policy(*m_earlier, now, m_console);
    geo::SpatialTable follow = geo::follow_layer(*m_earlier, now, workers);
    const FollowStep step{&follow.table, now.day};
    ResultTable rolled = roll_up({&step, 1}, PeriodKind::year);
    std::vector<geo::SpatialTable>& tables = result.tables;
    tables.insert(first_record(tables), std::move(follow));
    tables.insert(first_record(tables), geo::SpatialTable{std::move(rolled)});
}

void FurtherOutputs::write(const geo::ResultFolder& folder, const geo::Result& result)
{
    m_how = {
        .crs = result.survey->crs.definition, .as_of = m_loaded->as_of, .lang = m_console.lang};
    if (m_earlier) {
        write_table_book(folder.file("follow.xlsx"), without_records(result.tables).last(2),
                         {.lang = m_how.lang, .as_of = m_how.as_of});
        geo::TextFile file{folder.file("follow.json")};
        file.add(follow_json(result.table("follow").table, m_earlier->day, m_loaded->as_of));
        file.close();
    }
    write_formats(folder.file("formats"), without_records(result.tables));
    if (m_masker) {
        write_masked(folder.file("masked"), result);
    }
}

void FurtherOutputs::write_masked(const fs::path& folder, const geo::Result& result)
{
    m_masker->learn(result.tables);
    const auto tables = m_masker->masked(without_records(result.tables));
    geo::write_geopackage(folder / "result.gpkg", tables, m_how);
    write_ledger(folder / "ledger.xlsx", ledger_tables(tables),
                 {m_loaded->job.name, m_loaded->job.name}, {m_how.lang, m_how.as_of});
    write_formats(folder, tables);
    m_masker->inspector()(folder);
}

void FurtherOutputs::write_formats(const fs::path& folder,
                                   std::span<const geo::SpatialTable> tables) const
{
    for (const geo::ExportFormat& format : m_formats) {
        if (format.holds_many()) {
            write_file(format, folder / ("result." + format.ending()), tables);
            continue;
        }
        for (const geo::SpatialTable& each : tables) {
            if (suits(format, each)) {
                write_file(format, folder / (each.table.id() + "." + format.ending()), {&each, 1});
            }
        }
    }
}

void FurtherOutputs::write_file(const geo::ExportFormat& format, const fs::path& path,
                                std::span<const geo::SpatialTable> tables) const
{
    const std::string name = path.filename().string();
    try {
        if (format.kind == Kind::xlsx) {
            geo::Partial partial{path, m_how.replace};
            write_table_book(partial.main(), tables, {.lang = m_how.lang, .as_of = m_how.as_of});
            partial.commit();
            return;
        }
        if (!std::all_of(tables.begin(), tables.end(),
                         [&](const auto& each) { return format.holds(each); })) {
            throw Error{msg("that format would drop the rows without a shape")};
        }
        for (const Issue& issue : geo::write_tables(format, path, tables, m_how, m_shapefile)) {
            m_console.warning(Text{name + "：" + issue.text.zh, name + ": " + issue.text.en});
        }
    } catch (const Error& fault) { // the result itself is not lost for it
        m_console.warning(msg("'{}' is not written: {}", name, fault.text()));
    }
}

void FurtherOutputs::store(const geo::Result& result, const std::string& place) const
{
    const geo::Job& job = m_loaded->job;
    if (job.output.postgis.empty()) {
        return;
    }
    try {
        const std::string schema = geo::write_postgis(
            target_of(job), result.tables,
            {.crs = m_how.crs, .replace = {.overwrite = m_overwrite}, .as_of = m_loaded->as_of});
        m_console.err << m_console.tr(msg("stored in the database: {}, schema {}",
                                          geo::without_password(job.output.postgis), schema))
                      << '\n';
    } catch (const Error& fault) {
        throw Error{msg("the result is in '{}', but not in the database: {}; store it with: "
                        "tenglong export {} --to \"PG:...\"",
                        place, fault.text(), place)};
    }
}

void FurtherOutputs::print(const geo::Result& result) const
{
    if (m_earlier) {
        print_follow(result.table("follow").table, m_earlier->day, m_loaded->as_of, m_console);
    }
}

} // namespace tenglong::tools
