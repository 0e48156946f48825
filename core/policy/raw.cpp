#include "core/policy/raw.hpp"

#include "core/base/error.hpp"
#include "core/base/suggestion.hpp"
#include "core/base/text.hpp"
#include "core/policy/loader.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tenglong {

namespace {

constexpr std::array<std::string_view, 8> k_named{
    "documents", "words", "figures", "tables", "facts", "derived", "conditions", "measure_groups"};
constexpr std::array<std::string_view, 4> k_lists{"rules", "measures", "schemes", "targets"};
constexpr std::array<std::string_view, 4> k_plain{"leading", "allocation", "energy", "balance"};

constexpr std::uintmax_t k_most_bytes = 4U << 20U;

/// A path in `extends` is relative to the file that names it.
[[nodiscard]] std::string resolved(const std::string& reference, const ProfileFile& from)
{
    if (!is_path(reference)) {
        return reference;
    }
    const std::filesystem::path folder = std::filesystem::path{from.name}.parent_path();
    return (folder / reference).lexically_normal().string();
}

[[nodiscard]] std::size_t line_of(const RawItem& item)
{
    return item.table->source().begin.line;
}

} // namespace

bool is_path(const std::string& reference)
{
    return reference.find('/') != std::string::npos || reference.ends_with(".toml");
}

