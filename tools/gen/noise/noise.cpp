#include "tools/gen/noise/noise.hpp"

#include "tools/gen/base/wave.hpp"
#include "tools/gen/noise/outline_noise.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace tenglong::tools::gen {

struct Noise::Spot {
    const Batch& batch;
    BatchRows& rows;
    std::size_t parcel;
    std::string code;

    [[nodiscard]] TableRow& parcel_row() const { return rows.parcels[parcel]; }

    void mark(TableRow& row, std::string_view noise, std::string_view issue,
              std::string detail = {}) const
    {
        row.marks.push_back({noise, issue, code, std::move(detail)});
    }

    /// Another row with the same content, at the end of the table's part.
    void repeat(std::vector<TableRow>& table, std::size_t at, std::string_view noise,
                std::string_view issue) const
    {
        TableRow copy = table[at];
        copy.marks.clear();
        mark(copy, noise, issue);
        table.push_back(std::move(copy));
    }
};

namespace {

// So that neighbours do not get all of it. The periods are primes: every kind has its turn.
constexpr std::int64_t k_stride = 7;
constexpr std::size_t k_building_kinds = 11; // kinds from here on spoil buildings
constexpr std::size_t k_enterprise_kinds = 15;
constexpr std::size_t k_supply_kinds = 23;

[[nodiscard]] std::string text_at(const TableRow& row, std::size_t column)
{
    const auto* text = std::get_if<std::string>(&row.row[column]);
    return text != nullptr ? *text : std::string{};
}

/// The first row whose column has that text.
[[nodiscard]] std::optional<std::size_t> row_of(const std::vector<TableRow>& table,
                                                std::size_t column, const std::string& value)
{
    const auto found = std::ranges::find_if(
        table, [&](const TableRow& row) { return text_at(row, column) == value; });
    return found == table.end() ? std::nullopt
                                : std::optional{static_cast<std::size_t>(found - table.begin())};
}

[[nodiscard]] double number_at(const TableRow& row, std::size_t column)
{
    const auto* number = std::get_if<double>(&row.row[column]);
    return number != nullptr ? *number : 0.0;
}

/// The ASCII characters in the full width that Chinese keyboards offer.
[[nodiscard]] std::string full_width(std::string_view text)
{
    std::string wide;
    for (const char c : text) {
        const auto code = static_cast<unsigned>(static_cast<unsigned char>(c)) + 0xFEE0U;
        wide += static_cast<char>(0xE0U | (code >> 12U));
        wide += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
        wide += static_cast<char>(0x80U | (code & 0x3FU));
    }
    return wide;
}

[[nodiscard]] std::string with_spaces(const std::string& code)
{
    return " " + code.substr(0, 6) + " " + code.substr(6) + " ";
}

[[nodiscard]] std::string with_commas(double number)
{
    const std::string plain = fmt::format("{:.2f}", number);
    const std::size_t whole = plain.size() - 3;
    std::string text;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0) {
            text += ',';
        }
        text += plain[i];
    }
    return text;
}

[[nodiscard]] std::string drifted(std::string name)
{
    for (const auto& [from, to] :
         {std::pair{"股份有限公司", "股份公司"}, std::pair{"有限责任公司", "有限公司"},
          std::pair{"有限公司", "有限责任公司"}, std::pair{"厂", " 厂"}}) {
        const auto at = name.rfind(from);
        if (at != std::string::npos) {
            return name.replace(at, std::string_view{from}.size(), to);
        }
    }
    return name + "公司";
}

/// Nothing in a column of figures becomes a stroke, as people write it.
void stroke_what_is_missing(BatchRows& rows)
{
    using namespace enterprise_column;
    constexpr std::size_t k_last = electricity + 4; // the four pollutants follow
    for (TableRow& row : rows.enterprises) {
        for (std::size_t column = tax; column <= k_last; ++column) {
            if (std::holds_alternative<std::monostate>(row.row[column])) {
                row.row[column] = std::string{"/"};
                row.marks.push_back({"stroke_for_missing", "", text_at(row, name), {}});
            }
        }
    }
}

} // namespace

Noise::Noise(const Options& options)
    : m_period{options.parcels < 200    ? 31
               : options.parcels < 1000 ? 61
                                        : 241}
{}

void Noise::spoil(const Batch& batch, BatchRows& rows)
{
    stroke_what_is_missing(rows);
    const std::size_t count = batch.parcels.size();
    for (std::size_t k = 0; k < count; ++k) {
        const Parcel& parcel = batch.parcels[k];
        const bool in_order = parcel.kind == "normal" && parcel.planted == nullptr;
        if (!in_order) {
            continue;
        }
        const auto kind = static_cast<std::size_t>(m_parcels++ * k_stride % m_period);
        if (kind >= k_noise_kinds) {
            continue;
        }
        Spot spot{batch, rows, k, parcel.code};
        if (kind >= k_supply_kinds) {
            spoil_supply(spot, kind);
        } else if (kind >= k_enterprise_kinds) {
            spoil_enterprise(spot, kind);
        } else if (kind >= k_building_kinds) {
            spoil_building(spot, kind);
        } else {
            spoil_parcel(spot, kind);
        }
    }
}

