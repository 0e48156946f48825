#include "geo/read/job_text.hpp"

#include "core/base/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>

namespace tenglong::geo {

namespace {

namespace fs = std::filesystem;

/// A TOML string: names of files may hold anything.
[[nodiscard]] std::string toml_text(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (static_cast<unsigned char>(c) < 0x20 || c == '\x7F') {
            result += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        } else {
            result += c;
        }
    }
    return result + '"';
}

class JobText {
public:
    explicit JobText(const JobTextOptions& options) : m_options{options} {}

    [[nodiscard]] std::string run(std::span<const FolderItem> items)
    {
        comment(msg("written by tenglong init; look through it, then: tenglong check"));
        m_text += "[job]\n";
        line("name", m_options.name);
        line("policy", m_options.policies.front());
        comment(msg("chosen by the county of the parcel codes; or another, or the path of your "
                    "own: {}",
                    fmt::format("{}", fmt::join(m_options.policies, ", "))));
        comment(msg("the day at which periods are counted; without it, today:"));
        m_text += "# as_of = 2023-12-31\n";
        for (const InputKind kind : input_kinds()) {
            for (const FolderItem& item : items) {
                if (item.chosen && item.kind == kind) {
                    section(item);
                }
            }
        }
        missing(items);
        others(items);
        return std::move(m_text);
    }

private:
    void line(std::string_view key, std::string_view value)
    {
        m_text += fmt::format("{} = {}\n", key, toml_text(value));
    }

    void comment(const Text& text)
    {
        std::string one_line = text.in(m_options.lang);
        for (char& c : one_line) {
            c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
        m_text += "# " + one_line + "\n";
    }

    [[nodiscard]] std::string shown(const FolderItem& item) const
    {
        const std::string path = fs::path{item.path}.lexically_relative(m_options.folder).string();
        return path.empty() || path.starts_with("../../..") ? item.path : path;
    }

    void section(const FolderItem& item)
    {
        m_text += fmt::format("\n[{}]\n", key_of(*item.kind));
        line("path", shown(item));
        if (!item.layer.empty()) {
            line("layer", item.layer);
        }
        if (!item.crs.empty()) {
            line("crs", item.crs);
        }
        if (!item.readable) {
            comment(item.remark);
            m_text += "# crs = \"EPSG:4549\"\n";
            return;
        }
        comment(msg("{} rows, {} columns recognised: {}", item.rows, item.fields.size(),
                    fmt::format("{}", fmt::join(item.fields, ", "))));
        for (const Text& doubt : item.doubts) {
            comment(doubt);
        }
        if (!item.unused.empty()) {
            comment(msg("columns not recognised: {}; if one of them is needed, say which field "
                        "it is:",
                        fmt::format("{}", fmt::join(item.unused, ", "))));
            m_text += fmt::format("# [{}.fields]\n# FIELD = ", key_of(*item.kind));
            m_text += toml_text(item.unused.front()) + "\n";
        }
    }

    void missing(std::span<const FolderItem> items)
    {
        std::vector<std::string> kinds;
        for (const InputKind kind : input_kinds()) {
            bool found = false;
            for (const FolderItem& item : items) {
                found = found || (item.chosen && item.kind == kind);
            }
            if (!found) {
                kinds.push_back(fmt::format("[{}]", key_of(kind)));
            }
        }
        if (!kinds.empty()) {
            m_text += '\n';
            comment(msg("nothing was found for: {}", fmt::format("{}", fmt::join(kinds, " "))));
        }
    }

    void others(std::span<const FolderItem> items)
    {
        for (const FolderItem& item : items) {
            if (!item.chosen) {
                comment(msg("not used: {}{}: {}", shown(item),
                            item.layer.empty() ? std::string{} : ", " + item.layer, item.remark));
            }
        }
    }

    const JobTextOptions& m_options;
    std::string m_text;
};

} // namespace

std::string job_text(std::span<const FolderItem> items, const JobTextOptions& options)
{
    return JobText{options}.run(items);
}

} // namespace tenglong::geo
