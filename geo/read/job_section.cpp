#include "geo/read/job_section.hpp"

#include "core/base/number.hpp"
#include "core/base/suggestion.hpp"
#include "core/base/text.hpp"

#include <fmt/ranges.h>

#include <algorithm>

namespace tenglong::geo {

Text type_of(const toml::node& node)
{
    switch (node.type()) {
    case toml::node_type::string:
        return msg("a text");
    case toml::node_type::integer:
        return msg("a whole number");
    case toml::node_type::floating_point:
        return msg("a number");
    case toml::node_type::boolean:
        return msg("true or false");
    case toml::node_type::array:
        return msg("a list");
    case toml::node_type::table:
        return msg("a section");
    default:
        return msg("a date");
    }
}

void JobSection::check_keys(const std::vector<std::string>& allowed)
{
    for (const auto& [key, value] : m_table) {
        const std::string name{key.str()};
        if (std::find(allowed.begin(), allowed.end(), name) == allowed.end()) {
            const auto& place = key.source().begin;
            m_mistakes.push_back(
                {m_file, place.line, place.column,
                 with_suggestion(m_name.empty() ? msg("there is no section '{}'", name)
                                                : msg("[{}] has no key '{}'", m_name, name),
                                 name, allowed)});
        }
    }
}

std::string JobSection::text(std::string_view key) const
{
    const toml::node* found = m_table.get(key);
    if (found == nullptr) {
        return {};
    }
    if (const auto value = found->value_exact<std::string>()) {
        return *value;
    }
    wrong_type(key, *found, msg("a text"));
    return {};
}

std::string JobSection::required_text(std::string_view key) const
{
    if (!has(key)) {
        mistake(m_table, msg("[{}] needs '{}'", m_name, key));
        return {};
    }
    std::string value = text(key);
    if (value.empty() && m_table.get(key)->is_string()) {
        mistake(key, msg("'{}' in [{}] is empty", key, m_name));
    }
    return value;
}

int JobSection::whole_number(std::string_view key, int least, int most) const
{
    const toml::node* found = m_table.get(key);
    if (found == nullptr) {
        return 0;
    }
    auto value = found->value_exact<std::int64_t>();
    if (const auto written = found->value_exact<std::string>();
        written && is_ascii_digits(*written)) {
        value = static_cast<std::int64_t>(parse_number(*written).value_or(-1.0));
    }
    if (!value || *value < least || *value > most) {
        wrong_type(key, *found, msg("a whole number from {} to {}", least, most));
        return 0;
    }
    return static_cast<int>(*value);
}

double JobSection::number(std::string_view key) const
{
    const toml::node* found = m_table.get(key);
    if (found == nullptr) {
        return 0.0;
    }
    auto value = found->is_number() ? found->value<double>() : std::nullopt;
    if (const auto written = found->value_exact<std::string>()) {
        value = parse_number(*written);
    }
    if (!value) {
        wrong_type(key, *found, msg("a number"));
    }
    return value.value_or(0.0);
}

bool JobSection::yes_no(std::string_view key) const
{
    const toml::node* found = m_table.get(key);
    if (found == nullptr) {
        return false;
    }
    if (const auto value = found->value_exact<bool>()) {
        return *value;
    }
    const auto written = found->value_exact<std::string>();
    if (!written || (*written != "true" && *written != "false")) {
        wrong_type(key, *found, msg("true or false"));
        return false;
    }
    return *written == "true";
}

std::optional<Date> JobSection::date(std::string_view key) const
{
    const toml::node* found = m_table.get(key);
    if (found == nullptr) {
        return std::nullopt;
    }
    std::optional<Date> day;
    if (const auto value = found->value_exact<toml::date>()) {
        day = Date{value->year, value->month, value->day};
    } else if (const auto written = found->value_exact<std::string>()) {
        day = Date::parse(*written);
    }
    if (!day) {
        wrong_type(key, *found, msg("a date such as 2023-12-31"));
    }
    return day;
}

std::size_t JobSection::word(std::string_view key, const std::vector<std::string>& words) const
{
    const std::string written = text(key);
    const auto found = std::find(words.begin(), words.end(), written);
    if (written.empty() || found != words.end()) {
        return written.empty() ? 0 : static_cast<std::size_t>(found - words.begin());
    }
    mistake(key, with_suggestion(msg("'{}' in [{}] is one of {}, not '{}'", key, m_name,
                                     fmt::format("{}", fmt::join(words, ", ")), written),
                                 written, words));
    return 0;
}

std::vector<std::string> JobSection::texts(std::string_view key) const
{
    const toml::node* found = m_table.get(key);
    std::vector<std::string> result;
    if (found == nullptr) {
        return result;
    }
    if (const auto written = found->value_exact<std::string>()) {
        for (const std::string_view part : split(*written, ',')) {
            result.emplace_back(trimmed(part));
        }
        return result;
    }
    const toml::array* list = found->as_array();
    if (list == nullptr) {
        wrong_type(key, *found, msg("a list of texts"));
        return result;
    }
    for (const toml::node& each : *list) {
        if (const auto value = each.value_exact<std::string>()) {
            result.push_back(*value);
        } else {
            wrong_type(key, each, msg("a list of texts"));
        }
    }
    return result;
}

void JobSection::mistake(std::string_view key, Text text) const
{
    const toml::node* at = m_table.get(key);
    mistake(at == nullptr ? static_cast<const toml::node&>(m_table) : *at, std::move(text));
}

void JobSection::mistake(const toml::node& at, Text text) const
{
    const auto& place = at.source().begin;
    m_mistakes.push_back({m_file, place.line, place.column, std::move(text)});
}

void JobSection::wrong_type(std::string_view key, const toml::node& found, const Text& wanted) const
{
    mistake(found, msg("'{}' in [{}] must be {}, not {}", key, m_name, wanted, type_of(found)));
}

} // namespace tenglong::geo
