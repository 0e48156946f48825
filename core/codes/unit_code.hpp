#pragma once

#include "core/codes/code_state.hpp"
#include "core/codes/parcel_code.hpp"

#include <string>
#include <string_view>

namespace tenglong {

/// A real-estate unit code (不动产单元代码, GB/T 37346): the parcel code (19), the feature of what
/// stands on it (W nothing, F building, L trees, Q other) and its number (8), as in
/// 330681001002GB00012F00010001. Often written apart: 330681 001002 GB00012 F00010001.
class UnitCode {
public:
    [[nodiscard]] static UnitCode parse(std::string_view raw);

    /// Normalised: the 28 characters if `is_structured`, otherwise what was written.
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }
    [[nodiscard]] CodeState state() const noexcept { return m_state; }
    /// What is wrong or unusual, as a sentence; empty if the code is valid or missing.
    [[nodiscard]] const Text& note() const noexcept { return m_note; }

    /// Whether the feature and the number can be told; otherwise they are '\0' and empty.
    [[nodiscard]] bool is_structured() const noexcept { return m_structured; }
    /// The parcel that the unit belongs to. Its own state may be unusual or provisional; where the
    /// unit code is malformed but begins with a whole parcel code, the parcel is still given.
    [[nodiscard]] const ParcelCode& parcel() const noexcept { return m_parcel; }
    /// W, F, L or Q.
    [[nodiscard]] char feature() const noexcept { return m_structured ? m_text[19] : '\0'; }
    [[nodiscard]] std::string_view number() const noexcept
    {
        return m_structured ? std::string_view{m_text}.substr(20, 8) : std::string_view{};
    }

private:
    void read();
    void take_parcel_only();

    std::string m_text;
    ParcelCode m_parcel;
    CodeState m_state = CodeState::missing;
    bool m_structured = false;
    Text m_note;
};

} // namespace tenglong
