#include "core/codes/land_use_code.hpp"

#include "core/base/text.hpp"
#include "core/codes/code_text.hpp"
#include "core/codes/land_use_systems.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace tenglong {

namespace {

using detail::LandUseReading;
using Finding = detail::LandUseFinding;

/// The codes in a text and what is left of it.
struct Parts {
    std::vector<std::string> codes;
    std::string label;
    bool has_words = false;
};

[[nodiscard]] Parts parts_of(std::string_view text)
{
    Parts parts;
    std::string code;
    const auto finish = [&] {
        if (!code.empty()) {
            parts.codes.push_back(code);
            code.clear();
        }
    };
    for (const char c : text) {
        if (is_ascii_digit(c) || is_ascii_letter(c)) {
            code.push_back(c);
        } else {
            finish();
            parts.label.push_back(c);
            parts.has_words = parts.has_words || static_cast<unsigned char>(c) >= 0x80;
        }
    }
    finish();
    return parts;
}

[[nodiscard]] bool is_works(std::optional<LandUseKind> kind) noexcept
{
    return kind && *kind != LandUseKind::other && *kind != LandUseKind::mixed;
}

[[nodiscard]] Finding find_without_system(std::string_view code)
{
    Finding found;
    for (const LandUseSystem system : detail::k_land_use_systems) {
        const LandUseReading reading = detail::read_land_use(code, system);
        if (!reading.known) {
            continue;
        }
        if (!found.system) {
            found = Finding{reading, system, std::nullopt};
        } else if (reading.kind != found.reading.kind) {
            // Two systems differ only where one of them means works, and that one is the usual.
            const bool better = is_works(reading.kind) && !is_works(found.reading.kind);
            found = better ? Finding{reading, system, found.system}
                           : Finding{found.reading, found.system, system};
        }
    }
    return found;
}

[[nodiscard]] Finding find(std::string_view code, std::optional<LandUseSystem> system)
{
    if (system) {
        const LandUseReading reading = detail::read_land_use(code, *system);
        if (reading.known) {
            return Finding{reading, system, std::nullopt};
        }
    }
    return find_without_system(code);
}

/// Codes that a spreadsheet took for numbers: 601 is 0601, 61 is 061.
[[nodiscard]] bool restore_zero(std::string& code)
{
    if (find_without_system(code).system || !is_ascii_digits(code) || code.size() > 3 ||
        !find_without_system("0" + code).system) {
        return false;
    }
    code.insert(0, 1, '0');
    return true;
}

[[nodiscard]] std::optional<int> grade_in(std::string_view label)
{
    int grade = 1;
    for (const std::string_view word : {"一类", "二类", "三类"}) {
        if (label.find(word) != std::string_view::npos) {
            return grade;
        }
        ++grade;
    }
    return std::nullopt;
}

} // namespace

LandUse LandUse::parse(std::string_view raw, std::optional<LandUseSystem> system)
{
    LandUse use;
    use.m_text = normalized_code(raw);
    if (!says_nothing(use.m_text)) {
        use.read(system);
    }
    return use;
}

void LandUse::read(std::optional<LandUseSystem> system)
{
    Parts parts = parts_of(m_text);
    m_state = CodeState::valid;
    bool zero_lost = false;
    std::vector<Finding> findings;
    for (std::string& code : parts.codes) {
        zero_lost = (!parts.has_words && restore_zero(code)) || zero_lost;
        if (const Finding found = find(code, system); found.system) {
            findings.push_back(found);
        }
    }
    take(findings);
    if (zero_lost) {
        mark(msg("land-use code '{}' is taken as '{}': a leading zero was lost",
                 quoted_code(m_text), parts.codes.front()));
    }
    if (const auto from_label = detail::read_land_use_label(parts.label)) {
        take_label(*from_label, findings);
        m_grade = m_grade ? m_grade : grade_in(parts.label);
    } else if (findings.empty()) {
        m_state = CodeState::malformed;
        m_note = msg("land use '{}' is not known; whether it is industrial is not decided",
                     quoted_code(m_text));
    }
}

