#pragma once

#include "core/base/issue.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// A connection (PG:..., MYSQL:..., a URI) without its passwords, for messages.
[[nodiscard]] std::string without_password(std::string_view connection);

/// Turns what is written of a source where it lies into what may be read by anyone: its place
/// becomes the name that the job file gives it, a password becomes `***`.
class SourceNames {
public:
    /// \param path where the source is opened
    /// \param shown how it is called
    SourceNames(std::string path, std::string_view shown);

    [[nodiscard]] const std::string& shown() const noexcept { return m_shown; }

    /// Names the source in issues from position `first` on, where they place it and in their texts.
    void apply(std::vector<Issue>& issues, std::size_t first) const;

    /// Takes passwords out of a text and leaves the rest, also paths.
    [[nodiscard]] Text masked(Text text) const;

private:
    [[nodiscard]] std::string masked(std::string text) const;

    std::string m_path;
    std::string m_shown;
    std::vector<std::string> m_secrets; ///< longest first
};

} // namespace tenglong::geo
