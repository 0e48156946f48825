#include "geo/read/temporary_folder.hpp"

#include "core/base/error.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace tenglong::geo {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view k_begin = "tenglong-run-";

[[nodiscard]] int opened_and_locked(const std::string& folder)
{
    const int lock = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (lock >= 0 && ::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        ::close(lock);
        return -1;
    }
    return lock;
}

[[nodiscard]] bool is_there(const std::string& folder)
{
    std::error_code fault;
    return fs::is_directory(folder, fault);
}

/// A locked folder; "" if another process took it for an abandoned one before it was locked.
[[nodiscard]] std::string make_folder(int& lock)
{
    std::string pattern = (fs::temp_directory_path() / k_begin).string() + "XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) {
        throw Error{msg("cannot make the temporary folder '{}'", pattern)};
    }
    lock = opened_and_locked(pattern);
    if (lock >= 0 && is_there(pattern)) {
        return pattern;
    }
    if (lock >= 0) {
        ::close(lock);
    }
    return {};
}

[[nodiscard]] bool is_mine(int folder)
{
    struct stat status {};
    return ::fstat(folder, &status) == 0 && status.st_uid == ::geteuid();
}

void remove_if_abandoned(const fs::path& folder)
{
    const int lock = opened_and_locked(folder.string());
    if (lock >= 0) {
        if (is_mine(lock)) {
            std::error_code ignored;
            fs::remove_all(folder, ignored);
        }
        ::close(lock);
    }
}

} // namespace

TemporaryFolder::~TemporaryFolder()
{
    if (!m_path.empty()) {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
        ::close(m_lock);
    }
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : m_path{std::exchange(other.m_path, {})}, m_lock{std::exchange(other.m_lock, -1)},
      m_enlisted{std::move(other.m_enlisted)}
{}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_lock, other.m_lock);
    m_enlisted = std::move(other.m_enlisted);
    return *this;
}

const std::string& TemporaryFolder::path()
{
    while (m_path.empty()) {
        const SignalPause until_enlisted;
        m_path = make_folder(m_lock);
        if (!m_path.empty()) {
            m_enlisted = Enlisted{m_path};
        }
    }
    return m_path;
}

void remove_abandoned_folders() noexcept
{
    try {
        std::error_code fault;
        for (fs::directory_iterator each{fs::temp_directory_path(), fault}, end;
             !fault && each != end; each.increment(fault)) {
            if (each->path().filename().string().starts_with(k_begin)) {
                remove_if_abandoned(each->path());
            }
        }
    } catch (const std::exception&) { // what cannot be cleaned must not stop a run
    }
}

} // namespace tenglong::geo
