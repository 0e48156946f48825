#include "core/policy/print.hpp"

#include "core/base/number.hpp"
#include "core/facts/fact_table.hpp"
#include "core/rules/describe.hpp"

#include <fmt/format.h>

#include <array>
#include <iterator>

namespace tenglong {

namespace {

/// Writes one profile; each function is one section.
class Printer {
public:
    Printer(const Profile& profile, Lang lang) : m_profile{profile}, m_lang{lang} {}

    [[nodiscard]] std::string print()
    {
        head();
        documents();
        figures();
        tables();
        for (std::size_t kind = 0; kind < k_subject_kinds; ++kind) {
            rules(static_cast<SubjectKind>(kind));
        }
        leading();
        measures();
        schemes();
        balance();
        targets();
        return std::move(m_out);
    }

private:
    template <class... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&... arguments)
    {
        fmt::format_to(std::back_inserter(m_out), format, std::forward<Arguments>(arguments)...);
        m_out.push_back('\n');
    }

    [[nodiscard]] const std::string& in(const Text& text) const { return text.in(m_lang); }

    void remark(const Text& text)
    {
        if (!text.empty()) {
            line("  {}", in(text));
        }
    }

    void heading(const Text& text) { line("\n## {}\n", in(text)); }

    [[nodiscard]] std::string source(const Citation& citation, bool set) const
    {
        return in(citation_text(citation, set, m_profile.rules_for(SubjectKind::parcel)));
    }

    void head()
    {
        line("# {} ({})", in(m_profile.title), m_profile.id);
        if (const Text valid = validity(m_profile); !valid.empty()) {
            line("\n{}", in(valid));
        }
        for (const std::string& parent : m_profile.lineage) {
            line("\n{}", in(msg("extends '{}'", parent)));
        }
    }

    void documents()
    {
        heading(msg("Documents"));
        for (const auto& [key, document] : m_profile.documents) {
            line("- {}: {}{}{}", in(document.short_title), in(document.title),
                 document.number.empty() ? "" : ", ", document.number);
        }
    }

    void figures()
    {
        heading(msg("Figures"));
        for (const Figure& figure : m_profile.figures) {
            line("- `{}` {}: {} {}", figure.key, in(figure.label), in(shown(figure.value)),
                 source(figure.citation, figure.set));
            if (!figure.note.empty()) {
                line("  {}", in(figure.note));
            }
        }
    }

    void tables()
    {
        for (const LookupTable& table : m_profile.tables) {
            heading(table.label);
            line("{} {}\n", in((*m_profile.catalogue)[table.by].label),
                 source(table.citation, table.set));
            for (const auto& [code, value] : table.values) {
                line("- {}: {}", code, in(shown_number(value, table.unit)));
            }
        }
    }

    void rules(SubjectKind kind)
    {
        const RuleSet& set = m_profile.rules_for(kind);
        bool any = false;
        for (const Rule& rule : set.rules()) {
            if (rule.id.starts_with("measure:")) {
                continue;
            }
            if (!any) {
                heading(msg("Rules: {}", label_of(kind)));
                any = true;
            }
            line("- `{}` {} [{}]: {} {}", rule.id, in(rule.label), role(rule.role),
                 in(describe(rule.condition, set)), source(rule.citation, true));
            remark(rule.remark);
        }
    }

    [[nodiscard]] std::string role(RuleRole role) const
    {
        switch (role) {
        case RuleRole::flag:
            return in(msg("problem"));
        case RuleRole::list:
            return in(msg("list"));
        case RuleRole::right:
            return in(msg("right"));
        case RuleRole::check:
            return in(msg("requirement"));
        case RuleRole::info:
            break;
        }
        return in(msg("for other rules"));
    }

    void leading()
    {
        if (m_profile.leading.empty()) {
            return;
        }
        heading(msg("Which problem leads"));
        const RuleSet& rules = m_profile.rules_for(SubjectKind::parcel);
        std::size_t place = 0;
        for (const std::string& id : m_profile.leading) {
            line("{}. {} (`{}`)", ++place, in(rules.rules()[*rules.find(id)].label), id);
        }
    }

