#include "core/tables/cell_text.hpp"

#include "core/base/number.hpp"

#include <fmt/format.h>

namespace tenglong {

namespace {

[[nodiscard]] std::string shown_number(const ColumnSpec& spec, double value)
{
    return spec.percent ? format_number(value * 100.0, spec.decimals) + "%"
                        : format_number(value, spec.decimals);
}

} // namespace

std::string plain_text(const ResultColumn& column, std::size_t row)
{
    if (!column.present(row)) {
        return {};
    }
    switch (column.spec().type) {
    case ColumnType::number:
        // The shortest text that reads back as the same double.
        return fmt::format("{}", column.number(row));
    case ColumnType::integer:
        return fmt::format("{}", column.integer(row));
    case ColumnType::date:
        return column.date(row).iso();
    case ColumnType::yes_no:
        return column.yes_no(row) ? "true" : "false";
    default:
        return std::string{column.text(row)};
    }
}

std::string shown_text(const ResultColumn& column, std::size_t row, Lang lang)
{
    if (!column.present(row)) {
        return {};
    }
    switch (column.spec().type) {
    case ColumnType::number:
        return shown_number(column.spec(), column.number(row));
    case ColumnType::yes_no:
        return (column.yes_no(row) ? msg("yes") : msg("no")).in(lang);
    case ColumnType::code:
        return shown_codes(column, row, lang);
    default:
        return plain_text(column, row);
    }
}

std::string shown_codes(const ResultColumn& column, std::size_t row, Lang lang)
{
    const ColumnSpec& spec = column.spec();
    const auto shown = [&](std::string_view code) {
        return spec.words ? spec.words->shown(code, lang) : code;
    };
    if (!spec.many) {
        return std::string{shown(column.text(row))};
    }
    std::string joined;
    for (const std::string_view code : column.codes(row)) {
        if (!joined.empty()) {
            joined += lang == Lang::zh ? "、" : ", ";
        }
        joined += shown(code);
    }
    return joined;
}

} // namespace tenglong
