#include "geo/line/change_facts.hpp"

#include "core/codes/land_use_code.hpp"
#include "geo/measure/zones.hpp"
#include "geo/survey/fact_writer.hpp"
#include "geo/survey/table_facts.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace tenglong::geo {

namespace {

/// The features of all layers of one kind, and the row of each.
struct ZoneFeatures {
    Polygons shapes;
    std::vector<std::pair<const ZoneLayer*, std::uint32_t>> rows;

    ZoneFeatures(const Survey& survey, InputKind kind)
    {
        const auto found = survey.zones.find(kind);
        if (found == survey.zones.end()) {
            return;
        }
        for (const ZoneLayer& zone : found->second) {
            for (std::uint32_t row = 0; row < zone.layer.shapes.size(); ++row) {
                shapes.append(zone.layer.shapes[row]);
                rows.emplace_back(&zone, row);
            }
        }
    }
};

class ChangeFiller {
public:
    ChangeFiller(const LineAccount& account, const Survey& survey, FactTable& facts,
                 Workers& workers)
        : m_changes{account.changes}, m_book{account.book}, m_survey{survey}, m_facts{facts},
          m_workers{workers}
    {}

    void fill()
    {
        read_rows();
        tell_what_was_found();
        plan();
        measure();
        inside(InputKind::control_line, "in_line_m2", msg("the job has no control line"));
        inside(InputKind::farmland, "on_farmland_m2",
               msg("the job has no layer of basic farmland"));
        inside(InputKind::red_line, "on_red_line_m2",
               msg("the job has no layer of the ecological red line"));
    }

private:
    [[nodiscard]] std::size_t count() const noexcept { return m_changes.rows.size(); }

    void read_rows()
    {
        const auto found = m_survey.zones.find(InputKind::changes);
        std::vector<Issue> told_before;
        for (std::size_t layer = 0; found != m_survey.zones.end() && layer < found->second.size();
             ++layer) {
            std::vector<std::uint32_t> row_of(count(), k_no_row);
            for (std::size_t i = 0; i < count(); ++i) {
                const ChangeRow& row = m_changes.rows[i];
                row_of[i] = row.derived || row.layer != layer ? k_no_row : row.row;
            }
            put_table_facts(m_facts, found->second[layer].table, row_of, told_before);
        }
    }

    /// Writes a text that is known by another way than its own cell.
    void put(std::string_view fact, std::size_t row, std::string_view text, FactColumn::State how)
    {
        FactColumn& column = m_facts.column(fact);
        if (!text.empty() && m_facts.text(m_facts.id(fact), row) != text) {
            column.set_text(row, m_facts.pool().intern(text), how);
        }
    }

    void put(std::string_view fact, std::size_t row, const std::optional<Date>& date,
             FactColumn::State how)
    {
        FactColumn& column = m_facts.column(fact);
        if (date && !column.present(row)) {
            column.set_date(row, *date, how);
        }
    }

    [[nodiscard]] FactColumn::State how(std::string_view fact, const Text& text)
    {
        return m_facts.column(fact).add({true, SourceId::none, text});
    }

    /// What the account knows although the cell of that name does not say it.
    void tell_what_was_found()
    {
        const Text parcel = msg("an industrial parcel planned for another use");
        const auto id = how("change_id", msg("its row, because it has no number"));
        const auto kind = how("kind", msg("from the uses before and after"));
        const auto region = how("region", msg("the towns that it lies in"));
        const auto use = how("planned_use", msg("the use after the change"));
        for (std::size_t i = 0; i < count(); ++i) {
            const ChangeRow& row = m_changes.rows[i];
            const bool d = row.derived;
            put("change_id", i, row.booking.change, d ? how("change_id", parcel) : id);
            put("kind", i, word_of(row.booking.kind), d ? how("kind", parcel) : kind);
            put("region", i, row.booking.region, region);
            put("planned_use", i, row.planned_use, d ? how("planned_use", parcel) : use);
            put("decision_date", i, row.decision, how("decision_date", parcel));
        }
    }

