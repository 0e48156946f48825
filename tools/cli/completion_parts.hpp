#pragma once

#include "tools/cli/command.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tenglong::tools {

/// A command and how it is called: "tenglong policy list".
struct CalledCommand {
    std::string path;
    const Command* command = nullptr;
};

/// The command itself and all below it.
[[nodiscard]] std::vector<CalledCommand> all_commands(const Command& root);

/// A word that a shell may offer, and what it stands for.
struct Offer {
    std::string word;
    Text what;
};

/// Commands below, values of arguments, options.
[[nodiscard]] std::vector<Offer> offers_of(const Command& command);
[[nodiscard]] std::vector<std::string> words_of(const Command& command);

[[nodiscard]] std::vector<const Parameter*> options_with_value(const Command& command);

/// Whether an argument is a file or a folder.
[[nodiscard]] bool takes_files(const Command& command);

/// 'tenglong check --out' | 'tenglong check -o'
[[nodiscard]] std::string option_pattern(std::string_view path, const Parameter& option);

[[nodiscard]] std::string joined(const std::vector<std::string>& words);

} // namespace tenglong::tools
