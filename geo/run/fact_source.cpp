#include "geo/run/fact_source.hpp"

#include "core/tables/record_tables.hpp"
#include "geo/run/evidence_rows.hpp"
#include "geo/run/json_line.hpp"

#include <cmath>
#include <utility>

namespace tenglong::geo {

namespace {

void add_cell(ResultColumn& column, const FactColumn& facts, const TextPool& pool, std::size_t row)
{
    switch (facts.type()) {
    case FactType::number:
        column.add_number(facts.numbers()[row]);
        break;
    case FactType::date:
        column.add_date(Date::from_days(facts.words()[row]));
        break;
    case FactType::yes_no:
        column.add_yes_no(facts.bytes()[row] != 0);
        break;
    case FactType::set: {
        JsonLine json;
        json.open('[');
        for (const std::string_view member :
             pool.members(static_cast<TextId>(facts.words()[row]))) {
            json.string(member);
        }
        json.close(']');
        column.add_text(json.text());
        break;
    }
    case FactType::code:
    case FactType::text:
        column.add_text(pool[static_cast<TextId>(facts.words()[row])]);
        break;
    }
}

/// Adds rows of facts to their table: code, set of origins, the facts, rows in files.
class FactRowSource : public RowSource {
public:
    FactRowSource(std::shared_ptr<const FactTable> facts, std::vector<FactCells> cells,
                  std::vector<std::uint32_t> sets)
        : m_facts{std::move(facts)}, m_cells{std::move(cells)}, m_sets{std::move(sets)}
    {}

    [[nodiscard]] std::size_t rows() const noexcept override { return m_facts->rows(); }

    void add(std::size_t begin, std::size_t end, ResultTable& table) const override
    {
        auto column = table.columns().begin();
        const SubjectCodes codes{*m_facts};
        for (std::size_t row = begin; row < end; ++row) {
            column->add_text(codes[row]);
        }
        ++column;
        for (std::size_t row = begin; row < end; ++row) {
            column->add_integer(m_sets[row]);
        }
        ++column;
        for (const FactCells& each : m_cells) {
            for (std::size_t row = begin; row < end; ++row) {
                if (each.facts->present(row) && has_cell(*each.facts, row)) {
                    add_cell(*column, *each.facts, m_facts->pool(), row);
                } else {
                    column->add_missing();
                }
            }
            ++column;
        }
        for (const FactSource& source : m_facts->sources()) {
            if (source.row_of.empty()) {
                continue;
            }
            for (std::size_t row = begin; row < end; ++row) {
                if (source.row_of[row] > 0) {
                    column->add_integer(source.row_of[row]);
                } else {
                    column->add_missing();
                }
            }
            ++column;
        }
    }

private:
    std::shared_ptr<const FactTable> m_facts;
    std::vector<FactCells> m_cells;
    std::vector<std::uint32_t> m_sets;
};

} // namespace

bool has_cell(const FactColumn& column, std::size_t row)
{
    return column.type() != FactType::number || std::isfinite(column.numbers()[row]);
}

SpatialTable facts_layer(std::shared_ptr<const FactTable> facts,
                         const std::vector<FactCells>& cells,
                         const std::vector<std::uint32_t>& sources, std::vector<std::uint32_t> sets)
{
    ResultTable table = facts_table(facts->subject());
    for (const FactCells& each : cells) {
        table.add_column(fact_column(*each.declared));
    }
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (!facts->sources()[i].row_of.empty()) {
            table.add_column(row_column(sources[i], facts->sources()[i].file));
        }
    }
    auto source = std::make_shared<const FactRowSource>(std::move(facts), cells, std::move(sets));
    return {.table = std::move(table), .source = std::move(source)};
}

} // namespace tenglong::geo
