#pragma once

#include "core/base/issue.hpp"
#include "geo/read/csv.hpp"
#include "geo/read/sheet_table.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tenglong::geo::test {

/// A folder of its own for one test, gone when the test is over.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;

    /// The path of a file in it.
    [[nodiscard]] std::string operator/(std::string_view name) const;

    /// Writes a file and returns its path.
    std::string write(std::string_view name, std::string_view bytes) const;

    /// Writes a ZIP archive of the files given (name, content).
    std::string zip(std::string_view name,
                    const std::vector<std::pair<std::string, std::string>>& files) const;

    /// An .xlsx with one sheet; `rows` is the inside of <sheetData>, `behind` follows it.
    std::string xlsx(std::string_view name, std::string_view rows, std::string_view behind = {},
                     std::string_view workbook_properties = {}) const;

private:
    std::filesystem::path m_path;
};

/// The table in a delimited text.
[[nodiscard]] Table table_of(std::string_view csv, InputKind kind, std::vector<Issue>& issues);

/// How many issues are of a kind.
[[nodiscard]] std::size_t count(const std::vector<Issue>& issues, std::string_view kind);

/// The first issue of a kind; fails the test if there is none.
[[nodiscard]] Issue first(const std::vector<Issue>& issues, std::string_view kind);

/// The texts of one field in all rows.
[[nodiscard]] std::vector<std::string> texts(const Table& table, std::string_view field);

} // namespace tenglong::geo::test
