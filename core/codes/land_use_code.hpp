#pragma once

#include "core/codes/code_state.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tenglong {

namespace detail {
struct LandUseFinding;
}

/// The classifications that land-use codes come from. The same four digits mean different things
/// in two of them: 1001 is industry in the one of 2023 and railways in GB/T 21010-2017.
enum class LandUseSystem : std::uint8_t {
    spatial_2023, ///< 用地用海分类 (2023): 1001, 100102, 1101
    planning,     ///< GB 50137-2011: M1, M2, M3, W1; M0 is local
    survey_2017,  ///< GB/T 21010-2017 and the third land survey: 0601, 0602, 0604, 0508
    survey_2007,  ///< GB/T 21010-2007: 061, 062, 063
    survey_2002,  ///< the trial classification of 2002: 221, 222, 223
};

enum class LandUseKind : std::uint8_t {
    industrial, ///< 工业用地, 新型产业用地
    mining,     ///< 采矿用地, 盐田
    storage,    ///< 仓储, 物流仓储, 储备库
    works,      ///< industry, mining or storage, without saying which: 工矿仓储用地
    mixed,      ///< one of these together with another use
    other,      ///< a use that is known and none of these
};

/// The use of land as a table gives it: a code of any of the systems, a Chinese label, or both
/// ("0601 工业用地", "二类工业用地(M2)"). Where a label is known, it decides over the code.
class LandUse {
public:
    /// `system`: the classification that the column is in, if it is known
    /// (`land_use_system_of`). Without it a code that two systems share is read in the usual way
    /// (06xx in GB/T 21010-2017, 10xx and 11xx in the one of 2023) and marked `unusual`.
    [[nodiscard]] static LandUse parse(std::string_view raw,
                                       std::optional<LandUseSystem> system = std::nullopt);

    /// Normalised.
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }
    [[nodiscard]] CodeState state() const noexcept { return m_state; }
    /// What is wrong or unusual, as a sentence; empty otherwise.
    [[nodiscard]] const Text& note() const noexcept { return m_note; }

    /// Nothing if the use is not known; never `other` for what merely was not recognised.
    [[nodiscard]] std::optional<LandUseKind> kind() const noexcept { return m_kind; }
    /// The system of the code; nothing for a label alone.
    [[nodiscard]] std::optional<LandUseSystem> system() const noexcept { return m_system; }
    /// 1, 2 or 3: 一类, 二类, 三类 of industry or storage; nothing where it is not said.
    [[nodiscard]] std::optional<int> grade() const noexcept { return m_grade; }

    [[nodiscard]] std::optional<bool> is_industrial() const noexcept;
    /// Mining, salt or storage, but not industry.
    [[nodiscard]] std::optional<bool> is_mining_or_storage() const noexcept;

private:
    void read(std::optional<LandUseSystem> system);
    void take(std::span<const detail::LandUseFinding> findings);
    void take_label(LandUseKind kind, std::span<const detail::LandUseFinding> findings);
    void mark(Text note);

    std::string m_text;
    CodeState m_state = CodeState::missing;
    std::optional<LandUseKind> m_kind;
    std::optional<LandUseSystem> m_system;
    std::optional<int> m_grade;
    Text m_note;
};

/// The system that a column of codes is in: the one that knows most of them; where two know as
/// many, the one in which more are industrial, mining or storage land, because such land is what
/// the layers are about. Nothing for no codes or a tie. Labels and empty cells are left out.
[[nodiscard]] std::optional<LandUseSystem> land_use_system_of(std::span<const std::string> column);

[[nodiscard]] Text label(LandUseKind kind);
[[nodiscard]] Text label(LandUseSystem system);

} // namespace tenglong
