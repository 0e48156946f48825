#include "tools/docs/reference.hpp"

#include "core/base/units.hpp"
#include "core/facts/catalogue.hpp"
#include "core/policy/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace tenglong::tools {

namespace {

/// One text of the page in the language at hand.
class Page {
public:
    explicit Page(Lang lang) : m_lang{lang} {}

    [[nodiscard]] const std::string& in(const Text& text) const { return text.in(m_lang); }

    void title(const Text& text) { m_text += "# " + in(text) + "\n"; }
    void heading(const Text& text) { m_text += "\n## " + in(text) + "\n"; }
    void sub_heading(const Text& text) { m_text += "\n### " + in(text) + "\n"; }
    void paragraph(const Text& text) { m_text += "\n" + in(text) + "\n"; }

    void table_head(const std::vector<Text>& columns)
    {
        m_text += "\n|";
        for (const Text& column : columns) {
            m_text += " " + in(column) + " |";
        }
        m_text += "\n|";
        for (std::size_t i = 0; i < columns.size(); ++i) {
            m_text += "---|";
        }
        m_text += "\n";
    }

    void row(const std::vector<std::string>& cells)
    {
        m_text += "|";
        for (const std::string& cell : cells) {
            m_text += cell.empty() ? " |" : " " + cell + " |";
        }
        m_text += "\n";
    }

    [[nodiscard]] std::string text() && { return std::move(m_text); }

private:
    Lang m_lang;
    std::string m_text;
};

[[nodiscard]] std::string code(std::string_view word)
{
    return fmt::format("`{}`", word);
}

/// How a section is written in a file: [balance], [[rules]], [figures.NAME].
[[nodiscard]] Text section_title(std::string_view section)
{
    if (section.empty()) {
        return {"文件的各节", "Sections of a file"};
    }
    if (section == "condition") {
        return {"条件", "Conditions"};
    }
    constexpr std::array<std::string_view, 4> k_lists{"rules", "measures", "schemes", "targets"};
    std::string written{section};
    if (std::find(k_lists.begin(), k_lists.end(), section) != k_lists.end()) {
        written = "[[" + written + "]]";
    } else if (written.ends_with(".*")) {
        written = "[" + written.substr(0, written.size() - 1) + "NAME]";
    } else {
        written = "[" + written + "]";
    }
    return {code(written), code(written)};
}

/// The words of the schema's types, in Chinese; a type may join several: "text or list".
constexpr auto k_type_words = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"quantity, period or date", "数值、时间段或日期"},
    {"list of two", "两项的列表"},
    {"count, or value", "数目或值"},
    {"text or list", "文本或列表"},
    {"yes or no", "true 或 false"},
    {"sections", "若干节"},
    {"section", "一节"},
    {"expression", "计算式"},
    {"condition", "条件"},
    {"number", "数"},
    {"figure", "数值"},
    {"value", "值"},
    {"fact", "事实"},
    {"unit", "单位"},
    {"date", "日期"},
    {"list", "列表"},
    {"text", "文本"},
});

[[nodiscard]] Text type_name(std::string_view type)
{
    const auto* const found = std::find_if(k_type_words.begin(), k_type_words.end(),
                                           [&](const auto& each) { return each.first == type; });
    return {std::string{found == k_type_words.end() ? type : found->second}, std::string{type}};
}

void add_keys(Page& page)
{
    page.heading({"一、文件的键", "1. Keys of a file"});
    std::string_view section = "none yet";
    for (const SchemaKey& key : profile_schema()) {
        if (key.section != section) {
            section = key.section;
            page.sub_heading(section_title(section));
            page.table_head(
                {{"键", "key"}, {"类型", "type"}, {"必填", "required"}, {"含义", "meaning"}});
        }
        page.row({code(key.key), page.in(type_name(key.type)),
                  key.required ? page.in({"是", "yes"}) : std::string{},
                  page.in({std::string{key.zh}, std::string{key.en}})});
    }
}

void add_facts_of(SubjectKind subject, const FactCatalogue& catalogue, Page& page)
{
    const Text& name = label_of(subject);
    const std::string key = code(key_of(subject));
    page.sub_heading({name.zh + " " + key, key + " (" + name.en + ")"});
    page.table_head({{"事实", "fact"},
                     {"类型", "type"},
                     {"单位", "unit"},
                     {"名称", "label"},
                     {"来源", "origin"},
                     {"说明", "how"}});
    for (const FactDeclaration& fact : catalogue.facts()) {
        if (fact.subject != subject) {
            continue;
        }
        const bool is_read = fact.origin == FactOrigin::read;
        page.row({code(fact.name), std::string{key_of(fact.type)},
                  fact.unit.is_plain() ? std::string{} : code(fact.unit.key()), page.in(fact.label),
                  page.in(is_read ? Text{"填报", "read"} : Text{"计算", "computed"}),
                  page.in(fact.how)});
    }
}

void add_facts(Page& page)
{
    page.heading({"二、事实", "2. Facts"});
    page.paragraph({"条件使用下列事实，或方案自己在 `[facts]`、`[derived]` 中声明的事实。“填报”"
                    "来自用户的图层或表格，“计算”由程序得出。缺失不等于零。",
                    "A condition uses these facts, or those that a profile declares itself in "
                    "`[facts]` and `[derived]`. What is read comes from the user's layers and "
                    "tables, the rest is computed. Missing is never zero."});
    const FactCatalogue catalogue;
    for (std::size_t kind = 0; kind < k_subject_kinds; ++kind) {
        add_facts_of(static_cast<SubjectKind>(kind), catalogue, page);
    }
}

void add_units(Page& page)
{
    page.heading({"三、单位", "3. Units"});
    page.paragraph({"两个单位之间写 `_per_` 或 `/`：`wan_per_mu`、`万元/亩`、`tce_per_wan`。",
                    "Two units are joined with `_per_` or `/`: `wan_per_mu`, `万元/亩`, "
                    "`tce_per_wan`. `wan` is 10,000 yuan, `wan_mu` 10,000 mu."});
    page.table_head({{"单位", "unit"}, {"名称", "name"}});
    for (const Unit& unit : all_units()) {
        const bool plain = unit.key() == "one";
        page.row({code(unit.key()),
                  page.in(plain ? Text{"无单位的数", "a plain number"} : unit.symbol())});
    }
}

} // namespace

std::string reference_page(Lang lang)
{
    Page page{lang};
    page.title(
        {"政策方案参考：键、事实与单位", "Reference of policy profiles: keys, facts, units"});
    page.paragraph(
        {"本页由程序生成（`cmake --build --preset dev --target reference`），请勿手工修改。"
         "用法见[《政策方案》](policy-profile.zh-CN.md)。",
         "This page is printed by the program (`cmake --build --preset dev --target "
         "reference`); do not edit it. How to use it: [policy profiles](policy-profile.md)."});
    add_keys(page);
    add_facts(page);
    add_units(page);
    return std::move(page).text();
}

} // namespace tenglong::tools
