#include "tools/cli/progress_line.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <cmath>

namespace tenglong::tools {

namespace {

constexpr std::string_view k_back_and_clear = "\r\033[K";
// Short loops are over before anyone reads of them, and a terminal is slow.
constexpr std::size_t k_least_told = 1'000;
constexpr auto k_pause = std::chrono::milliseconds{100};

} // namespace

ProgressLine::~ProgressLine()
{
    m_console.err << k_back_and_clear << std::flush;
}

void ProgressLine::count_from(std::size_t total)
{
    m_done = 0;
    m_total = total;
    m_count_begin = Clock::now();
}

void ProgressLine::step(const Text& what, std::size_t total)
{
    m_what = what;
    count_from(total);
    show();
}

void ProgressLine::advance(std::size_t count)
{
    m_done += count;
    if (m_total < k_least_told || Clock::now() - m_shown >= k_pause || m_done >= m_total) {
        show();
    }
}

void ProgressLine::loop(std::size_t done, std::size_t total)
{
    if (total < k_least_told) {
        return;
    }
    if (total != m_total || done < m_done) {
        count_from(total);
    }
    m_done = done;
    if (Clock::now() - m_shown >= k_pause) {
        show();
    }
}

std::string ProgressLine::left(Clock::time_point now) const
{
    const std::chrono::duration<double> taken = now - m_count_begin;
    // What a second tells is not worth a forecast.
    if (m_done == 0 || m_done >= m_total || taken.count() < 1.0) {
        return {};
    }
    const auto done = static_cast<double>(m_done);
    const double rest = taken.count() * (static_cast<double>(m_total) - done) / done;
    constexpr double k_minute = 60.0;
    const Text text = rest < 2 * k_minute
                          ? msg("about {} s left", static_cast<int>(std::ceil(rest)))
                          : msg("about {} min left", static_cast<int>(std::ceil(rest / k_minute)));
    return (m_console.lang == Lang::zh ? "，" : ", ") + m_console.tr(text);
}

void ProgressLine::show()
{
    const auto now = Clock::now();
    const std::chrono::duration<double> elapsed = now - m_begin;
    const std::string share = m_total == 0 ? "" : fmt::format(" {}/{}", m_done, m_total);
    m_console.err << k_back_and_clear
                  << fmt::format("[{:.0f} s] {}{}{}", elapsed.count(), m_console.tr(m_what), share,
                                 left(now))
                  << std::flush;
    m_shown = now;
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
