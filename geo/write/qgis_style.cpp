#include "geo/write/qgis_style.hpp"

#include <fmt/format.h>

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

[[nodiscard]] std::string symbol(std::size_t name, Colour colour, ShapeKind shape)
{
    const bool is_point = shape == ShapeKind::points;
    return fmt::format(R"(<symbol name="{}" type="{}" alpha="1"><layer class="{}" )"
                       R"(enabled="1"><prop k="color" v="{},{},{},{}"/>)"
                       R"(<prop k="outline_color" v="70,70,70,255"/>)"
                       R"(<prop k="outline_width" v="0.2"/>{}</layer></symbol>)",
                       name, is_point ? "marker" : "fill", is_point ? "SimpleMarker" : "SimpleFill",
                       colour.red, colour.green, colour.blue, is_point ? 255 : 170,
                       is_point ? R"(<prop k="name" v="circle"/><prop k="size" v="2.4"/>)"
                                : R"(<prop k="style" v="solid"/>)");
}

[[nodiscard]] std::string renderer(const ResultTable& table, Lang lang)
{
    const Dictionary* words =
        table.colour_by().empty() ? nullptr : table[table.colour_by()].spec().words.get();
    constexpr Colour k_plain = Colour::of(0x99A3AD);
    if (words == nullptr) {
        return R"(<renderer-v2 type="singleSymbol"><symbols>)" + symbol(0, k_plain, table.shape()) +
               "</symbols></renderer-v2>";
    }
    std::string categories;
    std::string symbols;
    std::size_t number = 0;
    const auto add = [&](const DictionaryEntry& entry) {
        categories += fmt::format(R"(<category symbol="{}" value="{}" label="{}" )"
                                  R"(render="true"/>)",
                                  number, escaped(entry.code), escaped(entry.label.in(lang)));
        symbols += symbol(number, entry.colour.value_or(k_plain), table.shape());
        ++number;
    };
    for (const DictionaryEntry& entry : words->entries()) {
        add(entry);
    }
    add({"",
         {"其他", "other"},
         k_plain}); // what has no value, or one that is not in the dictionary
    return fmt::format(R"(<renderer-v2 type="categorizedSymbol" attr="{}"><categories>{})"
                       "</categories><symbols>{}</symbols></renderer-v2>",
                       table.colour_by(), categories, symbols);
}

} // namespace

std::string qgis_style(const ResultTable& table, Lang lang)
{
    std::string aliases;
    std::size_t index = 1; // 0 is the row number, fid
    for (const ResultColumn& column : table.columns()) {
        aliases += fmt::format(R"(<alias field="{}" index="{}" name="{}"/>)", column.spec().name,
                               index++, escaped(column.spec().heading().in(lang)));
    }
    const std::string shown =
        table.shape() == ShapeKind::none ? std::string{} : renderer(table, lang);
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
           R"(<qgis version="3.22" styleCategories="Symbology|Fields">)" +
           shown + "<aliases>" + aliases + "</aliases></qgis>\n";
}

} // namespace tenglong::geo
