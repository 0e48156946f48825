#include "tools/cli/help.hpp"

#include "core/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tenglong::tools {

namespace {

struct Row {
    std::string left;
    std::string right;
};

/// Two columns, the right one at the same place in all tables of a page.
class Page {
public:
    explicit Page(Lang lang) : m_lang{lang} {}

    void line(std::string_view text) { m_text.append(text).push_back('\n'); }
    void heading(const Text& title)
    {
        line("");
        line(title.in(m_lang) + (m_lang == Lang::zh ? "：" : ":"));
    }
    void table(const std::vector<Row>& rows)
    {
        for (const Row& row : rows) {
            const std::size_t width = display_width(row.left);
            const std::string gap(width < k_column ? k_column - width : 2, ' ');
            line(fmt::format("  {}{}{}", row.left, gap, row.right));
        }
    }
    [[nodiscard]] std::string text() && { return std::move(m_text); }

private:
    static constexpr std::size_t k_column = 28;

    Lang m_lang;
    std::string m_text;
};

[[nodiscard]] Text group_of(const Parameter& parameter)
{
    if (!parameter.group.empty()) {
        return parameter.group;
    }
    return parameter.is_argument() ? msg("Arguments") : msg("Options");
}

[[nodiscard]] std::string usage(const Command& command, std::string_view path, Lang lang)
{
    std::string line = fmt::format("  {}", path);
    if (!command.children.empty()) {
        return line + " " + msg("COMMAND …").in(lang);
    }
    for (const Parameter& parameter : command.parameters) {
        if (parameter.is_argument()) {
            const std::string name = parameter.name + (parameter.repeated ? "…" : "");
            line += parameter.required ? " " + name : " [" + name + "]";
        }
    }
    return line + " " + msg("[OPTIONS]").in(lang);
}

void add_parameters(Page& page, const Command& command, Lang lang)
{
    std::vector<Text> groups;
    for (const Parameter& parameter : command.parameters) {
        const Text group = group_of(parameter);
        if (std::find(groups.begin(), groups.end(), group) == groups.end()) {
            groups.push_back(group);
        }
    }
    for (const Text& group : groups) {
        page.heading(group);
        std::vector<Row> rows;
        for (const Parameter& parameter : command.parameters) {
            if (group_of(parameter) == group) {
                rows.push_back({spelling(parameter), parameter.help.in(lang)});
            }
        }
        page.table(rows);
    }
}

} // namespace

std::string spelling(const Parameter& parameter)
{
    if (parameter.is_argument()) {
        return parameter.name;
    }
    const std::string letter =
        parameter.letter == '\0' ? std::string{} : fmt::format("-{}, ", parameter.letter);
    const std::string negated =
        parameter.negatable ? fmt::format(", --no-{}", parameter.name.substr(2)) : std::string{};
    const std::string value = parameter.is_flag() ? std::string{} : " " + parameter.value;
    return letter + parameter.name + negated + value;
}

std::string help_page(const Command& command, std::string_view path, Lang lang)
{
    Page page{lang};
    page.line(command.summary.in(lang));
    if (!command.details.empty()) {
        page.line("");
        page.line(command.details.in(lang));
    }
    page.heading(msg("Usage"));
    page.line(usage(command, path, lang));
    if (!command.children.empty()) {
        page.heading(msg("Commands"));
        std::vector<Row> rows;
        for (const Command& child : command.children) {
            rows.push_back({child.name, child.summary.in(lang)});
        }
        page.table(rows);
    }
    add_parameters(page, command, lang);
    if (!command.examples.empty()) {
        page.heading(msg("Examples"));
        for (const Example& example : command.examples) {
            page.line("  # " + example.what.in(lang));
            page.line("  " + example.line);
        }
    }
    return std::move(page).text();
}

} // namespace tenglong::tools
