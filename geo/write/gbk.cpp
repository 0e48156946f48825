#include "geo/write/gbk.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>

namespace tenglong::geo {

Gbk::Gbk() : m_converter{::iconv_open("GBK", "UTF-8")}
{
    // NOLINTNEXTLINE(*-cstyle-cast, *-int-to-ptr): how iconv says that it cannot
    if (m_converter.get() == reinterpret_cast<void*>(-1)) {
        static_cast<void>(m_converter.release());
        throw Error{msg("'{}' is not a format that can be written here", std::string{"GBK"})};
    }
}

void Gbk::Close::operator()(void* converter) const noexcept
{
    ::iconv_close(converter);
}

bool Gbk::holds(std::string_view character) const noexcept
{
    std::array<char, 8> in{};
    std::array<char, 8> out{};
    std::copy(character.begin(), character.end(), in.begin());
    char* from = in.data();
    char* to = out.data();
    std::size_t left = character.size();
    std::size_t room = out.size();
    return ::iconv(m_converter.get(), &from, &left, &to, &room) == 0;
}

std::string Gbk::holdable(std::string_view text, std::string& lost) const
{
    if (std::all_of(text.begin(), text.end(), [](char c) { return c > 0; })) {
        return std::string{text};
    }
    std::string result;
    for (const char32_t point : code_points(text)) {
        std::string character;
        append_utf8(character, point);
        const bool held = holds(character);
        result += held ? character : "〓";
        lost += held ? "" : character;
    }
    return result;
}

std::size_t Gbk::size_of(std::string_view text) noexcept
{
    std::size_t size = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        size += byte < 0x80 ? 1 : byte >= 0xC0 ? 2 : 0;
    }
    return size;
}

} // namespace tenglong::geo
