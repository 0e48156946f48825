#pragma once

#include <cstdint>

namespace tenglong::tools {

/// How the program ends. A run that the user interrupts ends with 130 (Interrupt).
enum class ExitCode : std::uint8_t {
    done = 0,
    findings = 1, ///< done, and there are findings at or above --fail-on
    usage = 2,    ///< the command line, the job file or a profile asks for what cannot be
    failure = 3,  ///< the run broke off
};

} // namespace tenglong::tools
