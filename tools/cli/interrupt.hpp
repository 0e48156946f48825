#pragma once

#include "tools/cli/console.hpp"

namespace tenglong::tools {

/// While it lives, SIGINT and SIGTERM remove what the program has half written, say so in one
/// sentence and end it with 130 or 143. One at a time.
class Interrupt {
public:
    explicit Interrupt(Lang lang);
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    Interrupt(Interrupt&&) = delete;
    Interrupt& operator=(Interrupt&&) = delete;
};

} // namespace tenglong::tools
