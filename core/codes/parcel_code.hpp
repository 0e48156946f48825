#pragma once

#include "core/codes/code_state.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tenglong {

/// Who owns the land: the first feature letter of a parcel code.
enum class LandOwnership : std::uint8_t {
    state,        ///< G 国家
    collective,   ///< J 集体
    undetermined, ///< Z not determined, or disputed
};

/// A parcel code (宗地代码, GB/T 37346): county 6, cadastral area 3, sub-area 3, feature letters 2,
/// sequence 5, as in 330681001002GB00012. Written apart by spaces or hyphens it is the same code;
/// taken from a real-estate unit code (28 characters) it is marked.
///
/// Old cadastral numbers (地籍号: digits, perhaps in groups) are kept and marked `old_form`;
/// pre-assigned (预编), virtual (area and sub-area 000000) and unnumbered (sequence 00000) codes
/// are `provisional` and identify nothing.
class ParcelCode {
public:
    [[nodiscard]] static ParcelCode parse(std::string_view raw);

    /// Normalised: the 19 characters if `is_structured`, otherwise what was written.
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }
    [[nodiscard]] CodeState state() const noexcept { return m_state; }
    /// What is wrong or unusual, as a sentence; empty if the code is valid or missing.
    [[nodiscard]] const Text& note() const noexcept { return m_note; }

    /// Whether the parts below can be told; otherwise they are empty.
    [[nodiscard]] bool is_structured() const noexcept { return m_structured; }
    [[nodiscard]] std::string_view county() const noexcept { return part(0, 6); }
    [[nodiscard]] std::string_view cadastral_area() const noexcept { return part(6, 3); }
    [[nodiscard]] std::string_view cadastral_subarea() const noexcept { return part(9, 3); }
    [[nodiscard]] std::string_view feature() const noexcept { return part(12, 2); }
    [[nodiscard]] std::string_view sequence() const noexcept { return part(14, 5); }

    [[nodiscard]] std::optional<LandOwnership> ownership() const noexcept;

    /// What the right is to: the second feature letter (B: construction land, surface); nothing for
    /// a letter that the standard does not name.
    [[nodiscard]] std::optional<Text> right() const;

    friend bool operator==(const ParcelCode& a, const ParcelCode& b) noexcept
    {
        return a.m_text == b.m_text;
    }

private:
    [[nodiscard]] std::string_view part(std::size_t at, std::size_t length) const noexcept
    {
        return m_structured ? std::string_view{m_text}.substr(at, length) : std::string_view{};
    }

    void take(std::string text);
    void take_fragment();
    void note_what_is_unusual();
    void note_provisional();

    std::string m_text;
    CodeState m_state = CodeState::missing;
    bool m_structured = false;
    Text m_note;
};

[[nodiscard]] Text label(LandOwnership ownership);

} // namespace tenglong
