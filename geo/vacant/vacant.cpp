#include "geo/vacant/vacant.hpp"

#include "geo/geometry/ring.hpp"
#include "geo/measure/nearness.hpp"
#include "geo/vacant/free_ground.hpp"

#include <algorithm>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_grain = 64;

/// The parcels of one chunk.
class VacantFinder {
public:
    VacantFinder(const Layer& parcels, const Layer& buildings, const BoxGrid& grid,
                 const VacantOptions& options)
        : m_parcels{&parcels},
          m_buildings{&buildings}, m_grid{&grid}, m_options{options}, m_free{options}
    {}

    void find(std::size_t parcel, VacantParts& output)
    {
        const FeatureView shape = m_parcels->shapes[parcel];
        if (shape.empty() || m_parcels->areas[parcel] < m_options.least_area_m2) {
            return;
        }
        find_near(parcel);
        if (!m_free.find(shape, m_buildings->shapes, m_near, m_ground)) {
            m_ground = free_ground_by_geos(shape, m_buildings->shapes, m_near, m_options);
            ++output.by_geos;
        }
        for (const PartView part : m_ground[0].parts()) {
            if (const double ground = area(part); ground >= m_options.least_area_m2) {
                for (const RingView ring : part.rings()) {
                    output.shapes.add_ring(ring);
                }
                output.shapes.close_part();
                output.shapes.close_feature();
                output.parcel.push_back(static_cast<std::uint32_t>(parcel));
                output.area_m2.push_back(ground);
            }
        }
    }

private:
    /// Only buildings that come within the setback make a difference.
    void find_near(std::size_t parcel)
    {
        const Box& box = m_parcels->boxes[parcel];
        m_grid->find(box.grown(m_options.setback_m), m_near);
        std::erase_if(m_near, [&](std::uint32_t j) {
            const Point corner = m_buildings->shapes[j].points().front();
            return locate(corner, m_parcels->shapes[parcel]) == Side::outside &&
                   !within(m_buildings->shapes[j], m_buildings->boxes[j], m_parcels->shapes[parcel],
                           box, m_options.setback_m);
        });
    }

    const Layer* m_parcels;
    const Layer* m_buildings;
    const BoxGrid* m_grid;
    VacantOptions m_options;
    FreeGround m_free;
    std::vector<std::uint32_t> m_near;
    Polygons m_ground;
};

void append(VacantParts& all, const VacantParts& chunk)
{
    all.shapes.append(chunk.shapes, 0, chunk.shapes.size());
    all.parcel.insert(all.parcel.end(), chunk.parcel.begin(), chunk.parcel.end());
    all.area_m2.insert(all.area_m2.end(), chunk.area_m2.begin(), chunk.area_m2.end());
    all.by_geos += chunk.by_geos;
}

} // namespace

VacantParts find_vacant(const Layer& parcels, const Layer& buildings, const BoxGrid& grid,
                        const VacantOptions& options, Workers& workers)
{
    const std::size_t count = parcels.shapes.size();
    std::vector<VacantParts> chunks((count + k_grain - 1) / k_grain);
    workers.each(count, k_grain, [&](std::size_t begin, std::size_t end) {
        VacantFinder finder{parcels, buildings, grid, options};
        for (std::size_t i = begin; i < end; ++i) {
            finder.find(i, chunks[begin / k_grain]);
        }
    });
    VacantParts all;
    for (VacantParts& chunk : chunks) {
        append(all, chunk);
        chunk = {};
    }
    return all;
}

} // namespace tenglong::geo
