#include "tools/ledger/formats.hpp"

namespace tenglong::tools {

namespace {

constexpr const char* k_font = "宋体";
constexpr std::uint32_t k_no_ground = 0xFFFFFFFF;

/// How a column's figures are printed.
[[nodiscard]] std::string number_format(const ColumnSpec& spec)
{
    switch (spec.type) {
    case ColumnType::number: {
        const std::string decimals(static_cast<std::size_t>(spec.decimals), '0');
        const std::string places = decimals.empty() ? "" : "." + decimals;
        return spec.percent ? "0" + places + "%" : "#,##0" + places;
    }
    case ColumnType::integer:
        return "0";
    case ColumnType::date:
        return "yyyy-mm-dd";
    default:
        return "@";
    }
}

[[nodiscard]] int alignment(const ColumnSpec& spec)
{
    switch (spec.type) {
    case ColumnType::number:
    case ColumnType::integer:
        return LXW_ALIGN_RIGHT;
    case ColumnType::text:
    case ColumnType::json:
        return LXW_ALIGN_LEFT;
    default:
        return spec.many ? LXW_ALIGN_LEFT : LXW_ALIGN_CENTER;
    }
}

} // namespace

lxw_format* Formats::title()
{
    lxw_format* format = workbook_add_format(m_workbook);
    format_set_font_name(format, k_font);
    format_set_font_size(format, 18);
    format_set_bold(format);
    format_set_align(format, LXW_ALIGN_LEFT);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    return format;
}

lxw_format* Formats::subtitle()
{
    lxw_format* format = workbook_add_format(m_workbook);
    format_set_font_name(format, k_font);
    format_set_font_size(format, 10);
    format_set_align(format, LXW_ALIGN_LEFT);
    return format;
}

lxw_format* Formats::heading()
{
    lxw_format* format = made("@", LXW_ALIGN_CENTER, true, Colour::of(0xDCE6F1));
    return format;
}

lxw_format* Formats::cell(const ColumnSpec& spec, std::optional<Colour> ground)
{
    return made(number_format(spec), alignment(spec), false, ground);
}

lxw_format* Formats::total(const ColumnSpec& spec)
{
    return made(number_format(spec), alignment(spec), true, Colour::of(0xF2F2F2));
}

lxw_format* Formats::made(const std::string& number, int align, bool bold,
                          std::optional<Colour> ground)
{
    const Key key{number, align, bold, ground ? ground->rgb() : k_no_ground};
    lxw_format*& format = m_made[key];
    if (format == nullptr) {
        format = workbook_add_format(m_workbook);
        format_set_font_name(format, k_font);
        format_set_font_size(format, 10);
        format_set_num_format(format, number.c_str());
        format_set_align(format, static_cast<std::uint8_t>(align));
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, 0x9C9C9C);
        if (align != LXW_ALIGN_RIGHT) {
            format_set_text_wrap(format);
        }
        if (bold) {
            format_set_bold(format);
        }
        if (ground) {
            format_set_bg_color(format, ground->rgb());
        }
    }
    return format;
}

} // namespace tenglong::tools
