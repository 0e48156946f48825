#pragma once

#include <cstdint>
#include <string>

namespace tenglong::geo {

struct FileDigest {
    std::uint64_t bytes = 0;
    std::string sha256; ///< in hex, as sha256sum prints it
};

/// Of a file's content; the path may be one of GDAL's. Empty for what is no file: a folder (the
/// files in it together, by name), a connection.
[[nodiscard]] FileDigest digest_of(const std::string& path);

} // namespace tenglong::geo
