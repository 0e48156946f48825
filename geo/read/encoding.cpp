#include "geo/read/encoding.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <iconv.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace tenglong::geo {

namespace {

constexpr std::string_view k_utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view k_replacement = "\xEF\xBF\xBD";

[[nodiscard]] unsigned char byte_at(std::string_view text, std::size_t i) noexcept
{
    return static_cast<unsigned char>(text[i]);
}

[[nodiscard]] bool within(unsigned char byte, unsigned char low, unsigned char high) noexcept
{
    return byte >= low && byte <= high;
}

/// Length of the stretch of ASCII at the beginning, taken eight bytes at a time.
[[nodiscard]] std::size_t ascii_length(std::string_view text) noexcept
{
    constexpr std::uint64_t k_high_bits = 0x8080808080808080U;
    std::size_t i = 0;
    for (std::uint64_t block = 0; i + sizeof block <= text.size(); i += sizeof block) {
        std::memcpy(&block, text.data() + i, sizeof block);
        if ((block & k_high_bits) != 0) {
            break;
        }
    }
    while (i < text.size() && byte_at(text, i) < 0x80) {
        ++i;
    }
    return i;
}

/// Length of the UTF-8 sequence that a byte begins; 0 if it begins none.
[[nodiscard]] std::size_t utf8_length(unsigned char first) noexcept
{
    return within(first, 0xC2, 0xDF)   ? 2
           : within(first, 0xE0, 0xEF) ? 3
           : within(first, 0xF0, 0xF4) ? 4
                                       : 0;
}

/// Without a character at the end of which bytes are missing.
[[nodiscard]] std::string_view without_cut_utf8(std::string_view text) noexcept
{
    for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
        const unsigned char byte = byte_at(text, text.size() - back);
        if (byte < 0x80) {
            return text;
        }
        if (byte >= 0xC0) {
            return utf8_length(byte) > back ? text.substr(0, text.size() - back) : text;
        }
    }
    return text;
}

/// Length of the GB18030 character at the beginning of a text that is not ASCII; 0 if there is
/// none, and more than the text holds if it is cut.
[[nodiscard]] std::size_t gb_length(std::string_view text) noexcept
{
    if (!within(byte_at(text, 0), 0x81, 0xFE)) {
        return 0;
    }
    if (text.size() == 1) {
        return 2;
    }
    const unsigned char second = byte_at(text, 1);
    if (within(second, 0x40, 0xFE) && second != 0x7F) {
        return 2;
    }
    if (!within(second, 0x30, 0x39)) {
        return 0;
    }
    const bool third = text.size() < 3 || within(byte_at(text, 2), 0x81, 0xFE);
    const bool fourth = text.size() < 4 || within(byte_at(text, 3), 0x30, 0x39);
    return third && fourth ? 4 : 0;
}

[[nodiscard]] bool is_big5_pair(unsigned char first, unsigned char second) noexcept
{
    return within(first, 0xA1, 0xF9) && (within(second, 0x40, 0x7E) || within(second, 0xA1, 0xFE));
}

/// Whether every second byte is zero, as in UTF-16 of mostly ASCII text.
[[nodiscard]] std::optional<Encoding> utf16_without_mark(std::string_view bytes) noexcept
{
    const std::string_view sample = bytes.substr(0, 4096);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i) {
        zeros[i % 2] += sample[i] == '\0' ? 1 : 0;
    }
    const std::size_t many = sample.size() / 8;
    if (bytes.size() % 2 != 0 || zeros[0] + zeros[1] <= many) {
        return std::nullopt;
    }
    if (zeros[0] == 0) {
        return Encoding::utf16_le;
    }
    return zeros[1] == 0 ? std::optional{Encoding::utf16_be} : std::nullopt;
}

struct EncodingNames {
    Encoding encoding;
    const char* iconv;
    std::string_view shown;
    std::array<std::string_view, 12> others;
};

