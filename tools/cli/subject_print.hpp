#pragma once

#include "tools/cli/console.hpp"
#include "tools/cli/subject_file.hpp"

namespace tenglong::tools {

/// The file of a subject for people.
void print_subject(const SubjectFile& file, const Console& console);

} // namespace tenglong::tools
