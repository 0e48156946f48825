#include "geo/survey/read_inputs.hpp"

#include "geo/read/read_table.hpp"
#include "geo/survey/prepare.hpp"

#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace tenglong::geo {

namespace {

/// The CRS of each input once it has been read; nothing if it has no coordinates.
class KnownCrs {
public:
    explicit KnownCrs(std::size_t inputs) : m_told(inputs)
    {
        for (auto& told : m_told) {
            m_crs.push_back(told.get_future().share());
        }
    }

    void tell(std::size_t input, std::optional<std::string> crs)
    {
        m_told[input].set_value(std::move(crs));
    }

    /// Waits for inputs before this one alone; they are taken up earlier, so the wait ends.
    [[nodiscard]] std::string first_before(std::size_t input) const
    {
        for (std::size_t earlier = 0; earlier < input; ++earlier) {
            if (const std::optional<std::string>& crs = m_crs[earlier].get()) {
                return *crs;
            }
        }
        return {};
    }

private:
    std::vector<std::promise<std::optional<std::string>>> m_told;
    std::vector<std::shared_future<std::optional<std::string>>> m_crs;
};

} // namespace

std::vector<ReadInput> read_inputs(std::vector<InputSpec> specs, const LayerReader& read,
                                   const std::function<void()>& done, Workers& workers)
{
    std::vector<ReadInput> all(specs.size());
    KnownCrs known{specs.size()};
    std::mutex one_at_a_time;
    workers.each(specs.size(), 1, [&](std::size_t input, std::size_t /*end*/) {
        InputSpec& spec = specs[input];
        if (is_table_file(spec.path) && spec.crs_of_columns.empty()) {
            spec.crs_of_columns = known.first_before(input);
        }
        try {
            all[input].layer = read(spec, all[input].issues, workers);
        } catch (...) {
            known.tell(input, std::nullopt);
            throw;
        }
        const VectorLayer& layer = all[input].layer;
        known.tell(input,
                   has_coordinates(layer) ? std::optional{layer.crs.crs.definition} : std::nullopt);
        const std::scoped_lock lock{one_at_a_time};
        done();
    });
    return all;
}

} // namespace tenglong::geo
