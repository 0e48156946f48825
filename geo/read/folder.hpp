#pragma once

#include "geo/geometry/workers.hpp"
#include "geo/read/job.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tenglong::geo {

/// A layer or table found in a folder, with what it most likely is.
struct FolderItem {
    std::string path;                ///< absolute
    std::string layer;               ///< empty where the file holds only one
    std::optional<InputKind> kind;   ///< nothing: not recognised
    bool chosen = false;             ///< the best one of its kind
    Text remark;                     ///< why it is not chosen, or what a person must say
    std::string crs;                 ///< chosen: found from another layer, for want of its own
    bool readable = true;            ///< chosen: it was read whole
    std::size_t rows = 0;            ///< chosen: as read
    std::vector<std::string> fields; ///< chosen: recognised, "field ← column"
    std::vector<std::string> unused; ///< chosen: columns that were not
    std::vector<Text> doubts;        ///< chosen: columns that could be two things
    std::string county;              ///< parcels: the first six digits of the first parcel code
};

/// Looks at every layer and table in a folder and its subfolders (three levels), says what each
/// is, and reads the ones that it chooses. What is not recognised is in the list too.
/// \throws Error if there is no such folder, or nothing in it could be an input.
[[nodiscard]] std::vector<FolderItem> look_at_folder(const std::string& folder, Workers& workers);

} // namespace tenglong::geo
