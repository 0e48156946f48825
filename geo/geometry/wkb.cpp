#include "geo/geometry/wkb.hpp"

#include <array>
#include <bit>
#include <cstring>

namespace tenglong::geo {

namespace {

// ISO 13249-3 and OGC 06-103r4 type codes.
enum Type : std::uint32_t {
    k_polygon = 3,
    k_multi_polygon = 6,
    k_collection = 7,
    k_circular_string = 8,
    k_compound_curve = 9,
    k_curve_polygon = 10,
    k_multi_curve = 11,
    k_multi_surface = 12,
    k_curve = 13,
    k_surface = 14,
    k_polyhedral = 15,
    k_tin = 16,
    k_triangle = 17,
};

constexpr std::uint32_t k_ewkb_z = 0x80000000U;
constexpr std::uint32_t k_ewkb_m = 0x40000000U;
constexpr std::uint32_t k_ewkb_srid = 0x20000000U;
constexpr int k_max_depth = 32;

/// Thrown inside this file only, to leave the recursion.
struct Broken {};
struct Curved {};

struct Header {
    std::uint32_t type = 0;
    std::size_t dimensions = 2;
    bool swapped = false;
};

template <class Word>
Word byte_swapped(Word word) noexcept
{
    auto bytes = std::bit_cast<std::array<std::byte, sizeof(Word)>>(word);
    for (std::size_t i = 0; i < bytes.size() / 2; ++i) {
        std::swap(bytes[i], bytes[bytes.size() - 1 - i]);
    }
    return std::bit_cast<Word>(bytes);
}

class WkbReader {
public:
    WkbReader(Polygons& column, std::span<const std::byte> bytes) : m_column{&column}, m_rest{bytes}
    {}

    void geometry(int depth)
    {
        if (depth > k_max_depth) {
            throw Broken{};
        }
        const Header head = header();
        switch (head.type) {
        case k_polygon:
        case k_triangle:
            polygon(head);
            break;
        case k_multi_polygon:
        case k_collection:
        case k_multi_surface:
        case k_polyhedral:
        case k_tin:
            members(head, depth);
            break;
        case k_curve_polygon:
            throw Curved{};
        default:
            skip(head, depth);
        }
    }

    [[nodiscard]] bool left_something_out() const noexcept { return m_left_out; }

private:
    template <class Word>
    Word word(bool swapped)
    {
        if (m_rest.size() < sizeof(Word)) {
            throw Broken{};
        }
        Word value{};
        std::memcpy(&value, m_rest.data(), sizeof(Word));
        m_rest = m_rest.subspan(sizeof(Word));
        return swapped ? byte_swapped(value) : value;
    }

    Header header()
    {
        const auto order = word<std::uint8_t>(false);
        if (order > 1) {
            throw Broken{};
        }
        Header head;
        head.swapped = (order == 1) != (std::endian::native == std::endian::little);
        const auto code = word<std::uint32_t>(head.swapped);
        if ((code & k_ewkb_srid) != 0) {
            static_cast<void>(word<std::uint32_t>(head.swapped));
        }
        const std::uint32_t plain = code & 0x0fffffffU;
        const std::uint32_t flavour = plain / 1000; // ISO: 1 is Z, 2 is M, 3 is both
        if (flavour > 3) {
            throw Broken{};
        }
        const bool z = (code & k_ewkb_z) != 0 || flavour == 1 || flavour == 3;
        const bool m = (code & k_ewkb_m) != 0 || flavour >= 2;
        head.type = plain % 1000;
        head.dimensions = 2U + (z ? 1U : 0U) + (m ? 1U : 0U);
        return head;
    }

    /// A count of things that take at least `least` bytes each.
    std::size_t count(const Header& head, std::size_t least)
    {
        const std::size_t number = word<std::uint32_t>(head.swapped);
        if (number > m_rest.size() / least) {
            throw Broken{};
        }
        return number;
    }

    void polygon(const Header& head)
    {
        const std::size_t rings = count(head, 4);
        for (std::size_t i = 0; i < rings; ++i) {
            ring(head);
        }
        if (rings != 0) {
            m_column->close_part();
        }
    }

