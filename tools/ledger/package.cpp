#include "tools/ledger/package.hpp"

#include "core/base/error.hpp"

#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <zlib.h>

#include <array>
#include <cstddef>
#include <utility>

namespace tenglong::tools {

namespace {

struct CloseUnzip {
    using pointer = unzFile;
    void operator()(unzFile file) const noexcept { unzClose(file); }
};

[[nodiscard]] PackagePart current_part(unzFile archive)
{
    unz_file_info64 info{};
    std::array<char, 256> name{};
    if (unzGetCurrentFileInfo64(archive, &info, name.data(), name.size(), nullptr, 0, nullptr, 0) !=
            UNZ_OK ||
        unzOpenCurrentFile(archive) != UNZ_OK) {
        throw Error{msg("a part of a spreadsheet cannot be read back")};
    }
    PackagePart part{name.data(), std::string(info.uncompressed_size, '\0')};
    const int got = unzReadCurrentFile(archive, part.content.data(),
                                       static_cast<unsigned>(part.content.size()));
    unzCloseCurrentFile(archive);
    if (got < 0 || static_cast<std::size_t>(got) != part.content.size()) {
        throw Error{msg("a part of a spreadsheet cannot be read back")};
    }
    return part;
}

} // namespace

std::vector<PackagePart> parts_of(const std::filesystem::path& path)
{
    const std::unique_ptr<unzFile, CloseUnzip> archive{unzOpen64(path.c_str())};
    std::vector<PackagePart> parts;
    if (archive == nullptr || unzGoToFirstFile(archive.get()) != UNZ_OK) {
        throw Error{msg("a part of a spreadsheet cannot be read back")};
    }
    do {
        parts.push_back(current_part(archive.get()));
    } while (unzGoToNextFile(archive.get()) == UNZ_OK);
    return parts;
}

PackageWriter::PackageWriter(std::filesystem::path path)
    : m_path{std::move(path)}, m_archive{zipOpen64(m_path.c_str(), APPEND_STATUS_CREATE)}
{
    expect(m_archive != nullptr);
}

PackageWriter::~PackageWriter()
{
    if (m_archive != nullptr) {
        zipClose(m_archive, nullptr);
    }
}

void PackageWriter::expect(bool done) const
{
    if (!done) {
        throw Error{msg("cannot write spreadsheet '{}': {}", m_path.string(),
                        std::string{"the file cannot be written to its end"})};
    }
}

void PackageWriter::begin(const std::string& name)
{
    zip_fileinfo info{};
    info.tmz_date = {0, 0, 0, 1, 0, 1980};
    // Rows repeat themselves so much that the fastest way leaves a tenth of them.
    expect(zipOpenNewFileInZip64(m_archive, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                                 Z_DEFLATED, Z_BEST_SPEED, 0) == ZIP_OK);
}

void PackageWriter::add(std::string_view bytes)
{
    expect(zipWriteInFileInZip(m_archive, bytes.data(), static_cast<unsigned>(bytes.size())) ==
           ZIP_OK);
}

void PackageWriter::end()
{
    expect(zipCloseFileInZip(m_archive) == ZIP_OK);
}

void PackageWriter::close()
{
    expect(zipClose(std::exchange(m_archive, nullptr), nullptr) == ZIP_OK);
}

} // namespace tenglong::tools
