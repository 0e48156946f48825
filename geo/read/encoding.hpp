#pragma once

#include "core/base/translation.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tenglong::geo {

/// How the bytes of a text stand for characters. GB18030 holds all of GBK and GB2312.
enum class Encoding : std::uint8_t { ascii, utf8, gb18030, big5, utf16_le, utf16_be, latin1 };

/// Reads the names that people, job files and .cpg files use: GBK, CP936, "ANSI 936", UTF-8, 65001.
[[nodiscard]] std::optional<Encoding> parse_encoding(std::string_view name);

/// For people: "GBK/GB18030".
[[nodiscard]] std::string_view name_of(Encoding encoding) noexcept;

/// What the content says of its encoding.
struct EncodingFinding {
    std::optional<Encoding> encoding; ///< nothing: no encoding fits, or nobody can tell
    bool ask = false;                 ///< it may be Big5: a person must say
    bool tie = false;                 ///< it fits others too; a mark beside the file may decide
    std::size_t bad_byte = 0;         ///< where no encoding fits: the first byte that does not
};

/// Collects text of unknown encoding, piece by piece, and decides on all of it together.
///
/// ASCII if there is nothing else; UTF-8 if every piece is strict UTF-8 and some character takes
/// three bytes or more (two-byte "UTF-8" alone is usually GBK); else GB18030; Big5 and the rest are
/// never guessed. A short text says little, so a file is decided as a whole.
class EncodingProbe {
public:
    /// `cut`: the piece may end in the middle of a character, as values of a DBF do.
    void add(std::string_view piece, bool cut = false);

    [[nodiscard]] EncodingFinding finding() const noexcept;

private:
    void add_pairs(std::string_view piece, bool cut);

    std::size_t m_seen = 0;
    bool m_ascii = true;
    bool m_utf8 = true;
    bool m_long_utf8 = false;
    bool m_gb = true;
    bool m_big5 = true;
    std::size_t m_bad_byte = 0;
    std::size_t m_pairs = 0; ///< characters of two bytes
    std::size_t m_low_trails =
        0; ///< of them with a second byte below 0x80: half of Big5, rare in GBK
    std::size_t m_common_big5 = 0; ///< of them among the frequent characters of Big5
};

/// Decides on a whole file: a byte order mark, UTF-16 without one, then as EncodingProbe.
[[nodiscard]] EncodingFinding find_encoding(std::string_view bytes);

/// Turns text of one encoding into UTF-8. Bytes that stand for nothing become U+FFFD and are
/// counted; a byte order mark is dropped.
class Decoder {
public:
    explicit Decoder(Encoding encoding);
    ~Decoder();
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
    Decoder(Decoder&&) noexcept;
    Decoder& operator=(Decoder&&) noexcept;

    /// Appends `bytes` as UTF-8 to `out`.
    void append(std::string& out, std::string_view bytes);
    [[nodiscard]] std::string decode(std::string_view bytes);

    /// Characters that could not be read so far.
    [[nodiscard]] std::size_t broken() const noexcept { return m_broken; }

private:
    class Converter;
    Encoding m_encoding;
    std::unique_ptr<Converter> m_converter;
    std::size_t m_broken = 0;
};

} // namespace tenglong::geo
