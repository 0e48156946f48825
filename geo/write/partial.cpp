#include "geo/write/partial.hpp"

#include "core/base/error.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

namespace tenglong::geo {

namespace fs = std::filesystem;

namespace {

[[nodiscard]] bool same_file(const fs::path& a, const fs::path& b)
{
    std::error_code fault;
    return fs::equivalent(a, b, fault);
}

void move(const fs::path& from, const fs::path& to)
{
    std::error_code fault;
    fs::rename(from, to, fault);
    if (fault) {
        throw Error{msg("cannot move '{}' into place: {}", to.string(), fault.message())};
    }
}

/// In a partial whose files are all there and are being moved.
constexpr const char* k_moving = ".moving";

/// What SQLite keeps beside a file while it is open; left by a program that crashed, it would be
/// taken for a part of a new file of that name.
constexpr std::array<const char*, 3> k_of_sqlite{"-wal", "-shm", "-journal"};

[[nodiscard]] bool is_of(const std::string& name, const std::string& file)
{
    return name == file || std::any_of(k_of_sqlite.begin(), k_of_sqlite.end(),
                                       [&](const char* ending) { return name == file + ending; });
}

void swap_folders(const fs::path& partial, const fs::path& target)
{
#ifdef RENAME_EXCHANGE
    if (::renameat2(AT_FDCWD, partial.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) {
        return;
    }
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) {
        throw Error{msg("cannot move '{}' into place: {}", target.string(),
                        std::generic_category().message(errno))};
    }
#endif
    // A file system that cannot exchange: the earlier result is out of its place for one step.
    const SignalPause whole;
    const fs::path aside = target.string() + ".old";
    fs::remove_all(aside);
    move(target, aside);
    try {
        move(partial, target);
    } catch (const Error&) {
        move(aside, target);
        throw;
    }
    move(aside, partial);
}

/// A folder that is there, e.g. a file geodatabase, changes places with the new one.
void place(const fs::path& from, const fs::path& to)
{
    std::error_code fault;
    if (fs::is_directory(from, fault) && fs::is_directory(to, fault)) {
        swap_folders(from, to);
    } else {
        move(from, to);
    }
}

} // namespace

Partial::Partial(fs::path target, Replace replace)
    : m_target{std::move(target)}, m_replace{std::move(replace)}
{
    m_target = m_target.lexically_normal();
    if (!m_target.has_filename()) {
        m_target = m_target.parent_path(); // "result/" is "result"
    }
    refuse_what_is_there(m_target);
    m_folder = m_target.string() + ".partial";
    std::error_code fault;
    if (m_target.has_parent_path()) {
        fs::create_directories(m_target.parent_path(), fault);
    }
    const SignalPause until_enlisted;
    fs::create_directory(m_folder, fault);
    if (fault) {
        throw Error{msg("cannot make folder '{}': {}", m_folder.string(), fault.message())};
    }
    lock();
    if (fs::exists(m_folder / k_moving)) { // by a run that was killed just then
        finish_moving({});
        fs::remove(m_folder / k_moving);
        try {
            refuse_what_is_there(m_target);
        } catch (const Error&) {
            fs::remove_all(m_folder);
            ::close(m_lock);
            throw;
        }
    }
    for (const auto& left : fs::directory_iterator{m_folder}) { // by a killed run
        fs::remove_all(left.path());
    }
    m_enlisted = Enlisted{m_folder.string()};
}

Partial::~Partial()
{
    std::error_code ignored;
    if (!m_keep) {
        fs::remove_all(m_folder, ignored);
    }
    ::close(m_lock);
}

void Partial::lock()
{
    m_lock = ::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (m_lock < 0 || ::flock(m_lock, LOCK_EX | LOCK_NB) != 0) {
        if (m_lock >= 0) {
            ::close(m_lock);
        }
        throw Error{msg("another run is writing '{}'; wait for it, or write to another place",
                        m_target.string())};
    }
}

void Partial::refuse_what_is_there(const fs::path& path) const
{
    for (const fs::path& input : m_replace.inputs) {
        if (same_file(input, path)) {
            throw UsageError{msg("'{}' is an input of this run and is not written over; choose "
                                 "another output",
                                 path.string())};
        }
    }
    std::error_code fault;
    if (!m_replace.overwrite && fs::exists(fs::symlink_status(path, fault))) {
        throw UsageError{msg("'{}' exists; replace it with --overwrite, or choose another output",
                             path.string())};
    }
}

std::vector<fs::path> Partial::names() const
{
    std::vector<fs::path> names;
    for (const auto& each : fs::directory_iterator{m_folder}) {
        if (each.path().filename() != k_moving) {
            names.push_back(each.path().filename());
        }
    }
    const fs::path last = m_target.filename();
    std::sort(names.begin(), names.end(), [&last](const fs::path& a, const fs::path& b) {
        return std::pair{a == last, a} < std::pair{b == last, b};
    });
    return names;
}

void Partial::finish_moving(const std::vector<fs::path>& stale) const
{
    for (const fs::path& path : stale) {
        std::error_code fault;
        fs::remove(path, fault);
    }
    for (const fs::path& name : names()) {
        place(m_folder / name, m_target.parent_path() / name);
    }
}

void Partial::commit(const std::vector<std::string>& stale)
{
    if (m_replace.inspect) {
        m_replace.inspect(m_folder);
    }
    const std::vector<fs::path> files = names();
    const fs::path beside = m_target.parent_path();
    for (const fs::path& name : files) {
        refuse_what_is_there(beside / name);
        if (fs::is_directory(beside / name) && !fs::is_directory(m_folder / name)) {
            throw Error{msg("'{}' is a folder; choose another output", (beside / name).string())};
        }
    }
    std::vector<fs::path> gone;
    gone.reserve(k_of_sqlite.size() + stale.size() + 1);
    for (const char* ending : k_of_sqlite) {
        gone.emplace_back(m_target.string() + ending);
    }
    for (const std::string& name : stale) {
        gone.push_back(beside / name);
    }
    for (const fs::path& path : gone) {
        refuse_what_is_there(path);
    }
    if (files.size() > 1) {
        gone.push_back(m_target);
    }
    const SignalPause all_or_none;
    std::ofstream{m_folder / k_moving}.close();
    m_keep = true;
    finish_moving(gone);
    m_keep = false;
}

void Partial::commit_folder(const std::vector<std::string>& known)
{
    if (m_replace.inspect) {
        m_replace.inspect(m_folder);
    }
    std::error_code fault;
    if (!fs::exists(m_target)) {
        move(m_folder, m_target);
        return;
    }
    if (!fs::is_directory(m_target)) {
        throw UsageError{msg("'{}' is a file, not a folder of results", m_target.string())};
    }
    for (const auto& old : fs::directory_iterator{m_target}) {
        const fs::path name = old.path().filename();
        const bool ours = std::any_of(known.begin(), known.end(), [&](const std::string& each) {
            return is_of(name.string(), each);
        });
        if (!ours && !fs::exists(m_folder / name)) {
            constexpr auto k_how = fs::copy_options::recursive | fs::copy_options::copy_symlinks;
            fs::copy(old.path(), m_folder / name, k_how | fs::copy_options::create_hard_links,
                     fault);
            if (fault) {
                fs::copy(old.path(), m_folder / name, k_how | fs::copy_options::overwrite_existing);
            }
        }
    }
    swap_folders(m_folder, m_target);
}

} // namespace tenglong::geo
