#pragma once

#include "tools/cli/console.hpp"
#include "tools/cli/subject_file.hpp"

#include <nlohmann/json.hpp>

namespace tenglong::tools {

/// The file of a subject for people.
void print_subject(const SubjectFile& file, const Console& console);

/// The same for programs: every cell under the name of its column.
[[nodiscard]] nlohmann::ordered_json subject_json(const SubjectFile& file);

} // namespace tenglong::tools
