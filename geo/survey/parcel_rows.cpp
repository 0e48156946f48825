#include "geo/survey/parcel_rows.hpp"

#include "core/codes/parcel_code.hpp"
#include "geo/geometry/ring.hpp"

#include <numeric>
#include <optional>
#include <unordered_map>

namespace tenglong::geo {

namespace {

/// Whether equal texts surely name one parcel. Numbers that a town or a firm gives itself begin
/// anew in the next one.
[[nodiscard]] bool is_parcel_code(const std::string& key)
{
    const ParcelCode code = ParcelCode::parse(key);
    return code.is_structured() && identifies(code.state());
}

class OwnerSearch {
public:
    OwnerSearch(const OrderedRows& rows, std::vector<Issue>& issues)
        : m_rows{rows}, m_issues{issues}
    {
        m_found.owner.resize(rows.rows.size());
        std::iota(m_found.owner.begin(), m_found.owner.end(), 0U);
        m_found.repeats.assign(rows.rows.size(), false);
    }

    [[nodiscard]] RowOwners run()
    {
        const auto& keys = m_rows.keys;
        for (std::uint32_t first = 0; first < keys.size();) {
            std::uint32_t end = first + 1;
            while (end < keys.size() && !keys[first].empty() && keys[end] == keys[first]) {
                ++end;
            }
            if (end - first > 1) {
                join_rows_of_code(first, end);
            }
            first = end;
        }
        find_same_shapes();
        return std::move(m_found);
    }

private:
    void join_rows_of_code(std::uint32_t first, std::uint32_t end)
    {
        const bool surely = is_parcel_code(m_rows.keys[first]);
        std::vector<std::uint32_t> shapes; // the first row of each
        for (std::uint32_t i = first; i < end; ++i) {
            const auto same = same_shape(shapes, i);
            if (same) {
                repeat(i, *same);
            } else {
                shapes.push_back(i);
            }
        }
        if (shapes.size() == 1) {
            return;
        }
        if (!surely) {
            report("several_rows_for_code", Severity::error, first,
                   msg("'{}' is on {} rows with different shapes and is no parcel code of the "
                       "standard; each counts as a parcel of its own",
                       m_rows.subject(first), shapes.size()));
            return;
        }
        make_parts(first, end, shapes);
    }

    /// Of rows without a shape none is a place of its own beside one that has a shape.
    [[nodiscard]] std::optional<std::uint32_t> same_shape(const std::vector<std::uint32_t>& shapes,
                                                          std::uint32_t row) const
    {
        for (const std::uint32_t other : shapes) {
            if (m_rows.marks[other] == m_rows.marks[row]) {
                return other;
            }
        }
        return std::nullopt;
    }

    void make_parts(std::uint32_t first, std::uint32_t end,
                    const std::vector<std::uint32_t>& shapes)
    {
        std::uint32_t leading = shapes.front();
        double most = -1.0;
        for (const std::uint32_t i : shapes) {
            const double ground = area(m_rows.shapes[i]);
            if (ground > most) {
                most = ground;
                leading = i;
            }
        }
        const Place lead = m_rows.place(leading);
        for (const std::uint32_t i : shapes) {
            m_found.repeats[i] = m_rows.marks[i] == 0;
            if (i != leading && m_found.repeats[i]) {
                report("several_rows_for_code", Severity::warning, i,
                       msg("'{}' has no shape in this row; it is read with row {} of '{}', which "
                           "has one",
                           m_rows.subject(i), lead.row, lead.file));
            } else if (i != leading) {
                report("several_rows_for_code", Severity::warning, i,
                       msg("'{}' has {} rows with different shapes: they are parts of one parcel, "
                           "which takes its figures from the largest, row {} of '{}'",
                           m_rows.subject(i), shapes.size(), lead.row, lead.file));
            }
        }
        for (std::uint32_t i = first; i < end; ++i) {
            m_found.owner[i] = leading;
        }
    }

    void find_same_shapes()
    {
        std::unordered_map<std::uint64_t, std::uint32_t> first_with;
        // From the back, because rows without a code come first and give way.
        for (auto i = static_cast<std::uint32_t>(m_rows.rows.size()); i-- > 0;) {
            if (m_found.repeats[i] || m_rows.marks[i] == 0) {
                continue;
            }
            const auto [place, is_new] = first_with.try_emplace(m_rows.marks[i], i);
            if (is_new) {
                continue;
            }
            if (m_rows.keys[i].empty()) {
                repeat(i, place->second);
            } else {
                report("duplicate_geometry", Severity::error, i,
                       msg("'{}' and '{}' have the same shape under two codes; both count, so "
                           "their ground counts twice: delete one",
                           m_rows.subject(i), m_rows.subject(place->second)));
            }
        }
    }

    void repeat(std::uint32_t row, std::uint32_t kept)
    {
        m_found.owner[row] = m_found.owner[kept];
        m_found.repeats[row] = true;
        const Place other = m_rows.place(kept);
        report("duplicate_row", Severity::warning, row,
               msg("'{}' is there twice with the same shape; the one in row {} of '{}' counts",
                   m_rows.subject(row), other.row, other.file));
    }

    void report(std::string_view kind, Severity severity, std::uint32_t at, Text text)
    {
        std::optional<Spot> spot;
        if (!m_rows.shapes[at].empty()) {
            const Point point = m_rows.shapes[at].points().front();
            spot = Spot{point.x, point.y};
        }
        m_issues.push_back({std::string{kind}, severity, m_rows.place(at), m_rows.subject(at), spot,
                            std::move(text)});
    }

    const OrderedRows& m_rows;
    std::vector<Issue>& m_issues;
    RowOwners m_found;
};

} // namespace

RowOwners find_owners(const OrderedRows& rows, std::vector<Issue>& issues)
{
    return OwnerSearch{rows, issues}.run();
}

} // namespace tenglong::geo
