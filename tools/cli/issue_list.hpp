#pragma once

#include "core/base/issue.hpp"
#include "tools/cli/console.hpp"

#include <cstddef>
#include <map>
#include <span>
#include <string>

namespace tenglong::tools {

/// Issues of one kind.
struct IssueKind {
    std::size_t count = 0;
    Severity worst = Severity::note;
    const Issue* first = nullptr; ///< the worst one, and of these the first
};

[[nodiscard]] std::map<std::string, IssueKind> by_kind(std::span<const Issue> issues);

/// Whether an issue is at least that severe.
[[nodiscard]] bool reaches(std::span<const Issue> issues, Severity severity);

/// 错误, 提醒, 说明.
[[nodiscard]] Text label(Severity severity);

/// "parcels.shp:12: warning: ..." on one line.
[[nodiscard]] std::string shown(const Issue& issue, Lang lang);

/// A line for each kind, the worst first: count, severity, kind, the first of them.
void print_kinds(std::span<const Issue> issues, const Console& console);

/// The worst issues, at most so many, then how many are left.
void print_issues(std::span<const Issue> issues, std::size_t most, const Console& console);

} // namespace tenglong::tools
