#pragma once

#include "core/base/translation.hpp"

#include <cstdint>
#include <string_view>

namespace tenglong {

/// How far a code can be trusted. No code is rejected: whatever real data holds stays as text, and
/// its state says what it is worth.
enum class CodeState : std::uint8_t {
    missing,     ///< empty, or a mark for "none": /, -, 无
    valid,       ///< as its standard has it
    unusual,     ///< well formed, but not what the standard expects; taken as it is
    old_form,    ///< of an earlier numbering that still occurs
    provisional, ///< pre-assigned, virtual or not yet numbered: stands in for a code to come
    wrong_check, ///< well formed, but its check digit is another one
    malformed,   ///< cannot be read as the code that it should be
};

/// snake_case and stable, for tables and keys.
[[nodiscard]] std::string_view key(CodeState state) noexcept;

[[nodiscard]] Text label(CodeState state);

/// Whether two equal codes in this state name the same thing, so that rows may be joined by it.
/// A wrong check digit still identifies: one hand usually typed both tables.
[[nodiscard]] constexpr bool identifies(CodeState state) noexcept
{
    return state == CodeState::valid || state == CodeState::unusual ||
           state == CodeState::old_form || state == CodeState::wrong_check;
}

} // namespace tenglong
