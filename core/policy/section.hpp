#pragma once

#include "core/base/date.hpp"
#include "core/base/suggestion.hpp"
#include "core/policy/mistake.hpp"
#include "core/rules/figure.hpp"

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// A file of a profile, kept until its sections are read.
struct ProfileFile {
    std::string name;
    std::string text;
    toml::table content;
    std::string first_document; ///< what items without a document cite
};

/// One table of a profile file while it is read: gives values of the wanted kind, and notes a
/// mistake with its place for a wrong kind, a missing key and an unknown one.
class Section {
public:
    /// `schema` names the section in profile_schema() whose keys are allowed.
    Section(const toml::table& table, std::string_view schema, const ProfileFile& file,
            Mistakes& mistakes);

    [[nodiscard]] bool has(std::string_view key) const { return m_table->contains(key); }
    [[nodiscard]] const toml::table& table() const noexcept { return *m_table; }
    [[nodiscard]] const ProfileFile& file() const noexcept { return *m_file; }

    /// Empty where the key is missing; a required key that is missing is a mistake.
    [[nodiscard]] std::string text(std::string_view key) const;
    /// The values of `PREFIXzh` and `PREFIXen`.
    [[nodiscard]] Text label(const std::string& prefix = "") const;
    [[nodiscard]] bool yes_no(std::string_view key, bool otherwise) const;
    [[nodiscard]] std::optional<double> number(std::string_view key) const;
    [[nodiscard]] std::optional<Date> date(std::string_view key) const;
    [[nodiscard]] Unit unit(std::string_view key) const;
    /// A list of texts, or one text.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    /// A quantity, a period or a day.
    [[nodiscard]] std::optional<FigureValue> figure_value(std::string_view key) const;
    /// One of `words`; the first where the key is missing.
    [[nodiscard]] std::size_t word(std::string_view key,
                                   const std::vector<std::string>& words) const;
    /// The keys `clause` and `document`; an item without a document cites the file's first.
    [[nodiscard]] Citation citation() const;

    void mistake(const toml::node& at, Text text, std::size_t offset = 0) const;
    /// At the value of a key, or at the section where it has none.
    void mistake(std::string_view key, Text text, std::size_t offset = 0) const;

private:
    void check_keys(std::string_view schema) const;
    [[nodiscard]] const toml::node* node(std::string_view key, const Text& kind,
                                         bool (toml::node::*is)() const noexcept) const;

    const toml::table* m_table;
    const ProfileFile* m_file;
    Mistakes* m_mistakes;
};

} // namespace tenglong
