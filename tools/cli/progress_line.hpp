#pragma once

#include "geo/survey/progress.hpp"
#include "tools/cli/console.hpp"
#include "tools/cli/shared_options.hpp"

#include <chrono>
#include <memory>
#include <string>

namespace tenglong::tools {

/// The step that a run is at, on one line of a terminal that is written over and gone at the end:
/// the time since the start, how far the step is, and how long the rest of it may take.
class ProgressLine : public geo::Progress {
public:
    explicit ProgressLine(const Console& console) : m_console{console} {}
    ~ProgressLine() override;
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ProgressLine(ProgressLine&&) = delete;
    ProgressLine& operator=(ProgressLine&&) = delete;

    void step(const Text& what, std::size_t total) override;
    void advance(std::size_t count) override;
    void loop(std::size_t done, std::size_t total) override;

private:
    using Clock = std::chrono::steady_clock;

    void count_from(std::size_t total);
    void show();
    [[nodiscard]] std::string left(Clock::time_point now) const;

    const Console& m_console;
    Text m_what;
    std::size_t m_done = 0;
    std::size_t m_total = 0;
    Clock::time_point m_begin = Clock::now();
    Clock::time_point m_count_begin = m_begin; ///< of what is counted now
    Clock::time_point m_shown{};
};

/// A line if the options ask for one, or by default if stderr is a terminal; else silence.
[[nodiscard]] std::unique_ptr<geo::Progress> make_progress(const TalkOptions& options,
                                                           const Console& console);

} // namespace tenglong::tools
