#pragma once

#include "core/register/selection.hpp"
#include "core/register/text_index.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tenglong {

/// The enterprises whose rows count, by credit code and by name. Indexes are made on first use;
/// used by one thread at a time.
class EnterpriseIndex {
public:
    /// \pre the rows and the selection outlive the index.
    EnterpriseIndex(std::span<const EnterpriseRow> rows, const Selection& selection)
        : m_rows{rows}, m_selection{&selection}
    {}

    /// The enterprise of a credit code as written, of today's form or an older one.
    [[nodiscard]] std::optional<std::uint32_t> by_code(std::string_view code);

    /// Those whose exact name it is.
    [[nodiscard]] std::span<const std::uint32_t> by_name(std::string_view exact_name)
    {
        return names().find(exact_name);
    }

    /// All exact names with their enterprises.
    [[nodiscard]] const TextIndex& names();

    /// The enterprise that a credit code or else a name stands for: the only one with that name,
    /// unless the codes say that it is another.
    [[nodiscard]] std::optional<std::uint32_t> party(std::string_view code, std::string_view name);

private:
    std::span<const EnterpriseRow> m_rows;
    const Selection* m_selection;
    std::optional<TextIndex> m_by_code; ///< by organisation code where there is one
    std::optional<TextIndex> m_by_name;
};

} // namespace tenglong
