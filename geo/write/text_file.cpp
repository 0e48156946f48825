#include "geo/write/text_file.hpp"

#include "core/base/error.hpp"

#include <cerrno>
#include <cstring>

namespace tenglong::geo {

TextFile::TextFile(const std::filesystem::path& path)
    : m_path{path}, m_stream{path, std::ios::binary}
{
    if (!m_stream) {
        fail();
    }
}

void TextFile::add(std::string_view text)
{
    m_stream.write(text.data(), static_cast<std::streamsize>(text.size()));
    if (!m_stream) {
        fail();
    }
}

void TextFile::close()
{
    m_stream.close();
    if (!m_stream) {
        fail();
    }
}

void TextFile::fail() const
{
    throw Error{msg("cannot write '{}': {}", m_path.string(), std::string{std::strerror(errno)})};
}

} // namespace tenglong::geo
