#include "tools/cli/progress_line.hpp"

#include <fmt/format.h>

#include <unistd.h>

namespace tenglong::tools {

namespace {

constexpr std::string_view k_back_and_clear = "\r\033[K";

} // namespace

ProgressLine::~ProgressLine()
{
    m_console.err << k_back_and_clear << std::flush;
}

void ProgressLine::step(const Text& what, std::size_t total)
{
    m_what = what;
    m_done = 0;
    m_total = total;
    show();
}

void ProgressLine::advance(std::size_t count)
{
    m_done += count;
    show();
}

void ProgressLine::show()
{
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - m_begin;
    const std::string share = m_total == 0 ? "" : fmt::format(" {}/{}", m_done, m_total);
    m_console.err << k_back_and_clear
                  << fmt::format("[{:.0f} s] {}{}", elapsed.count(), m_console.tr(m_what), share)
                  << std::flush;
}

std::unique_ptr<geo::Progress> make_progress(const TalkOptions& options, const Console& console)
{
    const bool wanted = options.progress.value_or(!options.quiet && isatty(STDERR_FILENO) == 1);
    if (wanted) {
        return std::make_unique<ProgressLine>(console);
    }
    return std::make_unique<geo::Progress>();
}

} // namespace tenglong::tools
