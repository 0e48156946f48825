#include "geo/run/fact_rows.hpp"

#include "core/rules/kleene.hpp"
#include "core/tables/record_tables.hpp"
#include "geo/run/evidence_rows.hpp"
#include "geo/run/fact_source.hpp"
#include "geo/run/origins.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace tenglong::geo {

namespace {

/// An origin that is not the usual one.
struct Exception {
    std::uint32_t column = 0;
    bool given = false;
    std::uint32_t origin = 0;

    friend bool operator<(const Exception& a, const Exception& b) noexcept
    {
        return std::tie(a.column, a.given, a.origin) < std::tie(b.column, b.given, b.origin);
    }
};

using Exceptions = std::vector<Exception>;

/// One fact of all subjects, and the origins of its values by state.
struct RecordedFact {
    const FactColumn* facts = nullptr;
    const FactDeclaration* declared = nullptr;
    std::array<std::uint32_t, 256> origins{};
    std::array<bool, 256> odd{};          ///< whether the origin is not the usual one
    std::array<std::uint32_t, 2> usual{}; ///< of an empty cell, of a value; 0: none
};

/// Numbers the origins of the facts of one table, and the sets of them.
class Recorder {
public:
    /// \param sources  the number of each source of the facts
    Recorder(const FactTable& facts, const std::vector<std::uint32_t>& sources, Origins& origins)
        : m_facts{&facts}
    {
        for (std::size_t id = 0; id < facts.catalogue().size(); ++id) {
            const auto fact = static_cast<FactId>(id);
            const FactColumn* column = facts.find(fact);
            if (column != nullptr && is_given(*column)) {
                m_columns.push_back({.facts = column, .declared = &facts.catalogue()[fact]});
                number(m_columns.back(), sources, origins);
            }
        }
    }

    [[nodiscard]] const std::vector<RecordedFact>& columns() const noexcept { return m_columns; }

    /// The set of each row; adds them to the table `origin_sets`.
    [[nodiscard]] std::vector<std::uint32_t> sets(Workers& workers, ResultTable& table) const
    {
        add_usual(table);
        // In batches, so that few lists are there at once.
        constexpr std::size_t k_batch = 64 * k_chunk_rows;
        std::map<Exceptions, std::uint32_t> numbers{{{}, k_usual_origins}};
        std::vector<std::uint32_t> sets;
        sets.reserve(m_facts->rows());
        for (std::size_t from = 0; from < m_facts->rows(); from += k_batch) {
            const std::size_t size = std::min(k_batch, m_facts->rows() - from);
            const auto found = workers.collect<Exceptions>(
                size, k_chunk_rows,
                [&](std::size_t begin, std::size_t end, std::vector<Exceptions>& out) {
                    out.resize(end - begin);
                    find_exceptions(from + begin, out);
                });
            for (const Exceptions& each : found) {
                const auto next = static_cast<std::uint32_t>(numbers.size());
                const auto [set, is_new] = numbers.try_emplace(each, next);
                if (is_new) {
                    for (const Exception& one : each) {
                        add(table, next, m_columns[one.column], one.given, one.origin);
                    }
                }
                sets.push_back(set->second);
            }
        }
        return sets;
    }

private:
    [[nodiscard]] static bool is_given(const FactColumn& column)
    {
        const auto states = column.states();
        return std::any_of(states.begin(), states.end(), [](FactColumn::State state) {
            return state != FactColumn::k_not_given;
        });
    }

