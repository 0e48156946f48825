#include "geo/geometry/wkb.hpp"

#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace tenglong::geo {

namespace {

using Bytes = std::vector<std::byte>;

/// Writes WKB by hand, so that the reader is not tested against a writer of the same library.
class WkbText {
public:
    explicit WkbText(bool big_endian = false) : m_big{big_endian} {}

    WkbText& head(std::uint32_t type)
    {
        m_bytes.push_back(m_big ? std::byte{0} : std::byte{1});
        return number(type);
    }
    WkbText& number(std::uint32_t value) { return word(value); }
    WkbText& points(const std::vector<double>& ordinates, std::size_t dimensions = 2)
    {
        number(static_cast<std::uint32_t>(ordinates.size() / dimensions));
        for (const double value : ordinates) {
            word(value);
        }
        return *this;
    }
    [[nodiscard]] const Bytes& bytes() const { return m_bytes; }

private:
    template <class Word>
    WkbText& word(Word value)
    {
        Bytes raw(sizeof(Word));
        std::memcpy(raw.data(), &value, sizeof(Word));
        if (m_big != (std::endian::native == std::endian::big)) {
            std::ranges::reverse(raw);
        }
        m_bytes.insert(m_bytes.end(), raw.begin(), raw.end());
        return *this;
    }

