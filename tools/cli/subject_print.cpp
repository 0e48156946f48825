#include "tools/cli/subject_print.hpp"

#include "core/facts/catalogue.hpp"
#include "core/rules/lacks.hpp"
#include "core/tables/cell_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

namespace tenglong::tools {

namespace {

/// Columns that tell what was decided; all others are facts.
constexpr std::array k_decided{"class",
                               "score",
                               "status",
                               "flags",
                               "met",
                               "failed",
                               "valid",
                               "reason",
                               "undecided",
                               "measure",
                               "reclaim_m2",
                               "reclaim_mu",
                               "floor_potential_m2",
                               "land_equivalent_m2",
                               "energy_room_tce",
                               "carbon_room_t"};

class Printer {
public:
    Printer(const SubjectFile& file, const Console& console) : m_file{file}, m_console{console} {}

    void print() const
    {
        heading();
        decided();
        measures();
        verdicts(msg("verdicts that hold"), Truth::yes);
        verdicts(msg("verdicts that cannot be decided"), Truth::unknown);
        verdicts(msg("verdicts that do not hold"), Truth::no);
        facts();
        missing();
        list(msg("enterprises on it"), m_file.enterprises);
        list(msg("parcels it uses"), parcels_of(m_file.parcels, m_file.missing_parcels));
        list(msg("other parcels of its block"), parcels_of(m_file.neighbours, {}));
        issues();
    }

private:
    void line(const std::string& text) const { m_console.out << text << '\n'; }
    void title(const Text& text) const { line("\n" + m_console.tr(text)); }
    [[nodiscard]] std::string comma() const { return m_console.lang == Lang::zh ? "、" : ", "; }

    void heading() const
    {
        const auto name = m_file.subject.find(m_file.kind == SubjectKind::parcel   ? "holder"
                                              : m_file.kind == SubjectKind::change ? "project"
                                                                                   : "name");
        const std::string found =
            name ? shown_text(m_file.subject.columns()[*name], 0, m_console.lang) : std::string{};
        const std::string shown = found == m_file.code ? std::string{} : found;
        line(fmt::format("{} {}{}{}", m_console.tr(label_of(m_file.kind)), m_file.code,
                         shown.empty() ? "" : " ", shown));
        line(m_console.tr(msg("judged by '{}'", m_file.record.profile->title)));
    }

    void decided() const
    {
        title(msg("decided"));
        for (const char* name : k_decided) {
            const auto found = m_file.subject.find(name);
            if (!found || !m_file.subject.columns()[*found].present(0)) {
                continue;
            }
            const ResultColumn& column = m_file.subject.columns()[*found];
            const std::string value = shown_text(column, 0, m_console.lang);
            if (!value.empty()) {
                line(m_console.tr(msg("  {}: {}", m_console.tr(column.spec().heading()), value)));
            }
        }
    }

    void measures() const
    {
        if (m_file.verdicts.measures.empty()) {
            return;
        }
        title(msg("measures"));
        for (const ToldMeasure& each : m_file.verdicts.measures) {
            line(m_console.tr(msg("  {}: {}", each.group, each.reason)));
        }
        if (!m_file.verdicts.land.empty()) {
            line(m_console.tr(msg("  {}: {}", msg("land freed"), m_file.verdicts.land)));
        }
        if (!m_file.verdicts.energy.empty()) {
            line(m_console.tr(msg("  {}: {}", msg("energy freed"), m_file.verdicts.energy)));
        }
        if (!m_file.verdicts.carbon.empty()) {
            line(m_console.tr(msg("  {}: {}", msg("carbon"), m_file.verdicts.carbon)));
        }
    }

    void verdicts(const Text& text, Truth truth) const
    {
        const auto told = m_file.verdicts.with(truth);
        if (told.empty()) {
            return;
        }
        title(text);
        for (const ToldVerdict* each : told) {
            const Rule& rule = *each->verdict.rule;
            if (truth == Truth::unknown) {
                line(m_console.tr(msg("  {}: missing {}", rule.label, lacking(each->verdict))));
                continue;
            }
            line(m_console.tr(msg("  {}: {}", rule.label, each->sentence)));
            if (truth == Truth::yes && !rule.remark.empty()) {
                line("    " + m_console.tr(rule.remark));
            }
        }
    }

    [[nodiscard]] std::string lacking(const Verdict& verdict) const
    {
        std::vector<std::string> names;
        for (const FactSeen& seen : verdict.missing()) {
            const Text& why = seen.origin.note;
            const bool computed = seen.origin.place.file.empty() &&
                                  m_file.record.facts->find(seen.fact) != nullptr && !why.empty();
            const std::string name =
                m_console.tr(computed ? msg("{} ({})", seen.label, why) : seen.label);
            if (std::find(names.begin(), names.end(), name) == names.end()) {
                names.push_back(name);
            }
        }
        return fmt::format("{}", fmt::join(names, comma()));
    }

    void facts() const
    {
        title(msg("facts and where they come from"));
        const FactTable& facts = *m_file.record.facts;
        for_each_fact([&](FactId fact) {
            const auto value = shown(fact);
            if (!value) {
                return;
            }
            const Text& name = facts.catalogue()[fact].label;
            const std::string from = origin(facts.origin(fact, 0));
            line(m_console.tr(from.empty() ? msg("  {}: {}", name, *value)
                                           : msg("  {}: {} ({})", name, *value, from)));
        });
    }

