#pragma once

#include "core/mask/mask_policy.hpp"
#include "geo/mask/leaks.hpp"
#include "geo/result/result_file.hpp"
#include "geo/write/writers.hpp"
#include "tools/cli/values.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace tenglong::tools {

/// Masking for outsiders: --mask, --mask-policy, --mask-key, --mask-shapes. Any of them masks.
struct MaskOptions {
    bool mask = false;
    std::string policy; ///< a file; empty: the policy that comes with the program
    std::string key;    ///< a file; empty: a random key, which is told
    std::string shapes; ///< instead of the policy's

    void declare(Command& command);
    [[nodiscard]] bool wanted() const noexcept
    {
        return mask || !policy.empty() || !key.empty() || !shapes.empty();
    }
};

/// Masks tables of one result, and knows what must not be in an output of them.
class Masker {
public:
    /// A random key is told on stderr.
    /// \throws UsageError for a policy or a key that will not do; neither is looked at later.
    Masker(const MaskOptions& options, const Console& console);

    /// Learns the names and codes of the whole result, also of tables that are not written.
    void learn(std::span<const geo::SpatialTable> tables);
    void learn(const geo::ResultFile& result);

    /// The tables as outsiders may see them; one of which nothing may be shown is left out, with a
    /// warning. \throws Error if a name or code is left in one.
    [[nodiscard]] std::vector<geo::SpatialTable>
    masked(std::span<const geo::SpatialTable> tables) const;

    [[nodiscard]] const geo::Secrets& secrets() const noexcept { return *m_secrets; }

    /// For Replace: \throws Error if a file of a folder has what it must not.
    [[nodiscard]] std::function<void(const std::filesystem::path&)> inspector() const;

private:
    MaskPolicy m_policy;
    std::string m_key;
    Console m_console;
    std::shared_ptr<geo::Secrets> m_secrets = std::make_shared<geo::Secrets>();
};

} // namespace tenglong::tools