    void measures()
    {
        if (m_profile.measures.empty()) {
            return;
        }
        heading(msg("Measures"));
        for (const Measure& measure : m_profile.measures) {
            const RuleSet& rules = m_profile.rules_for(measure.subject);
            const Rule& rule = rules.rules()[*rules.find(measure.rule)];
            const auto group = m_profile.measure_groups.find(measure.group);
            line("- {} / {}: {} {}",
                 group == m_profile.measure_groups.end() ? measure.group : in(group->second),
                 in(measure.label), in(describe(rule.condition, rules)),
                 source(measure.citation, true));
            line("  {}", in(freed(measure)));
            remark(measure.remark);
        }
    }

    [[nodiscard]] static Text freed(const Measure& measure)
    {
        const std::array<Text, 3> land{msg("frees no land"), msg("frees the separable part"),
                                       msg("frees the whole parcel")};
        const std::array<Text, 3> energy{msg("frees no energy"), msg("frees energy above the line"),
                                         msg("frees all energy")};
        return msg("{}; {}", land.at(static_cast<std::size_t>(measure.land)),
                   energy.at(static_cast<std::size_t>(measure.energy)));
    }

    void balance()
    {
        if (!m_profile.balance) {
            return;
        }
        const Balance& balance = *m_profile.balance;
        heading(msg("Control-line account"));
        const std::array<Text, 3> modes{msg("all existing industrial land"),
                                        msg("land inside the control line"),
                                        msg("land outside the line swapped for land inside")};
        line("- {}: {}", in(msg("scope")), in(modes.at(static_cast<std::size_t>(balance.mode))));
        line("- {}: {} {}", in(msg("compensated / occupied, at least")),
             format_number(balance.ratio.value.value),
             source(balance.ratio.citation, balance.ratio.set));
        if (balance.floor) {
            line("- {}: {} {}", in(msg("least total")),
                 in(shown_number(balance.floor->value.value, balance.floor->value.unit)),
                 source(balance.floor->citation, balance.floor->set));
        }
        if (balance.total_not_less) {
            line("- {}", in(msg("the total does not fall")));
        }
        if (balance.stays_industrial) {
            line("- {}", in(msg("stock freed inside the line stays industrial")));
        }
        const std::array<Text, 3> settlements{msg("compensation comes first"),
                                              msg("settled each year"), msg("settled once")};
        line("- {}", in(settlements.at(static_cast<std::size_t>(balance.settlement))));
        line("- {}",
             in(balance.scope == BalanceScope::each_region ? msg("each region balances by itself")
                                                           : msg("all regions balance together")));
        remark(balance.remark);
    }

    void schemes()
    {
        for (const Scheme& scheme : m_profile.schemes) {
            heading(msg("Evaluation: {}", scheme.label));
            line("{}\n", source({scheme.document, scheme.clause}, true));
            for (const ScoreItem& item : scheme.items) {
                line("- {}: {}", in(item.label), in(msg("{} points", format_number(item.weight))));
            }
            std::string letters;
            for (const ScoreClass& each : scheme.classes) {
                letters += (letters.empty() ? "" : ", ") + each.letter;
            }
            line("- {}: {}", in(msg("classes")), letters);
        }
    }

    void targets()
    {
        if (m_profile.targets.empty()) {
            return;
        }
        heading(msg("Targets"));
        for (const Target& target : m_profile.targets) {
            std::string goals;
            for (const auto& [year, goal] : target.goals) {
                goals += fmt::format("{}{}: {}", goals.empty() ? "" : ", ", year,
                                     in(shown_number(goal, target.unit)));
            }
            line("- {}: {} {}", in(target.label), goals, source(target.citation, true));
            remark(target.remark);
        }
    }

    const Profile& m_profile;
    Lang m_lang;
    std::string m_out;
};

} // namespace

Text validity(const Profile& profile)
{
    if (profile.valid_from && profile.valid_to) {
        return msg("{} to {}", profile.valid_from->iso(), profile.valid_to->iso());
    }
    if (profile.valid_from) {
        return msg("from {}", profile.valid_from->iso());
    }
    return profile.valid_to ? msg("until {}", profile.valid_to->iso()) : Text{};
}

std::string printed(const Profile& profile, Lang lang)
{
    return Printer{profile, lang}.print();
}

} // namespace tenglong
