#include "geo/line/registered_area.hpp"

#include "geo/geometry/ring.hpp"
#include "geo/measure/shared_area.hpp"
#include "geo/measure/zone_index.hpp"

namespace tenglong::geo {

namespace {

/// With fewer corners than this, comparing all edges costs less than an index of them.
constexpr std::size_t k_few_points = 256;

} // namespace

RegisteredArea::RegisteredArea(const Survey& survey)
    : m_parcels{survey.parcels}, m_grid{survey.parcels.boxes},
      m_more(survey.parcels.areas.size(), 0.0)
{
    if (survey.parcel_facts == nullptr) {
        return;
    }
    const FactId registered = survey.parcel_facts->id("area_registered_m2");
    for (std::size_t i = 0; i < m_more.size(); ++i) {
        const auto area_m2 = survey.parcel_facts->number(registered, i);
        if (area_m2 && *area_m2 > 0.0 && m_parcels.areas[i] > 0.0) {
            m_more[i] = *area_m2 / m_parcels.areas[i] - 1.0;
        }
    }
}

double RegisteredArea::operator()(const FeatureView& feature) const
{
    if (feature.empty()) {
        return 0.0;
    }
    std::vector<std::uint32_t> near;
    m_grid.find(box_of(feature.points()), near);
    std::erase_if(near, [&](std::uint32_t parcel) { return m_more[parcel] == 0.0; });
    double sum = area(feature);
    if (feature.points().size() < k_few_points) {
        for (const std::uint32_t parcel : near) {
            sum += m_more[parcel] * shared_area(feature, m_parcels.shapes[parcel]);
        }
        return sum;
    }
    Polygons column;
    column.append(feature);
    const ZoneIndex index{column};
    ZoneIndex::Local local;
    std::vector<Slope> slopes;
    for (const std::uint32_t parcel : near) {
        const Box& box = m_parcels.boxes[parcel];
        index.look(box, local);
        for (const ZoneIndex::Local::Zone& zone : local.zones()) {
            if (zone.covers) {
                sum += m_more[parcel] * m_parcels.areas[parcel];
                continue;
            }
            slopes.clear();
            append_slopes(m_parcels.shapes[parcel], {box.min_x, box.min_y}, slopes);
            sum += m_more[parcel] * shared_area(slopes, zone.slopes);
        }
    }
    return sum;
}

} // namespace tenglong::geo
