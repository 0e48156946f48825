#pragma once

#include "core/facts/fact_table.hpp"

#include <string_view>
#include <utility>

namespace tenglong::geo {

/// A view of one fact of all subjects, for steps that compute others from it.
class FactValues {
public:
    FactValues(const FactTable& facts, std::string_view name)
        : m_facts{&facts}, m_id{facts.id(name)}
    {}

    [[nodiscard]] bool has(std::size_t row) const
    {
        const FactColumn* column = m_facts->find(m_id);
        return column != nullptr && column->present(row);
    }
    [[nodiscard]] std::optional<Date> date(std::size_t row) const
    {
        return m_facts->date(m_id, row);
    }
    [[nodiscard]] std::optional<double> number(std::size_t row) const
    {
        return m_facts->number(m_id, row);
    }
    [[nodiscard]] std::optional<bool> yes_no(std::size_t row) const
    {
        return m_facts->yes_no(m_id, row);
    }
    [[nodiscard]] const Text& label() const { return m_facts->catalogue()[m_id].label; }

private:
    const FactTable* m_facts;
    FactId m_id;
};

/// Fills one fact where it is not given. What is given stays, and so does its origin.
class FactFiller {
public:
    FactFiller(FactTable& facts, std::string_view name)
        : m_column{facts.column(name)}, m_rows{facts.rows()}
    {}

    using State = FactColumn::State;

    /// A value that was computed, and from what.
    [[nodiscard]] State from(Text note)
    {
        return m_column.add({true, SourceId::none, std::move(note)});
    }
    /// Why there is none.
    [[nodiscard]] State missing(Text note)
    {
        return m_column.add({false, SourceId::none, std::move(note)});
    }
    [[nodiscard]] State lacks(const FactValues& fact)
    {
        return missing(msg("missing {}", fact.label()));
    }

    [[nodiscard]] FactColumn& column() noexcept { return m_column; }

    /// Calls `fill(row)` for each subject that has no value.
    template <class Fill>
    void each(const Fill& fill)
    {
        for (std::size_t row = 0; row < m_rows; ++row) {
            if (!m_column.present(row)) {
                fill(row);
            }
        }
    }

private:
    FactColumn& m_column;
    std::size_t m_rows;
};

} // namespace tenglong::geo
