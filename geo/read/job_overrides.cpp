#include "geo/read/job_overrides.hpp"

#include "core/base/error.hpp"
#include "core/base/number.hpp"
#include "core/base/text.hpp"

namespace tenglong::geo {

namespace {

[[noreturn]] void throw_no_section(const std::string& assignment, std::string_view part)
{
    throw UsageError{msg("--set {}: '{}' is no section of the job", assignment, part)};
}

/// The section called `part` in a table, made where there is none.
[[nodiscard]] toml::table& section_in(toml::table& table, std::string_view part,
                                      const std::string& assignment)
{
    toml::node* node = table.get(part);
    if (node == nullptr) {
        node = &table.insert(part, toml::table{}).first->second;
    }
    if (toml::array* list = node->as_array(); list != nullptr && list->size() == 1) {
        node = list->get(0);
    }
    toml::table* section = node->as_table();
    if (section == nullptr) {
        throw_no_section(assignment, part);
    }
    return *section;
}

/// The nth of several sections of one name, from 1.
[[nodiscard]] toml::table* nth_section(toml::table& table, std::string_view part,
                                       std::string_view number)
{
    toml::array* list = table.get(part) == nullptr ? nullptr : table.get(part)->as_array();
    if (list == nullptr || !is_ascii_digits(number)) {
        return nullptr;
    }
    const double nth = parse_number(number).value_or(0.0);
    if (nth < 1.0 || nth > static_cast<double>(list->size())) {
        return nullptr;
    }
    return list->get(static_cast<std::size_t>(nth) - 1)->as_table();
}

void apply(toml::table& job, const std::string& assignment)
{
    const std::size_t equals = assignment.find('=');
    const std::string_view key = trimmed(std::string_view{assignment}.substr(0, equals));
    if (equals == std::string::npos || key.empty()) {
        throw UsageError{
            msg("--set {}: write KEY=VALUE, such as parcels.crs=EPSG:4549", assignment)};
    }
    const auto parts = split(key, '.');
    toml::table* table = &job;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        if (toml::table* nth =
                i + 2 < parts.size() ? nth_section(*table, parts[i], parts[i + 1]) : nullptr) {
            table = nth;
            ++i;
        } else {
            table = &section_in(*table, parts[i], assignment);
        }
    }
    table->insert_or_assign(parts.back(),
                            std::string{trimmed(std::string_view{assignment}.substr(equals + 1))});
}

} // namespace

void apply_overrides(toml::table& job, std::span<const std::string> overrides)
{
    for (const std::string& assignment : overrides) {
        apply(job, assignment);
    }
}

} // namespace tenglong::geo
