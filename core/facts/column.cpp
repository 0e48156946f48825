#include "core/facts/column.hpp"

#include <algorithm>
#include <stdexcept>

namespace tenglong {

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
    if (found == m_provenances.end()) {
        if (index > 255) {
            throw std::length_error{"a fact has more than 255 provenances"};
        }
        m_provenances.push_back(provenance);
        m_present.at(index) = provenance.present;
    }
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
