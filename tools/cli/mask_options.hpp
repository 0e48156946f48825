#pragma once

#include "core/mask/mask_policy.hpp"
#include "geo/result/result_file.hpp"
#include "geo/write/writers.hpp"
#include "tools/cli/values.hpp"

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

/// Masks tables of a result, and makes `how` look for what must not be in the output before it is
/// moved in place. A random key is told on stderr.
/// \throws UsageError for a policy or a key that will not do.
[[nodiscard]] std::vector<geo::SpatialTable>
mask_tables(const MaskOptions& options, const geo::ResultFile& result,
            const std::vector<geo::SpatialTable>& tables, geo::WriteOptions& how,
            const Console& console);

} // namespace tenglong::tools
