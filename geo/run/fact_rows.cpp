#include "geo/run/fact_rows.hpp"

#include "core/rules/kleene.hpp"
#include "core/tables/record_tables.hpp"
#include "geo/run/evidence_rows.hpp"
#include "geo/run/fact_value.hpp"
#include "geo/run/json_line.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

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

/// Numbers origins as they are first met.
class Origins {
public:
    [[nodiscard]] std::uint32_t number(bool present, const Place& place, const Text& note)
    {
        const auto next = static_cast<std::uint32_t>(m_numbers.size() + 1);
        const auto [found, is_new] =
            m_numbers.try_emplace({present, place.file, place.layer, note.zh, note.en}, next);
        if (is_new) {
            m_table["origin"].add_integer(next);
            m_table["given"].add_yes_no(present);
            add_text_or_none(m_table["source_file"], place.file);
            add_text_or_none(m_table["source_layer"], place.layer);
            add_text_or_none(m_table["note_zh"], note.zh);
            add_text_or_none(m_table["note_en"], note.en);
        }
        return found->second;
    }

    [[nodiscard]] ResultTable take() { return std::move(m_table); }

private:
    using Key = std::tuple<bool, std::string, std::string, std::string, std::string>;
    std::map<Key, std::uint32_t> m_numbers;
    ResultTable m_table = origins_table();
};

/// Writes the facts of one table.
class Recorder {
public:
    Recorder(const FactTable& facts, Origins& origins) : m_facts{&facts}
    {
        for (std::size_t id = 0; id < facts.catalogue().size(); ++id) {
            const auto fact = static_cast<FactId>(id);
            if (const FactColumn* column = facts.find(fact)) {
                m_columns.push_back({column, fact, &facts.catalogue()[fact].name, {}});
                number(m_columns.back(), origins);
            }
        }
    }

    [[nodiscard]] std::string record(std::size_t row, JsonLine& json) const
    {
        std::vector<std::int64_t> lines;
        json.open('{');
        for (const Column& each : m_columns) {
            const FactColumn& column = *each.facts;
            const FactColumn::State state = column.states()[row];
            if (state == FactColumn::k_not_given) {
                continue;
            }
            json.key(*each.name);
            json.open('[');
            if (column.present(row)) {
                add_fact_value(json, column, m_facts->pool(), row);
            } else {
                json.nothing();
            }
            json.integer(each.origins.at(state));
            if (const auto line = line_in(column, each.fact, row, lines); line > 0) {
                json.integer(line);
            }
            json.close(']');
        }
        json.close('}');
        return json.take();
    }

private:
    struct Column {
        const FactColumn* facts;
        FactId fact;
        const std::string* name;
        std::array<std::uint32_t, 256> origins; ///< by state
    };

    void number(Column& column, Origins& origins) const
    {
        const auto states = column.facts->states();
        std::array<std::size_t, 256> first{}; // row with that state, and one
        for (std::size_t row = states.size(); row-- > 0;) {
            first.at(states[row]) = row + 1;
        }
        for (std::size_t state = 1; state < first.size(); ++state) {
            if (first.at(state) > 0) {
                const Origin from = m_facts->origin(column.fact, first.at(state) - 1);
                column.origins.at(state) = origins.number(from.present, from.place, from.note);
            }
        }
    }

    /// The row in the file that the fact was read from; 0: it has none. A subject has one row in a
    /// file, which `lines` keeps by source, -1: not asked yet.
    [[nodiscard]] std::int64_t line_in(const FactColumn& column, FactId fact, std::size_t row,
                                       std::vector<std::int64_t>& lines) const
    {
        const SourceId source = column.provenance(row).source;
        if (source == SourceId::none) {
            return 0;
        }
        const auto index = static_cast<std::size_t>(source);
        if (lines.size() <= index) {
            lines.resize(index + 1, -1);
        }
        if (lines[index] < 0) {
            lines[index] = m_facts->origin(fact, row).place.row;
        }
        return lines[index];
    }

    const FactTable* m_facts;
    std::vector<Column> m_columns;
};

void add_records(const FactTable& facts, Origins& origins, Workers& workers, ResultTable& table)
{
    // In batches, so that few texts are there twice.
    constexpr std::size_t k_batch = 16 * k_chunk_rows;
    const Recorder recorder{facts, origins};
    for (std::size_t from = 0; from < facts.rows(); from += k_batch) {
        const std::size_t size = std::min(k_batch, facts.rows() - from);
        const auto texts = workers.collect<std::string>(
            size, k_chunk_rows,
            [&](std::size_t begin, std::size_t end, std::vector<std::string>& out) {
                JsonLine json;
                for (std::size_t row = from + begin; row < from + end; ++row) {
                    out.push_back(recorder.record(row, json));
                }
            });
        for (std::size_t i = 0; i < size; ++i) {
            table["subject_kind"].add_text(key_of(facts.subject()));
            table["subject_code"].add_text(code_of(facts, from + i));
            table["facts"].add_text(texts[i]);
        }
    }
}

} // namespace

FactRecords record_facts(std::span<const FactTable* const> tables, Workers& workers)
{
    Origins origins;
    ResultTable facts = facts_table();
    for (const FactTable* each : tables) {
        add_records(*each, origins, workers, facts);
    }
    facts.complete();
    ResultTable numbered = origins.take();
    numbered.complete();
    return {std::move(facts), std::move(numbered)};
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
