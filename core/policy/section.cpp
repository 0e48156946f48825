#include "core/policy/section.hpp"

#include "core/base/text.hpp"
#include "core/policy/schema.hpp"

#include <algorithm>

namespace tenglong {

Section::Section(const toml::table& table, std::string_view schema, const ProfileFile& file,
                 Mistakes& mistakes)
    : m_table{&table}, m_file{&file}, m_mistakes{&mistakes}
{
    if (!schema.empty()) {
        check_keys(schema);
    }
}

void Section::check_keys(std::string_view schema) const
{
    const auto allowed = schema_keys(schema);
    for (const auto& [key, value] : *m_table) {
        const std::string name{key.str()};
        if (std::find(allowed.begin(), allowed.end(), name) == allowed.end()) {
            const auto& place = key.source().begin;
            m_mistakes->push_back({m_file->name, place.line, place.column,
                                   with_suggestion(msg("unknown key '{}'", name), name, allowed)});
        }
    }
    for (const SchemaKey& each : profile_schema()) {
        if (each.section == schema && each.required && !has(each.key)) {
            mistake(*m_table, msg("the key '{}' is missing", std::string{each.key}));
        }
    }
}

void Section::mistake(const toml::node& at, Text text, std::size_t offset) const
{
    const auto& place = at.source().begin;
    // A text begins behind its quote.
    const std::size_t quote = at.is_string() ? 1 : 0;
    m_mistakes->push_back({m_file->name, place.line,
                           place.column + (offset > 0 ? quote + offset : 0), std::move(text)});
}

void Section::mistake(std::string_view key, Text text, std::size_t offset) const
{
    const toml::node* at = m_table->get(key);
    mistake(at == nullptr ? *m_table : *at, std::move(text), offset);
}

const toml::node* Section::node(std::string_view key, const Text& kind,
                                bool (toml::node::*is)() const noexcept) const
{
    const toml::node* found = m_table->get(key);
    if (found != nullptr && !(found->*is)()) {
        mistake(*found, msg("'{}' must be {}", std::string{key}, kind));
        return nullptr;
    }
    return found;
}

std::string Section::text(std::string_view key) const
{
    const toml::node* found = node(key, msg("a text"), &toml::node::is_string);
    return found == nullptr ? std::string{} : found->as_string()->get();
}

Text Section::label(const std::string& prefix) const
{
    return {text(prefix + "zh"), text(prefix + "en")};
}

bool Section::yes_no(std::string_view key, bool otherwise) const
{
    const toml::node* found = node(key, msg("true or false"), &toml::node::is_boolean);
    return found == nullptr ? otherwise : found->as_boolean()->get();
}

std::optional<double> Section::number(std::string_view key) const
{
    const toml::node* found = node(key, msg("a number"), &toml::node::is_number);
    return found == nullptr ? std::nullopt : found->value<double>();
}

std::optional<Date> Section::date(std::string_view key) const
{
    const toml::node* found = node(key, msg("a date such as 2023-12-31"), &toml::node::is_date);
    if (found == nullptr) {
        return std::nullopt;
    }
    const toml::date day = found->as_date()->get();
    return Date{day.year, day.month, day.day};
}

Unit Section::unit(std::string_view key) const
{
    const std::string name = text(key);
    const auto unit = name.empty() ? std::optional{Unit{}} : Unit::parse(name);
    if (!unit) {
        mistake(key, msg("'{}' is not a unit", name));
        return Unit{};
    }
    return *unit;
}

std::vector<std::string> Section::texts(std::string_view key) const
{
    const toml::node* found = m_table->get(key);
    if (found == nullptr) {
        return {};
    }
    if (found->is_string()) {
        return {found->as_string()->get()};
    }
    std::vector<std::string> result;
    if (const toml::array* list = found->as_array(); list != nullptr) {
        for (const toml::node& each : *list) {
            if (each.is_string()) {
                result.push_back(each.as_string()->get());
            } else {
                mistake(each, msg("'{}' must hold texts", std::string{key}));
            }
        }
    } else {
        mistake(*found, msg("'{}' must be {}", std::string{key}, msg("a list")));
    }
    return result;
}

std::optional<FigureValue> Section::figure_value(std::string_view key) const
{
    const toml::node* found = m_table->get(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (found->is_number()) {
        return Quantity{found->value<double>().value_or(0.0), Unit{}};
    }
    if (found->is_date()) {
        return date(key).value_or(Date{});
    }
    const std::string written = text(key);
    if (const auto period = parse_period(written); period) {
        return *period;
    }
    if (const auto quantity = Quantity::parse(written); quantity) {
        return *quantity;
    }
    if (!written.empty()) {
        mistake(*found, msg("'{}' is neither a number with a unit (5 wan_per_mu), a period (1 "
                            "year) nor a date",
                            written));
    }
    return std::nullopt;
}

std::size_t Section::word(std::string_view key, const std::vector<std::string>& words) const
{
    const std::string written = text(key);
    if (written.empty()) {
        return 0;
    }
    const auto found = std::find(words.begin(), words.end(), written);
    if (found == words.end()) {
        std::string list;
        for (const std::string& each : words) {
            list += (list.empty() ? "" : ", ") + each;
        }
        mistake(key, with_suggestion(msg("'{}' is none of: {}", written, list), written, words));
        return 0;
    }
    return static_cast<std::size_t>(found - words.begin());
}

Citation Section::citation() const
{
    Citation citation{text("document"), text("clause")};
    if (citation.document.empty() && !citation.clause.empty()) {
        citation.document = m_file->first_document;
    }
    return citation;
}

} // namespace tenglong
