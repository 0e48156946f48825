#include "geo/read/text_column.hpp"

#include "core/base/error.hpp"

#include <functional>
#include <limits>

namespace tenglong::geo {

void TextColumn::add(std::string_view text)
{
    m_refs.push_back(text.empty() ? Ref{} : keep(text));
}

void TextColumn::add_shared(std::string_view text)
{
    if (text.empty()) {
        add_missing();
        return;
    }
    m_refs.push_back({static_cast<std::uint32_t>(text.data() - m_bytes->data()),
                      static_cast<std::uint32_t>(text.size())});
}

void TextColumn::set(std::size_t row, std::string_view text)
{
    m_refs[row] = text.empty() ? Ref{} : keep(text);
}

std::size_t TextColumn::memory() const noexcept
{
    return m_refs.capacity() * sizeof(Ref) + m_bytes->capacity();
}

TextColumn::Ref TextColumn::keep(std::string_view text)
{
    Ref& recent = m_recent[std::hash<std::string_view>{}(text) % m_recent.size()];
    if (recent.length == text.size() &&
        std::string_view{m_bytes->data() + recent.offset, recent.length} == text) {
        return recent;
    }
    if (m_bytes->size() + text.size() > std::numeric_limits<std::uint32_t>::max()) {
        throw Error{msg("a column of more than 4 GB of text cannot be read")};
    }
    recent = {static_cast<std::uint32_t>(m_bytes->size()), static_cast<std::uint32_t>(text.size())};
    *m_bytes += text;
    return recent;
}

} // namespace tenglong::geo
