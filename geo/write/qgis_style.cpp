#include "geo/write/qgis_style.hpp"

#include "geo/write/qgis_look.hpp"

#include <fmt/format.h>

#include <set>
#include <string_view>

namespace tenglong::geo {

namespace {

[[nodiscard]] std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

[[nodiscard]] std::string rgba(Colour colour, int opacity)
{
    return fmt::format("{},{},{},{}", colour.red, colour.green, colour.blue, opacity);
}

constexpr Colour k_edge = Colour::of(0x464646);
constexpr Colour k_letters = Colour::of(0x202020);
constexpr Colour k_plain = Colour::of(0x99A3AD);
constexpr int k_opaque = 255;
constexpr int k_see_through = 215;

[[nodiscard]] std::string symbol(std::size_t name, Colour colour, ShapeKind shape,
                                 const QgisLook& look)
{
    const bool is_point = shape == ShapeKind::points;
    const std::string kind =
        is_point ? R"(<prop k="name" v="circle"/><prop k="size" v="2.6"/>)"
                 : fmt::format(R"(<prop k="style" v="{}"/><prop k="outline_style" v="{}"/>)",
                               look.fill, look.dash);
    return fmt::format(R"(<symbol name="{}" type="{}" alpha="1"><layer class="{}" enabled="1">)"
                       R"(<prop k="color" v="{}"/><prop k="outline_color" v="{}"/>)"
                       R"(<prop k="outline_width" v="{}"/>{}</layer></symbol>)",
                       name, is_point ? "marker" : "fill", is_point ? "SimpleMarker" : "SimpleFill",
                       rgba(colour, is_point ? k_opaque : k_see_through),
                       rgba(look.outline.value_or(k_edge), k_opaque), look.outline_mm, kind);
}

/// The codes that stand in a column, a cell that is missing as "".
[[nodiscard]] std::set<std::string_view> codes_in(const ResultColumn& column)
{
    std::set<std::string_view> found;
    for (std::size_t row = 0; row < column.size(); ++row) {
        found.insert(column.present(row) ? column.text(row) : std::string_view{});
    }
    return found;
}

/// The legend has what can be coloured and what is there, so that it fits beside the map.
[[nodiscard]] std::string categories_of(const ResultTable& table, const Dictionary& words,
                                        Lang lang, const QgisLook& look)
{
    const auto there = codes_in(table[table.colour_by()]);
    std::string categories;
    std::string symbols;
    std::size_t number = 0;
    const auto add = [&](const DictionaryEntry& entry) {
        categories += fmt::format(R"(<category symbol="{}" value="{}" label="{}" render="true"/>)",
                                  number, escaped(entry.code), escaped(entry.label.in(lang)));
        symbols += symbol(number, entry.colour.value_or(k_plain), table.shape(), look);
        ++number;
    };
    for (const DictionaryEntry& entry : words.entries()) {
        if (entry.colour || there.contains(entry.code)) {
            add(entry);
        }
    }
    add({"", {"其他", "other"}, k_plain}); // what has no value, or one that is not known
    return fmt::format(R"(<renderer-v2 type="categorizedSymbol" attr="{}"><categories>{})"
                       "</categories><symbols>{}</symbols></renderer-v2>",
                       table.colour_by(), categories, symbols);
}

[[nodiscard]] std::string renderer(const ResultTable& table, Lang lang, const QgisLook& look)
{
    const Dictionary* words =
        table.colour_by().empty() ? nullptr : table[table.colour_by()].spec().words.get();
    return words == nullptr
               ? R"(<renderer-v2 type="singleSymbol"><symbols>)" +
                     symbol(0, look.colour, table.shape(), look) + "</symbols></renderer-v2>"
               : categories_of(table, *words, lang, look);
}

/// Letters with a white rim, left out where they do not fit into their shape.
[[nodiscard]] std::string labelling(const QgisLook& look)
{
    if (look.label.empty()) {
        return {};
    }
    const bool outline_only = look.fill == "no";
    return fmt::format(
        R"(<labeling type="simple"><settings><text-style isExpression="1" fieldName="{}" )"
        R"(fontSize="{}" fontSizeUnit="Point" fontWeight="50" textOpacity="1" textColor="{}" multilineHeight="0.9">)"
        R"(<text-buffer bufferDraw="1" bufferSize="0.9" bufferSizeUnits="MM" )"
        R"(bufferColor="255,255,255,255"/></text-style><text-format multilineAlign="1"/>)"
        R"(<placement placement="{}" fitInPolygonOnly="{}" centroidInside="1"/>)"
        R"(<rendering drawLabels="1" scaleVisibility="{}" scaleMin="0" scaleMax="{}"/>)"
        R"(</settings></labeling>)",
        escaped(look.label), outline_only ? 9 : 7,
        rgba(outline_only ? look.outline.value_or(k_letters) : k_letters, k_opaque),
        outline_only ? 0 : 1, outline_only ? 0 : 1, look.label_scale > 0 ? 1 : 0, look.label_scale);
}

/// Forms and tables show what a code says, not the code.
[[nodiscard]] std::string value_maps(const ResultTable& table, Lang lang)
{
    std::string fields;
    for (const ResultColumn& column : table.columns()) {
        const ColumnSpec& spec = column.spec();
        if (spec.words == nullptr || spec.many) {
            continue;
        }
        fields += fmt::format(R"(<field name="{}"><editWidget type="ValueMap"><config>)"
                              R"(<Option type="Map"><Option type="List" name="map">)",
                              spec.name);
        for (const DictionaryEntry& entry : spec.words->entries()) {
            fields += fmt::format(R"(<Option type="Map"><Option type="QString" name="{}" )"
                                  R"(value="{}"/></Option>)",
                                  escaped(entry.label.in(lang)), escaped(entry.code));
        }
        fields += "</Option></Option></config></editWidget></field>";
    }
    return "<fieldConfiguration>" + fields + "</fieldConfiguration>";
}

[[nodiscard]] std::string aliases(const ResultTable& table, Lang lang)
{
    std::string found;
    std::size_t index = 1; // 0 is the row number, fid
    for (const ResultColumn& column : table.columns()) {
        found += fmt::format(R"(<alias field="{}" index="{}" name="{}"/>)", column.spec().name,
                             index++, escaped(column.spec().heading().in(lang)));
    }
    return "<aliases>" + found + "</aliases>";
}

} // namespace

std::string qgis_style(const ResultTable& table, Lang lang)
{
    const QgisLook look = qgis_look(table, lang);
    const bool lettered = table.shape() != ShapeKind::none && !look.label.empty();
    const std::string shown = table.shape() == ShapeKind::none
                                  ? std::string{}
                                  : renderer(table, lang, look) + labelling(look);
    const std::string title =
        table.key().empty() ? std::string{}
                            : fmt::format("<previewExpression>&quot;{}&quot;</previewExpression>",
                                          escaped(table.key()));
    return fmt::format("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
                       R"(<qgis version="3.22" labelsEnabled="{}" )"
                       R"(styleCategories="Symbology|Labeling|Fields|Forms">)",
                       lettered ? 1 : 0) +
           shown + value_maps(table, lang) + aliases(table, lang) + title + "</qgis>\n";
}

} // namespace tenglong::geo