    void ring(const Header& head)
    {
        const std::size_t stride = 8 * head.dimensions;
        const std::size_t number = count(head, stride);
        const std::span<Point> room = m_column->add_ring(number);
        if (head.dimensions == 2 && !head.swapped) {
            if (number != 0) {
                std::memcpy(room.data(), m_rest.data(), number * stride);
            }
            m_rest = m_rest.subspan(number * stride);
            return;
        }
        for (Point& p : room) {
            p.x = word<double>(head.swapped);
            p.y = word<double>(head.swapped);
            m_rest = m_rest.subspan(stride - 16);
        }
    }

    void members(const Header& head, int depth)
    {
        const std::size_t number = count(head, 5);
        for (std::size_t i = 0; i < number; ++i) {
            geometry(depth + 1);
        }
    }

    /// Points and lines: passed over, so that what follows them in a collection is found.
    void skip(const Header& head, int depth)
    {
        switch (head.type) {
        case 1: // point
            skip_points(head, 1);
            break;
        case 2: // line
        case k_circular_string:
            skip_points(head, count(head, 8 * head.dimensions));
            break;
        case 4: // several points
        case 5: // several lines
        case k_compound_curve:
        case k_multi_curve:
            members(head, depth);
            break;
        default:
            throw Broken{};
        }
        m_left_out = true;
    }

    void skip_points(const Header& head, std::size_t number)
    {
        const std::size_t bytes = number * 8 * head.dimensions;
        if (bytes > m_rest.size()) {
            throw Broken{};
        }
        m_rest = m_rest.subspan(bytes);
    }

    Polygons* m_column;
    std::span<const std::byte> m_rest;
    bool m_left_out = false;
};

WkbContent content_of(const Polygons& column, bool left_something_out)
{
    const bool has_parts =
        column.part_count() > static_cast<std::size_t>(column.feature_start.back());
    if (has_parts) {
        return left_something_out ? WkbContent::partly_areal : WkbContent::areal;
    }
    return left_something_out ? WkbContent::not_areal : WkbContent::empty;
}

} // namespace

WkbContent append_wkb(Polygons& column, std::span<const std::byte> wkb)
{
    try {
        WkbReader reader{column, wkb};
        reader.geometry(0);
        const WkbContent content = content_of(column, reader.left_something_out());
        column.close_feature();
        return content;
    } catch (const Curved&) {
        column.drop_unfinished();
        return WkbContent::curved;
    } catch (const Broken&) {
        column.drop_unfinished();
        column.close_feature();
        return WkbContent::broken;
    }
}

WkbContent append_geopackage(Polygons& column, std::span<const std::byte> blob)
{
    // "GP", version, flags (bits 1-3: kind of envelope), SRS id, envelope.
    constexpr std::array<std::size_t, 5> k_envelope_bytes{0, 32, 48, 48, 64};
    const std::size_t kind = blob.size() < 8 ? k_envelope_bytes.size()
                                             : (std::to_integer<std::size_t>(blob[3]) >> 1U) & 7U;
    const bool good = kind < k_envelope_bytes.size() && blob[0] == std::byte{'G'} &&
                      blob[1] == std::byte{'P'} && blob.size() >= 8 + k_envelope_bytes[kind];
    if (!good) {
        column.close_feature();
        return WkbContent::broken;
    }
    return append_wkb(column, blob.subspan(8 + k_envelope_bytes[kind]));
}

bool has_heights(std::span<const std::byte> wkb) noexcept
{
    if (wkb.size() < 1 + sizeof(std::uint32_t)) {
        return false;
    }
    std::uint32_t code = 0;
    std::memcpy(&code, wkb.data() + 1, sizeof code);
    if ((wkb[0] == std::byte{1}) != (std::endian::native == std::endian::little)) {
        code = byte_swapped(code);
    }
    const std::uint32_t flavour = (code & 0x0fffffffU) / 1000;
    return (code & k_ewkb_z) != 0 || flavour == 1 || flavour == 3;
}

} // namespace tenglong::geo
