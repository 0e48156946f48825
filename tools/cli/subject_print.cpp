#include "tools/cli/subject_print.hpp"

#include "core/facts/catalogue.hpp"
#include "core/facts/fact_table.hpp"
#include "core/tables/cell_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace tenglong::tools {

namespace {

using Json = nlohmann::ordered_json;

/// Columns that tell what was decided; all others are facts.
constexpr std::array k_decided{"status",
                               "flags",
                               "undecided",
                               "measure",
                               "reclaim_m2",
                               "reclaim_mu",
                               "floor_potential_m2",
                               "land_equivalent_m2",
                               "energy_room_tce",
                               "carbon_room_t",
                               "score",
                               "class"};

[[nodiscard]] bool is_decided(const std::string& name)
{
    return std::find(k_decided.begin(), k_decided.end(), name) != k_decided.end();
}

[[nodiscard]] std::string string_of(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

/// The facts of a verdict; none if the cell cannot be read.
[[nodiscard]] Json facts_of(const ResultTable& evidence, std::size_t row)
{
    const ResultColumn& column = evidence["facts"];
    Json facts = column.present(row) ? Json::parse(column.text(row), nullptr, false) : Json{};
    return facts.is_array() ? facts : Json::array();
}

class Printer {
public:
    Printer(const SubjectFile& file, const Console& console) : m_file{file}, m_console{console}
    {
        for (std::size_t row = 0; row < file.evidence.rows(); ++row) {
            for (const Json& fact : facts_of(file.evidence, row)) {
                m_origins.emplace(string_of(fact, "fact"), origin(fact));
            }
        }
    }

    void print() const
    {
        heading();
        section(msg("decided"), true);
        verdicts();
        section(msg("figures"), false);
        list(msg("enterprises on it"), m_file.enterprises);
        list(msg("other parcels of its block"), m_file.neighbours);
        issues();
    }

private:
    void line(const std::string& text) const { m_console.out << text << '\n'; }
    void title(const Text& text) const { line("\n" + m_console.tr(text)); }

    void heading() const
    {
        const char* name = m_file.kind == SubjectKind::parcel ? "holder" : "name";
        const std::string shown = shown_text(m_file.subject[name], 0, m_console.lang);
        line(fmt::format("{} {}{}{}", m_console.tr(label_of(m_file.kind)), m_file.code,
                         shown.empty() ? "" : " ", shown));
    }

    void section(const Text& text, bool decided) const
    {
        title(text);
        for (const ResultColumn& column : m_file.subject.columns()) {
            const ColumnSpec& spec = column.spec();
            if (is_decided(spec.name) != decided || !column.present(0)) {
                continue;
            }
            const std::string value = shown_text(column, 0, m_console.lang);
            if (value.empty()) {
                continue;
            }
            const auto known = m_origins.find(spec.name);
            // The note of a code says what the column is, not where the code came from.
            const std::string note = spec.is_textual() ? "" : m_console.tr(spec.note);
            const std::string& from =
                known == m_origins.end() || known->second.empty() ? note : known->second;
            const std::string name = m_console.tr(spec.heading());
            line(m_console.tr(from.empty() ? msg("  {}: {}", name, value)
                                           : msg("  {}: {} ({})", name, value, from)));
        }
    }

    void verdicts() const
    {
        const ResultTable& evidence = m_file.evidence;
        if (evidence.rows() == 0) {
            return;
        }
        title(msg("verdicts"));
        for (std::size_t row = 0; row < evidence.rows(); ++row) {
            const auto cell = [&](const char* name) {
                return shown_text(evidence[name], row, m_console.lang);
            };
            line(m_console.tr(msg("  {}: {}", cell("rule"), cell("verdict"))));
            if (const std::string limit = cell("limit"); !limit.empty()) {
                line(m_console.tr(msg("    limit: {}", limit)));
            }
            if (const std::string document = cell("document"); !document.empty()) {
                line(m_console.tr(msg("    basis: {} {}", document, cell("clause"))));
            }
            for (const Json& fact : facts_of(evidence, row)) {
                print_fact(fact);
            }
        }
    }

    void print_fact(const Json& fact) const
    {
        if (!fact.is_object()) {
            return;
        }
        const std::string name = label(fact);
        const std::string value =
            fact.contains("value") ? shown(fact) : m_console.tr(msg("missing"));
        const std::string from = origin(fact);
        line(m_console.tr(from.empty() ? msg("    {}: {}", name, value)
                                       : msg("    {}: {} ({})", name, value, from)));
    }

    [[nodiscard]] std::string label(const Json& fact) const
    {
        const std::string name = string_of(fact, "fact");
        if (const auto known = m_catalogue.find(m_file.kind, name)) {
            return m_console.tr(m_catalogue[*known].label);
        }
        const std::string label = string_of(fact, "label");
        return label.empty() ? name : label;
    }

    [[nodiscard]] std::string shown(const Json& fact) const
    {
        const Json& value = fact["value"];
        if (value.is_boolean()) {
            return m_console.tr(value.get<bool>() ? msg("yes") : msg("no"));
        }
        if (value.is_number()) {
            const auto unit = Unit::parse(string_of(fact, "unit"));
            return m_console.tr(shown_number(value.get<double>(), unit.value_or(Unit{})));
        }
        if (value.is_array()) {
            std::string all;
            for (const Json& each : value) {
                all +=
                    (all.empty() ? "" : "、") + (each.is_string() ? each.get<std::string>() : "");
            }
            return all;
        }
        return value.is_string() ? value.get<std::string>() : value.dump();
    }

    /// Where a value was read or how it was made. Results hold the words of steps in Chinese only.
    [[nodiscard]] std::string origin(const Json& fact) const
    {
        std::string from = string_of(fact, "note");
        if (const std::string file = string_of(fact, "file"); !file.empty()) {
            const auto row = fact.find("row");
            const std::string place =
                row != fact.end() && row->is_number_integer()
                    ? m_console.tr(msg("{}, row {}", file, row->get<std::int64_t>()))
                    : file;
            from = from.empty() ? place : place + "; " + from;
        }
        return from;
    }

    void list(const Text& text, const std::vector<std::string>& items) const
    {
        if (items.empty()) {
            return;
        }
        title(text);
        for (const std::string& item : items) {
            line("  " + item);
        }
    }

    void issues() const
    {
        const ResultTable& issues = m_file.issues;
        if (issues.rows() == 0) {
            return;
        }
        title(msg("issues"));
        const char* text = m_console.lang == Lang::zh ? "text_zh" : "text_en";
        for (std::size_t row = 0; row < issues.rows(); ++row) {
            line(m_console.tr(msg("  {}: {}", shown_text(issues["severity"], row, m_console.lang),
                                  shown_text(issues[text], row, m_console.lang))));
        }
    }

    const SubjectFile& m_file;
    const Console& m_console;
    FactCatalogue m_catalogue;
    std::map<std::string, std::string> m_origins; ///< by fact, as evidence tells them
};

[[nodiscard]] Json cell_json(const ResultColumn& column, std::size_t row)
{
    const ColumnSpec& spec = column.spec();
    if (!column.present(row)) {
        return nullptr;
    }
    if (spec.many) {
        Json codes = Json::array();
        for (const std::string_view code : column.codes(row)) {
            if (!code.empty()) {
                codes.push_back(code);
            }
        }
        return codes;
    }
    switch (spec.type) {
    case ColumnType::number:
        return column.number(row);
    case ColumnType::integer:
        return column.integer(row);
    case ColumnType::yes_no:
        return column.yes_no(row);
    case ColumnType::json: {
        Json value = Json::parse(column.text(row), nullptr, false);
        return value.is_discarded() ? Json(column.text(row)) : value;
    }
    default:
        return plain_text(column, row);
    }
}

[[nodiscard]] Json rows_json(const ResultTable& table)
{
    Json rows = Json::array();
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Json cells = Json::object();
        for (const ResultColumn& column : table.columns()) {
            cells[column.spec().name] = cell_json(column, row);
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

} // namespace

void print_subject(const SubjectFile& file, const Console& console)
{
    Printer{file, console}.print();
}

nlohmann::ordered_json subject_json(const SubjectFile& file)
{
    Json json{{"kind", key_of(file.kind)}, {"code", file.code}};
    json["subject"] = rows_json(file.subject).at(0);
    json["evidence"] = rows_json(file.evidence);
    json["block"] = file.block.rows() == 0 ? Json{} : rows_json(file.block).at(0);
    json["neighbours"] = file.neighbours;
    json["enterprises"] = file.enterprises;
    json["issues"] = rows_json(file.issues);
    return json;
}

} // namespace tenglong::tools
