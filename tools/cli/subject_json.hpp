#pragma once

#include "tools/cli/subject_file.hpp"

#include <nlohmann/json.hpp>

namespace tenglong::tools {

/// The file of a subject for programs, in both languages: every cell under the name of its column,
/// every fact with its origin, every verdict with what decided it.
[[nodiscard]] nlohmann::ordered_json subject_json(const SubjectFile& file);

} // namespace tenglong::tools
