#pragma once

#include "core/base/date.hpp"
#include "core/tables/keyed_rows.hpp"
#include "core/tables/result_table.hpp"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace tenglong::tools {

/// A table as a sheet to print and file.
struct Sheet {
    const ResultTable* table = nullptr;
    Text subtitle{};        ///< under the title, e.g. the job, the policy and the date
    int frozen_columns = 3; ///< these stay in sight; the serial number is the first
    /// Where the key of a row leads: to the first row of that key in another sheet's table, which
    /// is written into the same workbook. Null: nowhere. Keys beyond the links that a sheet holds
    /// are plain text, and its subtitle says so.
    const ResultTable* linked = nullptr;
    /// What code words say in the facts that a JSON column holds; such cells are shown in words.
    DictionaryPtr fact_words{};
    /// Makes the rows of `table`, which has none then; null: they are there.
    const RowSource* source = nullptr;
    /// The same of `linked`; null also where its rows have no keys.
    const KeyedRows* linked_source = nullptr;

    [[nodiscard]] std::size_t rows() const noexcept
    {
        return source == nullptr ? table->rows() : source->rows();
    }
};

struct WorkbookOptions {
    Lang lang = Lang::zh;
    Date as_of{}; ///< stands in the file for the time of writing, so that equal runs are equal
    // What the format holds; less, to try what happens beyond.
    std::size_t most_rows = 1'000'000; ///< of 1,048,576 with headings and totals, on a sheet
    std::size_t most_links = 65'530;   ///< on a sheet
};

/// Writes sheets into an .xlsx: title, bands and headings with units, frozen panes, filter, status
/// colours, totals as formulas whose stored values agree, columns as wide as their figures need, A3
/// landscape with repeated headings, wide tables on pages side by side. Text and codes are never
/// taken for formulas or numbers. A table longer than a sheet goes on in the next one, each with
/// the totals of its own rows and a subtitle that tells which rows those are.
/// Overwrites `path`: write into a Partial. \throws Error if it cannot.
void write_workbook(const std::filesystem::path& path, std::span<const Sheet> sheets,
                    const WorkbookOptions& options);

} // namespace tenglong::tools
