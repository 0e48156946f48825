#pragma once

#include "geo/write/left_behind.hpp"

#include <string>

namespace tenglong::geo {

/// A folder of this process alone, gone with everything in it at the end, also when a signal ends
/// the process. Made when first asked for.
class TemporaryFolder {
public:
    TemporaryFolder() = default;
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;

    /// \throws Error if it cannot be made.
    [[nodiscard]] const std::string& path();
    /// The same if it was made already, else empty.
    [[nodiscard]] const std::string& made() const noexcept { return m_path; }

private:
    std::string m_path;
    int m_lock = -1;
    Enlisted m_enlisted{};
};

/// Removes the temporary folders of this user that killed runs have left. Those of runs that still
/// go on are locked and stay.
void remove_abandoned_folders() noexcept;

} // namespace tenglong::geo
