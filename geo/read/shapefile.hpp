#pragma once

#include "core/base/issue.hpp"
#include "geo/read/encoding.hpp"
#include "geo/read/job.hpp"
#include "geo/read/temporary_folder.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tenglong::geo {

/// How to open a Shapefile or a DBF.
struct ShapefilePlan {
    std::string path;                 ///< of itself, or of a copy in a temporary folder
    std::optional<Encoding> encoding; ///< of its texts; nothing: it has no readable DBF
};

/// Looks at the files of a set before GDAL does: what is missing or contradicts another is an
/// issue; a missing .shx is made anew in the temporary folder, never beside the user's files.
[[nodiscard]] ShapefilePlan plan_shapefile(const InputSpec& spec, const std::string& path,
                                           TemporaryFolder& folder, std::vector<Issue>& issues);

} // namespace tenglong::geo
