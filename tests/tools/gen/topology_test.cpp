#include "tests/tools/gen/city.hpp"

#include <gtest/gtest.h>
#include <ogr_api.h>
#include <ogr_geometry.h>

#include <memory>
#include <set>
#include <utility>

namespace tenglong::tools::gen {
namespace {

// GEOS, through GDAL, is the second tool here: the generator itself never asks it anything.

using Geometry = std::unique_ptr<OGRGeometry>;

[[nodiscard]] Geometry geometry_of(const Shape& shape)
{
    auto multi = std::make_unique<OGRMultiPolygon>();
    for (const Polygon& polygon : shape) {
        OGRPolygon result;
        const auto add = [&result](const Ring& ring) {
            OGRLinearRing line;
            for (const Point& point : ring) {
                line.addPoint(static_cast<double>(point.x) / 1e3,
                              static_cast<double>(point.y) / 1e3);
            }
            line.closeRings();
            result.addRing(&line);
        };
        add(polygon.shell);
        for (const Ring& hole : polygon.holes) {
            add(hole);
        }
        multi->addGeometry(&result);
    }
    return multi;
}

[[nodiscard]] double area_of(const Geometry& geometry)
{
    return OGR_G_Area(OGRGeometry::ToHandle(geometry.get()));
}

[[nodiscard]] double common_area(const Geometry& a, const Geometry& b)
{
    const Geometry both{a->Intersection(b.get())};
    return both ? area_of(both) : 0.0;
}

[[nodiscard]] std::set<std::pair<Point, Point>> sides_of(const Shape& shape)
{
    std::set<std::pair<Point, Point>> sides;
    for (const Polygon& polygon : shape) {
        auto rings = polygon.holes;
        rings.push_back(polygon.shell);
        for (const Ring& ring : rings) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                sides.emplace(ring[i], ring[(i + 1) % ring.size()]);
            }
        }
    }
    return sides;
}

class Topology : public testing::Test {
protected:
    const City m_city{700, 11};
    const std::vector<Batch> m_batches = m_city.batches();
};

TEST_F(Topology, ParcelsAreValidPolygonsWithTheirArea)
{
    for (const Batch& batch : m_batches) {
        for (const Parcel& parcel : batch.parcels) {
            const Geometry geometry = geometry_of(parcel.shape);
            EXPECT_TRUE(geometry->IsValid()) << parcel.code;
            EXPECT_NEAR(area_of(geometry), parcel.computed_m2, 1e-4) << parcel.code;
            EXPECT_GT(parcel.computed_m2, 300.0) << parcel.code;
        }
    }
}

TEST_F(Topology, ParcelsOfABlockDoNotOverlap)
{
    for (const Batch& batch : m_batches) {
        for (std::size_t a = 0; a < batch.parcels.size(); ++a) {
            const Geometry first = geometry_of(batch.parcels[a].shape);
            for (std::size_t b = a + 1; b < batch.parcels.size(); ++b) {
                const Geometry second = geometry_of(batch.parcels[b].shape);
                EXPECT_LT(common_area(first, second), 1e-6) << batch.parcels[a].code;
            }
        }
    }
}

TEST_F(Topology, ParcelsOfDifferentBlocksDoNotTouch)
{
    std::vector<std::pair<Geometry, OGREnvelope>> blocks;
    for (const Batch& batch : m_batches) {
        Shape all;
        for (const Parcel& parcel : batch.parcels) {
            all.insert(all.end(), parcel.shape.begin(), parcel.shape.end());
        }
        if (!all.empty()) {
            Geometry hull{geometry_of(all)->ConvexHull()};
            OGREnvelope box;
            hull->getEnvelope(&box);
            blocks.emplace_back(std::move(hull), box);
        }
    }
    for (std::size_t a = 0; a < blocks.size(); ++a) {
        for (std::size_t b = a + 1; b < blocks.size(); ++b) {
            if (blocks[a].second.Intersects(blocks[b].second) != 0) {
                EXPECT_GT(blocks[a].first->Distance(blocks[b].first.get()), 8.0);
            }
        }
    }
}

TEST_F(Topology, NeighboursShareWholeEdges)
{
    // Each side of a parcel is a side of one neighbour, run the other way, or of none. GEOS finds
    // the length that two parcels have in common; the sides must account for all of it.
    int shared = 0;
    for (const Batch& batch : m_batches) {
        for (std::size_t a = 0; a < batch.parcels.size(); ++a) {
            const auto sides = sides_of(batch.parcels[a].shape);
            const Geometry first{geometry_of(batch.parcels[a].shape)->Boundary()};
            for (const std::size_t b : batch.parcels[a].neighbours) {
                double length = 0.0;
                for (const auto& [from, to] : sides_of(batch.parcels[b].shape)) {
                    if (sides.contains({to, from})) {
                        OGRLineString side;
                        side.addPoint(static_cast<double>(from.x) / 1e3,
                                      static_cast<double>(from.y) / 1e3);
                        side.addPoint(static_cast<double>(to.x) / 1e3,
                                      static_cast<double>(to.y) / 1e3);
                        length += side.get_Length();
                    }
                }
                const Geometry second{geometry_of(batch.parcels[b].shape)->Boundary()};
                const Geometry common{first->Intersection(second.get())};
                const double found = OGR_G_Length(OGRGeometry::ToHandle(common.get()));
                EXPECT_NEAR(length, found, 1e-3) << batch.parcels[a].code;
                EXPECT_GT(length, 0.0) << batch.parcels[a].code;
                ++shared;
            }
        }
    }
    EXPECT_GT(shared, 1000);
}

TEST_F(Topology, BuildingsStandOnTheirParcelsInTheSharesGiven)
{
    for (const Batch& batch : m_batches) {
        for (const Building& building : batch.buildings) {
            const Geometry outline = geometry_of(building.shape);
            EXPECT_TRUE(outline->IsValid());
            for (const Standing& standing : building.on) {
                const Geometry land = geometry_of(batch.parcels[standing.parcel].shape);
                EXPECT_NEAR(common_area(outline, land), area_of(outline) * standing.share, 1e-3);
            }
        }
    }
}

TEST_F(Topology, FullParcelsHaveNoRoomLeft)
{
    // With 10 m kept from every building no piece of 20 m of width is left: what remains of an
    // ordinary parcel vanishes when it is taken in by another 10 m.
    for (const Batch& batch : m_batches) {
        for (std::size_t k = 0; k < batch.parcels.size(); ++k) {
            const Parcel& parcel = batch.parcels[k];
            if (parcel.kind != "normal" || parcel.planted != nullptr) {
                continue;
            }
            Geometry free = geometry_of(parcel.shape);
            for (const Building& building : batch.buildings) {
                if (!building.on.empty() && building.on.front().parcel == k) {
                    const Geometry around{geometry_of(building.shape)->Buffer(10.0)};
                    free.reset(free->Difference(around.get()));
                }
            }
            const Geometry core{free->Buffer(-10.0)};
            EXPECT_TRUE(core->IsEmpty()) << parcel.code;
        }
    }
}

} // namespace
} // namespace tenglong::tools::gen