    bool m_big;
    Bytes m_bytes;
};

const std::vector<double> k_triangle_2d{0, 0, 4, 0, 0, 3, 0, 0};
const std::vector<double> k_triangle_3d{0, 0, 7, 4, 0, 7, 0, 3, 7, 0, 0, 7};
const std::vector<double> k_triangle_4d{0, 0, 7, 8, 4, 0, 7, 8, 0, 3, 7, 8, 0, 0, 7, 8};

void expect_triangle(const Bytes& wkb)
{
    Polygons column;
    EXPECT_EQ(append_wkb(column, wkb), WkbContent::areal);
    EXPECT_EQ(tests::text_of(column), "POLYGON ((0 0, 4 0, 0 3, 0 0))");
}

TEST(Wkb, ReadsEveryDialectOfAPolygon)
{
    for (const bool big : {false, true}) {
        SCOPED_TRACE(big);
        expect_triangle(WkbText{big}.head(3).number(1).points(k_triangle_2d).bytes());
        expect_triangle(WkbText{big}.head(1003).number(1).points(k_triangle_3d, 3).bytes());
        expect_triangle(WkbText{big}.head(2003).number(1).points(k_triangle_3d, 3).bytes());
        expect_triangle(WkbText{big}.head(3003).number(1).points(k_triangle_4d, 4).bytes());
        // EWKB: Z, M, both, and an SRID.
        expect_triangle(WkbText{big}.head(0x80000003).number(1).points(k_triangle_3d, 3).bytes());
        expect_triangle(WkbText{big}.head(0x40000003).number(1).points(k_triangle_3d, 3).bytes());
        expect_triangle(
            WkbText{big}.head(0xE0000003).number(4549).number(1).points(k_triangle_4d, 4).bytes());
        // A triangle of a TIN.
        expect_triangle(WkbText{big}.head(17).number(1).points(k_triangle_2d).bytes());
    }
}

TEST(Wkb, PartsOfAMultipolygonMayDifferInByteOrder)
{
    Bytes bytes = WkbText{}.head(6).number(2).head(3).number(1).points(k_triangle_2d).bytes();
    const Bytes second = WkbText{true}.head(1003).number(1).points(k_triangle_3d, 3).bytes();
    bytes.insert(bytes.end(), second.begin(), second.end());
    Polygons column;

    EXPECT_EQ(append_wkb(column, bytes), WkbContent::areal);
    EXPECT_EQ(column[0].part_count(), 2U);
    EXPECT_EQ(column[0].part(1).shell()[2], (Point{0, 3}));
}

TEST(Wkb, SaysWhatItLeavesOut)
{
    WkbText mixed;
    mixed.head(7).number(3);
    mixed.head(2).points({1, 1, 2, 2});
    mixed.head(3).number(1).points(k_triangle_2d);
    mixed.head(4).number(0);
    Polygons column;

    EXPECT_EQ(append_wkb(column, mixed.bytes()), WkbContent::partly_areal);
    EXPECT_EQ(column[0].part_count(), 1U);
    EXPECT_EQ(append_wkb(column, WkbText{}.head(2).points({1, 1, 2, 2}).bytes()),
              WkbContent::not_areal);
    EXPECT_EQ(append_wkb(column, WkbText{}.head(6).number(0).bytes()), WkbContent::empty);
    EXPECT_EQ(append_wkb(column, WkbText{}.head(3).number(0).bytes()), WkbContent::empty);
    EXPECT_EQ(column.size(), 4U);
}

TEST(Wkb, CurvesAreSentBackAndAppendNothing)
{
    Polygons column;
    WkbText surface;
    surface.head(12).number(2);
    surface.head(3).number(1).points(k_triangle_2d);
    surface.head(10).number(0);

    EXPECT_EQ(append_wkb(column, surface.bytes()), WkbContent::curved);
    EXPECT_EQ(column.size(), 0U);
    EXPECT_TRUE(column.points.empty());
}

TEST(Wkb, EveryCutOfAGoodGeometryIsBrokenAndAppendsAnEmptyFeature)
{
    WkbText whole;
    whole.head(7).number(2);
    whole.head(6).number(1).head(3).number(2).points(k_triangle_2d).points(k_triangle_2d);
    whole.head(1002).points({1, 1, 1, 2, 2, 2}, 3);
    Polygons column;
    for (std::size_t size = 0; size < whole.bytes().size(); ++size) {
        EXPECT_EQ(append_wkb(column, std::span{whole.bytes()}.first(size)), WkbContent::broken);
    }
    EXPECT_EQ(column.size(), whole.bytes().size());
    EXPECT_TRUE(column.points.empty());
    EXPECT_EQ(column.part_count(), 0U);
    EXPECT_EQ(append_wkb(column, whole.bytes()), WkbContent::partly_areal);
}

TEST(Wkb, HostileCountsAndDepthsAreBroken)
{
    Polygons column;
    WkbText deep;
    for (int i = 0; i < 100'000; ++i) {
        deep.head(7).number(1);
    }

    EXPECT_EQ(append_wkb(column, WkbText{}.head(3).number(0xffffffff).bytes()), WkbContent::broken);
    EXPECT_EQ(append_wkb(column, WkbText{}.head(3).number(1).number(0x10000001).bytes()),
              WkbContent::broken);
    EXPECT_EQ(append_wkb(column, WkbText{}.head(6).number(0xffffffff).bytes()), WkbContent::broken);
    EXPECT_EQ(append_wkb(column, deep.bytes()), WkbContent::broken);
    EXPECT_EQ(append_wkb(column, WkbText{}.head(9003).number(0).bytes()), WkbContent::broken);
    EXPECT_EQ(append_wkb(column, WkbText{}.head(99).number(0).bytes()), WkbContent::broken);
    EXPECT_EQ(append_wkb(column, Bytes{std::byte{7}, std::byte{3}}), WkbContent::broken);
}

// GEOS writes the same shapes.
TEST(Wkb, ReadsBackWhatGeosWrites)
{
    const GeosContext& context = GeosContext::mine();
    const Polygons source = tests::column(
        {"MULTIPOLYGON(((0 0,9 0,9 9,0 0),(4 1,5 2,5 1,4 1)),((20 0,21 0,21 1,20 0)))"});
    const GeometryPtr geometry = to_geos(context, source[0]);
    std::size_t size = 0;
    unsigned char* written = GEOSGeomToWKB_buf_r(context.get(), geometry.get(), &size);
    Polygons column;

    EXPECT_EQ(append_wkb(column, std::as_bytes(std::span{written, size})), WkbContent::areal);
    EXPECT_EQ(tests::text_of(column), tests::text_of(source));
    GEOSFree_r(context.get(), written);
}

TEST(Wkb, GeoPackageHeadersOfEveryEnvelopeAreSkipped)
{
    const Bytes wkb = WkbText{}.head(3).number(1).points(k_triangle_2d).bytes();
    const std::vector<std::size_t> envelopes{0, 32, 48, 48, 64};
    for (std::size_t kind = 0; kind < envelopes.size(); ++kind) {
        Bytes blob{std::byte{'G'}, std::byte{'P'}, std::byte{0},
                   static_cast<std::byte>(1U | (kind << 1U))};
        blob.resize(8 + envelopes[kind]);
        blob.insert(blob.end(), wkb.begin(), wkb.end());
        Polygons column;
        EXPECT_EQ(append_geopackage(column, blob), WkbContent::areal);
        EXPECT_EQ(column.points.size(), 4U);
        blob[3] = std::byte{0x0b}; // an envelope code that does not exist
        EXPECT_EQ(append_geopackage(column, blob), WkbContent::broken);
        EXPECT_EQ(append_geopackage(column, std::span{blob}.first(7)), WkbContent::broken);
    }
}

} // namespace

} // namespace tenglong::geo