    /// The value in words; codes by their labels where the result has them.
    [[nodiscard]] std::optional<std::string> shown(FactId fact) const
    {
        const FactTable& facts = *m_file.record.facts;
        const auto value = facts.shown(fact, 0);
        const auto column = m_file.subject.find(facts.catalogue()[fact].name);
        if (value && column && m_file.subject.columns()[*column].spec().words) {
            std::string words = shown_text(m_file.subject.columns()[*column], 0, m_console.lang);
            return words.empty() ? m_console.tr(*value) : words;
        }
        if (!value) {
            return std::nullopt;
        }
        const FactDeclaration& declaration = facts.catalogue()[fact];
        if (declaration.type == FactType::code || declaration.type == FactType::set) {
            return words_of(fact);
        }
        return m_console.tr(*value);
    }

    /// Codes by the words of the policy.
    [[nodiscard]] std::string words_of(FactId fact) const
    {
        const FactTable& facts = *m_file.record.facts;
        const RuleSet& rules = m_file.record.profile->rules_for(m_file.kind);
        const auto id = static_cast<TextId>(facts.find(fact)->words()[0]);
        std::vector<std::string_view> codes{facts.pool()[id]};
        if (facts.catalogue()[fact].type == FactType::set) {
            codes = facts.pool().members(id);
        }
        std::string text;
        for (const std::string_view code : codes) {
            text += (text.empty() ? "" : comma()) + m_console.tr(rules.word(code));
        }
        return text.empty() ? m_console.tr(msg("none")) : text;
    }

    /// What is missing for a known reason, by reason; then what nobody gave, as far as the policy
    /// asks for it.
    void missing() const
    {
        const FactTable& facts = *m_file.record.facts;
        std::vector<std::pair<std::string, std::string>> reasons;
        std::string wanted;
        std::size_t others = 0;
        const std::set<FactId> asked = asked_for();
        for_each_fact([&](FactId fact) {
            const Origin from = facts.origin(fact, 0);
            const std::string name = m_console.tr(facts.catalogue()[fact].label);
            const FactColumn* column = facts.find(fact);
            if (from.present) {
                return;
            }
            if (column != nullptr && column->states()[0] != FactColumn::k_not_given) {
                add(reasons, origin(from), name);
            } else if (asked.contains(fact)) {
                wanted += (wanted.empty() ? "" : comma()) + name;
            } else {
                ++others;
            }
        });
        title(msg("missing"));
        for (const auto& [reason, names] : reasons) {
            line(m_console.tr(msg("  {}: {}", reason, names)));
        }
        if (!wanted.empty()) {
            line(m_console.tr(msg("  given by no file, and the policy asks for it: {}", wanted)));
        }
        if (others > 0) {
            line(m_console.tr(
                msg("  given by no file, and the policy does not ask for it: {} facts", others)));
        }
    }

    void add(std::vector<std::pair<std::string, std::string>>& reasons, const std::string& reason,
             const std::string& name) const
    {
        const auto same = [&](const auto& each) { return each.first == reason; };
        const auto found = std::find_if(reasons.begin(), reasons.end(), same);
        if (found == reasons.end()) {
            reasons.emplace_back(reason, name);
        } else {
            found->second += comma() + name;
        }
    }

    template <class Visit>
    void for_each_fact(const Visit& visit) const
    {
        const FactCatalogue& catalogue = m_file.record.facts->catalogue();
        for (std::size_t id = 0; id < catalogue.size(); ++id) {
            const auto fact = static_cast<FactId>(id);
            if (catalogue[fact].subject == m_file.kind) {
                visit(fact);
            }
        }
    }

    /// The facts that some condition of the policy compares.
    [[nodiscard]] std::set<FactId> asked_for() const
    {
        std::set<FactId> asked;
        for (const RuleSet::Node& node : m_file.record.profile->rules_for(m_file.kind).nodes()) {
            for (const FactId fact : facts_of(*node.condition)) {
                asked.insert(fact);
            }
        }
        return asked;
    }

    /// Where a value was read, or how it was made, or why there is none.
    [[nodiscard]] std::string origin(const Origin& origin) const
    {
        std::string note = m_console.tr(origin.note);
        const Place& at = origin.place;
        if (at.file.empty()) {
            return note;
        }
        const std::string name = std::filesystem::path{at.file}.filename().string();
        const std::string file = at.layer.empty() ? name : name + " [" + at.layer + "]";
        const std::string place = at.row > 0 ? m_console.tr(msg("{}, row {}", file, at.row)) : file;
        return note.empty() ? place : m_console.tr(msg("{}; {}", place, note));
    }

    [[nodiscard]] std::vector<std::string> parcels_of(const std::vector<ResultTable>& rows,
                                                      const std::vector<std::string>& absent) const
    {
        std::vector<std::string> lines;
        for (const ResultTable& row : rows) {
            std::string& text = lines.emplace_back(row["parcel_code"].text(0));
            for (const char* name : {"status", "area_mu", "measure", "reclaim_mu"}) {
                const ResultColumn& column = row[name];
                const std::string shown = shown_text(column, 0, m_console.lang);
                if (shown.empty()) {
                    continue;
                }
                const bool coded = column.spec().is_textual();
                text +=
                    "  " +
                    (coded ? shown : m_console.tr(msg("{}: {}", column.spec().heading(), shown)));
            }
        }
        for (const std::string& code : absent) {
            lines.push_back(m_console.tr(msg("{} (not in the base)", code)));
        }
        return lines;
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
};

} // namespace

void print_subject(const SubjectFile& file, const Console& console)
{
    Printer{file, console}.print();
}

} // namespace tenglong::tools
