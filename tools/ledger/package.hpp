#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::tools {

/// A file inside a ZIP archive.
struct PackagePart {
    std::string name;
    std::string content;
};

/// The parts of a small archive, in its order. \throws Error if it cannot be read.
[[nodiscard]] std::vector<PackagePart> parts_of(const std::filesystem::path& path);

/// Writes an archive part by part; what is added to a part need not be in memory at once. No part
/// bears a time: equal contents make equal bytes.
class PackageWriter {
public:
    /// \throws Error if the file cannot be made, as all that follow.
    explicit PackageWriter(std::filesystem::path path);
    ~PackageWriter();
    PackageWriter(const PackageWriter&) = delete;
    PackageWriter& operator=(const PackageWriter&) = delete;
    PackageWriter(PackageWriter&&) = delete;
    PackageWriter& operator=(PackageWriter&&) = delete;

    void begin(const std::string& name);
    void add(std::string_view bytes);
    void end();
    void close();

private:
    void expect(bool done) const;

    std::filesystem::path m_path;
    void* m_archive;
};

} // namespace tenglong::tools
