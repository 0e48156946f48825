#include "geo/read/read_table.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "geo/read/csv.hpp"
#include "geo/read/file_bytes.hpp"
#include "geo/read/sheet_table.hpp"
#include "geo/read/workbook.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace tenglong::geo {

namespace {

[[nodiscard]] SheetOptions options_of(const TableRequest& request)
{
    SheetOptions options;
    options.kind = request.kind;
    options.file = request.path;
    options.header_row = request.header_row;
    options.recognise.job_fields = request.fields;
    options.recognise.extra = request.extra;
    options.recognise.year = request.year;
    return options;
}

[[nodiscard]] Table read_text_table(const TableRequest& request, std::vector<Issue>& issues)
{
    if (!request.sheet.empty()) {
        throw UsageError{msg("'{}' is a text and has no sheet '{}'", request.path, request.sheet)};
    }
    CsvOptions csv_options;
    csv_options.encoding = request.encoding;
    csv_options.delimiter = request.delimiter;
    CsvText csv = read_csv(request.path, csv_options);
    std::move(csv.issues.begin(), csv.issues.end(), std::back_inserter(issues));
    Sheet sheet;
    sheet.grid = std::move(csv.grid);
    return make_table(sheet, options_of(request), issues);
}

[[nodiscard]] std::string listed(const std::vector<std::string>& names)
{
    return fmt::format("{}", fmt::join(names, ", "));
}

[[nodiscard]] std::size_t sheet_called(const Workbook& workbook, const TableRequest& request)
{
    const auto& names = workbook.names();
    const auto found = std::find(names.begin(), names.end(), request.sheet);
    if (found != names.end()) {
        return static_cast<std::size_t>(found - names.begin());
    }
    if (const auto guess = nearest(request.sheet, names)) {
        throw UsageError{
            msg("'{}' has no sheet '{}'; did you mean '{}'?", request.path, request.sheet, *guess)};
    }
    throw UsageError{
        msg("'{}' has no sheet '{}'; it has {}", request.path, request.sheet, listed(names))};
}

struct SheetChoice {
    std::size_t index = 0;
    Sheet sheet;
};

/// The sheet with a header of this kind; several of them are not guessed between.
[[nodiscard]] SheetChoice choose_sheet(Workbook& workbook, const TableRequest& request)
{
    const SheetOptions options = options_of(request);
    SheetChoice best;
    std::size_t best_count = 0;
    std::vector<std::string> as_good;
    bool any_cell = false;
    for (std::size_t i = 0; i < workbook.names().size(); ++i) {
        Sheet sheet = workbook.sheet(i);
        any_cell = any_cell || sheet.grid.rows() > 0;
        const auto header = find_header(sheet, request.kind, request.header_row, options.recognise);
        const bool has_rows = header && header->data < sheet.grid.rows();
        const std::size_t count = has_rows ? header->recognised : 0;
        if (count == 0 && (best_count > 0 || sheet.grid.rows() == 0)) {
            continue;
        }
        // Sheets for several years or towns have the same header.
        if (count > 0 && count == best_count) {
            as_good.push_back(workbook.names()[i]);
        } else if (count > best_count || best.sheet.grid.rows() == 0) {
            best = {i, std::move(sheet)};
            best_count = count;
            as_good = {workbook.names()[i]};
        }
    }
    if (!any_cell) {
        throw Error{msg("'{}' has no cell with a value in any sheet ({})", request.path,
                        listed(workbook.names()))};
    }
    if (as_good.size() > 1) {
        throw UsageError{msg("'{}' has {} sheets with such a table ({}); choose one with sheet = "
                             "\"...\" in [{}]",
                             request.path, as_good.size(), listed(as_good), key_of(request.kind))};
    }
    return best;
}

[[nodiscard]] Table read_workbook_table(const TableRequest& request, std::vector<Issue>& issues)
{
    const auto workbook = Workbook::open(request.path);
    if (workbook->names().empty()) {
        throw Error{msg("'{}' has no sheet", request.path)};
    }
    SheetChoice choice;
    if (request.sheet.empty()) {
        choice = choose_sheet(*workbook, request);
    } else {
        choice.index = sheet_called(*workbook, request);
        choice.sheet = workbook->sheet(choice.index);
    }
    SheetOptions options = options_of(request);
    options.sheet = workbook->names()[choice.index];
    return make_table(choice.sheet, options, issues);
}

} // namespace

bool is_table_file(const std::string& path)
{
    const std::string ending = extension_of(path);
    constexpr auto k_endings = std::to_array<std::string_view>(
        {"csv", "tsv", "txt", "tab", "xlsx", "xlsm", "xls", "ods", "et"});
    return std::find(std::begin(k_endings), std::end(k_endings), ending) != std::end(k_endings);
}

Table read_table(const TableRequest& request, std::vector<Issue>& issues)
{
    const SpreadsheetKind kind = spreadsheet_kind(request.path);
    const std::string ending = extension_of(request.path);
    const bool text_inside =
        kind == SpreadsheetKind::none && (ending == "xls" || ending == "xlsx" || ending == "et");
    if (kind == SpreadsheetKind::none) {
        if (text_inside && path_exists(request.path)) {
            issues.push_back({"name_misleading",
                              Severity::note,
                              {request.path, {}, 0},
                              {},
                              {},
                              msg("'{}' is a delimited text in spite of its name", request.path)});
        }
        return read_text_table(request, issues);
    }
    return read_workbook_table(request, issues);
}

} // namespace tenglong::geo
