#include "core/policy/builder.hpp"

#include "core/policy/right_side.hpp"
#include "core/policy/schema.hpp"

#include <algorithm>
#include <array>

namespace tenglong {

namespace {

const std::vector<std::string>& subject_words()
{
    static const std::vector<std::string> words{"parcel", "enterprise", "park",
                                                "unit",   "change",     "region"};
    return words;
}

} // namespace

ProfileBuilder::ProfileBuilder(const RawProfile& raw, const FigureOverrides& overrides,
                               Mistakes& mistakes)
    : m_raw{raw}, m_overrides{overrides}, m_mistakes{mistakes}
{}

std::unique_ptr<Profile> ProfileBuilder::build()
{
    m_profile = std::make_unique<Profile>();
    m_profile->catalogue = std::make_unique<FactCatalogue>();
    for (const RawItem& item : m_raw.items("conditions")) {
        m_conditions[item.name] = item;
    }
    read_head();
    read_documents();
    read_facts();
    read_figures();
    read_tables();
    read_derived();
    read_rules();
    read_leading();
    read_measures();
    read_schemes();
    read_allocation();
    read_energy();
    read_balance();
    read_targets();
    return std::move(m_profile);
}

Section ProfileBuilder::open(const RawItem& item, std::string_view schema) const
{
    return Section{*item.table, schema, *item.file, m_mistakes};
}

SubjectKind ProfileBuilder::subject(const Section& section)
{
    return static_cast<SubjectKind>(section.word("subject", subject_words()));
}

Citation ProfileBuilder::cite(const Section& section) const
{
    Citation citation = section.citation();
    if (!citation.document.empty() && !m_profile->documents.contains(citation.document)) {
        std::vector<std::string> keys;
        for (const auto& [key, document] : m_profile->documents) {
            keys.push_back(key);
        }
        section.mistake(section.has("document") ? "document" : "clause",
                        with_suggestion(msg("no document is named '{}'", citation.document),
                                        citation.document, keys));
    }
    return citation;
}

Scope ProfileBuilder::scope(SubjectKind subject) const
{
    return {*m_profile->catalogue, subject, m_profile->figures, m_profile->tables};
}

void ProfileBuilder::read_head()
{
    const auto& files = m_raw.files();
    for (const auto& file : files) {
        const toml::table* head = file->content["profile"].as_table();
        const bool is_own = file == files.back();
        if (head == nullptr) {
            if (is_own) {
                m_mistakes.push_back({file->name, 1, 1, msg("the section [profile] is missing")});
            }
            continue;
        }
        const Section whole{file->content, "", *file, m_mistakes};
        const auto allowed = schema_keys("");
        for (const auto& [key, value] : file->content) {
            const std::string name{key.str()};
            if (std::find(allowed.begin(), allowed.end(), name) == allowed.end()) {
                const auto& place = key.source().begin;
                m_mistakes.push_back(
                    {file->name, place.line, place.column,
                     with_suggestion(msg("unknown key '{}'", name), name, allowed)});
            }
        }
        const Section section{*head, "profile", *file, m_mistakes};
        if (!is_own) {
            m_profile->lineage.insert(m_profile->lineage.begin(), section.text("id"));
            continue;
        }
        m_profile->id = section.text("id");
        m_profile->title = section.label();
        m_profile->valid_from = section.date("valid_from");
        m_profile->valid_to = section.date("valid_to");
        m_profile->region = section.text("region");
    }
}

void ProfileBuilder::read_documents()
{
    for (const RawItem& item : m_raw.items("documents")) {
        const Section section = open(item, "documents.*");
        const std::vector<std::string> states{"in_force", "draft", "expired"};
        m_profile->documents[item.name] =
            Document{item.name, section.label(), section.label("short_"), section.text("number"),
                     states[section.word("status", states)]};
    }
    for (const RawItem& item : m_raw.items("words")) {
        m_profile->words[item.name] = open(item, "words.*").label();
    }
    for (const RawItem& item : m_raw.items("measure_groups")) {
        m_profile->measure_groups[item.name] = open(item, "measure_groups.*").label();
    }
}

void ProfileBuilder::read_facts()
{
    static const std::vector<std::string> types{"number", "date", "yes_no", "code", "text", "set"};
    for (const RawItem& item : m_raw.items("facts")) {
        const Section section = open(item, "facts.*");
        const SubjectKind kind = subject(section);
        if (m_profile->catalogue->find(kind, item.name)) {
            section.mistake(section.table(),
                            msg("the fact '{}' exists already; choose another name", item.name));
            continue;
        }
        const FactId fact =
            m_profile->catalogue->add({item.name,
                                       kind,
                                       static_cast<FactType>(section.word("type", types)),
                                       section.unit("unit"),
                                       section.label(),
                                       FactOrigin::read,
                                       {}});
        m_profile->custom.push_back({kind, fact, section.texts("columns")});
    }
}

void ProfileBuilder::read_figures()
{
    for (const RawItem& item : m_raw.items("figures")) {
        const Section section = open(item, "figures.*");
        Figure figure;
        figure.key = item.name;
        figure.label = section.label();
        figure.set = section.yes_no("set", true);
        figure.citation = cite(section);
        figure.note = section.label("note_");
        const std::string_view wanted = figure.set ? "value" : "default";
        const std::string_view other = figure.set ? "default" : "value";
        if (!section.has(wanted) || section.has(other)) {
            section.mistake(section.table(),
                            figure.set ? msg("'{}' needs a 'value'; where the document sets none, "
                                             "write set = false and a 'default'",
                                             item.name)
                                       : msg("'{}' is not set by the document, so it needs a "
                                             "'default' and no 'value'",
                                             item.name));
        }
        figure.value = section.figure_value(wanted).value_or(Quantity{});
        if (const auto given = m_overrides.find(item.name); given != m_overrides.end()) {
            const auto period = parse_period(given->second);
            const auto quantity = Quantity::parse(given->second);
            if (period) {
                figure.value = *period;
            } else if (quantity) {
                figure.value = *quantity;
            } else {
                m_mistakes.push_back({"--set", 0, 0, msg("'{}' is not a figure", given->second)});
            }
            figure.set = false;
            figure.note = msg("set for this run");
        }
        m_profile->figures.push_back(std::move(figure));
    }
    for (const auto& [key, value] : m_overrides) {
        if (m_profile->figure(key) == nullptr) {
            std::vector<std::string> keys;
            for (const Figure& each : m_profile->figures) {
                keys.push_back(each.key);
            }
            m_mistakes.push_back(
                {"--set", 0, 0, with_suggestion(msg("no figure is named '{}'", key), key, keys)});
        }
    }
}

void ProfileBuilder::read_tables()
{
    for (const RawItem& item : m_raw.items("tables")) {
        const Section section = open(item, "tables.*");
        const SubjectKind kind = subject(section);
        LookupTable table;
        table.key = item.name;
        table.label = section.label();
        table.industry = section.yes_no("industry", false);
        table.unit = section.unit("unit");
        table.otherwise = section.number("otherwise");
        table.citation = cite(section);
        table.set = section.yes_no("set", true);
        table.note = section.label("note_");
        const std::string by = section.text("by");
        const auto fact = m_profile->catalogue->find(kind, by);
        if (!fact) {
            section.mistake("by",
                            with_suggestion(msg("no {} fact is named '{}'", label_of(kind), by), by,
                                            m_profile->catalogue->names(kind)));
            continue;
        }
        table.by = *fact;
        if (const toml::table* values = section.table()["values"].as_table(); values != nullptr) {
            for (const auto& [key, value] : *values) {
                if (const auto number = value.value<double>(); number) {
                    table.values.emplace(std::string{key.str()}, *number);
                } else {
                    section.mistake(
                        value, msg("'{}' must be {}", std::string{key.str()}, msg("a number")));
                }
            }
        }
        m_profile->tables.push_back(std::move(table));
    }
}

void ProfileBuilder::read_derived()
{
    for (const RawItem& item : m_raw.items("derived")) {
        const Section section = open(item, "derived.*");
        const SubjectKind kind = subject(section);
        const auto existing = m_profile->catalogue->find(kind, item.name);
        if (existing) {
            section.mistake(section.table(),
                            msg("the fact '{}' exists already; choose another name", item.name));
            continue;
        }
        const Unit unit = section.unit("unit");
        auto read = read_expression(section, "value", scope(kind));
        if (!read) {
            continue;
        }
        Expression value = std::move(*read);
        const bool number = value.kind == ValueKind::number;
        if (!number && value.kind != ValueKind::date) {
            section.mistake("value", msg("only numbers and dates can be derived"));
        } else if (number && value.unit.dimension() != unit.dimension()) {
            section.mistake("value", msg("the two values have units that do not fit: '{}' and '{}'",
                                         value.unit.key(), unit.key()));
        } else {
            value = in_unit(std::move(value), unit);
        }
        const FactId fact =
            m_profile->catalogue->add({item.name,
                                       kind,
                                       number ? FactType::number : FactType::date,
                                       unit,
                                       section.label(),
                                       FactOrigin::computed,
                                       {section.text("value"), section.text("value")}});
        m_profile->derived.push_back({kind, fact, std::move(value)});
    }
}

void ProfileBuilder::read_leading()
{
    const RawItem item = m_raw.section("leading");
    if (item.table == nullptr) {
        return;
    }
    const Section section = open(item, "leading");
    const RuleSet& rules = m_profile->rules_for(SubjectKind::parcel);
    m_profile->leading = section.texts("order");
    std::vector<std::string> flags;
    for (const Rule& rule : rules.rules()) {
        if (rule.role == RuleRole::flag) {
            flags.push_back(rule.id);
        }
    }
    for (const std::string& id : m_profile->leading) {
        if (std::find(flags.begin(), flags.end(), id) == flags.end()) {
            section.mistake("order",
                            with_suggestion(msg("'{}' is not a flag of parcels", id), id, flags));
        }
    }
    for (const std::string& flag : flags) {
        if (std::find(m_profile->leading.begin(), m_profile->leading.end(), flag) ==
            m_profile->leading.end()) {
            section.mistake("order", msg("the flag '{}' has no place in the order", flag));
        }
    }
}

void ProfileBuilder::read_measures()
{
    static const std::vector<std::string> lands{"none", "separable", "whole"};
    static const std::vector<std::string> energies{"none", "excess", "all"};
    for (const RawItem& item : m_raw.items("measures")) {
        const Section section = open(item, "measures");
        Measure measure;
        measure.id = item.name;
        measure.group = section.text("group");
        measure.subject = subject(section);
        measure.label = section.label();
        measure.remark = section.label("remark_");
        measure.citation = cite(section);
        measure.rule = "measure:" + item.name;
        measure.land = static_cast<FreedLand>(section.word("land", lands));
        measure.energy = static_cast<FreedEnergy>(section.word("energy", energies));
        if (!m_profile->measure_groups.contains(measure.group)) {
            std::vector<std::string> groups;
            for (const auto& [key, label] : m_profile->measure_groups) {
                groups.push_back(key);
            }
            section.mistake(
                "group", with_suggestion(msg("no group of measures is named '{}'", measure.group),
                                         measure.group, groups));
        }
        m_profile->measures.push_back(std::move(measure));
    }
}

void ProfileBuilder::read_allocation()
{
    static const std::vector<std::string> ways{"apart", "merged_in_holder"};
    if (const RawItem item = m_raw.section("allocation"); item.table != nullptr) {
        m_profile->tenants = static_cast<Tenants>(open(item, "allocation").word("tenants", ways));
    }
}

void ProfileBuilder::read_energy()
{
    static const std::vector<std::string> names{"stated", "equivalent", "calorific"};
    if (const RawItem item = m_raw.section("energy"); item.table != nullptr) {
        const Section section = open(item, "energy");
        static_cast<void>(cite(section));
        for (const std::string& name : section.texts("order")) {
            const auto found = std::ranges::find(names, name);
            if (found == names.end()) {
                section.mistake(
                    "order",
                    with_suggestion(msg("no figure of energy is named '{}'", name), name, names));
            } else {
                m_profile->energy.push_back(static_cast<EnergyBasis>(found - names.begin()));
            }
        }
    }
    if (m_profile->energy.empty()) { // a policy that extends none
        m_profile->energy = {EnergyBasis::stated};
    }
}

const Figure* Profile::figure(std::string_view key) const
{
    const auto found = std::find_if(figures.begin(), figures.end(),
                                    [&](const Figure& each) { return each.key == key; });
    return found == figures.end() ? nullptr : &*found;
}

} // namespace tenglong
