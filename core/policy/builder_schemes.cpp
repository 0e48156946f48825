#include "core/policy/builder.hpp"

#include <functional>

namespace tenglong {

namespace {

/// Calls `read` for each table of a list.
void for_each_item(const Section& section, std::string_view key,
                   const std::function<void(const toml::table&)>& read)
{
    const toml::node* node = section.table().get(key);
    if (node == nullptr) {
        return;
    }
    const toml::array* list = node->as_array();
    if (list == nullptr || !node->is_array_of_tables()) {
        section.mistake(key, msg("'{}' must be {}", std::string{key}, msg("a list of sections")));
        return;
    }
    for (const toml::node& each : *list) {
        read(*each.as_table());
    }
}

[[nodiscard]] std::vector<IndustryPrefix> industries(const Section& section)
{
    std::vector<IndustryPrefix> prefixes;
    for (std::string& text : section.texts("industries")) {
        prefixes.push_back({IndustryEdition::y2017, std::move(text)});
    }
    return prefixes;
}

[[nodiscard]] ScoreAdjustment read_adjustment(const Section& section)
{
    return {section.text("id"),
            section.label(),
            section.text("clause"),
            section.text("fact"),
            section.yes_no("deduction", false),
            section.number("limit")};
}

[[nodiscard]] ScoreClass read_class(const Section& section)
{
    return {section.text("letter"), section.label(), section.number("share"),
            section.number("score")};
}

[[nodiscard]] IndustryGroup read_group(const Section& section)
{
    return {section.text("id"), section.label(), industries(section)};
}

} // namespace

/// The fact that a key names, checked to be a number of enterprises.
std::string ProfileBuilder::enterprise_number(const Section& section, std::string_view key) const
{
    std::string name = section.text(key);
    const auto& catalogue = *m_profile->catalogue;
    const auto fact = catalogue.find(SubjectKind::enterprise, name);
    if (!name.empty() && !fact) {
        section.mistake(key, with_suggestion(msg("no {} fact is named '{}'",
                                                 label_of(SubjectKind::enterprise), name),
                                             name, catalogue.names(SubjectKind::enterprise)));
    } else if (fact && catalogue[*fact].type != FactType::number) {
        section.mistake(key, msg("'{}' is not a number", name));
    }
    return name;
}

/// A figure in the unit of the item's fact, or the name of a statistic.
Baseline ProfileBuilder::read_baseline(const Section& section, const std::string& fact) const
{
    static const std::vector<std::string> statistics{"mean", "median", "max", "min",
                                                     "ratio_of_sums"};
    Baseline baseline;
    baseline.factor = section.number("factor").value_or(1.0);
    const toml::node* node = section.table().get("baseline");
    if (node == nullptr) {
        return baseline;
    }
    if (node->is_number()) {
        baseline.value = node->value<double>().value_or(0.0);
        return baseline;
    }
    const std::string written = section.text("baseline");
    const auto named = std::find(statistics.begin(), statistics.end(), written);
    if (named != statistics.end()) {
        baseline.kind = static_cast<BaselineKind>(named - statistics.begin() + 1);
        return baseline;
    }
    const auto id = m_profile->catalogue->find(SubjectKind::enterprise, fact);
    const auto quantity = Quantity::parse(written);
    const bool fits = quantity && id &&
                      quantity->unit.dimension() == (*m_profile->catalogue)[*id].unit.dimension();
    if (!fits) {
        section.mistake("baseline", msg("'{}' is neither a figure in the unit of '{}' nor one of: "
                                        "mean, median, max, min, ratio_of_sums",
                                        written, fact));
        return baseline;
    }
    baseline.value = quantity->unit.convert(quantity->value, (*m_profile->catalogue)[*id].unit);
    return baseline;
}

ScoreItem ProfileBuilder::read_score_item(const Section& section) const
{
    static const std::vector<std::string> families{"ratio", "inverse", "mean_inverse", "min_max",
                                                   "rank"};
    static const std::vector<std::string> rules{"undecided", "average", "zero", "penalty", "drop"};
    ScoreItem item;
    item.fact = enterprise_number(section, "fact");
    item.label = section.label();
    if (const auto fact = m_profile->catalogue->find(SubjectKind::enterprise, item.fact);
        item.label.empty() && fact) {
        item.label = (*m_profile->catalogue)[*fact].label;
    }
    item.clause = section.text("clause");
    item.weight = section.number("weight").value_or(0.0);
    item.family = static_cast<ScoreFamily>(section.word("family", families));
    item.baseline = read_baseline(section, item.fact);
    item.numerator = enterprise_number(section, "numerator");
    item.denominator = enterprise_number(section, "denominator");
    item.higher_is_better = section.yes_no("higher_is_better", true);
    item.base = section.number("base").value_or(item.base);
    item.span = section.number("span").value_or(item.span);
    item.least = section.number("least");
    item.greatest = section.number("greatest");
    item.cap = section.number("cap");
    item.floor = section.number("floor");
    item.missing = static_cast<MissingRule>(section.word("missing", rules));
    item.penalty = section.number("penalty").value_or(0.0);
    item.zero_is_missing = section.yes_no("zero_is_missing", false);
    return item;
}

ScoreOverride ProfileBuilder::read_override(const Section& section) const
{
    static const std::vector<std::string> kinds{"veto", "cap", "promote", "demote"};
    ScoreOverride override;
    override.id = section.text("id");
    override.label = section.label();
    override.clause = section.text("clause");
    override.rule = section.text("rule");
    override.kind = static_cast<OverrideKind>(section.word("kind", kinds));
    override.letter = section.text("letter");
    override.steps = static_cast<int>(section.number("steps").value_or(1.0));
    const RuleSet& rules = m_profile->rules_for(SubjectKind::enterprise);
    if (!override.rule.empty() && !rules.find(override.rule)) {
        std::vector<std::string> ids;
        for (const Rule& each : rules.rules()) {
            ids.push_back(each.id);
        }
        section.mistake("rule",
                        with_suggestion(msg("no rule for a {} is named '{}'",
                                            label_of(SubjectKind::enterprise), override.rule),
                                        override.rule, ids));
    }
    return override;
}

void ProfileBuilder::read_scheme(const RawItem& item)
{
    static const std::vector<std::string> sizes{"all", "above_scale", "below_scale"};
    static const std::vector<std::string> cuts{"by_share", "by_score"};
    static const std::vector<std::string> seats{"down", "nearest", "up"};
    static const std::vector<std::string> ties{"better", "worse"};
    static const std::vector<std::string> scopes{"group", "all"};
    const Section section = open(item, "schemes");
    Scheme scheme;
    scheme.id = item.name;
    scheme.label = section.label();
    const Citation citation = cite(section);
    scheme.clause = citation.clause;
    scheme.document = citation.document;
    scheme.scope = {static_cast<EnterpriseSize>(section.word("size", sizes)), industries(section),
                    section.number("least_mu")};
    scheme.most_bonus = section.number("most_bonus");
    scheme.most_deduction = section.number("most_deduction");
    scheme.cut = static_cast<CutMode>(section.word("cut", cuts));
    scheme.seats = static_cast<SeatRounding>(section.word("seats", seats));
    scheme.ties = static_cast<TieRule>(section.word("ties", ties));
    scheme.unranked_letter = section.text("unranked");
    scheme.group_by_size = section.yes_no("group_by_size", false);
    scheme.statistics = static_cast<StatisticsScope>(section.word("statistics", scopes));
    scheme.statistics_with_unranked = section.yes_no("statistics_with_unranked", false);
    const auto part = [&](const toml::table& table, std::string_view schema) {
        return Section{table, schema, *item.file, m_mistakes};
    };
    for_each_item(section, "items", [&](const toml::table& table) {
        scheme.items.push_back(read_score_item(part(table, "schemes.items")));
    });
    for_each_item(section, "adjustments", [&](const toml::table& table) {
        const Section adjustment = part(table, "schemes.adjustments");
        static_cast<void>(enterprise_number(adjustment, "fact"));
        scheme.adjustments.push_back(read_adjustment(adjustment));
    });
    for_each_item(section, "classes", [&](const toml::table& table) {
        scheme.classes.push_back(read_class(part(table, "schemes.classes")));
    });
    for_each_item(section, "overrides", [&](const toml::table& table) {
        scheme.overrides.push_back(read_override(part(table, "schemes.overrides")));
    });
    for_each_item(section, "groups", [&](const toml::table& table) {
        scheme.industry_groups.push_back(read_group(part(table, "schemes.groups")));
    });
    for (const Text& fault : faults_of(scheme)) {
        section.mistake(section.table(), fault);
    }
    m_profile->schemes.push_back(std::move(scheme));
}

void ProfileBuilder::read_schemes()
{
    for (const RawItem& item : m_raw.items("schemes")) {
        read_scheme(item);
    }
}

} // namespace tenglong