void Noise::spoil_parcel(Spot& spot, std::size_t kind)
{
    using namespace parcel_column;
    TableRow& row = spot.parcel_row();
    Ring& ring = row.shape.front().shell;
    const auto move_edge = [&](std::int64_t mm) {
        const auto& around = spot.batch.parcels[spot.parcel].neighbours;
        return std::ranges::any_of(around, [&](std::size_t other) {
            return move_shared_edge(ring, spot.batch.parcels[other].shape.front().shell, mm);
        });
    };
    const double registered = number_at(row, area);
    switch (kind) {
    case 0:
        spot.repeat(spot.rows.parcels, spot.parcel, "row_twice", "duplicate_row");
        break;
    case 1: // less, so that every figure a mu gets better and none comes near a line
        row.row[area] = rounded(registered * 0.997, 2);
        spot.mark(row, "area_off_0_3_percent", "area_differs");
        break;
    case 2:
        row.row[area] = rounded(registered * 0.92, 2);
        spot.mark(row, "area_off_8_percent", "area_differs");
        break;
    case 3:
        row.row[area] = rounded(registered * 3.0 / 2000.0, 2);
        row.row[area_unit] = std::string{"亩"};
        spot.mark(row, "area_in_mu", "");
        break;
    case 4:
        row.row[area] = Value{};
        spot.mark(row, "area_missing", "");
        break;
    case 5:
        row.row[code] = full_width(text_at(row, code).substr(0, 6)) + text_at(row, code).substr(6);
        spot.mark(row, "code_full_width", "");
        break;
    case 6:
        row.row[code] = text_at(row, code).substr(0, 18);
        spot.mark(row, "code_cut", "parcel_code_unusual");
        break;
    case 7:
        cross_itself(ring);
        spot.mark(row, "ring_loop", "ring_self_crossing");
        break;
    case 8:
        repeat_corner(ring);
        spot.mark(row, "corner_twice", "repeated_point");
        break;
    case 9:
        if (move_edge(1500)) {
            spot.mark(row, "edge_moved_out", "parcel_overlap");
        }
        break;
    default:
        if (move_edge(-60)) {
            spot.mark(row, "edge_moved_in", "parcel_gap");
        }
        break;
    }
}

void Noise::spoil_building(Spot& spot, std::size_t kind)
{
    using namespace building_column;
    auto& table = spot.rows.buildings;
    const auto at = row_of(table, parcel, spot.code);
    if (!at) {
        return;
    }
    TableRow& row = table[*at];
    switch (kind) {
    case 11:
        spot.repeat(table, *at, "row_twice", "duplicate_building");
        break;
    case 12: // the floor area is still there
        row.row[all] = Value{};
        row.row[above] = Value{};
        spot.mark(row, "storeys_missing", "");
        break;
    case 13: // the storeys are still there
        row.row[floor] = Value{};
        spot.mark(row, "floor_area_missing", "");
        break;
    default:
        row.row[height] = 999.0;
        spot.mark(row, "height_999", "number_out_of_range");
        break;
    }
}

void Noise::spoil_enterprise(Spot& spot, std::size_t kind)
{
    using namespace enterprise_column;
    auto& table = spot.rows.enterprises;
    const auto at = row_of(table, parcel, spot.code);
    if (!at) {
        return;
    }
    TableRow& row = table[*at];
    const std::string credit = text_at(row, credit_code);
    switch (kind) {
    case 15:
        spot.repeat(table, *at, "row_twice", "duplicate_enterprise");
        break;
    case 16:
        row.row[credit_code] = with_spaces(credit);
        spot.mark(row, "code_with_spaces", "");
        break;
    case 17:
        row.row[credit_code] = credit.substr(0, 17) + (credit.back() == '0' ? '1' : '0');
        spot.mark(row, "check_digit_wrong", "credit_code_unusual");
        break;
    case 18:
        row.row[name] = drifted(text_at(row, name));
        row.row[credit_code] = Value{};
        spot.mark(row, "name_drift", "enterprise_unmatched");
        break;
    case 19:
        row.row[revenue] = with_commas(number_at(row, revenue));
        spot.mark(row, "number_as_text", "");
        break;
    case 20:
        row.row[own] = rounded(number_at(row, own) * 2000.0 / 3.0, 2);
        spot.mark(row, "land_in_m2", "land_unit_slip");
        break;
    case 21:
        row.row[parcel] = full_width(spot.code);
        spot.mark(row, "code_full_width", "");
        break;
    default:
        row.row[parcel] = spot.code.substr(0, 14) + "99999";
        spot.mark(row, "code_of_no_parcel", "parcel_code_not_found");
        break;
    }
}

void Noise::spoil_supply(Spot& spot, std::size_t kind)
{
    using namespace supply_column;
    auto& table = spot.rows.supply;
    const auto at = row_of(table, parcel, spot.code);
    if (!at) {
        return;
    }
    TableRow& row = table[*at];
    switch (kind) {
    case 23:
        std::swap(row.row[actual_start], row.row[actual_completion]);
        spot.mark(row, "dates_swapped", "dates_contradict");
        break;
    case 24:
        if (const auto* date = std::get_if<Date>(&row.row[contract])) {
            row.row[contract] =
                fmt::format("{}年{}月{}日", date->year(), date->month(), date->day());
            spot.mark(row, "date_in_words", "");
        }
        break;
    default:
        spot.repeat(table, *at, "row_twice", "duplicate_supply");
        break;
    }
}

} // namespace tenglong::tools::gen
