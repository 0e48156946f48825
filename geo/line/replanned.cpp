#include "geo/line/replanned.hpp"

#include "geo/geometry/box_grid.hpp"
#include "geo/geometry/inscribed.hpp"
#include "geo/line/overlay.hpp"

#include <utility>

namespace tenglong::geo {

namespace {

/// As far apart as two surveys may draw one border.
constexpr double k_strip_m = 0.1;
constexpr double k_width_tolerance_m = 0.01;

/// What told changes take.
Layer taken(const std::vector<ChangeRow>& told, const Polygons& shapes, Workers& workers)
{
    Polygons all;
    for (std::size_t i = 0; i < told.size(); ++i) {
        const ChangeKind kind = told[i].booking.kind;
        if (told[i].has_shape && (kind == ChangeKind::occupy || kind == ChangeKind::give_up)) {
            all.append(shapes[i]);
        }
    }
    return measured(std::move(all), workers);
}

/// Without strips.
Polygons wide_parts(const FeatureView& feature)
{
    Polygons wide;
    for (const PartView part : feature.parts()) {
        if (2.0 * inscribed_circle(part, k_width_tolerance_m).radius >= k_strip_m) {
            for (const RingView ring : part.rings()) {
                wide.add_ring(ring);
            }
            wide.close_part();
        }
    }
    wide.close_feature();
    return wide;
}

/// The parcels that stand for a change each.
class Parcels {
public:
    explicit Parcels(const Survey& survey)
        : m_facts{*survey.parcel_facts}, m_code{m_facts.id("parcel_code")},
          m_town{m_facts.id("town")}, m_planned{m_facts.id("planned_use")}, m_since{m_facts.id(
                                                                                "replanned_date")},
          m_industrial{m_facts.id("is_industrial")}, m_stays{m_facts.id("planned_industrial")}
    {}

    [[nodiscard]] bool is_replanned(std::size_t row) const
    {
        return m_facts.yes_no(m_industrial, row) == true && m_facts.yes_no(m_stays, row) == false;
    }

    [[nodiscard]] ChangeRow change(std::size_t row, double area_m2, Date as_of) const
    {
        ChangeRow made;
        made.derived = true;
        made.has_shape = true;
        made.place = m_facts.origin(m_code, row).place;
        made.decision = m_facts.date(m_since, row);
        made.planned_use = m_facts.text(m_planned, row).value_or("");
        made.town = m_facts.text(m_town, row).value_or("");
        made.booking.kind = ChangeKind::occupy;
        made.booking.change = m_facts.text(m_code, row).value_or("#" + std::to_string(row + 1));
        made.booking.date = made.decision;
        made.booking.decided = made.decision && *made.decision <= as_of;
        made.booking.claimed_m2 = area_m2;
        return made;
    }

private:
    const FactTable& m_facts;
    FactId m_code;
    FactId m_town;
    FactId m_planned;
    FactId m_since;
    FactId m_industrial;
    FactId m_stays;
};

} // namespace

Replanned replanned_parcels(const Survey& survey, const std::vector<ChangeRow>& told,
                            const Polygons& shapes, Date as_of, Workers& workers,
                            std::vector<Issue>& issues)
{
    Replanned found;
    if (survey.parcel_facts == nullptr) {
        return found;
    }
    const Parcels parcels{survey};
    const Layer others = taken(told, shapes, workers);
    const BoxGrid grid{others.boxes};
    std::vector<std::uint32_t> near;
    for (std::size_t row = 0; row < survey.parcels.shapes.size(); ++row) {
        if (!parcels.is_replanned(row) || survey.parcels.shapes[row].empty()) {
            continue;
        }
        Polygons rest;
        rest.append(survey.parcels.shapes[row]);
        grid.find(survey.parcels.boxes[row], near);
        for (const std::uint32_t other : near) {
            rest = ground_without(rest[0], others.shapes[other]);
        }
        if (!near.empty()) {
            rest = wide_parts(rest[0]);
        }
        if (rest[0].empty()) {
            continue; // told
        }
        ChangeRow change = parcels.change(row, measured(rest, workers).areas[0], as_of);
        issues.push_back({"change_from_parcel", Severity::note, change.place, change.booking.change,
                          std::nullopt,
                          msg("parcel '{}' is industrial land planned as '{}' and stands for an "
                              "occupation; no change in the job tells of it",
                              change.booking.change, change.planned_use)});
        found.rows.push_back(std::move(change));
        found.shapes.append(rest[0]);
    }
    return found;
}

} // namespace tenglong::geo
