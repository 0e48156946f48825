#include "tools/cli/subject_record.hpp"

#include "core/base/error.hpp"
#include "core/policy/texts.hpp"
#include "core/tables/record_tables.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tenglong::tools {

namespace {

using Json = nlohmann::json;

[[nodiscard]] std::string text_at(const ResultTable& table, const char* column, std::size_t row)
{
    return table[column].present(row) ? std::string{table[column].text(row)} : std::string{};
}

[[nodiscard]] Error unreadable(const geo::ResultFile& result)
{
    return Error{msg("'{}' keeps no facts and policy that this version can read; run 'tenglong "
                     "analyze' again",
                     result.path().string())};
}

[[nodiscard]] std::unique_ptr<Profile> profile_of(const geo::ResultFile& result)
{
    const ResultTable lines = result.read("policy").table;
    std::vector<ProfileText> texts;
    for (std::size_t row = 0; row < lines.rows(); ++row) {
        const bool first = !lines["line"].present(row) || lines["line"].integer(row) == 1;
        if (first || texts.empty()) {
            texts.push_back({text_at(lines, "policy_file", row), {}});
        }
        texts.back().text += text_at(lines, "text", row) + "\n";
    }
    LoadedProfile loaded = read_profile_texts(texts);
    if (!loaded.profile || !loaded.mistakes.empty()) {
        throw unreadable(result);
    }
    return std::move(loaded.profile);
}

/// Origins by their numbers, and which of them a fact of a subject has.
class KeptOrigins {
public:
    /// \param set  of the subject
    KeptOrigins(const geo::ResultFile& result, SubjectKind kind, std::int64_t set)
        : m_table{result.read("origins").table}
    {
        for (std::size_t row = 0; row < m_table.rows(); ++row) {
            if (m_table["origin"].present(row)) {
                m_rows[m_table["origin"].integer(row)] = row;
            }
        }
        const ResultTable sets =
            result.read_where("origin_sets", "subject_kind", key_of(kind)).table;
        for (const std::int64_t wanted : {std::int64_t{k_usual_origins}, set}) {
            add(sets, wanted);
        }
    }

    /// The row in `origins`; none where nobody gave the fact.
    [[nodiscard]] std::optional<std::size_t> of(const std::string& fact, bool given) const
    {
        const auto number = m_numbers.find({fact, given});
        const auto row = number == m_numbers.end() ? m_rows.end() : m_rows.find(number->second);
        return row == m_rows.end() ? std::nullopt : std::optional{row->second};
    }

    [[nodiscard]] const ResultTable& table() const noexcept { return m_table; }

private:
    void add(const ResultTable& sets, std::int64_t wanted)
    {
        for (std::size_t row = 0; row < sets.rows(); ++row) {
            if (!sets["origin_set"].present(row) || sets["origin_set"].integer(row) != wanted) {
                continue;
            }
            const bool given = sets["given"].present(row) && sets["given"].yes_no(row);
            const ResultColumn& origin = sets["origin"];
            m_numbers[{text_at(sets, "fact", row), given}] =
                origin.present(row) ? origin.integer(row) : 0;
        }
    }

    ResultTable m_table;
    std::map<std::int64_t, std::size_t> m_rows;
    std::map<std::pair<std::string, bool>, std::int64_t> m_numbers;
};

/// Puts the facts of a row back into a table of one row.
class Filler {
public:
    Filler(const ResultTable& kept, std::size_t row, const KeptOrigins& origins, FactTable& facts)
        : m_kept{kept}, m_row{row}, m_origins{origins}, m_facts{facts}
    {}

    void fill()
    {
        const FactCatalogue& catalogue = m_facts.catalogue();
        for (std::size_t id = 0; id < catalogue.size(); ++id) {
            const FactDeclaration& declared = catalogue[static_cast<FactId>(id)];
            const auto column = m_kept.find(name_of_fact_column(declared.name));
            if (declared.subject == m_facts.subject() && column) {
                fill(static_cast<FactId>(id), m_kept.columns()[*column]);
            }
        }
    }

private:
    void fill(FactId fact, const ResultColumn& cells)
    {
        const FactDeclaration& declared = m_facts.catalogue()[fact];
        const bool given = cells.present(m_row);
        const auto origin = m_origins.of(declared.name, given);
        if (!given && !origin) {
            return; // nobody gave it
        }
        FactColumn& column = m_facts.column(fact);
        Provenance from = provenance(origin);
        from.present = given && fits(declared.type, cells);
        const FactColumn::State state = column.add(from);
        if (from.present) {
            put(column, cells, state);
        } else {
            column.set_missing(0, state);
        }
    }

