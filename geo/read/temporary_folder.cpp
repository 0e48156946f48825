#include "geo/read/temporary_folder.hpp"

#include "core/base/error.hpp"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace tenglong::geo {

TemporaryFolder::~TemporaryFolder()
{
    if (!m_path.empty()) {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : m_path{std::exchange(other.m_path, {})}
{}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept
{
    std::swap(m_path, other.m_path);
    return *this;
}

const std::string& TemporaryFolder::path()
{
    if (m_path.empty()) {
        std::string pattern = (std::filesystem::temp_directory_path() / "tenglong-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) {
            throw Error{msg("cannot make the temporary folder '{}'", pattern)};
        }
        m_path = pattern;
    }
    return m_path;
}

} // namespace tenglong::geo
