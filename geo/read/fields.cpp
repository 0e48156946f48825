#include "geo/read/fields.hpp"

#include "geo/read/embedded_toml.hpp"
#include "geo/read/header_text.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace tenglong::geo {

namespace {

[[nodiscard]] FieldType type_of(std::string_view word)
{
    using enum FieldType;
    constexpr auto k_words =
        std::to_array<std::pair<std::string_view, FieldType>>({{"text", text},
                                                               {"code", code},
                                                               {"number", number},
                                                               {"share", share},
                                                               {"range", range},
                                                               {"date", date},
                                                               {"flag", flag},
                                                               {"choice", choice},
                                                               {"set", set}});
    for (const auto& [key, type] : k_words) {
        if (key == word) {
            return type;
        }
    }
    throw std::logic_error{"fields.toml: unknown type " + std::string{word}};
}

[[nodiscard]] std::vector<ChoiceValue> choice_values(const toml::table& choices)
{
    std::vector<ChoiceValue> values;
    for (const auto& [key, words] : choices) {
        ChoiceValue value{std::string{key.str()}, {header_key(key.str())}};
        for (const auto& word : *words.as_array()) {
            value.words.push_back(header_key(word.value_or(std::string_view{})));
        }
        values.push_back(std::move(value));
    }
    return values;
}

[[nodiscard]] Field read_field(std::string_view name, const toml::table& entry,
                               const toml::table& choices)
{
    Field field;
    field.name = name;
    field.label = Text{entry["zh"].value_or(std::string{}), entry["en"].value_or(std::string{})};
    if (const auto unit = entry["unit"].value<std::string_view>()) {
        field.type = FieldType::number;
        field.unit = Unit::of(*unit);
    }
    if (const auto type = entry["type"].value<std::string_view>()) {
        field.type = type_of(*type);
    }
    if (const auto member = entry["member"].value<std::string_view>()) {
        const std::size_t dot = member->find('.');
        field.type = FieldType::flag;
        field.set = member->substr(0, dot);
        field.member = member->substr(dot + 1);
    }
    if (const toml::table* own = choices[name].as_table()) {
        field.values = choice_values(*own);
    }
    return field;
}

struct Catalogue {
    std::vector<Field> fields;
    std::unordered_map<std::string_view, const Field*> by_name;
};

/// The tables of toml++ sort their keys, so the order of the file comes from the positions.
[[nodiscard]] Catalogue load()
{
    const toml::table entries = embedded_toml("fields.toml");
    const toml::table choices = embedded_toml("choices.toml");
    Catalogue catalogue;
    std::vector<std::pair<toml::source_index, Field>> placed;
    for (const auto& [name, entry] : entries) {
        placed.emplace_back(entry.source().begin.line,
                            read_field(name.str(), *entry.as_table(), choices));
    }
    std::sort(placed.begin(), placed.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [line, field] : placed) {
        catalogue.fields.push_back(std::move(field));
    }
    for (const Field& field : catalogue.fields) {
        catalogue.by_name.emplace(field.name, &field);
    }
    return catalogue;
}

[[nodiscard]] const Catalogue& catalogue()
{
    static const Catalogue loaded = load();
    return loaded;
}

} // namespace

std::span<const Field> all_fields()
{
    return catalogue().fields;
}

const Field* find_field(std::string_view name)
{
    const auto found = catalogue().by_name.find(name);
    return found == catalogue().by_name.end() ? nullptr : found->second;
}

const Field& field(std::string_view name)
{
    const Field* found = find_field(name);
    if (found == nullptr) {
        throw std::out_of_range{"no field " + std::string{name}};
    }
    return *found;
}

} // namespace tenglong::geo
