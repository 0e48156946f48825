#include "tools/cli/subject_record.hpp"

#include "core/base/error.hpp"
#include "core/policy/texts.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
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

/// Writes the facts of a document into a table of one row.
class Filler {
public:
    Filler(const ResultTable& origins, FactTable& facts) : m_origins{origins}, m_facts{facts}
    {
        for (std::size_t row = 0; row < origins.rows(); ++row) {
            if (origins["origin"].present(row)) {
                m_rows[origins["origin"].integer(row)] = row;
            }
        }
    }

    /// \param entry  [value, number of the origin, row in its file]
    void fill(const std::string& name, const Json& entry)
    {
        const FactCatalogue& catalogue = m_facts.catalogue();
        const auto fact = catalogue.find(m_facts.subject(), name);
        if (!fact || !entry.is_array() || entry.size() < 2 || !entry[1].is_number_integer()) {
            return;
        }
        FactColumn& column = m_facts.column(*fact);
        Provenance from = provenance(entry);
        const Json& value = entry[0];
        from.present = fits(catalogue[*fact].type, value);
        const FactColumn::State state = column.add(from);
        if (from.present) {
            put(column, value, state);
        } else {
            column.set_missing(0, state);
        }
    }

private:
    [[nodiscard]] Provenance provenance(const Json& entry)
    {
        Provenance from;
        const auto found = m_rows.find(entry[1].get<std::int64_t>());
        if (found == m_rows.end()) {
            return from;
        }
        const std::size_t row = found->second;
        from.note = {text_at(m_origins, "note_zh", row), text_at(m_origins, "note_en", row)};
        const std::string file = text_at(m_origins, "source_file", row);
        if (!file.empty()) {
            const bool has_row = entry.size() > 2 && entry[2].is_number_unsigned();
            from.source =
                m_facts.add_source(file, text_at(m_origins, "source_layer", row),
                                   {has_row ? entry[2].get<std::uint32_t>() : std::uint32_t{0}});
        }
        return from;
    }

    [[nodiscard]] static bool fits(FactType type, const Json& value)
    {
        switch (type) {
        case FactType::number:
            return value.is_number();
        case FactType::yes_no:
            return value.is_boolean();
        case FactType::set:
            return value.is_array();
        case FactType::date:
            return value.is_string() && Date::parse(value.get<std::string>());
        default:
            return value.is_string();
        }
    }

    void put(FactColumn& column, const Json& value, FactColumn::State state)
    {
        TextPool& pool = m_facts.pool();
        switch (column.type()) {
        case FactType::number:
            column.set_number(0, value.get<double>(), state);
            break;
        case FactType::yes_no:
            column.set_yes_no(0, value.get<bool>(), state);
            break;
        case FactType::date:
            column.set_date(0, *Date::parse(value.get<std::string>()), state);
            break;
        case FactType::set: {
            std::vector<std::string> members;
            for (const Json& member : value) {
                members.push_back(member.is_string() ? member.get<std::string>() : member.dump());
            }
            column.set_text(0, pool.intern_set(std::move(members)), state);
            break;
        }
        default:
            column.set_text(0, pool.intern(value.get<std::string>()), state);
        }
    }

    const ResultTable& m_origins;
    FactTable& m_facts;
    std::map<std::int64_t, std::size_t> m_rows;
};

/// The document of the subject; null if there is none.
[[nodiscard]] Json document_of(const geo::ResultFile& result, SubjectKind kind,
                               const std::string& code)
{
    const ResultTable rows = result.read_where("facts", "subject_code", code).table;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        if (text_at(rows, "subject_kind", row) == key_of(kind)) {
            return Json::parse(text_at(rows, "facts", row), nullptr, false);
        }
    }
    return {};
}

} // namespace

SubjectRecord subject_record(const geo::ResultFile& result, SubjectKind kind,
                             const std::string& code)
{
    for (const char* table : {"facts", "origins", "policy"}) {
        if (!result.has(table)) {
            throw unreadable(result);
        }
    }
    const Json document = document_of(result, kind, code);
    if (!document.is_object()) {
        throw unreadable(result);
    }
    SubjectRecord record{profile_of(result), std::make_unique<TextPool>(), nullptr};
    record.facts = std::make_unique<FactTable>(*record.profile->catalogue, *record.pool, kind, 1U);
    const ResultTable origins = result.read("origins").table;
    Filler filler{origins, *record.facts};
    for (const auto& [name, entry] : document.items()) {
        filler.fill(name, entry);
    }
    return record;
}

} // namespace tenglong::tools