constexpr auto k_names = std::to_array<EncodingNames>({
    {Encoding::ascii, "ASCII", "ASCII", {"ascii", "usascii", "20127"}},
    {Encoding::utf8, "UTF-8", "UTF-8", {"utf8", "utf8sig", "utf8bom", "65001", "cp65001"}},
    {Encoding::gb18030,
     "GB18030",
     "GBK/GB18030",
     {"gbk", "gb18030", "gb2312", "cp936", "936", "ansi936", "windows936", "ms936", "oem936",
      "euccn", "54936", "gbkgb18030"}},
    {Encoding::big5, "BIG5-HKSCS", "Big5", {"big5", "cp950", "950", "ansi950", "big5hkscs"}},
    {Encoding::utf16_le, "UTF-16LE", "UTF-16 LE", {"utf16le", "utf16", "unicode", "1200"}},
    {Encoding::utf16_be, "UTF-16BE", "UTF-16 BE", {"utf16be", "1201"}},
    {Encoding::latin1,
     "CP1252",
     "Latin-1",
     {"latin1", "iso88591", "88591", "cp1252", "1252", "windows1252", "ansi1252", "ansi"}},
});

} // namespace

std::optional<Encoding> parse_encoding(std::string_view name)
{
    std::string key;
    for (const char c : to_lower(trimmed(name))) {
        if (is_ascii_letter(c) || is_ascii_digit(c)) {
            key.push_back(c);
        }
    }
    for (const EncodingNames& names : k_names) {
        for (const std::string_view other : names.others) {
            if (!other.empty() && key == other) {
                return names.encoding;
            }
        }
    }
    return std::nullopt;
}

std::string_view name_of(Encoding encoding) noexcept
{
    return k_names[static_cast<std::size_t>(encoding)].shown;
}

void EncodingProbe::add(std::string_view piece, bool cut)
{
    const std::size_t plain = ascii_length(piece);
    if (plain < piece.size()) {
        m_ascii = false;
        const std::string_view rest = piece.substr(plain);
        if (m_utf8) {
            const std::string_view whole = cut ? without_cut_utf8(rest) : rest;
            m_utf8 = is_utf8(whole);
            for (std::size_t i = 0; !m_long_utf8 && i < whole.size(); ++i) {
                m_long_utf8 = byte_at(whole, i) >= 0xE0;
            }
        }
        m_seen += plain;
        add_pairs(rest, cut);
        m_seen += rest.size();
    } else {
        m_seen += piece.size();
    }
}

void EncodingProbe::add_pairs(std::string_view piece, bool cut)
{
    std::size_t i = 0;
    while (m_gb && i < piece.size()) {
        const std::string_view rest = piece.substr(i);
        const std::size_t plain = ascii_length(rest);
        if (plain > 0) {
            i += plain;
            continue;
        }
        const std::size_t length = gb_length(rest);
        if (length == 0 || (length > rest.size() && !cut)) {
            m_gb = false;
            m_bad_byte = m_seen + i;
            return;
        }
        if (length == 2 && rest.size() >= 2) {
            const unsigned char second = byte_at(rest, 1);
            ++m_pairs;
            m_low_trails += second < 0x80 ? 1 : 0;
            m_common_big5 += within(byte_at(rest, 0), 0xA4, 0xC6) ? 1 : 0;
            m_big5 = m_big5 && is_big5_pair(byte_at(rest, 0), second);
        }
        i += length;
    }
}

EncodingFinding EncodingProbe::finding() const noexcept
{
    EncodingFinding result;
    if (m_ascii) {
        result.encoding = Encoding::ascii;
    } else if (m_utf8 && (m_long_utf8 || !m_gb)) {
        result.encoding = Encoding::utf8;
    } else if (m_gb) {
        // In GBK a low second byte marks a rare character; in Big5 every second character has one.
        const bool rare = m_pairs >= 8 && m_low_trails * 4 > m_pairs;
        result.ask = m_big5 && rare && m_common_big5 * 10 > m_pairs * 8;
        result.tie = m_utf8;
        if (!result.ask) {
            result.encoding = Encoding::gb18030;
        }
    } else {
        result.bad_byte = m_bad_byte;
    }
    return result;
}