void LandUse::take(std::span<const detail::LandUseFinding> findings)
{
    for (const Finding& found : findings) {
        const auto kind = found.reading.kind;
        const bool first = &found == &findings.front();
        if (first || !m_kind || !kind) {
            m_kind = first ? kind : std::nullopt;
        } else {
            m_kind = detail::combined(*m_kind, *kind);
        }
        m_system = m_system ? m_system : found.system;
        m_grade = m_grade ? m_grade : found.reading.grade;
        if (found.rival) {
            mark(msg("land-use code '{}' is read as in {}; in {} it is another use",
                     quoted_code(m_text), label(*found.system), label(*found.rival)));
        }
    }
}

void LandUse::take_label(LandUseKind kind, std::span<const detail::LandUseFinding> findings)
{
    const auto agrees = [&](const Finding& found) { return found.reading.kind == kind; };
    m_state = CodeState::valid;
    m_note = {};
    if (!findings.empty() && m_kind != kind &&
        std::none_of(findings.begin(), findings.end(), agrees)) {
        mark(msg("land use '{}': the code and the words differ; the words are taken",
                 quoted_code(m_text)));
    }
    m_kind = kind;
}

void LandUse::mark(Text note)
{
    m_state = CodeState::unusual;
    m_note = std::move(note);
}

std::optional<bool> LandUse::is_industrial() const noexcept
{
    if (!m_kind || *m_kind == LandUseKind::works || *m_kind == LandUseKind::mixed) {
        return std::nullopt;
    }
    return *m_kind == LandUseKind::industrial;
}

std::optional<bool> LandUse::is_mining_or_storage() const noexcept
{
    if (!m_kind || *m_kind == LandUseKind::works || *m_kind == LandUseKind::mixed) {
        return std::nullopt;
    }
    return *m_kind == LandUseKind::mining || *m_kind == LandUseKind::storage;
}

std::optional<LandUseSystem> land_use_system_of(std::span<const std::string> column)
{
    using Count = std::pair<std::size_t, std::size_t>; // known, and of these works
    std::array<Count, detail::k_land_use_systems.size()> counts{};
    for (const std::string& cell : column) {
        const Parts parts = parts_of(normalized_code(cell));
        for (std::size_t i = 0; !parts.has_words && i < counts.size(); ++i) {
            for (const std::string& code : parts.codes) {
                const auto reading = detail::read_land_use(code, detail::k_land_use_systems.at(i));
                counts.at(i).first += reading.known ? 1 : 0;
                counts.at(i).second += is_works(reading.kind) ? 1 : 0;
            }
        }
    }
    const auto* const best = std::max_element(counts.begin(), counts.end());
    if (best->first == 0 || std::count(counts.begin(), counts.end(), *best) > 1) {
        return std::nullopt;
    }
    return detail::k_land_use_systems.at(static_cast<std::size_t>(best - counts.begin()));
}

Text label(LandUseKind kind)
{
    switch (kind) {
    case LandUseKind::industrial:
        return msg("industrial land");
    case LandUseKind::mining:
        return msg("mining land");
    case LandUseKind::storage:
        return msg("storage land");
    case LandUseKind::works:
        return msg("industry, mining and storage");
    case LandUseKind::mixed:
        return msg("mixed use");
    case LandUseKind::other:
        break;
    }
    return msg("other use");
}

Text label(LandUseSystem system)
{
    switch (system) {
    case LandUseSystem::spatial_2023:
        return msg("the land and sea classification of 2023");
    case LandUseSystem::planning:
        return Text{"GB 50137-2011", "GB 50137-2011"};
    case LandUseSystem::survey_2017:
        return Text{"GB/T 21010-2017", "GB/T 21010-2017"};
    case LandUseSystem::survey_2007:
        return Text{"GB/T 21010-2007", "GB/T 21010-2007"};
    case LandUseSystem::survey_2002:
        break;
    }
    return msg("the trial classification of 2002");
}

} // namespace tenglong
