#pragma once

#include <cstddef>
#include <functional>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace tenglong::geo {

/// A team of threads that share out a range in chunks.
///
/// What a chunk covers depends on the range and the grain alone, never on the number of threads or
/// on which of them is free. So work that writes to its own places, or to the output of its chunk,
/// gives the same result for any number of threads.
///
/// One call at a time; a call from inside a chunk runs its chunks one after the other.
class Workers {
public:
    /// \param threads the calling thread included; 0: as many as the machine has.
    explicit Workers(unsigned threads = 0);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    Workers(Workers&&) = delete;
    Workers& operator=(Workers&&) = delete;

    [[nodiscard]] unsigned size() const noexcept;

    /// Is told after each chunk that the calling thread works on how many items of how many have
    /// been taken up.
    using Watcher = std::function<void(std::size_t taken, std::size_t count)>;
    /// Who watches from now on; nobody if empty.
    void watch(Watcher watcher) { m_watcher = std::move(watcher); }

    /// Calls `work(begin, end)` for each chunk [0, grain), [grain, 2 grain), ... of [0, count).
    /// If chunks throw, the exception of the first of them in order is thrown on.
    void each(std::size_t count, std::size_t grain,
              const std::function<void(std::size_t, std::size_t)>& work);

    /// Calls `work(begin, end, output)` for each chunk, and joins the outputs in chunk order.
    template <class Item, class Work>
    [[nodiscard]] std::vector<Item> collect(std::size_t count, std::size_t grain, Work&& work)
    {
        std::vector<std::vector<Item>> outputs(grain == 0 ? 0 : (count + grain - 1) / grain);
        each(count, grain,
             [&](std::size_t begin, std::size_t end) { work(begin, end, outputs[begin / grain]); });
        return joined(std::move(outputs));
    }

private:
    template <class Item>
    static std::vector<Item> joined(std::vector<std::vector<Item>> outputs)
    {
        std::size_t total = 0;
        for (const auto& output : outputs) {
            total += output.size();
        }
        std::vector<Item> all;
        all.reserve(total);
        for (auto& output : outputs) {
            std::move(output.begin(), output.end(), std::back_inserter(all));
            output = {};
        }
        return all;
    }

    class Team;
    std::unique_ptr<Team> m_team;
    Watcher m_watcher;
};

} // namespace tenglong::geo