    [[nodiscard]] Provenance provenance(std::optional<std::size_t> origin)
    {
        Provenance from;
        if (!origin) {
            return from;
        }
        const ResultTable& origins = m_origins.table();
        from.note = {text_at(origins, "note_zh", *origin), text_at(origins, "note_en", *origin)};
        const std::string file = text_at(origins, "source_file", *origin);
        if (!file.empty()) {
            from.source = m_facts.add_source(file, text_at(origins, "source_layer", *origin),
                                             {row_in(origins["source"], *origin)});
        }
        return from;
    }

    /// The row of the subject in a file, 0: it has none.
    [[nodiscard]] std::uint32_t row_in(const ResultColumn& sources, std::size_t origin) const
    {
        if (!sources.present(origin) || sources.integer(origin) < 0) {
            return 0;
        }
        const auto source = static_cast<std::size_t>(sources.integer(origin));
        const auto column = m_kept.find(name_of_row_column(source));
        if (!column || m_kept.columns()[*column].spec().type != ColumnType::integer ||
            !m_kept.columns()[*column].present(m_row)) {
            return 0;
        }
        return static_cast<std::uint32_t>(m_kept.columns()[*column].integer(m_row));
    }

    [[nodiscard]] bool fits(FactType type, const ResultColumn& cells) const
    {
        switch (type) {
        case FactType::number:
            return cells.spec().type == ColumnType::number;
        case FactType::yes_no:
            return cells.spec().type == ColumnType::yes_no;
        case FactType::date:
            return cells.spec().type == ColumnType::date;
        case FactType::set:
            return cells.spec().is_textual() &&
                   Json::parse(cells.text(m_row), nullptr, false).is_array();
        default:
            return cells.spec().is_textual();
        }
    }

    void put(FactColumn& column, const ResultColumn& cells, FactColumn::State state)
    {
        TextPool& pool = m_facts.pool();
        switch (column.type()) {
        case FactType::number:
            column.set_number(0, cells.number(m_row), state);
            break;
        case FactType::yes_no:
            column.set_yes_no(0, cells.yes_no(m_row), state);
            break;
        case FactType::date:
            column.set_date(0, cells.date(m_row), state);
            break;
        case FactType::set: {
            std::vector<std::string> members;
            for (const Json& member : Json::parse(cells.text(m_row))) {
                members.push_back(member.is_string() ? member.get<std::string>() : member.dump());
            }
            column.set_text(0, pool.intern_set(std::move(members)), state);
            break;
        }
        default:
            column.set_text(0, pool.intern(cells.text(m_row)), state);
        }
    }

    const ResultTable& m_kept;
    std::size_t m_row;
    const KeptOrigins& m_origins;
    FactTable& m_facts;
};

} // namespace

SubjectRecord subject_record(const geo::ResultFile& result, SubjectKind kind,
                             const std::string& code)
{
    const std::string table = facts_table(kind).id();
    for (const std::string& each :
         {table, std::string{"origins"}, std::string{"origin_sets"}, std::string{"policy"}}) {
        if (!result.has(each)) {
            throw unreadable(result);
        }
    }
    const ResultTable kept = result.read_where(table, "subject_code", code).table;
    if (kept.rows() == 0) {
        throw unreadable(result);
    }
    const ResultColumn& set = kept["origin_set"];
    const KeptOrigins origins{result, kind, set.present(0) ? set.integer(0) : k_usual_origins};
    SubjectRecord record{profile_of(result), std::make_unique<TextPool>(), nullptr};
    record.facts = std::make_unique<FactTable>(*record.profile->catalogue, *record.pool, kind, 1U);
    Filler{kept, 0, origins, *record.facts}.fill();
    return record;
}

} // namespace tenglong::tools
