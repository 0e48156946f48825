#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace tenglong::geo {

/// The whole content of a file; the path may be one of GDAL's (/vsizip/...).
/// \throws Error if there is no such file, it is a folder, or it cannot be read; the message names
/// what a user most likely meant.
[[nodiscard]] std::string read_file(const std::string& path);

/// The first bytes of a file, at most `count`; nothing if it cannot be opened.
[[nodiscard]] std::optional<std::string> read_start(const std::string& path, std::size_t count);

/// Whether there is such a file or folder.
[[nodiscard]] bool path_exists(const std::string& path);

/// The Error for a path that is not there: it names the nearest file in the folder.
[[noreturn]] void throw_no_such_file(const std::string& path);

/// The part behind the last dot of the file name, in lower case: "shp"; empty if there is none.
[[nodiscard]] std::string extension_of(const std::string& path);

} // namespace tenglong::geo
