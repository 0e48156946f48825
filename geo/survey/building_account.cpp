#include "geo/survey/building_account.hpp"

#include "core/base/row_ranges.hpp"

#include <cstdint>
#include <span>

namespace tenglong::geo {

namespace {

/// A layer of all buildings of a county beside its works has hundreds of thousands on no parcel.
constexpr std::size_t k_most_single = 20;

class BuildingAccount {
public:
    BuildingAccount(const Buildings& buildings, const BuiltOn& built, std::vector<Issue>& issues)
        : m_buildings{buildings}, m_built{built}, m_issues{issues}
    {}

    void report(std::uint32_t input)
    {
        std::vector<std::uint32_t> repeated;
        std::vector<std::uint32_t> outside;
        const std::vector<bool> used = on_a_parcel();
        for (std::uint32_t i = 0; i < m_buildings.rows.size(); ++i) {
            if (m_buildings.rows[i].input != input || m_buildings.layer.shapes[i].empty()) {
                continue;
            }
            if (m_built.first_of_equals[i] != i) {
                repeated.push_back(i);
            } else if (!used[i]) {
                outside.push_back(i);
            }
        }
        if (repeated.size() > k_most_single) {
            add_all("duplicate_building", input, repeated,
                    msg("{} buildings have the shape of another one, which counts for both: rows "
                        "{}",
                        repeated.size(), ranges(repeated)));
        } else {
            report_repeated(repeated);
        }
        if (outside.size() > k_most_single) {
            add_all(
                "building_outside", input, outside,
                msg("{} buildings stand on no parcel: rows {}", outside.size(), ranges(outside)));
        } else {
            for (const std::uint32_t i : outside) {
                add("building_outside", i,
                    msg("the building in row {} stands on no parcel", row(i)));
            }
        }
    }

private:
    [[nodiscard]] std::vector<bool> on_a_parcel() const
    {
        std::vector<bool> used(m_buildings.rows.size(), false);
        for (const std::uint32_t building : m_built.building) {
            used[building] = true;
        }
        return used;
    }

    [[nodiscard]] std::int64_t row(std::uint32_t building) const
    {
        const RowRef ref = m_buildings.rows[building];
        return m_buildings.row_numbers[ref.input][ref.row];
    }

    [[nodiscard]] std::string ranges(std::span<const std::uint32_t> buildings) const
    {
        std::vector<std::int64_t> rows;
        for (const std::uint32_t building : buildings) {
            rows.push_back(row(building));
        }
        return row_ranges(std::move(rows));
    }

    void report_repeated(std::span<const std::uint32_t> repeated)
    {
        for (const std::uint32_t i : repeated) {
            const std::uint32_t first = m_built.first_of_equals[i];
            add("duplicate_building", i,
                msg("the building in row {} has the shape of the one in row {} of '{}', which "
                    "counts for both",
                    row(i), row(first), m_buildings.sources[m_buildings.rows[first].input].file));
        }
    }

    void add(const char* kind, std::uint32_t building, Text text)
    {
        const Point at = m_buildings.layer.boxes[building].centre();
        Place place = m_buildings.sources[m_buildings.rows[building].input];
        place.row = row(building);
        m_issues.push_back(
            {kind, Severity::note, std::move(place), {}, Spot{at.x, at.y}, std::move(text)});
    }

    void add_all(const char* kind, std::uint32_t input, std::span<const std::uint32_t> buildings,
                 Text text)
    {
        const Point at = m_buildings.layer.boxes[buildings.front()].centre();
        m_issues.push_back({kind,
                            Severity::note,
                            m_buildings.sources[input],
                            {},
                            Spot{at.x, at.y},
                            std::move(text)});
    }

    const Buildings& m_buildings;
    const BuiltOn& m_built;
    std::vector<Issue>& m_issues;
};

} // namespace

void report_buildings(const Buildings& buildings, const BuiltOn& built, std::vector<Issue>& issues)
{
    BuildingAccount account{buildings, built, issues};
    for (std::uint32_t input = 0; input < buildings.sources.size(); ++input) {
        account.report(input);
    }
}

} // namespace tenglong::geo