    void number(RecordedFact& column, const std::vector<std::uint32_t>& sources,
                Origins& origins) const
    {
        std::array<std::size_t, 256> rows{};
        for (const FactColumn::State state : column.facts->states()) {
            ++rows.at(state);
        }
        const auto provenances = column.facts->provenances();
        std::array<std::map<std::uint32_t, std::size_t>, 2> counts;
        for (std::size_t state = 0; state < provenances.size(); ++state) {
            if (rows.at(state) == 0) {
                continue;
            }
            const Provenance& from = provenances[state];
            if (state != FactColumn::k_not_given) {
                const auto source = static_cast<std::size_t>(from.source);
                column.origins.at(state) =
                    from.source == SourceId::none
                        ? origins.number({from.present, 0, {}, {}, from.note})
                        : origins.number({from.present, sources[source],
                                          m_facts->sources()[source].file,
                                          m_facts->sources()[source].layer, from.note});
            }
            counts.at(from.present ? 1 : 0)[column.origins.at(state)] += rows.at(state);
        }
        for (const std::size_t given : {0U, 1U}) {
            std::size_t most = 0;
            for (const auto& [origin, count] : counts.at(given)) {
                if (count > most) { // of equals the first
                    most = count;
                    column.usual.at(given) = origin;
                }
            }
        }
        for (std::size_t state = 0; state < provenances.size(); ++state) {
            const std::size_t given = provenances[state].present ? 1 : 0;
            column.odd.at(state) = column.origins.at(state) != column.usual.at(given);
        }
    }

    /// Those of the rows from `first` on, as many as there are lists.
    void find_exceptions(std::size_t first, std::vector<Exceptions>& lists) const
    {
        for (std::uint32_t i = 0; i < m_columns.size(); ++i) {
            const RecordedFact& column = m_columns[i];
            const auto states = column.facts->states();
            for (std::size_t k = 0; k < lists.size(); ++k) {
                const FactColumn::State state = states[first + k];
                const bool present = column.facts->present(first + k);
                const bool given = present && has_cell(*column.facts, first + k);
                if (column.odd.at(state) || given != present) {
                    lists[k].push_back({i, given, column.origins.at(state)});
                }
            }
        }
    }

    void add_usual(ResultTable& table) const
    {
        for (const RecordedFact& column : m_columns) {
            for (const bool given : {true, false}) {
                if (const std::uint32_t origin = column.usual.at(given ? 1 : 0); origin != 0) {
                    add(table, k_usual_origins, column, given, origin);
                }
            }
        }
    }

    void add(ResultTable& table, std::uint32_t set, const RecordedFact& column, bool given,
             std::uint32_t origin) const
    {
        table["subject_kind"].add_text(key_of(m_facts->subject()));
        table["origin_set"].add_integer(set);
        table["fact"].add_text(column.declared->name);
        table["given"].add_yes_no(given);
        if (origin == 0) {
            table["origin"].add_missing();
        } else {
            table["origin"].add_integer(origin);
        }
    }

    const FactTable* m_facts;
    std::vector<RecordedFact> m_columns;
};

} // namespace

FactRecords record_facts(std::span<const std::shared_ptr<const FactTable>> tables, Workers& workers)
{
    Origins origins;
    FactRecords records{{}, origins_table(), origin_sets_table()};
    std::uint32_t source = 0;
    for (const std::shared_ptr<const FactTable>& facts : tables) {
        std::vector<std::uint32_t> sources(facts->sources().size());
        for (std::uint32_t& each : sources) {
            each = ++source;
        }
        const Recorder recorder{*facts, sources, origins};
        std::vector<FactCells> cells;
        for (const RecordedFact& column : recorder.columns()) {
            cells.push_back({column.facts, column.declared});
        }
        records.facts.push_back(
            facts_layer(facts, cells, sources, recorder.sets(workers, records.origin_sets)));
    }
    records.origins = origins.take();
    return records;
}

ResultTable policy_result(const std::vector<ProfileText>& texts)
{
    ResultTable table = policy_table();
    for (const ProfileText& file : texts) {
        std::int64_t line = 0;
        for (std::size_t begin = 0; begin < file.text.size();) {
            const std::size_t end = std::min(file.text.find('\n', begin), file.text.size());
            table["policy_file"].add_text(file.name);
            table["line"].add_integer(++line);
            table["text"].add_text(std::string_view{file.text}.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    table.complete();
    return table;
}

} // namespace tenglong::geo
