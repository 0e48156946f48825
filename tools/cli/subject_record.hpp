#pragma once

#include "core/facts/fact_table.hpp"
#include "core/policy/profile.hpp"
#include "geo/result/result_file.hpp"

#include <memory>
#include <string>

namespace tenglong::tools {

/// All facts of one subject as a result keeps them, and the policy by which it was judged: enough
/// to judge it again.
struct SubjectRecord {
    std::unique_ptr<Profile> profile;
    std::unique_ptr<TextPool> pool;
    std::unique_ptr<FactTable> facts; ///< of one row
};

/// \throws Error if the result keeps none, or was made by a version whose policy cannot be read.
[[nodiscard]] SubjectRecord subject_record(const geo::ResultFile& result, SubjectKind kind,
                                           const std::string& code);

} // namespace tenglong::tools
