#include "core/follow/follow.hpp"

#include "core/follow/change.hpp"
#include "core/follow/follow_tables.hpp"

#include <array>
#include <optional>
#include <string>
#include <utility>

namespace tenglong {

namespace {

/// A figure of the parcels and its two columns in the table.
struct Moved {
    std::string_view source;
    std::string_view old_column;
    std::string_view column;
};

constexpr std::array<Moved, 6> k_moved{
    {{"area_mu", "area_old_mu", "area_mu"},
     {"reclaim_mu", "reclaim_old_mu", "reclaim_mu"},
     {"floor_m2", "floor_old_m2", "floor_m2"},
     {"tax_wan", "tax_old_wan", "tax_wan"},
     {"value_added_wan", "value_added_old_wan", "value_added_wan"},
     {"energy_tce", "energy_old_tce", "energy_tce"}}};

/// Cells of a parcels table, which may lack columns.
class Parcels {
public:
    explicit Parcels(const ResultTable& table) : m_table{&table} {}

    [[nodiscard]] std::size_t rows() const { return m_table->rows(); }

    [[nodiscard]] std::optional<double> figure(std::string_view name, std::size_t row) const
    {
        const ResultColumn* column = find(name);
        return column != nullptr && column->present(row) ? std::optional{column->figure(row)}
                                                         : std::nullopt;
    }

    [[nodiscard]] std::string_view text(std::string_view name, std::size_t row) const
    {
        const ResultColumn* column = find(name);
        return column != nullptr && column->present(row) ? column->text(row) : std::string_view{};
    }

    [[nodiscard]] Flags flags(std::string_view name, std::size_t row) const
    {
        const ResultColumn* column = find(name);
        Flags flags;
        if (column != nullptr && column->present(row)) {
            for (const std::string_view code : column->codes(row)) {
                if (!code.empty() && code != "normal") {
                    flags.insert(code);
                }
            }
        }
        return flags;
    }

    [[nodiscard]] bool is_problem(std::size_t row) const { return !flags("flags", row).empty(); }

private:
    [[nodiscard]] const ResultColumn* find(std::string_view name) const
    {
        const auto index = m_table->find(name);
        return index ? &m_table->columns()[*index] : nullptr;
    }

    const ResultTable* m_table;
};

class Follower {
public:
    Follower(const ResultTable& before, const ResultTable& after, std::span<const ParcelLink> links)
        : m_before{before}, m_after{after}, m_of_after(after.rows()), m_of_before(before.rows())
    {
        for (const ParcelLink& link : links) {
            m_of_after[link.after].push_back(link);
            ++m_of_before[link.before];
        }
    }

    [[nodiscard]] Followed run()
    {
        for (std::size_t row = 0; row < m_after.rows(); ++row) {
            add_later(row);
        }
        std::vector<std::uint32_t> gone;
        for (std::size_t row = 0; row < m_before.rows(); ++row) {
            if (m_of_before[row] == 0) {
                add_gone(row);
                gone.push_back(static_cast<std::uint32_t>(row));
            }
        }
        return {std::move(m_table), std::move(gone)};
    }

private:
    void text(std::string_view name, std::string_view value)
    {
        value.empty() ? m_table[name].add_missing() : m_table[name].add_text(value);
    }
    void codes(std::string_view name, const Flags& flags)
    {
        m_table[name].add_codes(std::vector<std::string_view>{flags.begin(), flags.end()});
    }
    void figure(std::string_view name, std::optional<double> value)
    {
        value ? m_table[name].add_number(*value) : m_table[name].add_missing();
    }

    void add_who(const Parcels& parcels, std::size_t row)
    {
        for (const char* name : {"parcel_code", "holder", "town", "unit", "park"}) {
            text(name, parcels.text(name, row));
        }
    }

    [[nodiscard]] std::string_view link_of(const std::vector<ParcelLink>& links,
                                           std::size_t row) const
    {
        if (links.empty()) {
            return "none";
        }
        const bool splits = m_of_before[links.front().before] > 1;
        if (links.size() > 1) {
            for (const ParcelLink& link : links) {
                if (m_of_before[link.before] > 1) {
                    return "regrouped";
                }
            }
            return "merged";
        }
        if (splits) {
            return "split";
        }
        const std::string_view old = m_before.text("parcel_code", links.front().before);
        return old == m_after.text("parcel_code", row) ? "same" : "recoded";
    }

    /// The sum over the earlier parcels of what they hand on; nothing if none has the figure.
    [[nodiscard]] std::optional<double> handed_on(const std::vector<ParcelLink>& links,
                                                  std::string_view name, bool problems_only) const
    {
        std::optional<double> sum;
        for (const ParcelLink& link : links) {
            const auto value = m_before.figure(name, link.before);
            if (value && (!problems_only || m_before.is_problem(link.before))) {
                sum = sum.value_or(0.0) + *value * link.share;
            }
        }
        return sum;
    }

    void add_later(std::size_t row)
    {
        const auto& links = m_of_after[row];
        add_who(m_after, row);
        std::vector<std::string_view> old_codes;
        Flags flags_before;
        std::string_view status_before;
        for (const ParcelLink& link : links) {
            old_codes.push_back(m_before.text("parcel_code", link.before));
            flags_before.merge(m_before.flags("flags", link.before));
            const std::string_view status = m_before.text("status", link.before);
            if (status_before.empty() || status_before == "normal") {
                status_before = status;
            }
        }
        m_table["old_codes"].add_codes(old_codes);
        text("link", link_of(links, row));
        const FlagMoves moves = compare_flags(flags_before, m_after.flags("flags", row),
                                              m_after.flags("undecided", row));
        text("change", key_of(links.empty() ? Change::appeared : moves.change()));
        text("status_old", status_before);
        text("status", m_after.text("status", row));
        add_moves(moves);
        for (const Moved& each : k_moved) {
            figure(each.old_column, handed_on(links, each.source, false));
            figure(each.column, m_after.figure(each.source, row));
        }
        figure("problem_old_mu", handed_on(links, "area_mu", true));
        figure("problem_mu",
               m_after.is_problem(row) ? m_after.figure("area_mu", row) : std::nullopt);
        m_table.complete();
    }

    void add_gone(std::size_t row)
    {
        add_who(m_before, row);
        text("old_codes", m_before.text("parcel_code", row));
        text("link", "none");
        text("change", key_of(Change::gone));
        text("status_old", m_before.text("status", row));
        for (const Moved& each : k_moved) {
            figure(each.old_column, m_before.figure(each.source, row));
        }
        figure("problem_old_mu",
               m_before.is_problem(row) ? m_before.figure("area_mu", row) : std::nullopt);
        m_table.complete();
    }

    void add_moves(const FlagMoves& moves)
    {
        codes("flags_ended", moves.ended);
        codes("flags_begun", moves.begun);
        codes("flags_left", moves.left);
        codes("flags_open", moves.open);
    }

    Parcels m_before;
    Parcels m_after;
    std::vector<std::vector<ParcelLink>> m_of_after;
    std::vector<std::size_t> m_of_before; ///< links of each
    ResultTable m_table = follow_table();
};

} // namespace

Followed follow(const ResultTable& before, const ResultTable& after,
                std::span<const ParcelLink> links)
{
    return Follower{before, after, links}.run();
}

} // namespace tenglong
