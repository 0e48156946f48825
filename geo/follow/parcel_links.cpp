#include "geo/follow/parcel_links.hpp"

#include "geo/geometry/box_grid.hpp"
#include "geo/measure/areas.hpp"
#include "geo/measure/overlaps.hpp"
#include "geo/measure/shared_area.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace tenglong::geo {

namespace {

using Rows = std::unordered_map<std::string_view, std::vector<std::uint32_t>>;

/// The rows of each code; none without a code.
[[nodiscard]] Rows rows_by_code(const ResultTable& table)
{
    Rows rows;
    const ResultColumn& codes = table["parcel_code"];
    for (std::uint32_t row = 0; row < codes.size(); ++row) {
        if (codes.present(row) && !codes.text(row).empty()) {
            rows[codes.text(row)].push_back(row);
        }
    }
    return rows;
}

struct Side {
    const Polygons* shapes;
    std::vector<Box> boxes;
    std::vector<double> areas;
    BoxGrid grid;
    std::vector<bool> linked;

    Side(const SpatialTable& table, Workers& workers)
        : shapes{table.polygons()}, boxes{geo::boxes(*shapes, workers)},
          areas{plane_areas(*shapes, workers)}, grid{boxes}, linked(shapes->size())
    {}
};

class Linker {
public:
    Linker(const SpatialTable& before, const SpatialTable& after, const LinkOptions& options,
           Workers& workers)
        : m_before{before, workers}, m_after{after, workers}, m_options{options}
    {}

    void by_code(const ResultTable& before, const ResultTable& after)
    {
        const Rows earlier = rows_by_code(before);
        for (const auto& [code, rows] : rows_by_code(after)) {
            const auto same = earlier.find(code);
            if (rows.size() == 1 && same != earlier.end() && same->second.size() == 1) {
                add(same->second.front(), rows.front());
            }
        }
    }

    void by_ground()
    {
        const std::vector<bool> after_done = m_after.linked;
        const std::vector<bool> before_done = m_before.linked;
        for (std::uint32_t row = 0; row < after_done.size(); ++row) {
            if (!after_done[row]) {
                m_before.grid.each(m_after.boxes[row],
                                   [&](std::uint32_t other) { add_if_shared(other, row); });
            }
        }
        for (std::uint32_t row = 0; row < before_done.size(); ++row) {
            if (!before_done[row]) {
                m_after.grid.each(m_before.boxes[row],
                                  [&](std::uint32_t other) { add_if_shared(row, other); });
            }
        }
    }

    [[nodiscard]] std::vector<ParcelLink> links() const
    {
        std::map<std::uint32_t, std::vector<std::uint32_t>> heirs;
        for (const auto& [after, before] : m_pairs) {
            heirs[before].push_back(after);
        }
        std::vector<ParcelLink> result;
        for (const auto& [before, rows] : heirs) {
            divide(before, rows, result);
        }
        std::sort(result.begin(), result.end(), [](const ParcelLink& a, const ParcelLink& b) {
            return std::pair{a.after, a.before} < std::pair{b.after, b.before};
        });
        return result;
    }

private:
    void add(std::uint32_t before, std::uint32_t after)
    {
        m_pairs.insert({after, before});
        m_before.linked[before] = true;
        m_after.linked[after] = true;
    }

    [[nodiscard]] double shared(std::uint32_t before, std::uint32_t after) const
    {
        return shared_area((*m_before.shapes)[before], (*m_after.shapes)[after]);
    }

    void add_if_shared(std::uint32_t before, std::uint32_t after)
    {
        const double smaller = std::min(m_before.areas[before], m_after.areas[after]);
        const double ground = shared(before, after);
        if (ground > k_no_area_m2 && ground >= m_options.least_share * smaller) {
            add(before, after);
        }
    }

    /// What an earlier parcel hands on to its heirs.
    void divide(std::uint32_t before, const std::vector<std::uint32_t>& rows,
                std::vector<ParcelLink>& result) const
    {
        std::vector<double> grounds;
        double all = 0.0;
        for (const std::uint32_t after : rows) {
            grounds.push_back(rows.size() == 1 ? 1.0 : std::max(shared(before, after), 0.0));
            all += grounds.back();
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double share =
                all > 0.0 ? grounds[i] / all : 1.0 / static_cast<double>(rows.size());
            result.push_back({before, rows[i], share});
        }
    }

    Side m_before;
    Side m_after;
    LinkOptions m_options;
    std::set<std::pair<std::uint32_t, std::uint32_t>> m_pairs; ///< after, before
};

} // namespace

std::vector<ParcelLink> link_parcels(const SpatialTable& before, const SpatialTable& after,
                                     const LinkOptions& options, Workers& workers)
{
    Linker linker{before, after, options, workers};
    linker.by_code(before.table, after.table);
    linker.by_ground();
    return linker.links();
}

} // namespace tenglong::geo
