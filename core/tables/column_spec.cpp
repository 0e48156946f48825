#include "core/tables/column_spec.hpp"

#include <array>

namespace tenglong {

namespace {

struct TypeWords {
    std::string_view key;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array<TypeWords, 7> k_types{{{"text", "文本", "text"},
                                            {"code", "代码", "code"},
                                            {"number", "数值", "number"},
                                            {"integer", "整数", "whole number"},
                                            {"date", "日期", "date"},
                                            {"yes_no", "是否", "yes or no"},
                                            {"json", "JSON", "JSON"}}};

} // namespace

std::string_view key_of(ColumnType type) noexcept
{
    return k_types[static_cast<std::size_t>(type)].key;
}

Text label_of(ColumnType type)
{
    const TypeWords& words = k_types[static_cast<std::size_t>(type)];
    return {std::string{words.zh}, std::string{words.en}};
}

Text ColumnSpec::heading() const
{
    const Text symbol = percent ? Text{"%", "%"} : unit.symbol();
    return {symbol.zh.empty() ? label.zh : label.zh + "（" + symbol.zh + "）",
            symbol.en.empty() ? label.en : label.en + " (" + symbol.en + ")"};
}

} // namespace tenglong
