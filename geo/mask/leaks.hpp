#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace tenglong::geo {

/// Texts that no output may have.
using Secrets = std::set<std::string, std::less<>>;

/// The first of the texts, by place, that stands in the bytes: in UTF-8, in GBK, or as XML and JSON
/// write it. Texts of less than six bytes are not looked for.
[[nodiscard]] std::optional<std::string> find_leak(std::string_view bytes, const Secrets& secrets);

/// Looks through every file in a folder, and through the parts of those that are ZIP archives
/// (spreadsheets). \throws Error that names file and text if one is there, or if a file cannot be
/// read.
void expect_no_leaks(const std::filesystem::path& folder, const Secrets& secrets);

} // namespace tenglong::geo
