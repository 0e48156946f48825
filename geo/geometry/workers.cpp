#include "geo/geometry/workers.hpp"

#include <csignal>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <limits>
#include <mutex>
#include <thread>

namespace tenglong::geo {

namespace {

using Work = std::function<void(std::size_t, std::size_t)>;

// Set while this thread runs a chunk: a call from inside must not wait for the team it is part of.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): one a thread, seen here only
thread_local bool t_inside = false;

/// One call of Workers::each: who comes takes the next chunk, until none is left or one has failed.
class Job {
public:
    Job(std::size_t count, std::size_t grain, const Work& work)
        : m_count{count}, m_grain{grain}, m_work{&work}
    {}

    /// \param watcher  of the thread that began the job alone
    void take_part(const Workers::Watcher& watcher = {}) noexcept
    {
        t_inside = true;
        while (!m_failed.load(std::memory_order_relaxed)) {
            const std::size_t begin = m_next.fetch_add(m_grain);
            if (begin >= m_count) {
                break;
            }
            try {
                (*m_work)(begin, std::min(m_count, begin + m_grain));
            } catch (...) {
                keep(begin, std::current_exception());
            }
            if (watcher) {
                watcher(std::min(m_count, m_next.load()), m_count);
            }
        }
        t_inside = false;
    }

    void rethrow() const
    {
        if (m_error) {
            std::rethrow_exception(m_error);
        }
    }

private:
    // Chunks are handed out in order, so every chunk before the first failing one does run, and the
    // exception that is kept does not depend on timing.
    void keep(std::size_t begin, std::exception_ptr error) noexcept
    {
        const std::scoped_lock lock{m_mutex};
        m_failed = true;
        if (begin < m_error_begin) {
            m_error_begin = begin;
            m_error = std::move(error);
        }
    }

    std::size_t m_count;
    std::size_t m_grain;
    const Work* m_work;
    std::atomic<std::size_t> m_next{0};
    std::atomic<bool> m_failed{false};
    std::mutex m_mutex;
    std::size_t m_error_begin = std::numeric_limits<std::size_t>::max();
    std::exception_ptr m_error;
};

} // namespace

class Workers::Team {
public:
    explicit Team(unsigned threads)
    {
        // Threads take over what is blocked here: Ctrl-C is for the thread that started them.
        sigset_t all;
        sigset_t before;
        sigfillset(&all);
        ::pthread_sigmask(SIG_BLOCK, &all, &before);
        for (unsigned i = 1; i < threads; ++i) {
            m_threads.emplace_back([this] { serve(); });
        }
        ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    }

    ~Team()
    {
        {
            const std::scoped_lock lock{m_mutex};
            m_stop = true;
        }
        m_wake.notify_all();
        for (std::thread& thread : m_threads) {
            thread.join();
        }
    }

    Team(const Team&) = delete;
    Team& operator=(const Team&) = delete;
    Team(Team&&) = delete;
    Team& operator=(Team&&) = delete;

    [[nodiscard]] unsigned size() const noexcept
    {
        return static_cast<unsigned>(m_threads.size()) + 1;
    }

    void run(Job& job, const Watcher& watcher)
    {
        {
            const std::scoped_lock lock{m_mutex};
            m_job = &job;
            m_busy = m_threads.size();
            ++m_round;
        }
        m_wake.notify_all();
        job.take_part(watcher);
        std::unique_lock lock{m_mutex};
        m_done.wait(lock, [this] { return m_busy == 0; });
        m_job = nullptr;
    }

private:
    void serve()
    {
        std::uint64_t seen = 0;
        std::unique_lock lock{m_mutex};
        while (true) {
            m_wake.wait(lock, [&] { return m_stop || m_round != seen; });
            if (m_stop) {
                return;
            }
            seen = m_round;
            Job* job = m_job;
            lock.unlock();
            job->take_part();
            lock.lock();
            if (--m_busy == 0) {
                m_done.notify_all();
            }
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    Job* m_job = nullptr;
    std::size_t m_busy = 0;
    std::uint64_t m_round = 0;
    bool m_stop = false;
    std::vector<std::thread> m_threads; // last: the threads use what stands above
};

Workers::Workers(unsigned threads)
    : m_team{std::make_unique<Team>(
          threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency()))}
{}

Workers::~Workers() = default;

unsigned Workers::size() const noexcept
{
    return m_team->size();
}

void Workers::each(std::size_t count, std::size_t grain, const Work& work)
{
    if (count == 0) {
        return;
    }
    grain = std::max<std::size_t>(grain, 1);
    if (t_inside) {
        for (std::size_t begin = 0; begin < count; begin += grain) {
            work(begin, std::min(count, begin + grain));
        }
        return;
    }
    Job job{count, grain, work};
    m_team->run(job, m_watcher);
    job.rethrow();
}

} // namespace tenglong::geo
