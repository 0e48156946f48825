#include "geo/read/workbook.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "geo/read/file_bytes.hpp"
#include "geo/read/gdal.hpp"
#include "geo/read/unpack.hpp"
#include "geo/read/xlsx.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace tenglong::geo {

namespace {

/// .xls and .ods through GDAL: every cell as text, no row taken for a header.
class GdalWorkbook : public Workbook {
public:
    GdalWorkbook(const std::string& path, const char* driver)
        : m_path{path}, m_headers{option(driver, "HEADERS").c_str(), "DISABLE"},
          m_types{option(driver, "FIELD_TYPES").c_str(), "STRING"}
    {
        const GdalMessages messages;
        m_dataset = open_vector(path, {driver});
        if (!m_dataset) {
            throw Error{msg("cannot read '{}': {}; open it in a spreadsheet program and save it as "
                            ".xlsx",
                            path, messages.reason())};
        }
        for (OGRLayer* layer : m_dataset->GetLayers()) {
            m_names.emplace_back(layer->GetName());
        }
    }

    [[nodiscard]] Sheet sheet(std::size_t index) override
    {
        const GdalMessages messages;
        Sheet sheet;
        OGRLayer* layer = m_dataset->GetLayer(static_cast<int>(index));
        std::int64_t number = 0;
        layer->ResetReading();
        while (const FeaturePtr row{layer->GetNextFeature()}) {
            ++number;
            const int last = last_cell(*row);
            for (int i = 0; i <= last; ++i) {
                add_cell(sheet.grid, *row, i);
            }
            if (last >= 0) {
                sheet.grid.close_row(number);
            }
        }
        if (!messages.failures().empty()) {
            throw Error{msg("cannot read '{}': {}", m_path, messages.reason())};
        }
        return sheet;
    }

private:
    /// The names of GDAL's options; kept, because GdalOption refers to them.
    [[nodiscard]] static const std::string& option(std::string_view driver, std::string_view what)
    {
        static const std::array<std::string, 4> names{"OGR_XLS_HEADERS", "OGR_XLS_FIELD_TYPES",
                                                      "OGR_ODS_HEADERS", "OGR_ODS_FIELD_TYPES"};
        return names[(driver == "ODS" ? 2 : 0) + (what == "HEADERS" ? 0 : 1)];
    }

    [[nodiscard]] static int last_cell(const OGRFeature& row)
    {
        int last = row.GetFieldCount() - 1;
        while (last >= 0 && !row.IsFieldSetAndNotNull(last)) {
            --last;
        }
        return last;
    }

    static void add_cell(Grid& grid, OGRFeature& row, int i)
    {
        if (!row.IsFieldSetAndNotNull(i)) {
            grid.add_blanks(1);
            return;
        }
        const std::string_view text = row.GetFieldAsString(i);
        constexpr auto k_errors = std::to_array<std::string_view>(
            {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "Err:"});
        const bool error =
            std::any_of(std::begin(k_errors), std::end(k_errors),
                        [&](std::string_view word) { return text.starts_with(word); });
        grid.add_cell(text, error ? CellKind::error : CellKind::text);
    }

    std::string m_path;
    GdalOption m_headers;
    GdalOption m_types;
    DatasetPtr m_dataset;
};

/// The names of the streams in an OLE file stand in UTF-16.
[[nodiscard]] bool has_wide_name(std::string_view bytes, std::string_view name)
{
    std::string wide;
    for (const char c : name) {
        wide.push_back(c);
        wide.push_back('\0');
    }
    return bytes.find(wide) != std::string_view::npos;
}

[[noreturn]] void throw_not_readable(const std::string& path, SpreadsheetKind kind)
{
    if (kind == SpreadsheetKind::xlsb) {
        throw Error{msg("'{}' is a binary workbook (.xlsb); save it as .xlsx", path)};
    }
    if (kind == SpreadsheetKind::html) {
        throw Error{msg("'{}' is a web page under the name of a spreadsheet; open it in a "
                        "spreadsheet program and save it as .xlsx",
                        path)};
    }
    throw Error{msg("'{}' is no spreadsheet", path)};
}

} // namespace

SpreadsheetKind spreadsheet_kind(const std::string& path)
{
    const std::string start = read_start(path, 512).value_or("");
    if (start.starts_with("\xD0\xCF\x11\xE0")) {
        return SpreadsheetKind::xls;
    }
    if (start.starts_with("PK\x03\x04")) {
        const std::string archive = "/vsizip/{" + path + "}/";
        if (path_exists(archive + "xl/workbook.bin")) {
            return SpreadsheetKind::xlsb;
        }
        if (path_exists(archive + "content.xml")) {
            return SpreadsheetKind::ods;
        }
        const bool office = path_exists(archive + "[Content_Types].xml") ||
                            path_exists(archive + "xl/workbook.xml");
        return office ? SpreadsheetKind::xlsx : SpreadsheetKind::none;
    }
    const std::string text = to_lower(start);
    for (const std::string_view mark : {"<html", "<table", "<!doctype html", "<workbook"}) {
        if (text.find(mark) != std::string::npos) {
            return SpreadsheetKind::html;
        }
    }
    return SpreadsheetKind::none;
}

std::unique_ptr<Workbook> Workbook::open(const std::string& path)
{
    start_gdal();
    if (!path_exists(path)) {
        throw_no_such_file(path);
    }
    const SpreadsheetKind kind = spreadsheet_kind(path);
    if (kind == SpreadsheetKind::xlsx || kind == SpreadsheetKind::ods) {
        refuse_swelling(path);
    }
    switch (kind) {
    case SpreadsheetKind::xlsx:
        return std::make_unique<XlsxWorkbook>(path);
    case SpreadsheetKind::ods:
        return std::make_unique<GdalWorkbook>(path, "ODS");
    case SpreadsheetKind::xls:
        // A workbook with a password is wrapped in the same container.
        if (has_wide_name(read_file(path), "EncryptedPackage")) {
            throw Error{msg("'{}' is locked with a password; save it without one", path)};
        }
        return std::make_unique<GdalWorkbook>(path, "XLS");
    default:
        throw_not_readable(path, kind);
    }
}

} // namespace tenglong::geo
