#include "tools/cli/interrupt.hpp"

#include "geo/write/partial.hpp"

#include <csignal>

namespace tenglong::tools {

namespace {

extern "C" void end_by_signal(int number)
{
    geo::remove_partials();
    (void)std::signal(number, SIG_DFL);
    (void)std::raise(number);
}

} // namespace

Interrupt::Interrupt()
{
    (void)std::signal(SIGINT, end_by_signal);
    (void)std::signal(SIGTERM, end_by_signal);
}

Interrupt::~Interrupt()
{
    (void)std::signal(SIGINT, SIG_DFL);
    (void)std::signal(SIGTERM, SIG_DFL);
}

} // namespace tenglong::tools
