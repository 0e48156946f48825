#include "tools/cli/issue_list.hpp"

#include "core/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace tenglong::tools {

namespace {

/// Pointers to the issues, the worst first, those of one severity in their order.
[[nodiscard]] std::vector<const Issue*> worst_first(std::span<const Issue> issues)
{
    std::vector<const Issue*> sorted;
    sorted.reserve(issues.size());
    for (const Issue& issue : issues) {
        sorted.push_back(&issue);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const Issue* a, const Issue* b) {
        return static_cast<int>(a->severity) > static_cast<int>(b->severity);
    });
    return sorted;
}

[[nodiscard]] std::string padded(const std::string& text, std::size_t width)
{
    const std::size_t shown = display_width(text);
    return text + std::string(width > shown ? width - shown : 0, ' ');
}

/// A text that names many rows ends where a reader of a terminal would; the issue list has all.
[[nodiscard]] std::string shortened(const std::string& text)
{
    constexpr std::size_t k_most = 300;
    if (text.size() <= k_most) {
        return text;
    }
    std::string start;
    for (const char32_t c : code_points(text)) {
        if (start.size() > k_most) {
            break;
        }
        append_utf8(start, c);
    }
    return start + "…";
}

} // namespace

std::map<std::string, IssueKind> by_kind(std::span<const Issue> issues)
{
    std::map<std::string, IssueKind> kinds;
    for (const Issue& issue : issues) {
        IssueKind& kind = kinds[issue.kind];
        ++kind.count;
        if (kind.first == nullptr ||
            static_cast<int>(issue.severity) > static_cast<int>(kind.worst)) {
            kind.first = &issue;
            kind.worst = issue.severity;
        }
    }
    return kinds;
}

bool reaches(std::span<const Issue> issues, Severity severity)
{
    return std::any_of(issues.begin(), issues.end(), [&](const Issue& issue) {
        return static_cast<int>(issue.severity) >= static_cast<int>(severity);
    });
}

Text label(Severity severity)
{
    switch (severity) {
    case Severity::error:
        return msg("error");
    case Severity::warning:
        return msg("warning");
    default:
        return msg("note");
    }
}

std::string shown(const Issue& issue, Lang lang)
{
    std::string place = std::filesystem::path{issue.place.file}.filename().string();
    if (!issue.place.layer.empty()) {
        place += fmt::format("[{}]", issue.place.layer);
    }
    if (issue.place.row != 0) {
        place += fmt::format(":{}", issue.place.row);
    }
    return fmt::format("{}{}{}: {}", place, place.empty() ? "" : ": ",
                       label(issue.severity).in(lang), shortened(issue.text.in(lang)));
}

void print_kinds(std::span<const Issue> issues, const Console& console)
{
    const auto kinds = by_kind(issues);
    std::size_t width = 0;
    for (const auto& [name, kind] : kinds) {
        width = std::max(width, name.size());
    }
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
        for (const auto& [name, kind] : kinds) {
            if (kind.worst == severity) {
                console.out << fmt::format(
                    "{:>8}  {}  {}  {}\n", kind.count, padded(console.tr(label(severity)), 7),
                    padded(name, width), shortened(console.tr(kind.first->text)));
            }
        }
    }
}

void print_issues(std::span<const Issue> issues, std::size_t most, const Console& console)
{
    const auto sorted = worst_first(issues);
    for (std::size_t i = 0; i < std::min(most, sorted.size()); ++i) {
        console.out << shown(*sorted[i], console.lang) << '\n';
    }
    if (most != 0 && sorted.size() > most) {
        console.out << console.tr(
                           msg("and {} more; -o FOLDER writes all of them", sorted.size() - most))
                    << '\n';
    }
}

} // namespace tenglong::tools
