#pragma once

#include "core/facts/fact.hpp"
#include "core/tables/column_spec.hpp"

#include <string_view>

namespace tenglong {

/// A column being declared, in a line: columns::number("reclaim_m2", "KTCMJ", "m2", {"可腾出面积",
/// "reclaimable"}).sum(). Decimals and width follow from the type and the unit where nothing else
/// is said.
class Declared {
public:
    explicit Declared(ColumnSpec spec) : m_spec{std::move(spec)} {}

    Declared& note(std::string_view zh, std::string_view en);
    Declared& label(std::string_view zh, std::string_view en);
    Declared& group(const Text& band);
    Declared& width(int characters);
    Declared& decimals(int decimals);
    /// Shown times 100, with a percent sign.
    Declared& percent();
    /// Whole numbers: counts and years.
    Declared& whole();
    Declared& words(DictionaryPtr dictionary);
    /// Any number of codes in a cell.
    Declared& many();
    Declared& sum();
    /// Under the column: the sum of one column over the sum of another.
    Declared& ratio(std::string_view above, std::string_view below);
    /// Under the column: the sum of one column less the sum of another.
    Declared& difference(std::string_view whole, std::string_view part);

    // NOLINTNEXTLINE(*-explicit-conversions): a list of declarations is a list of columns
    operator ColumnSpec() const { return m_spec; }

private:
    ColumnSpec m_spec;
};

namespace columns {

[[nodiscard]] Declared text(std::string_view name, std::string_view dbf, const Text& label);
[[nodiscard]] Declared code(std::string_view name, std::string_view dbf, const Text& label);
[[nodiscard]] Declared number(std::string_view name, std::string_view dbf, std::string_view unit,
                              const Text& label);
[[nodiscard]] Declared count(std::string_view name, std::string_view dbf, const Text& label);
[[nodiscard]] Declared date(std::string_view name, std::string_view dbf, const Text& label);
[[nodiscard]] Declared yes_no(std::string_view name, std::string_view dbf, const Text& label);
[[nodiscard]] Declared json(std::string_view name, std::string_view dbf, const Text& label);

/// A column that holds a built-in fact: its label, unit, type and note are those of the fact.
/// \throws std::out_of_range if there is no such fact.
[[nodiscard]] Declared fact(SubjectKind subject, std::string_view name, std::string_view dbf);

} // namespace columns

} // namespace tenglong
