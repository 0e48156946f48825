#include "tools/bench/enterprises.hpp"

#include "core/base/error.hpp"
#include "geo/measure/point_places.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <fstream>
#include <functional>
#include <iterator>
#include <limits>

namespace tenglong::bench {

namespace {

constexpr std::size_t k_columns = 10;

double number(std::string_view text)
{
    double value = std::numeric_limits<double>::quiet_NaN();
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string_view without_blanks(std::string_view text)
{
    while (text.starts_with(' ')) {
        text.remove_prefix(1);
    }
    while (text.ends_with(' ')) {
        text.remove_suffix(1);
    }
    return text;
}

} // namespace

Enterprises read_enterprises(const std::string& path)
{
    std::ifstream stream{path, std::ios::binary | std::ios::ate};
    if (!stream) {
        throw Error{msg("cannot open '{}'", path)};
    }
    Enterprises table;
    table.file.resize(static_cast<std::size_t>(stream.tellg()));
    stream.seekg(0);
    stream.read(table.file.data(), static_cast<std::streamsize>(table.file.size()));
    std::string_view rest{table.file};
    rest.remove_prefix(rest.find('\n') + 1);
    while (!rest.empty()) {
        std::array<std::string_view, k_columns> cells;
        for (std::size_t i = 0; i < k_columns; ++i) {
            const std::size_t end = rest.find(i + 1 < k_columns ? ',' : '\n');
            cells[i] = rest.substr(0, end);
            rest.remove_prefix(end + 1);
        }
        table.code.push_back(without_blanks(cells[2]));
        table.place.push_back({number(cells[3]), number(cells[4])});
        table.tax.push_back(number(cells[5]));
        table.value_added.push_back(number(cells[6]));
    }
    return table;
}

std::vector<std::uint32_t> parcels_by_code(const Enterprises& enterprises,
                                           const Texts& parcel_codes)
{
    const std::size_t parcels = parcel_codes.start.size() - 1;
    const std::size_t slots = std::bit_ceil(2 * parcels + 1);
    const std::hash<std::string_view> hash;
    std::vector<std::uint32_t> table(slots, geo::k_nowhere);
    const auto slot_of = [&](std::string_view code) {
        std::size_t slot = hash(code) & (slots - 1);
        while (table[slot] != geo::k_nowhere && parcel_codes[table[slot]] != code) {
            slot = (slot + 1) & (slots - 1);
        }
        return slot;
    };
    for (std::uint32_t i = 0; i < parcels; ++i) {
        std::uint32_t& entry = table[slot_of(parcel_codes[i])];
        entry = std::min(entry, i);
    }
    std::vector<std::uint32_t> found;
    found.reserve(enterprises.code.size());
    for (const std::string_view code : enterprises.code) {
        found.push_back(table[slot_of(code)]);
    }
    return found;
}

} // namespace tenglong::bench
