#include "tests/schema/json_schema.hpp"

#include <algorithm>
#include <regex>
#include <set>
#include <stdexcept>

namespace tenglong::test {

namespace {

using Json = nlohmann::json;

[[nodiscard]] bool is_of(const Json& value, const std::string& type)
{
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
           (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean()) ||
           (type == "null" && value.is_null()) || (type == "number" && value.is_number()) ||
           (type == "integer" && value.is_number_integer());
}

[[nodiscard]] bool is_of_any(const Json& value, const Json& types)
{
    return types.is_string() ? is_of(value, types.get<std::string>())
                             : std::any_of(types.begin(), types.end(), [&](const Json& each) {
                                   return is_of(value, each.get<std::string>());
                               });
}

[[nodiscard]] std::string inside(std::string place, const std::string& name)
{
    place += '/';
    place += name;
    return place;
}

class Checker {
public:
    Checker(const Json& root, bool strict) : m_root{&root}, m_strict{strict} {}

    void check(const Json& schema, const Json& value, const std::string& place)
    {
        refuse_unknown_words(schema);
        if (schema.contains("$ref")) {
            const auto name = schema["$ref"].get<std::string>();
            check(m_root->at(Json::json_pointer{name.substr(1)}), value, place);
            return;
        }
        if (schema.contains("type") && !is_of_any(value, schema["type"])) {
            fault(place, "is not of type " + schema["type"].dump());
            return;
        }
        check_any_of(schema, value, place);
        check_plain(schema, value, place);
        if (value.is_object()) {
            check_members(schema, value, place);
        }
        if (value.is_array() && schema.contains("items")) {
            for (std::size_t i = 0; i < value.size(); ++i) {
                check(schema["items"], value[i], place + '/' + std::to_string(i));
            }
        }
    }

    [[nodiscard]] std::vector<std::string> faults() && { return std::move(m_faults); }

private:
    static void refuse_unknown_words(const Json& schema)
    {
        static const std::set<std::string> k_known{
            "$schema",  "title", "description", "$defs",   "$ref",    "type",
            "required", "items", "properties",  "pattern", "minimum", "additionalProperties",
            "enum",     "anyOf"};
        for (const auto& [word, value] : schema.items()) {
            if (!k_known.contains(word)) {
                throw std::invalid_argument{"the check does not know '" + word + "'"};
            }
        }
    }

    void check_any_of(const Json& schema, const Json& value, const std::string& place)
    {
        if (!schema.contains("anyOf")) {
            return;
        }
        const bool fits =
            std::any_of(schema["anyOf"].begin(), schema["anyOf"].end(), [&](const Json& each) {
                Checker trial{*m_root, m_strict};
                trial.check(each, value, place);
                return trial.m_faults.empty();
            });
        if (!fits) {
            fault(place, "fits none of its alternatives");
        }
    }

    void check_plain(const Json& schema, const Json& value, const std::string& place)
    {
        if (schema.contains("enum")) {
            const Json& values = schema["enum"];
            if (std::find(values.begin(), values.end(), value) == values.end()) {
                fault(place, "is " + value.dump() + ", not one of " + values.dump());
            }
        }
        if (schema.contains("pattern") && value.is_string() &&
            !std::regex_search(value.get<std::string>(),
                               std::regex{schema["pattern"].get<std::string>()})) {
            fault(place, "is not like " + schema["pattern"].dump());
        }
        if (schema.contains("minimum") && value.is_number() &&
            value.get<double>() < schema["minimum"].get<double>()) {
            fault(place, "is below " + schema["minimum"].dump());
        }
    }

    void check_members(const Json& schema, const Json& value, const std::string& place)
    {
        for (const Json& name : schema.value("required", Json::array())) {
            if (!value.contains(name.get<std::string>())) {
                fault(inside(place, name.get<std::string>()), "is not there");
            }
        }
        const Json named = schema.value("properties", Json::object());
        for (const auto& [name, member] : value.items()) {
            const std::string here = inside(place, name);
            if (named.contains(name)) {
                check(named[name], member, here);
            } else if (schema.contains("additionalProperties")) {
                check(schema["additionalProperties"], member, here);
            } else if (m_strict && schema.contains("properties")) {
                fault(here, "is not in the schema; add it there");
            }
        }
    }

    void fault(const std::string& place, const std::string& what)
    {
        m_faults.push_back((place.empty() ? "the document" : place) + ": " + what);
    }

    const Json* m_root;
    bool m_strict;
    std::vector<std::string> m_faults;
};

} // namespace

std::vector<std::string> schema_faults(const Json& schema, const Json& document, bool strict)
{
    Checker checker{schema, strict};
    checker.check(schema, document, "");
    return std::move(checker).faults();
}

} // namespace tenglong::test
