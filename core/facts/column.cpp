#include "core/facts/column.hpp"

#include <algorithm>

namespace tenglong {

namespace {

constexpr std::size_t k_most_provenances = 254;

[[nodiscard]] const Provenance& various()
{
    static const Provenance one{false, SourceId::none, msg("various; see the sources")};
    return one;
}

} // namespace

FactColumn::FactColumn(FactType type, std::size_t rows)
    : m_type{type}, m_states(rows, k_not_given), m_provenances{Provenance{false, SourceId::none,
                                                                          msg("not given")}}
{
    switch (type) {
    case FactType::number:
        m_numbers.resize(rows);
        break;
    case FactType::yes_no:
        m_bytes.resize(rows);
        break;
    case FactType::date:
    case FactType::code:
    case FactType::text:
    case FactType::set:
        m_words.resize(rows);
        break;
    }
}

FactColumn::State FactColumn::add(const Provenance& provenance)
{
    const auto found = std::find(m_provenances.begin(), m_provenances.end(), provenance);
    const auto index = static_cast<std::size_t>(found - m_provenances.begin());
    if (found != m_provenances.end()) {
        return static_cast<State>(index);
    }
    // The last two are kept for what comes after too many: the value stays, its story is short.
    const bool is_catch_all = provenance.note == various().note;
    if (index >= k_most_provenances && !is_catch_all) {
        Provenance rest = various();
        rest.present = provenance.present;
        return add(rest);
    }
    m_provenances.push_back(provenance);
    m_present.at(index) = provenance.present;
    return static_cast<State>(index);
}

std::size_t FactColumn::bytes_per_row() const noexcept
{
    switch (m_type) {
    case FactType::number:
        return sizeof(double) + sizeof(State);
    case FactType::yes_no:
        return sizeof(std::uint8_t) + sizeof(State);
    default:
        return sizeof(std::int32_t) + sizeof(State);
    }
}

} // namespace tenglong
