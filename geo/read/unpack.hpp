#pragma once

#include "geo/read/job.hpp"
#include "geo/read/temporary_folder.hpp"

#include <string>

namespace tenglong::geo {

/// Whether a path is a zip archive, by its content.
[[nodiscard]] bool is_archive(const std::string& path);

/// Unpacks the one data set that a zip archive holds into a temporary folder, by base names alone,
/// and gives its path there.
/// \throws Error if the archive is broken, names files outside itself, or would grow beyond what
/// such data ever do; UsageError if it holds several data sets and the job names none as layer.
[[nodiscard]] std::string unpack(const InputSpec& spec, TemporaryFolder& folder);

/// Refuses a zip archive, of whatever name, that would grow beyond what data ever do.
/// \throws Error
void refuse_swelling(const std::string& path);

/// Copies a file and returns the path of the copy. \throws Error if it cannot be copied.
[[nodiscard]] std::string copy_file(const std::string& from, const std::string& folder,
                                    const std::string& name);

} // namespace tenglong::geo