std::string profile_text(const std::string& reference)
{
    if (!is_path(reference)) {
        std::vector<std::string> ids;
        for (const ShippedProfile& each : shipped_profiles()) {
            if (each.id == reference) {
                return std::string{each.text};
            }
            ids.push_back(each.id);
        }
        throw UsageError{with_suggestion(
            msg("no policy '{}' comes with the program; `tenglong policy list` shows those that "
                "do; a file of your own needs its path",
                reference),
            reference, ids)};
    }
    std::error_code fault;
    const auto size = std::filesystem::file_size(reference, fault);
    if (fault) {
        throw Error{msg("cannot read '{}': {}", reference, fault.message())};
    }
    if (size > k_most_bytes) {
        throw Error{msg("cannot read '{}': it is larger than 4 MB, which no policy is", reference)};
    }
    std::ifstream file{reference, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
    if (file.bad() || !file.is_open()) {
        throw Error{msg("cannot read '{}'; is it a file, and may you read it?", reference)};
    }
    return text;
}

RawProfile::RawProfile(const std::string& name, const std::string& text, Mistakes& mistakes,
                       std::span<const ProfileText> known)
    : m_known{known}
{
    std::vector<std::string> path;
    load(name, text, path, mistakes);
    m_known = {};
}

std::string RawProfile::text_of(const std::string& name) const
{
    const auto found = std::find_if(m_known.begin(), m_known.end(),
                                    [&](const ProfileText& each) { return each.name == name; });
    return found == m_known.end() ? profile_text(name) : found->text;
}

void RawProfile::load(const std::string& name, const std::string& text,
                      std::vector<std::string>& path, Mistakes& mistakes)
{
    auto file = std::make_unique<ProfileFile>();
    file->name = name;
    file->text = text;
    if (!is_utf8(text)) {
        mistakes.push_back({name, 0, 0, msg("the file is not UTF-8; save it as UTF-8")});
        return;
    }
    try {
        file->content = toml::parse(text, name);
    } catch (const toml::parse_error& fault) {
        const auto& place = fault.source().begin;
        mistakes.push_back({name, place.line, place.column,
                            msg("not TOML: {}", std::string{fault.description()})});
        return;
    }
    if (const toml::table* documents = file->content["documents"].as_table();
        documents != nullptr) {
        std::size_t first_line = 0;
        for (const auto& [key, value] : *documents) {
            if (first_line == 0 || key.source().begin.line < first_line) {
                first_line = key.source().begin.line;
                file->first_document = key.str();
            }
        }
    }
    path.push_back(name);
    extend(*file, path, mistakes);
    path.pop_back();
    lay_over(*file, mistakes);
    m_files.push_back(std::move(file));
}

void RawProfile::extend(const ProfileFile& file, std::vector<std::string>& path, Mistakes& mistakes)
{
    const toml::table* head = file.content["profile"].as_table();
    if (head == nullptr) {
        return;
    }
    const Section section{*head, "", file, mistakes};
    for (const std::string& reference : section.texts("extends")) {
        const std::string name = resolved(reference, file);
        const bool loaded = std::any_of(m_files.begin(), m_files.end(),
                                        [&](const auto& each) { return each->name == name; });
        if (std::find(path.begin(), path.end(), name) != path.end()) {
            section.mistake("extends", msg("'{}' extends itself", reference));
        } else if (!loaded) {
            try {
                load(name, text_of(name), path, mistakes);
            } catch (const Error& fault) {
                section.mistake("extends", fault.text());
            }
        }
    }
}

void RawProfile::lay_over(const ProfileFile& file, Mistakes& mistakes)
{
    const Section whole{file.content, "", file, mistakes};
    disable(file, mistakes);
    for (const std::string_view name : k_named) {
        add_sections(name, file, mistakes);
    }
    for (const std::string_view name : k_lists) {
        add_list(name, file, mistakes);
    }
    for (const std::string_view name : k_plain) {
        const toml::node* node = file.content.get(name);
        if (node != nullptr && node->is_table()) {
            std::erase_if(m_sections, [&](const RawItem& each) { return each.name == name; });
            m_sections.push_back({std::string{name}, node->as_table(), &file});
        } else if (node != nullptr) {
            whole.mistake(*node, msg("'{}' must be {}", std::string{name}, msg("a section")));
        }
    }
}

void RawProfile::disable(const ProfileFile& file, Mistakes& mistakes)
{
    const toml::table* head = file.content["profile"].as_table();
    if (head == nullptr) {
        return;
    }
    const Section section{*head, "", file, mistakes};
    for (const std::string& id : section.texts("disable")) {
        std::size_t removed = 0;
        for (const std::string_view list : k_lists) {
            removed += std::erase_if(m_items[std::string{list}],
                                     [&](const RawItem& each) { return each.name == id; });
        }
        if (removed == 0) {
            section.mistake("disable", msg("nothing that is inherited is named '{}'", id));
        }
    }
}

void RawProfile::add_sections(std::string_view section, const ProfileFile& file, Mistakes& mistakes)
{
    const Section whole{file.content, "", file, mistakes};
    const toml::node* node = file.content.get(section);
    if (node == nullptr) {
        return;
    }
    if (!node->is_table()) {
        whole.mistake(*node, msg("'{}' must be {}", std::string{section}, msg("a section")));
        return;
    }
    std::vector<RawItem> found;
    for (const auto& [key, value] : *node->as_table()) {
        if (const toml::table* table = value.as_table(); table != nullptr) {
            found.push_back({std::string{key.str()}, table, &file});
        } else {
            whole.mistake(value, msg("'{}' must be {}", std::string{key.str()}, msg("a section")));
        }
    }
    // TOML tables forget their order; people do not.
    std::stable_sort(found.begin(), found.end(),
                     [](const RawItem& a, const RawItem& b) { return line_of(a) < line_of(b); });
    for (RawItem& item : found) {
        put(section, std::move(item), mistakes);
    }
}

void RawProfile::add_list(std::string_view section, const ProfileFile& file, Mistakes& mistakes)
{
    const Section whole{file.content, "", file, mistakes};
    const toml::node* node = file.content.get(section);
    if (node == nullptr) {
        return;
    }
    if (!node->is_array_of_tables()) {
        whole.mistake(*node, msg("'{}' must be a list of sections, [[{}]]", std::string{section},
                                 std::string{section}));
        return;
    }
    for (const toml::node& each : *node->as_array()) {
        const toml::table& table = *each.as_table();
        const Section item{table, "", file, mistakes};
        put(section, {item.text("id"), &table, &file}, mistakes);
    }
}

void RawProfile::put(std::string_view section, RawItem item, Mistakes& mistakes)
{
    std::vector<RawItem>& items = m_items[std::string{section}];
    const auto found = std::find_if(items.begin(), items.end(), [&](const RawItem& each) {
        return each.name == item.name && !item.name.empty();
    });
    if (found == items.end()) {
        items.push_back(std::move(item));
        return;
    }
    if (found->file == item.file) {
        Section{*item.table, "", *item.file, mistakes}.mistake(
            "id", msg("'{}' stands twice in '{}'", item.name, std::string{section}));
    }
    *found = std::move(item);
}

const std::vector<RawItem>& RawProfile::items(std::string_view section) const
{
    static const std::vector<RawItem> k_none;
    const auto found = m_items.find(section);
    return found == m_items.end() ? k_none : found->second;
}

RawItem RawProfile::section(std::string_view name) const
{
    for (const RawItem& each : m_sections) {
        if (each.name == name) {
            return each;
        }
    }
    return {};
}

} // namespace tenglong
