#pragma once

#include <csignal>
#include <string>

namespace tenglong::geo {

/// A folder that must be gone when the process ends, also when a signal ends it. Enlisted while
/// this lives; whoever made the folder removes it first.
class Enlisted {
public:
    Enlisted() = default;
    explicit Enlisted(const std::string& folder);
    ~Enlisted() { strike(); }
    Enlisted(const Enlisted&) = delete;
    Enlisted& operator=(const Enlisted&) = delete;
    Enlisted(Enlisted&& other) noexcept;
    Enlisted& operator=(Enlisted&& other) noexcept;

private:
    void strike() noexcept;

    int m_slot = -1;
};

/// While it lives, SIGINT and SIGTERM wait: for the moments between making a folder and enlisting
/// it, and between the moves that belong together. Of the thread that makes it and, because
/// workers never take these signals, of the process.
class SignalPause {
public:
    SignalPause() noexcept;
    ~SignalPause();
    SignalPause(const SignalPause&) = delete;
    SignalPause& operator=(const SignalPause&) = delete;
    SignalPause(SignalPause&&) = delete;
    SignalPause& operator=(SignalPause&&) = delete;

private:
    sigset_t m_before{};
};

/// Removes every enlisted folder: for the handler of SIGINT and SIGTERM. Safe in a signal
/// handler: it takes no memory and waits for nothing. Call _exit() behind it.
void remove_enlisted() noexcept;

} // namespace tenglong::geo
