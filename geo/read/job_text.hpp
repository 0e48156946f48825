#pragma once

#include "core/base/translation.hpp"
#include "geo/read/folder.hpp"

#include <span>
#include <string>
#include <vector>

namespace tenglong::geo {

struct JobTextOptions {
    std::string name;                  ///< of the job
    std::string folder;                ///< of the job file: paths are relative to it; absolute
    std::vector<std::string> policies; ///< ids to choose from; the first is put in
    Lang lang = Lang::zh;              ///< of the comments
};

/// A job file for what was found in a folder: a section for each input that is certain, and in
/// comments what a person may have to add. read_job() reads it as it is.
[[nodiscard]] std::string job_text(std::span<const FolderItem> items,
                                   const JobTextOptions& options);

} // namespace tenglong::geo
