#pragma once

namespace tenglong::tools {

/// While it lives, SIGINT and SIGTERM remove what a run has half written and end the program by
/// the signal, which shells show as 130 and 143. One at a time.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    Interrupt(Interrupt&&) = delete;
    Interrupt& operator=(Interrupt&&) = delete;
};

} // namespace tenglong::tools
