#include "core/base/translation.hpp"

#include "embedded/translations.hpp"

#include <cstring>
#include <optional>

namespace tenglong {

namespace {

/// The string table of a GNU .mo file, read in place.
///
/// libintl is not used: it gives translations only under a locale that the machine has
/// generated, and a bare server has none (docs/decisions/0002-translations.md).
class MoFile {
public:
    explicit MoFile(std::string_view bytes) : m_bytes{bytes}
    {
        constexpr std::uint32_t k_magic = 0x950412de;
        if (m_bytes.size() >= 28 && word(0) == k_magic) {
            m_count = word(8);
            m_originals = word(12);
            m_translations = word(16);
        }
    }

    /// The originals are sorted, so a binary search finds one.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view original) const
    {
        std::uint32_t low = 0;
        std::uint32_t high = m_count;
        while (low < high) {
            const std::uint32_t middle = low + (high - low) / 2;
            const std::string_view here = entry(m_originals, middle);
            if (here == original) {
                const std::string_view found = entry(m_translations, middle);
                return found.empty() ? std::nullopt : std::optional{found};
            }
            if (here < original) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] std::uint32_t word(std::size_t offset) const
    {
        std::uint32_t value = 0;
        std::memcpy(&value, m_bytes.data() + offset, sizeof value);
        return value;
    }

    [[nodiscard]] std::string_view entry(std::uint32_t table, std::uint32_t index) const
    {
        const std::size_t slot = table + std::size_t{index} * 8;
        return m_bytes.substr(word(slot + 4), word(slot));
    }

    std::string_view m_bytes;
    std::uint32_t m_count = 0;
    std::uint32_t m_originals = 0;
    std::uint32_t m_translations = 0;
};

} // namespace

std::string_view translate(std::string_view english) noexcept
{
    static const MoFile chinese{embedded::translations().front().bytes};
    // The empty key is the header of the catalogue, not a text.
    return english.empty() ? english : chinese.find(english).value_or(english);
}

} // namespace tenglong
