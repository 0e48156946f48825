#include "geo/write/left_behind.hpp"

#include "geo/write/remove_tree.hpp"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace tenglong::geo {

namespace {

/// The folders of this process, where a signal handler finds them.
constexpr std::size_t k_slots = 256;
// NOLINTNEXTLINE(*-avoid-non-const-global-variables): a signal handler reaches nothing else
std::array<std::atomic<char*>, k_slots> g_folders{};

} // namespace

Enlisted::Enlisted(const std::string& folder)
{
    char* copy = ::strdup(folder.c_str());
    for (std::size_t i = 0; i < k_slots; ++i) {
        char* expected = nullptr;
        if (g_folders[i].compare_exchange_strong(expected, copy)) {
            m_slot = static_cast<int>(i);
            return;
        }
    }
    std::free(copy); // NOLINT(*-no-malloc): from strdup
}

Enlisted::Enlisted(Enlisted&& other) noexcept : m_slot{std::exchange(other.m_slot, -1)} {}

Enlisted& Enlisted::operator=(Enlisted&& other) noexcept
{
    std::swap(m_slot, other.m_slot);
    return *this;
}

void Enlisted::strike() noexcept
{
    if (m_slot >= 0) {
        char* const folder = g_folders[static_cast<std::size_t>(m_slot)].exchange(nullptr);
        std::free(folder); // NOLINT(*-no-malloc): from strdup
        m_slot = -1;
    }
}

SignalPause::SignalPause() noexcept
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &set, &m_before);
}

SignalPause::~SignalPause()
{
    ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

void remove_enlisted() noexcept
{
    for (std::atomic<char*>& slot : g_folders) {
        if (const char* folder = slot.exchange(nullptr)) {
            remove_tree(folder);
        }
    }
}

} // namespace tenglong::geo
