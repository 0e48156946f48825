#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/tables/cell_text.hpp"
#include "geo/write/gbk.hpp"
#include "geo/write/gdal_layer.hpp"
#include "geo/write/text_file.hpp"
#include "geo/write/writers.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_most_text = 254;

/// The texts of a table as a DBF can hold them, and what that costs.
class DbfTexts {
public:
    DbfTexts(const SpatialTable& table, DbfEncoding encoding) : m_encoding{encoding}
    {
        for (const ResultColumn& column : table.table.columns()) {
            if (column.spec().is_textual()) {
                scan(table.table, column);
            }
        }
    }

    [[nodiscard]] std::string operator()(const ResultColumn& column, std::size_t row) const
    {
        const auto changed = m_changed.find({&column, row});
        return changed == m_changed.end() ? std::string{column.text(row)} : changed->second;
    }
    [[nodiscard]] std::vector<Issue> take_issues() { return std::move(m_issues); }

private:
    void scan(const ResultTable& table, const ResultColumn& column)
    {
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (!column.present(row)) {
                continue;
            }
            const std::string text{column.text(row)};
            std::string kept = text;
            if (m_encoding == DbfEncoding::gbk) {
                std::string lost;
                kept = m_gbk.holdable(text, lost);
                if (!lost.empty()) {
                    note(table, row, "characters_not_in_gbk",
                         msg("'{}' of row {} has characters that GBK lacks: {}; they are written "
                             "as 〓; write UTF-8 or a GeoPackage to keep them",
                             column.spec().label, row + 1, lost));
                }
            }
            if (size_of(kept) > k_most_text) {
                cut(kept);
                note(table, row, "text_cut",
                     msg("'{}' of row {} is longer than the 254 bytes of a Shapefile and is cut: "
                         "{}",
                         column.spec().label, row + 1, text));
            }
            if (kept != text) {
                m_changed.emplace(std::pair{&column, row}, std::move(kept));
            }
        }
    }

    [[nodiscard]] std::size_t size_of(std::string_view text) const noexcept
    {
        return m_encoding == DbfEncoding::gbk ? Gbk::size_of(text) : text.size();
    }

    /// Shortens a text at the border of a character.
    void cut(std::string& text) const
    {
        const std::u32string points = code_points(text);
        std::string kept;
        for (const char32_t point : points) {
            std::string longer = kept;
            append_utf8(longer, point);
            if (size_of(longer) > k_most_text) {
                break;
            }
            kept = std::move(longer);
        }
        text = std::move(kept);
    }

    void note(const ResultTable& table, std::size_t row, std::string kind, Text text)
    {
        Issue issue;
        issue.kind = std::move(kind);
        issue.text = std::move(text);
        if (!table.key().empty() && table[table.key()].present(row)) {
            issue.subject = std::string{table[table.key()].text(row)};
        }
        m_issues.push_back(std::move(issue));
    }

    DbfEncoding m_encoding;
    Gbk m_gbk;
    std::map<std::pair<const ResultColumn*, std::size_t>, std::string> m_changed;
    std::vector<Issue> m_issues;
};

/// What the .shp takes: 100 bytes, and for each row 8, a header of 44, 4 a ring, 16 a point.
[[nodiscard]] std::uint64_t shp_bytes(const SpatialTable& table)
{
    std::uint64_t bytes = 100;
    if (const Polygons* polygons = table.polygons()) {
        bytes += polygons->size() * 52 + polygons->ring_count() * 4 + polygons->points.size() * 16;
    }
    if (const RowPoints* points = table.points()) {
        bytes += points->size() * 28;
    }
    return bytes;
}

/// The names of the DBF and what they stand for.
void write_names(const std::filesystem::path& path, const ResultTable& table)
{
    TextFile file{path};
    file.add("\xEF\xBB\xBF字段,列名,中文名称,英文名称,单位,类型,说明\r\n");
    for (const ResultColumn& column : table.columns()) {
        const ColumnSpec& spec = column.spec();
        std::string line = spec.dbf + "," + spec.name;
        const Text symbol = spec.unit.symbol();
        for (const std::string* each : {&spec.label.zh, &spec.label.en, &symbol.zh}) {
            line += ',';
            add_csv_cell(line, *each);
        }
        line += "," + label_of(spec.type).zh + ",";
        std::string note = spec.note.zh;
        if (spec.words) {
            for (const DictionaryEntry& entry : spec.words->entries()) {
                note += (note.empty() ? "" : "；") + entry.code + " " + entry.label.zh;
            }
        }
        add_csv_cell(line, note);
        file.add(line + "\r\n");
    }
    file.close();
}

} // namespace

std::vector<Issue> write_shapefile(const std::filesystem::path& path, const SpatialTable& table,
                                   const WriteOptions& options, const ShapefileOptions& shapefile)
{
    check(table);
    if (table.source) { // the widths of texts are those of the longest of all rows
        return write_shapefile(path, gathered(table), options, shapefile);
    }
    if (const std::uint64_t bytes = shp_bytes(table); bytes > shapefile.most_bytes) {
        throw Error{msg("'{}' would have {} bytes, more than a Shapefile holds; write a GeoPackage",
                        path.string(), bytes)};
    }
    Partial partial{path, options.replace};
    const WriteMessages messages;
    const ReferencePtr reference = reference_of(options.crs);
    DbfTexts texts{table, shapefile.encoding};
    const bool gbk = shapefile.encoding == DbfEncoding::gbk;
    const std::string stem = path.stem().string();
    {
        OutputPtr output = create_output("ESRI Shapefile", partial.main().string());
        write_layer(*output, table, *reference,
                    {.name = stem,
                     .options = {gbk ? "ENCODING=LDID/77" : "ENCODING=UTF-8", "2GB_LIMIT=YES",
                                 "DBF_DATE_LAST_UPDATE=" + options.as_of.iso()},
                     .short_names = true,
                     .always_multi = false,
                     .dbf_widths = true,
                     .text = [&texts](const ResultColumn& column,
                                      std::size_t row) { return texts(column, row); }},
                    messages);
        close_output(std::move(output), messages, path.string());
    }
    const std::filesystem::path dbf = partial.file(stem + ".dbf");
    if (const auto bytes = std::filesystem::file_size(dbf); bytes > shapefile.most_bytes) {
        throw Error{msg("'{}' would have {} bytes, more than a Shapefile holds; write a GeoPackage",
                        dbf.filename().string(), bytes)};
    }
    TextFile mark{partial.file(stem + ".cpg")};
    mark.add(gbk ? "GBK" : "UTF-8");
    mark.close();
    write_names(partial.file(stem + "_字段说明.csv"), table.table);
    // Indexes that other programs make of a Shapefile, and what they note about it.
    std::vector<std::string> stale;
    for (const char* ending : {".qix", ".sbn", ".sbx", ".fbn", ".fbx", ".ain", ".aih", ".ixs",
                               ".mxs", ".atx", ".idm", ".ind", ".fix"}) {
        stale.push_back(stem + ending);
    }
    partial.commit(stale);
    return texts.take_issues();
}

} // namespace tenglong::geo
