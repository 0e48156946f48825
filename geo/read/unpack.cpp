#include "geo/read/unpack.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "geo/read/file_bytes.hpp"
#include "geo/read/gdal.hpp"

#include <cpl_vsi.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <vector>

namespace tenglong::geo {

namespace {

struct CloseFile {
    void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
};
using FilePtr = std::unique_ptr<VSILFILE, CloseFile>;

struct Entry {
    std::string name; ///< inside the archive
    std::uint64_t size = 0;
};

[[nodiscard]] std::string base_of(const std::string& name)
{
    const std::size_t slash = name.find_last_of('/');
    return slash == std::string::npos ? name : name.substr(slash + 1);
}

[[nodiscard]] std::string stem_of(const std::string& name)
{
    return name.substr(0, name.find_last_of('.'));
}

[[nodiscard]] bool climbs_out(const std::string& name)
{
    return name.starts_with('/') || name == ".." || name.starts_with("../") ||
           name.find("/../") != std::string::npos || name.ends_with("/..") ||
           name.find('\\') != std::string::npos;
}

/// All files in an archive, wherever they would lie.
[[nodiscard]] std::vector<Entry> all_entries(const std::string& root)
{
    char** list = VSIReadDirRecursive(root.c_str());
    std::vector<Entry> entries;
    for (char** name = list; name != nullptr && *name != nullptr; ++name) {
        VSIStatBufL status{};
        const bool known = VSIStatL((root + "/" + *name).c_str(), &status) == 0;
        if (!known || !VSI_ISDIR(status.st_mode)) {
            entries.push_back({*name, known ? static_cast<std::uint64_t>(status.st_size) : 0});
        }
    }
    CSLDestroy(list);
    return entries;
}

[[nodiscard]] std::vector<Entry> entries_of(const std::string& path, const std::string& root)
{
    const GdalMessages messages; // kept off the terminal
    std::vector<Entry> entries = all_entries(root);
    for (const Entry& entry : entries) {
        if (climbs_out(entry.name)) {
            throw Error{msg("'{}' is refused: it holds the path '{}', which leads out of it", path,
                            entry.name)};
        }
    }
    if (entries.empty()) { // GDAL shows no entry that climbs
        throw Error{msg("'{}' holds no file that can be unpacked: it is empty, damaged, or its "
                        "paths lead out of it",
                        path)};
    }
    return entries;
}

void refuse_bomb(const std::string& path, const std::vector<Entry>& entries)
{
    VSIStatBufL status{};
    const std::uint64_t packed =
        VSIStatL(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
    std::uint64_t total = 0;
    for (const Entry& entry : entries) {
        total += entry.size;
    }
    // Empty DBF columns shrink a hundred times; nothing real shrinks more.
    constexpr std::uint64_t k_ratio = 200;
    constexpr std::uint64_t k_always = 64ULL << 20U;
    constexpr std::size_t k_most_entries = 100'000;
    if (total > k_always + k_ratio * packed || entries.size() > k_most_entries) {
        throw Error{msg("'{}' is refused: {} bytes would become {}; unpack it yourself if you "
                        "trust it",
                        path, packed, total)};
    }
}

/// The data sets in an archive: a Shapefile by its .shp, a FileGDB by its folder.
[[nodiscard]] std::vector<std::string> data_sets(const std::vector<Entry>& entries)
{
    static constexpr auto k_endings =
        std::to_array<std::string_view>({"shp", "gpkg", "geojson", "json", "fgb", "kml", "dxf"});
    std::set<std::string> found;
    for (const Entry& entry : entries) {
        const std::size_t gdb = to_lower(entry.name).find(".gdb/");
        const std::string ending = extension_of(entry.name);
        if (gdb != std::string::npos) {
            found.insert(entry.name.substr(0, gdb + 4));
        } else if (std::find(k_endings.begin(), k_endings.end(), ending) != k_endings.end()) {
            found.insert(entry.name);
        }
    }
    return {found.begin(), found.end()};
}

[[nodiscard]] std::string choose(const InputSpec& spec, const std::vector<std::string>& sets)
{
    if (sets.size() == 1) {
        return sets.front();
    }
    for (const std::string& set : sets) {
        if (!spec.layer.empty() && stem_of(base_of(set)) == spec.layer) {
            return set;
        }
    }
    if (sets.empty()) {
        throw Error{msg("'{}' holds no layer", spec.path)};
    }
    throw UsageError{msg("'{}' has {} layers ({}); say with layer = \"...\" in [{}] which is meant",
                         spec.path, sets.size(), fmt::format("{}", fmt::join(sets, ", ")),
                         spec.section)};
}

} // namespace

bool is_archive(const std::string& path)
{
    const auto start = read_start(path, 4);
    return extension_of(path) == "zip" && start && *start == "PK\x03\x04";
}

void refuse_swelling(const std::string& path)
{
    const GdalMessages messages;
    refuse_bomb(path, all_entries("/vsizip/{" + path + "}"));
}

std::string copy_file(const std::string& from, const std::string& folder, const std::string& name)
{
    const GdalMessages messages;
    std::string to = folder + "/" + name;
    const FilePtr source{VSIFOpenL(from.c_str(), "rb")};
    const FilePtr target{VSIFOpenL(to.c_str(), "wb")};
    if (!source || !target) {
        throw Error{msg("cannot copy '{}' to '{}': {}", from, to, messages.reason())};
    }
    constexpr std::size_t k_block = 1U << 20U;
    std::vector<char> block(k_block);
    std::size_t got = 0;
    while ((got = VSIFReadL(block.data(), 1, block.size(), source.get())) > 0) {
        if (VSIFWriteL(block.data(), 1, got, target.get()) != got) {
            throw Error{msg("cannot copy '{}' to '{}': {}", from, to, messages.reason())};
        }
    }
    return to;
}

std::string unpack(const InputSpec& spec, TemporaryFolder& folder)
{
    const std::string root = "/vsizip/{" + spec.path + "}";
    const std::vector<Entry> entries = entries_of(spec.path, root);
    refuse_bomb(spec.path, entries);
    const std::string chosen = choose(spec, data_sets(entries));
    const bool is_folder = to_lower(chosen).ends_with(".gdb");
    std::string target = folder.path();
    if (is_folder) {
        target += "/" + base_of(chosen);
        std::filesystem::create_directory(target);
    }
    for (const Entry& entry : entries) {
        const bool belongs = is_folder ? entry.name.starts_with(chosen + "/")
                                       : stem_of(entry.name) == stem_of(chosen);
        if (belongs) {
            static_cast<void>(copy_file(root + "/" + entry.name, target, base_of(entry.name)));
        }
    }
    return is_folder ? target : target + "/" + base_of(chosen);
}

} // namespace tenglong::geo
