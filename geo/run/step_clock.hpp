#pragma once

#include "geo/survey/survey.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace tenglong::geo {

/// Tells of steps as they begin, and keeps how long each took.
class StepClock {
public:
    explicit StepClock(Progress& progress) : m_progress{progress} {}

    /// Runs one step; several of one name add up. `total` is what the step counts to, 0: nothing.
    template <class Work>
    void step(std::string name, const Text& what, std::size_t total, const Work& work)
    {
        m_progress.step(what, total);
        const auto begin = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        m_times.push_back({std::move(name), taken.count()});
    }

    [[nodiscard]] const std::vector<StepTime>& times() const noexcept { return m_times; }

private:
    Progress& m_progress;
    std::vector<StepTime> m_times;
};

} // namespace tenglong::geo
