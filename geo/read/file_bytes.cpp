#include "geo/read/file_bytes.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "geo/read/gdal.hpp"

#include <cpl_vsi.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace tenglong::geo {

namespace {

struct CloseFile {
    void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
};
using FilePtr = std::unique_ptr<VSILFILE, CloseFile>;

[[nodiscard]] FilePtr open_file(const std::string& path)
{
    return FilePtr{VSIFOpenL(path.c_str(), "rb")};
}

[[nodiscard]] std::string folder_of(const std::string& path)
{
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? "." : path.substr(0, slash);
}

[[nodiscard]] std::string name_of_file(const std::string& path)
{
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

[[nodiscard]] std::vector<std::string> names_in(const std::string& folder)
{
    std::vector<std::string> names;
    char** list = VSIReadDir(folder.c_str());
    for (char** name = list; name != nullptr && *name != nullptr; ++name) {
        const std::string_view text{*name};
        if (text != "." && text != "..") {
            names.emplace_back(text);
        }
    }
    CSLDestroy(list);
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

std::string read_file(const std::string& path)
{
    const GdalMessages messages;
    VSIStatBufL status{};
    if (VSIStatL(path.c_str(), &status) != 0) {
        throw_no_such_file(path);
    }
    if (VSI_ISDIR(status.st_mode)) {
        throw Error{msg("'{}' is a folder, not a file", path)};
    }
    const FilePtr file = open_file(path);
    if (!file) {
        throw Error{msg("cannot open '{}': {}", path, messages.reason())};
    }
    std::string bytes;
    bytes.resize(static_cast<std::size_t>(status.st_size));
    std::size_t filled = VSIFReadL(bytes.data(), 1, bytes.size(), file.get());
    // Pipes and archives may hold more than they say.
    for (std::size_t got = filled; got > 0 && filled == bytes.size();) {
        bytes.resize(filled + std::max<std::size_t>(filled / 2, 65536));
        got = VSIFReadL(bytes.data() + filled, 1, bytes.size() - filled, file.get());
        filled += got;
    }
    bytes.resize(filled);
    return bytes;
}

std::optional<std::string> read_start(const std::string& path, std::size_t count)
{
    const GdalMessages messages;
    const FilePtr file = open_file(path);
    if (!file) {
        return std::nullopt;
    }
    std::string bytes(count, '\0');
    bytes.resize(VSIFReadL(bytes.data(), 1, count, file.get()));
    return bytes;
}

bool path_exists(const std::string& path)
{
    const GdalMessages messages;
    VSIStatBufL status{};
    return VSIStatExL(path.c_str(), &status, VSI_STAT_EXISTS_FLAG) == 0;
}

void throw_no_such_file(const std::string& path)
{
    const std::string folder = folder_of(path);
    if (!path_exists(folder)) {
        throw Error{msg("there is no file '{}': the folder '{}' does not exist", path, folder)};
    }
    const std::vector<std::string> names = names_in(folder);
    if (const auto guess = nearest(name_of_file(path), names)) {
        throw Error{msg("there is no file '{}'; did you mean '{}'?", path, *guess)};
    }
    throw Error{msg("there is no file '{}'", path)};
}

std::string extension_of(const std::string& path)
{
    const std::string name = name_of_file(path);
    const std::size_t dot = name.find_last_of('.');
    return dot == std::string::npos ? std::string{} : to_lower(name.substr(dot + 1));
}

} // namespace tenglong::geo
