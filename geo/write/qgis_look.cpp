#include "geo/write/qgis_look.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

namespace tenglong::geo {

namespace {

constexpr Colour k_line = Colour::of(0xB03A2E);
constexpr Colour k_block = Colour::of(0x8E1B5B);
constexpr Colour k_free = Colour::of(0x1E8449);
constexpr Colour k_lost = Colour::of(0x424949);
constexpr const char* k_new_line = R"( || '\n' || )";

/// "14.4 亩", or nothing where there is no figure.
[[nodiscard]] std::string area_label(std::string_view column, int decimals, Lang lang)
{
    return fmt::format(R"(coalesce(format_number("{}", {}) || ' {}', ''))", column, decimals,
                       lang == Lang::zh ? "亩" : "mu");
}

/// The end of a code tells neighbours apart, and the whole of it fits no parcel.
[[nodiscard]] std::string code_end(std::string_view column)
{
    return fmt::format(R"(right("{}", 7))", column);
}

[[nodiscard]] bool has(const ResultTable& table, std::initializer_list<const char*> columns)
{
    return std::all_of(columns.begin(), columns.end(),
                       [&](const char* column) { return table.find(column).has_value(); });
}

/// The name of a row where it is not the name that counts.
[[nodiscard]] std::string named(const ResultTable& table)
{
    return table.key().empty() ? std::string{} : fmt::format(R"("{}")", table.key());
}

[[nodiscard]] QgisLook line_look(const ResultTable& table, bool before)
{
    QgisLook look;
    look.fill = "no";
    look.outline = before ? Colour::of(0x7F8C8D) : k_line;
    look.outline_mm = before ? 0.4 : 0.6;
    look.dash = before ? "dash" : "solid";
    look.label = has(table, {"name"}) ? R"("name")" : "";
    look.label_scale = 25'000;
    return look;
}

} // namespace

QgisLook qgis_look(const ResultTable& table, Lang lang)
{
    const std::string& id = table.id();
    QgisLook look;
    if (id == "line_before" || id == "line_after") {
        return line_look(table, id == "line_before");
    }
    if (id == "blocks") {
        look.fill = "no";
        look.outline = k_block;
        look.outline_mm = 0.7;
        look.label = named(table);
        if (has(table, {"block_id", "area_mu"})) {
            look.label += k_new_line + area_label("area_mu", 1, lang);
        }
        return look;
    }
    if (id == "vacant") {
        look.fill = "b_diagonal";
        look.colour = k_free;
        look.outline = k_free;
        look.label = has(table, {"area_mu"}) ? area_label("area_mu", 2, lang) : "";
        look.label_scale = 10'000;
        return look;
    }
    if (id == "changes_lost") {
        look.fill = "diagonal_x";
        look.colour = k_lost;
        look.outline = k_lost;
    }
    look.label = named(table);
    look.label_scale = 10'000;
    if (has(table, {"parcel_code", "area_mu"})) {
        look.label = code_end("parcel_code") + k_new_line + area_label("area_mu", 1, lang);
    }
    return look;
}

} // namespace tenglong::geo