EncodingFinding find_encoding(std::string_view bytes)
{
    EncodingFinding result;
    if (bytes.starts_with(k_utf8_mark)) {
        result.encoding = Encoding::utf8;
    } else if (bytes.starts_with("\xFF\xFE")) {
        result.encoding = Encoding::utf16_le;
    } else if (bytes.starts_with("\xFE\xFF")) {
        result.encoding = Encoding::utf16_be;
    } else if (const auto wide = utf16_without_mark(bytes)) {
        result.encoding = wide;
    } else {
        EncodingProbe probe;
        probe.add(bytes);
        result = probe.finding();
    }
    return result;
}

/// An iconv descriptor.
class Decoder::Converter {
public:
    explicit Converter(Encoding encoding)
        : m_handle{iconv_open("UTF-8", k_names[static_cast<std::size_t>(encoding)].iconv)}
    {
        if (!valid()) {
            throw Error{msg("this system cannot convert text from {}", name_of(encoding))};
        }
    }
    ~Converter()
    {
        if (valid()) {
            iconv_close(m_handle);
        }
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    Converter(Converter&&) = delete;
    Converter& operator=(Converter&&) = delete;

    /// Returns the number of characters that could not be read.
    std::size_t append(std::string& out, std::string_view bytes)
    {
        std::size_t broken = 0;
        // iconv takes the input as char* and does not write to it.
        char* in = const_cast<char*>(bytes.data()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
        std::size_t left = bytes.size();
        std::array<char, 4096> buffer{};
        while (left > 0) {
            char* to = buffer.data();
            std::size_t room = buffer.size();
            const std::size_t result = iconv(m_handle, &in, &left, &to, &room);
            const int fault = errno;
            out.append(buffer.data(), static_cast<std::size_t>(to - buffer.data()));
            if (result != k_failed || fault == E2BIG) {
                continue;
            }
            out += k_replacement;
            ++broken;
            // An incomplete character can only be the last one.
            const std::size_t skip = fault == EINVAL ? left : 1;
            in += skip;
            left -= skip;
            iconv(m_handle, nullptr, nullptr, nullptr, nullptr);
        }
        return broken;
    }

private:
    static constexpr auto k_failed = static_cast<std::size_t>(-1);

    [[nodiscard]] bool valid() const noexcept
    {
        // The failure value is (iconv_t)-1, a pointer that nothing else can have.
        return reinterpret_cast<std::uintptr_t>(m_handle) != static_cast<std::uintptr_t>(-1);
    }

    iconv_t m_handle;
};

Decoder::Decoder(Encoding encoding) : m_encoding{encoding}
{
    if (encoding != Encoding::ascii && encoding != Encoding::utf8) {
        m_converter = std::make_unique<Converter>(encoding);
    }
}

Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

void Decoder::append(std::string& out, std::string_view bytes)
{
    if (m_encoding == Encoding::utf8 && bytes.starts_with(k_utf8_mark)) {
        bytes.remove_prefix(k_utf8_mark.size());
    }
    const bool wide = m_encoding == Encoding::utf16_le || m_encoding == Encoding::utf16_be;
    if (wide && (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))) {
        bytes.remove_prefix(2);
    }
    const std::size_t plain = wide ? 0 : ascii_length(bytes);
    out.append(bytes.substr(0, plain));
    bytes.remove_prefix(plain);
    if (bytes.empty()) {
        return;
    }
    if (m_converter) {
        m_broken += m_converter->append(out, bytes);
    } else if (is_utf8(bytes)) {
        out += bytes;
    } else {
        for (const char32_t c : code_points(bytes)) {
            m_broken += c == 0xFFFD ? 1 : 0;
            append_utf8(out, c);
        }
    }
}

std::string Decoder::decode(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 2);
    append(out, bytes);
    return out;
}

} // namespace tenglong::geo
