#pragma once

namespace tenglong::geo {

/// Removes a folder and what is in it, as far as it can, with system calls alone: safe in a signal
/// handler.
void remove_tree(const char* folder) noexcept;

} // namespace tenglong::geo
