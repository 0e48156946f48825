#pragma once

#include "core/base/date.hpp"
#include "core/base/issue.hpp"
#include "tools/cli/command.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tenglong::tools {

/// Ways to take a value into a variable, which must outlive the parsing: keep it in the options
/// that the command shares with its runner.

[[nodiscard]] Take into(bool& flag);
[[nodiscard]] Take into(std::optional<bool>& flag);
/// Any text but the empty one.
[[nodiscard]] Take into(std::string& text);
[[nodiscard]] Take into(std::vector<std::string>& texts);
[[nodiscard]] Take into(std::optional<Date>& date);
/// A whole number of at least `least`.
[[nodiscard]] Take into(unsigned& number, unsigned least);
[[nodiscard]] Take into(Severity& severity);

/// KEY=VALUE, with white space around neither.
using Setting = std::pair<std::string, std::string>;
[[nodiscard]] Take into(std::vector<Setting>& settings);

/// One of `words`; the variable gets its number.
[[nodiscard]] Take into(std::size_t& choice, std::vector<std::string> words);

} // namespace tenglong::tools
