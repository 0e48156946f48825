#include "geo/run/origins.hpp"

#include "core/tables/record_tables.hpp"

#include <utility>

namespace tenglong::geo {

namespace {

void add_text_or_none(ResultColumn& column, const std::string& text)
{
    if (text.empty()) {
        column.add_missing();
    } else {
        column.add_text(text);
    }
}

} // namespace

Origins::Origins() : m_table{origins_table()} {}

std::uint32_t Origins::number(const SharedOrigin& origin)
{
    const auto next = static_cast<std::uint32_t>(m_numbers.size() + 1);
    const auto [found, is_new] =
        m_numbers.try_emplace({origin.given, origin.source, origin.note.zh, origin.note.en}, next);
    if (is_new) {
        m_table["origin"].add_integer(next);
        m_table["given"].add_yes_no(origin.given);
        if (origin.source > 0) {
            m_table["source"].add_integer(origin.source);
        }
        add_text_or_none(m_table["source_file"], origin.file);
        add_text_or_none(m_table["source_layer"], origin.layer);
        add_text_or_none(m_table["note_zh"], origin.note.zh);
        add_text_or_none(m_table["note_en"], origin.note.en);
        m_table.complete();
    }
    return found->second;
}

ResultTable Origins::take()
{
    return std::move(m_table);
}

} // namespace tenglong::geo
