#pragma once

#include "tools/cli/command.hpp"

#include <span>
#include <string>

namespace tenglong::tools {

/// What a command line asks for.
struct Request {
    enum class Kind : std::uint8_t { run, help, version };

    Kind kind = Kind::run;
    const Command* command = nullptr; ///< points into the tree that was parsed for
};

/// Reads a command line against a tree of commands and hands each value to its parameter.
///
/// `path` begins as the name of the program and becomes how the command was called ("tenglong
/// policy list"), also when this throws. A request for help or the version is granted whatever
/// else is wrong or missing.
/// \throws UsageError that names the command or option that was probably meant.
[[nodiscard]] Request parse(const Command& root, std::span<const std::string> arguments,
                            std::string& path);

} // namespace tenglong::tools
