#include "tools/cli/policy_page.hpp"

#include "core/base/number.hpp"
#include "core/rules/describe.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

namespace tenglong::tools {

namespace {

class Page {
public:
    Page(const Profile& profile, Lang lang) : m_profile{profile}, m_lang{lang} {}

    void line(const std::string& text) { m_text += text + "\n"; }
    void heading(const Text& title) { line("\n" + tr(title)); }
    void item(const std::string& name, const Text& text, const Text& source)
    {
        const std::string_view gap = source.empty() || m_lang == Lang::zh ? "" : " ";
        line(fmt::format("  {}  {}{}{}", name, tr(text), gap, tr(source)));
    }
    /// A citation in words. Any rule set knows the documents of the profile.
    [[nodiscard]] Text source(const Citation& citation, bool set = true) const
    {
        return citation_text(citation, set, m_profile.rules_for(SubjectKind::parcel));
    }
    [[nodiscard]] const std::string& tr(const Text& text) const { return text.in(m_lang); }
    [[nodiscard]] std::string text() && { return std::move(m_text); }

private:
    const Profile& m_profile;
    Lang m_lang;
    std::string m_text;
};

void add_documents(Page& page, const Profile& profile)
{
    page.heading(msg("Documents"));
    for (const auto& [key, document] : profile.documents) {
        const Text number{document.number, document.number};
        page.item(key, document.title, number.empty() ? Text{} : msg("({})", number));
    }
}

void add_figures(Page& page, const Profile& profile)
{
    page.heading(msg("Figures"));
    for (const Figure& figure : profile.figures) {
        page.item(figure.key, msg("{}: {}", figure.label, shown(figure.value)),
                  page.source(figure.citation, figure.set));
    }
    for (const LookupTable& table : profile.tables) {
        page.item(table.key, msg("{}: {} entries", table.label, table.values.size()),
                  page.source(table.citation, table.set));
    }
}

void add_rules(Page& page, const Profile& profile)
{
    for (const auto& rules : profile.rules) {
        if (rules->rules().empty()) {
            continue;
        }
        page.heading(msg("Rules for a {}", label_of(rules->subject())));
        for (const Rule& rule : rules->rules()) {
            page.item(rule.id, msg("{}: {}", rule.label, describe(rule.condition, *rules)),
                      citation_text(rule.citation, true, *rules));
        }
    }
}

void add_measures(Page& page, const Profile& profile)
{
    if (profile.measures.empty()) {
        return;
    }
    page.heading(msg("Measures"));
    for (const Measure& measure : profile.measures) {
        page.item(measure.id, measure.label, page.source(measure.citation));
    }
}

void add_balance(Page& page, const Profile& profile)
{
    if (!profile.balance) {
        return;
    }
    const Balance& balance = *profile.balance;
    static const std::array<Text, 3> modes{msg("all existing industrial land"),
                                           msg("land inside the control line"),
                                           msg("land outside the line swapped for land inside")};
    static const std::array<Text, 3> settlements{
        msg("compensation comes first"), msg("settled each year"), msg("settled at the end")};
    page.heading(msg("Balance of occupation and compensation"));
    page.item("mode", modes.at(static_cast<std::size_t>(balance.mode)),
              page.source(balance.citation));
    const std::string ratio = "1:" + format_number(balance.ratio.value.value);
    page.item("ratio", Text{ratio, ratio}, page.source(balance.ratio.citation, balance.ratio.set));
    page.item("settlement", settlements.at(static_cast<std::size_t>(balance.settlement)), {});
}

void add_targets(Page& page, const Profile& profile)
{
    if (profile.targets.empty()) {
        return;
    }
    page.heading(msg("Targets"));
    for (const Target& target : profile.targets) {
        std::vector<std::string> goals;
        for (const auto& [year, goal] : target.goals) {
            goals.push_back(fmt::format("{}: {}", year, format_number(goal)));
        }
        Text text = target.unit.is_plain() ? target.label
                                           : msg("{} ({})", target.label, target.unit.symbol());
        if (!goals.empty()) {
            text = msg("{}: {}", text, fmt::format("{}", fmt::join(goals, ", ")));
        }
        page.item(target.id, text, page.source(target.citation));
    }
}

} // namespace

std::string policy_page(const Profile& profile, Lang lang)
{
    Page page{profile, lang};
    page.line(fmt::format("{} ({})", profile.title.in(lang), profile.id));
    if (!profile.lineage.empty()) {
        const std::string lineage = fmt::format("{}", fmt::join(profile.lineage, ", "));
        page.line(page.tr(msg("extends: {}", lineage)));
    }
    if (const Text valid = validity(profile); !valid.empty()) {
        page.line(page.tr(msg("valid: {}", valid)));
    }
    add_documents(page, profile);
    add_figures(page, profile);
    add_rules(page, profile);
    add_measures(page, profile);
    add_balance(page, profile);
    add_targets(page, profile);
    return std::move(page).text();
}

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

} // namespace tenglong::tools
