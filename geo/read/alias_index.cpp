#include "geo/read/alias_index.hpp"

#include "geo/read/embedded_toml.hpp"
#include "geo/read/header_text.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace tenglong::geo {

namespace {

[[nodiscard]] const toml::table& alias_tables()
{
    static const toml::table tables = embedded_toml("aliases.toml");
    return tables;
}

/// The marks of aliases.toml: ~name, name?OTHER, name?!OTHER, name=unit.
[[nodiscard]] std::pair<std::string_view, Alias> parse_alias(std::string_view text, Alias alias)
{
    if (text.starts_with('~')) {
        alias.certainty = Certainty::vague;
        text.remove_prefix(1);
    }
    if (const std::size_t at = text.find('='); at != std::string_view::npos) {
        alias.unit = Unit::of(text.substr(at + 1));
        text = text.substr(0, at);
    }
    if (const std::size_t at = text.find('?'); at != std::string_view::npos) {
        std::string_view companion = text.substr(at + 1);
        if (companion.starts_with('!')) {
            alias.companion_absent = true;
            companion.remove_prefix(1);
        }
        alias.companion = header_key(companion);
        text = text.substr(0, at);
    }
    return {text, alias};
}

} // namespace

AliasIndex::AliasIndex(InputKind kind)
{
    const toml::table& tables = alias_tables();
    const toml::table& own = *tables[key_of(kind)].as_table();
    const auto read = [&](const toml::table& section, Certainty certainty) {
        for (const auto& [name, aliases] : section) {
            if (name.str() == "uses") {
                continue;
            }
            const Field& target = field(name.str());
            add_field(target, certainty);
            for (const auto& text : *aliases.as_array()) {
                const auto [alias_name, alias] = parse_alias(text.value_or(std::string_view{}),
                                                             {&target, certainty, {}, {}, false});
                add_name(alias_name, alias);
            }
        }
    };
    read(own, Certainty::own);
    if (const toml::array* groups = own["uses"].as_array()) {
        for (const auto& group : *groups) {
            read(*tables["group"][group.value_or(std::string_view{})].as_table(),
                 Certainty::shared);
        }
    }
    // In the order of fields.toml, whatever the order of the sections.
    std::sort(m_fields.begin(), m_fields.end());
}

const AliasIndex& AliasIndex::of(InputKind kind)
{
    static const auto all = [] {
        std::vector<std::unique_ptr<const AliasIndex>> indexes;
        for (const InputKind each : input_kinds()) {
            indexes.push_back(std::make_unique<const AliasIndex>(each));
        }
        return indexes;
    }();
    return *all[static_cast<std::size_t>(kind)];
}

std::span<const Alias> AliasIndex::find(const std::string& key) const
{
    const auto found = m_by_key.find(key);
    return found == m_by_key.end() ? std::span<const Alias>{} : found->second;
}

std::vector<const Field*> AliasIndex::that_begin(std::string_view beginning) const
{
    std::vector<const Field*> found;
    for (const auto& [key, aliases] : m_by_key) {
        for (const Alias& alias : aliases) {
            if (std::string_view{key}.starts_with(beginning) &&
                alias.certainty != Certainty::vague) {
                found.push_back(alias.field);
            }
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

void AliasIndex::add_name(std::string_view name, Alias alias)
{
    std::vector<Alias>& entries = m_by_key[header_key(name)];
    const auto same = [&](const Alias& other) {
        return other.field == alias.field && other.companion == alias.companion;
    };
    if (std::none_of(entries.begin(), entries.end(), same)) {
        entries.push_back(std::move(alias));
    }
}

void AliasIndex::add_field(const Field& field, Certainty certainty)
{
    if (std::find(m_fields.begin(), m_fields.end(), &field) != m_fields.end()) {
        return;
    }
    m_fields.push_back(&field);
    for (const std::string& name : {field.name, field.label.zh, field.label.en}) {
        add_name(name, {&field, certainty, {}, {}, false});
    }
}

} // namespace tenglong::geo
