#pragma once

#include "core/base/issue.hpp"
#include "geo/read/encoding.hpp"
#include "geo/read/grid.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

struct CsvOptions {
    std::optional<Encoding> encoding; ///< as the job file says; else found from the content
    std::optional<char> delimiter;    ///< else found: comma, tab, semicolon or |
    std::string path;                 ///< for messages; .tsv prefers the tab
};

struct CsvText {
    Grid grid;
    Encoding encoding = Encoding::ascii;
    char delimiter = ',';
    std::vector<Issue> issues;
};

/// Splits a delimited text into cells. Rows are counted as a spreadsheet program counts them, blank
/// ones too; quotes follow RFC 4180, and a quote that never closes is taken as a character, with an
/// issue. ="00123", the spelling by which programs keep a spreadsheet from eating zeros, is 00123.
/// \throws Error if the content is no text: no encoding fits, or it is a spreadsheet or a database.
[[nodiscard]] CsvText parse_csv(std::string_view bytes, const CsvOptions& options = {});

/// \throws Error as parse_csv(), or if the file cannot be read.
[[nodiscard]] CsvText read_csv(const std::string& path, CsvOptions options = {});

} // namespace tenglong::geo
