#pragma once

#include "core/codes/code_state.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tenglong {

enum class AdminLevel : std::uint8_t { province, city, county, town, village };

/// A code of an administrative region: GB/T 2260 (6 digits) and the statistical codes of towns (9)
/// and villages (12) below it; 2 and 4 digits for a province and a city.
///
/// There is no gazetteer behind it: codes change every year, and development zones keep registers
/// under county codes of their own. Only the province is looked up.
class AdminCode {
public:
    [[nodiscard]] static AdminCode parse(std::string_view raw);

    /// Normalised; as written where it is malformed.
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }
    [[nodiscard]] CodeState state() const noexcept { return m_state; }
    /// What is wrong or unusual; empty otherwise.
    [[nodiscard]] const Text& note() const noexcept { return m_note; }

    /// The level that the digits name: 330681000000 is a county. Nothing if malformed.
    [[nodiscard]] std::optional<AdminLevel> level() const noexcept;

    /// The digits that carry meaning: 33, 3306, 330681, 330681103, 330681103205; empty if
    /// malformed.
    [[nodiscard]] std::string_view significant() const noexcept;

    /// The code of the county, 6 digits; empty where the code names no county.
    [[nodiscard]] std::string_view county() const noexcept;

    /// Whether the county part is one that statistics give to development zones (71 to 79), such as
    /// 330371 for the Wenzhou zone: accepted and marked, because no list of counties holds it.
    [[nodiscard]] bool is_development_zone() const noexcept;

    /// Whether this region lies in `outer` or is the same; nothing if either is malformed.
    [[nodiscard]] std::optional<bool> is_inside(const AdminCode& outer) const noexcept;

private:
    void note_what_is_unusual();

    std::string m_text;
    CodeState m_state = CodeState::missing;
    Text m_note;
};

/// The name of the province that a code begins with, from its first two digits (GB/T 2260).
[[nodiscard]] std::optional<Text> province_name(std::string_view code);

} // namespace tenglong
