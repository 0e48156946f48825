#include "geo/read/row_judge.hpp"

#include "core/base/text.hpp"
#include "geo/read/header_text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace tenglong::geo {

std::optional<Text> RowJudge::why_no_data(std::size_t row) const
{
    if (is_header_again(row)) {
        return msg("it repeats the header");
    }
    if (is_total(row)) {
        return msg("it is a total");
    }
    if (is_note(row)) {
        return msg("it is a note");
    }
    return std::nullopt;
}

bool RowJudge::is_header_again(std::size_t row) const
{
    std::size_t same = 0;
    const std::size_t last = m_header.first + m_header.rows - 1;
    for (const std::size_t i : m_sources) {
        const std::string_view text = m_grid.text(row, i);
        if (!text.empty() && text != m_grid.text(m_header.first, i) &&
            text != m_grid.text(last, i)) {
            return false;
        }
        same += text.empty() ? 0 : 1;
    }
    return same >= 2;
}

bool RowJudge::is_total(std::size_t row) const
{
    static constexpr auto k_words = std::to_array<std::string_view>(
        {"合计", "总计", "小计", "共计", "累计", "汇总", "平均", "平均值", "本页小计", "本页合计",
         "全市合计", "全县合计", "全区合计", "total", "sum", "subtotal"});
    bool found = false;
    for (std::size_t column = 0; column < m_grid.width(row); ++column) {
        const std::string key = header_key(m_grid.text(row, column));
        if (key.empty()) {
            continue;
        }
        const bool word =
            std::find(k_words.begin(), k_words.end(), key) != k_words.end() ||
            ((key.ends_with("合计") || key.ends_with("小计") || key.ends_with("总计")) &&
             code_points(key).size() <= 12);
        found = found || word;
        if (word) {
            continue;
        }
        const auto source = std::find(m_sources.begin(), m_sources.end(), column);
        if (source != m_sources.end()) {
            const Field& field =
                m_table.columns()[static_cast<std::size_t>(source - m_sources.begin())].field();
            if (field.type == FieldType::code && !is_missing_mark(m_grid.text(row, column))) {
                return false;
            }
        }
    }
    return found;
}

bool RowJudge::is_note(std::size_t row) const
{
    static constexpr auto k_words = std::to_array<std::string_view>(
        {"注", "备注", "说明", "填表", "制表", "审核", "单位负责人", "统计负责人", "填报",
         "数据来源", "来源", "联系人", "联系电话", "note"});
    std::string_view only;
    std::size_t texts = 0;
    for (std::size_t column = 0; column < m_grid.width(row); ++column) {
        const std::string_view text = m_grid.text(row, column);
        texts += text.empty() ? 0 : 1;
        only = only.empty() ? text : only;
    }
    const std::string half = to_half_width(only);
    const bool signed_line =
        half.find(':') != std::string::npos &&
        std::any_of(k_words.begin(), k_words.end(),
                    [&](std::string_view word) { return half.starts_with(word); });
    constexpr std::size_t k_long = 25;
    return signed_line ||
           (texts == 1 && m_sources.size() >= 3 && code_points(only).size() > k_long);
}

} // namespace tenglong::geo
