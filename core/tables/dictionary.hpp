#pragma once

#include "core/base/translation.hpp"
#include "core/tables/colour.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// A code that cells of a column hold, and what it says to people.
struct DictionaryEntry {
    std::string code;
    Text label;
    std::optional<Colour> colour{}; ///< on maps and in spreadsheets
};

/// The codes of a column, in the order of a legend. Codes that it does not know may still occur:
/// they are shown as they are.
class Dictionary {
public:
    Dictionary() = default;
    explicit Dictionary(std::vector<DictionaryEntry> entries);

    [[nodiscard]] std::span<const DictionaryEntry> entries() const noexcept { return m_entries; }

    /// Null if the code is unknown.
    [[nodiscard]] const DictionaryEntry* find(std::string_view code) const noexcept;

    /// The label, or the code itself if it is unknown.
    [[nodiscard]] std::string_view shown(std::string_view code, Lang lang) const noexcept;

    /// Adds an entry, or gives the code another label and, if there is one, another colour.
    void set(DictionaryEntry entry);

private:
    std::vector<DictionaryEntry> m_entries;
};

/// Columns of many tables share a dictionary; null: the column has none.
using DictionaryPtr = std::shared_ptr<const Dictionary>;

} // namespace tenglong
