#pragma once

#include "core/base/date.hpp"
#include "core/base/issue.hpp"
#include "core/facts/catalogue.hpp"
#include "core/facts/column.hpp"
#include "core/facts/text_pool.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tenglong {

/// Where a value came from, or why it is missing, for people.
struct Origin {
    bool present = false;
    Place place; ///< file, layer and row, where it was read (or looked for)
    Text note;   ///< the step that computed it, or why it is missing
};

/// A file from which facts were read.
struct FactSource {
    std::string file;
    std::string layer;
    std::vector<std::uint32_t> row_of; ///< each subject's row in it, 0: none; empty: it has no rows
};

/// All facts of all subjects of one kind, a column for each fact that anybody gave.
///
/// A fact without a column is missing for every subject and takes no memory.
class FactTable {
public:
    /// \pre the catalogue and the pool outlive the table.
    FactTable(const FactCatalogue& catalogue, TextPool& pool, SubjectKind subject,
              std::size_t rows);

    [[nodiscard]] const FactCatalogue& catalogue() const noexcept { return *m_catalogue; }
    [[nodiscard]] TextPool& pool() const noexcept { return *m_pool; }
    [[nodiscard]] SubjectKind subject() const noexcept { return m_subject; }
    [[nodiscard]] std::size_t rows() const noexcept { return m_rows; }

    /// Registers a file; `row_of` gives each subject's row in it (0: none) and may be empty.
    SourceId add_source(std::string file, std::string layer, std::vector<std::uint32_t> row_of);

    /// Those that were registered, in that order: a SourceId is an index.
    [[nodiscard]] const std::vector<FactSource>& sources() const noexcept { return m_sources; }

    /// The column of a fact, made on first use with every value missing.
    /// \pre the fact is one of this table's subject kind.
    FactColumn& column(FactId fact);
    FactColumn& column(std::string_view fact) { return column(id(fact)); }

    /// The column of a fact, or null if nobody gave it.
    [[nodiscard]] const FactColumn* find(FactId fact) const noexcept;
    [[nodiscard]] const FactColumn* find(std::string_view fact) const { return find(id(fact)); }

    /// \throws std::out_of_range if the catalogue has no such fact of this subject.
    [[nodiscard]] FactId id(std::string_view fact) const
    {
        return m_catalogue->at(m_subject, fact);
    }

    // One value; nothing where it is missing. \pre the fact has that type.
    [[nodiscard]] std::optional<double> number(FactId fact, std::size_t row) const;
    [[nodiscard]] std::optional<Date> date(FactId fact, std::size_t row) const;
    [[nodiscard]] std::optional<bool> yes_no(FactId fact, std::size_t row) const;
    /// Codes, texts; of a set, its members joined with "、".
    [[nodiscard]] std::optional<std::string> text(FactId fact, std::size_t row) const;

    /// Any value as people write it, with its unit; nothing where it is missing.
    [[nodiscard]] std::optional<Text> shown(FactId fact, std::size_t row) const;

    [[nodiscard]] Origin origin(FactId fact, std::size_t row) const;

    /// The day of the run, the same for all.
    void set_as_of(Date day);

    /// Memory taken by the columns and source rows, for each subject.
    [[nodiscard]] std::size_t bytes_per_row() const noexcept;

private:
    const FactCatalogue* m_catalogue;
    TextPool* m_pool;
    SubjectKind m_subject;
    std::size_t m_rows;
    std::vector<FactSource> m_sources;                  ///< by SourceId
    std::vector<std::unique_ptr<FactColumn>> m_columns; ///< by FactId; null: nobody gave it
};

/// A number for people: enough decimals for its unit, with the unit's symbol.
[[nodiscard]] Text shown_number(double value, const Unit& unit);

} // namespace tenglong
