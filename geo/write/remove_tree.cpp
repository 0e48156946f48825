#include "geo/write/remove_tree.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstring>

namespace tenglong::geo {

namespace {

/// Deeper folders than any writer makes are left.
constexpr int k_most_depth = 8;

[[nodiscard]] bool is_dots(const char* name) noexcept
{
    return std::strcmp(name, ".") == 0 || std::strcmp(name, "..") == 0;
}

void empty_folder(int folder, int depth) noexcept;

void remove_entry(int folder, const char* name, int depth) noexcept
{
    if (is_dots(name) || ::unlinkat(folder, name, 0) == 0 || depth == 0) {
        return;
    }
    const int inner = ::openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (inner >= 0) {
        empty_folder(inner, depth - 1);
        ::close(inner);
        ::unlinkat(folder, name, AT_REMOVEDIR);
    }
}

void empty_folder(int folder, int depth) noexcept
{
    // readdir() takes memory, which a signal handler may not; the system call does not.
    alignas(std::max_align_t) std::array<char, 4096> entries; // NOLINT(*-member-init)
    for (;;) {
        const long read = ::syscall(SYS_getdents64, folder, entries.data(), entries.size());
        if (read <= 0) {
            return;
        }
        for (long at = 0; at < read;) {
            // d_reclen and d_name lie where linux_dirent64 has them, which dirent64 mirrors.
            const auto* entry = reinterpret_cast<const dirent64*>(entries.data() + at);
            remove_entry(folder, entry->d_name, depth);
            at += entry->d_reclen;
        }
    }
}

} // namespace

void remove_tree(const char* folder) noexcept
{
    // Other threads may be making files in it; a folder that is gone takes no more.
    constexpr int k_most_rounds = 100;
    for (int round = 0; round < k_most_rounds; ++round) {
        const int opened = ::open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (opened < 0) {
            return;
        }
        empty_folder(opened, k_most_depth);
        ::close(opened);
        if (::rmdir(folder) == 0) {
            return;
        }
    }
}

} // namespace tenglong::geo
