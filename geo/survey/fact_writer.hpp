#pragma once

#include "core/facts/fact_table.hpp"

#include <string_view>

namespace tenglong::geo {

/// Writes a fact that a step computes, with the step as its origin.
class FactWriter {
public:
    FactWriter(FactTable& facts, std::string_view fact, Text how)
        : m_column{&facts.column(fact)}, m_state{
                                             m_column->add({true, SourceId::none, std::move(how)})}
    {}
    /// With what the catalogue says of it as its origin.
    FactWriter(FactTable& facts, std::string_view fact)
        : FactWriter{facts, fact, facts.catalogue()[facts.id(fact)].how}
    {}

    void number(std::size_t row, double value) { m_column->set_number(row, value, m_state); }
    void yes_no(std::size_t row, bool value) { m_column->set_yes_no(row, value, m_state); }
    void date(std::size_t row, Date value) { m_column->set_date(row, value, m_state); }
    void text(std::size_t row, TextId value) { m_column->set_text(row, value, m_state); }
    /// A reason why it is missing; made once for many rows.
    [[nodiscard]] FactColumn::State because(Text why)
    {
        return m_column->add({false, SourceId::none, std::move(why)});
    }
    void missing(std::size_t row, FactColumn::State reason) { m_column->set_missing(row, reason); }

    [[nodiscard]] bool present(std::size_t row) const noexcept { return m_column->present(row); }

private:
    FactColumn* m_column;
    FactColumn::State m_state;
};

} // namespace tenglong::geo
