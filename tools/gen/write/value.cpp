#include "tools/gen/write/value.hpp"

#include <fmt/format.h>

namespace tenglong::tools::gen {

std::string text_of(const Value& value, const Column& column)
{
    struct Writer {
        const Column& column;
        std::string operator()(std::monostate /*nothing*/) const { return {}; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(double number) const
        {
            return fmt::format("{:.{}f}", number, column.decimals);
        }
        std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
        std::string operator()(Date date) const { return date.iso(); }
    };
    return std::visit(Writer{column}, value);
}

Value yes_no(bool value)
{
    return std::string{value ? "是" : "否"};
}

} // namespace tenglong::tools::gen
