#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// One key that a section of a profile may have. The reader refuses what is not listed here, and
/// the reference in docs/ is printed from it, so that the two cannot differ.
struct SchemaKey {
    std::string_view section;
    std::string_view key; ///< "*": any name, the section is a table of such items
    std::string_view type;
    bool required = false;
    std::string_view zh;
    std::string_view en;
};

/// All keys, section by section in the order of the reference.
[[nodiscard]] std::span<const SchemaKey> profile_schema() noexcept;

/// The keys of one section.
[[nodiscard]] std::vector<std::string> schema_keys(std::string_view section);

} // namespace tenglong
