#pragma once

#include "core/facts/fact_table.hpp"
#include "core/policy/loader.hpp"
#include "core/rules/evaluator.hpp"
#include "core/rules/evidence.hpp"
#include "core/rules/sentence.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tenglong::testing {

/// Facts of a few subjects, made by hand: facts.put("tax_per_mu", 0, 3.2).
class Facts {
public:
    explicit Facts(const FactCatalogue& catalogue, std::size_t rows = 1,
                   SubjectKind subject = SubjectKind::parcel)
        : m_table{catalogue, m_pool, subject, rows}
    {}

    Facts& put(const char* fact, std::size_t row, double value)
    {
        FactColumn& column = m_table.column(fact);
        column.set_number(row, value, given(column));
        return *this;
    }
    Facts& put(const char* fact, std::size_t row, Date value)
    {
        FactColumn& column = m_table.column(fact);
        column.set_date(row, value, given(column));
        return *this;
    }
    Facts& put(const char* fact, std::size_t row, bool value)
    {
        FactColumn& column = m_table.column(fact);
        column.set_yes_no(row, value, given(column));
        return *this;
    }
    Facts& put(const char* fact, std::size_t row, const char* value)
    {
        FactColumn& column = m_table.column(fact);
        column.set_text(row, m_pool.intern(value), given(column));
        return *this;
    }
    Facts& put(const char* fact, std::size_t row, std::vector<std::string> members)
    {
        FactColumn& column = m_table.column(fact);
        column.set_text(row, m_pool.intern_set(std::move(members)), given(column));
        return *this;
    }

    [[nodiscard]] FactTable& table() noexcept { return m_table; }

private:
    static FactColumn::State given(FactColumn& column)
    {
        return column.add({true, SourceId::none, {"测试", "test"}});
    }

    TextPool m_pool;
    FactTable m_table;
};

} // namespace tenglong::testing
