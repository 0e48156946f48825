#include "tools/cli/interrupt.hpp"

#include "geo/read/temporary_folder.hpp"
#include "geo/write/left_behind.hpp"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>

namespace tenglong::tools {

namespace {

/// What the handler says: made before, because a handler may not make texts.
// NOLINTNEXTLINE(*-avoid-non-const-global-variables): a signal handler reaches nothing else
char* g_farewell = nullptr;

void write_error(const char* text)
{
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text, std::strlen(text));
}

extern "C" void end_by_signal(int number)
{
    geo::remove_enlisted();
    if (::isatty(STDERR_FILENO) == 1) {
        write_error("\r\033[K"); // the line of progress
    }
    write_error(g_farewell);
    constexpr int k_ended_by_signal = 128; // as shells count
    ::_exit(k_ended_by_signal + number);
}

void on_signals(void (*handler)(int))
{
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    sigaddset(&action.sa_mask, SIGINT);
    sigaddset(&action.sa_mask, SIGTERM);
    for (const int number : {SIGINT, SIGTERM}) {
        ::sigaction(number, &action, nullptr);
    }
}

} // namespace

Interrupt::Interrupt(Lang lang)
{
    const std::string text =
        "tenglong: " +
        msg("interrupted; nothing is left behind, and an earlier result is as it was").in(lang) +
        '\n';
    g_farewell = ::strdup(text.c_str());
    geo::remove_abandoned_folders();
    on_signals(end_by_signal);
}

Interrupt::~Interrupt()
{
    on_signals(SIG_DFL);
    std::free(g_farewell); // NOLINT(*-no-malloc): from strdup
    g_farewell = nullptr;
}

} // namespace tenglong::tools
