#pragma once

#include "geo/read/encoding.hpp"
#include "geo/read/table.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tenglong::geo {

/// A spreadsheet or a delimited text that a job names.
struct TableRequest {
    InputKind kind = InputKind::enterprises;
    std::string path;
    std::string sheet;  ///< empty: the only one that has the columns
    int header_row = 0; ///< from 1; 0: find it
    int year = 0;       ///< of columns for several years; 0: the latest
    std::optional<Encoding> encoding;
    std::optional<char> delimiter;             ///< of a text; else found
    std::map<std::string, std::string> fields; ///< field -> header
    ExtraFields extra;                         ///< fields of the policy; null: none
};

/// Whether a path is read here (.csv, .txt, .tsv, .xlsx, .xls, .ods), by its content where it is a
/// spreadsheet and by its ending where it is text.
[[nodiscard]] bool is_table_file(const std::string& path);

/// Reads a table without geometry.
/// \throws Error if the file cannot be read or has no usable table; UsageError if the request asks
/// for a sheet, field or column that is not there.
[[nodiscard]] Table read_table(const TableRequest& request, std::vector<Issue>& issues);

} // namespace tenglong::geo
