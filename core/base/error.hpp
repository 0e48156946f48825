#pragma once

#include "core/base/translation.hpp"

#include <stdexcept>
#include <string>
#include <utility>

namespace tenglong {

/// What stops a command: an unreadable file, an unknown CRS, a failed write. Thrown in any
/// layer, caught once in main, which prints it in the user's language and exits with 3.
/// A fault of the data that does not stop the command is an issue, never an Error.
class Error : public std::runtime_error {
public:
    explicit Error(Text text) : std::runtime_error{text.en}, m_text{std::move(text)} {}

    [[nodiscard]] const Text& text() const noexcept { return m_text; }

private:
    Text m_text;
};

/// The command line, the job file or a policy profile asks for something that cannot be: exit
/// code 2.
class UsageError : public Error {
public:
    using Error::Error;
};

} // namespace tenglong
