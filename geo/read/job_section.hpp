#pragma once

#include "core/base/date.hpp"
#include "core/base/translation.hpp"
#include "core/policy/mistake.hpp"

#include <toml++/toml.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// One table of a job file while it is read: gives values of the wanted type, and notes a mistake
/// with its place for a wrong type and an unknown key. A value from the command line is a text
/// whatever its key, and is understood as the key needs it.
class JobSection {
public:
    /// \pre `table`, `file` and `mistakes` outlive the section.
    JobSection(const toml::table& table, std::string name, const std::string& file,
               Mistakes& mistakes)
        : m_table{table}, m_name{std::move(name)}, m_file{file}, m_mistakes{mistakes}
    {}

    /// \param allowed the keys that the section knows; every other one is a mistake.
    void check_keys(const std::vector<std::string>& allowed);

    [[nodiscard]] bool has(std::string_view key) const { return m_table.contains(key); }
    [[nodiscard]] std::string text(std::string_view key) const;
    /// A text that is not empty; missing is a mistake.
    [[nodiscard]] std::string required_text(std::string_view key) const;
    [[nodiscard]] int whole_number(std::string_view key, int least, int most) const;
    [[nodiscard]] double number(std::string_view key) const;
    [[nodiscard]] bool yes_no(std::string_view key) const;
    [[nodiscard]] std::optional<Date> date(std::string_view key) const;
    /// One of the words; the first where the key is missing.
    [[nodiscard]] std::size_t word(std::string_view key,
                                   const std::vector<std::string>& words) const;
    /// A list of texts, or one text with commas.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;

    /// Notes a mistake at the value of a key, or at the section where it has none.
    void mistake(std::string_view key, Text text) const;
    void mistake(const toml::node& at, Text text) const;

    [[nodiscard]] const toml::table& table() const noexcept { return m_table; }
    [[nodiscard]] const std::string& name() const noexcept { return m_name; }

private:
    void wrong_type(std::string_view key, const toml::node& found, const Text& wanted) const;

    const toml::table& m_table;
    std::string m_name;
    const std::string& m_file;
    Mistakes& m_mistakes;
};

/// For people: what a value is: "a text", "a whole number".
[[nodiscard]] Text type_of(const toml::node& node);

} // namespace tenglong::geo