    /// Whether the plans have it for industry.
    void plan()
    {
        put_use_of_plan();
        FactWriter industrial{m_facts, "planned_industrial", msg("from its planned use")};
        const auto untold = industrial.because(msg("its planned use is not known"));
        const auto unclear = industrial.because(msg("its planned use is not recognised"));
        const FactId use = m_facts.id("planned_use");
        for (std::size_t i = 0; i < count(); ++i) {
            if (industrial.present(i)) {
                continue;
            }
            const auto text = m_facts.text(use, i);
            const auto is = text ? LandUse::parse(*text).is_industrial() : std::nullopt;
            if (is) {
                industrial.yes_no(i, *is);
            } else {
                industrial.missing(i, text ? unclear : untold);
            }
        }
    }

    void put_use_of_plan()
    {
        const ZoneFeatures plan{m_survey, InputKind::planned_use};
        if (plan.rows.empty()) {
            return;
        }
        const ZoneShares shares =
            zone_shares(m_changes.shapes, Zones{plan.shapes, m_workers}, m_workers);
        FactWriter use{m_facts, "planned_use",
                       msg("overlay with the planned uses, by the largest share")};
        for (std::size_t i = 0; i < count(); ++i) {
            std::map<std::string_view, double> by_use;
            for (auto at = shares.pair_start[i]; at < shares.pair_start[i + 1]; ++at) {
                const auto& [zone, row] = plan.rows[shares.zone[at]];
                const std::string_view own = zone->table.text("planned_use", row);
                by_use[own.empty() ? zone->table.text("planned_use_name", row) : own] +=
                    shares.shared_m2[at];
            }
            by_use.erase(std::string_view{});
            const auto largest =
                std::max_element(by_use.begin(), by_use.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
            if (!use.present(i) && largest != by_use.end() &&
                largest->second >= k_balance_tolerance_m2) {
                use.text(i, m_facts.pool().intern(largest->first));
            }
        }
    }

    /// Areas by the measure of the account.
    void measure()
    {
        FactColumn& claimed = m_facts.column("claimed_m2");
        const auto measured = how("claimed_m2", msg("area of its shape"));
        FactWriter counted{m_facts, "counted_m2", msg("account of the control line")};
        FactWriter width{m_facts, "width_m", msg("the widest circle in what counts of it")};
        const Text none = msg("the change has no shape");
        for (std::size_t i = 0; i < count(); ++i) {
            const ChangeRow& row = m_changes.rows[i];
            if (!row.has_shape) {
                counted.missing(i, counted.because(none));
                width.missing(i, width.because(none));
                continue;
            }
            claimed.set_number(i, row.booking.claimed_m2, measured);
            counted.number(i, row.booking.counted_m2.value_or(0.0));
            width.number(i, m_book.width_m[i]);
        }
    }

    void inside(InputKind kind, std::string_view fact, const Text& no_layer)
    {
        FactWriter writer{m_facts, fact, msg("overlay with the layer")};
        const ZoneFeatures zones{m_survey, kind};
        const Text reason = zones.rows.empty() ? no_layer : msg("the change has no shape");
        const ZoneShares shares =
            zones.rows.empty()
                ? ZoneShares{}
                : zone_shares(m_changes.shapes, Zones{zones.shapes, m_workers}, m_workers);
        for (std::size_t i = 0; i < count(); ++i) {
            const ChangeRow& row = m_changes.rows[i];
            if (zones.rows.empty() || !row.has_shape) {
                writer.missing(i, writer.because(reason));
                continue;
            }
            // The share is that of the plane; the area that of the account.
            const double whole_m2 = m_changes.shapes.areas[i];
            const double share = whole_m2 > 0.0 ? shares.inside_m2[i] / whole_m2 : 0.0;
            const double area_m2 = share * row.booking.claimed_m2;
            writer.number(i, area_m2 < k_balance_tolerance_m2 ? 0.0 : area_m2);
        }
    }

    const ChangeRows& m_changes;
    const LineBook& m_book;
    const Survey& m_survey;
    FactTable& m_facts;
    Workers& m_workers;
};

} // namespace

std::unique_ptr<FactTable> change_facts(const LineAccount& account, const Survey& survey,
                                        const Profile& profile, Workers& workers)
{
    auto facts = std::make_unique<FactTable>(*profile.catalogue, *survey.pool, SubjectKind::change,
                                             account.changes.rows.size());
    ChangeFiller{account, survey, *facts, workers}.fill();
    return facts;
}

} // namespace tenglong::geo
