#include "geo/read/file_digest.hpp"

#include "geo/read/gdal.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace tenglong::geo {

namespace {

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }
};
struct CloseFile {
    void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
};

class Digester {
public:
    Digester() : m_context{EVP_MD_CTX_new()}
    {
        EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
    }

    void add(const std::string& path)
    {
        const std::unique_ptr<VSILFILE, CloseFile> file{VSIFOpenL(path.c_str(), "rb")};
        if (!file) {
            return;
        }
        constexpr std::size_t k_block = 1U << 20U;
        std::vector<unsigned char> block(k_block);
        std::size_t got = 0;
        while ((got = VSIFReadL(block.data(), 1, block.size(), file.get())) > 0) {
            EVP_DigestUpdate(m_context.get(), block.data(), got);
            m_bytes += got;
        }
    }

    [[nodiscard]] FileDigest finish()
    {
        std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
        unsigned length = 0;
        EVP_DigestFinal_ex(m_context.get(), hash.data(), &length);
        FileDigest result;
        result.bytes = m_bytes;
        for (unsigned i = 0; i < length; ++i) {
            result.sha256 += fmt::format("{:02x}", hash[i]);
        }
        return result;
    }

private:
    std::unique_ptr<EVP_MD_CTX, FreeContext> m_context;
    std::uint64_t m_bytes = 0;
};

[[nodiscard]] std::vector<std::string> files_in(const std::string& folder)
{
    std::vector<std::string> names;
    char** list = VSIReadDir(folder.c_str());
    for (char** name = list; name != nullptr && *name != nullptr; ++name) {
        names.emplace_back(*name);
    }
    CSLDestroy(list);
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

FileDigest digest_of(const std::string& path)
{
    const GdalMessages messages;
    VSIStatBufL status{};
    if (VSIStatL(path.c_str(), &status) != 0) {
        return {};
    }
    Digester digester;
    if (!VSI_ISDIR(status.st_mode)) {
        digester.add(path);
        return digester.finish();
    }
    for (const std::string& name : files_in(path)) {
        std::string file = path;
        file += '/';
        file += name;
        if (VSIStatL(file.c_str(), &status) == 0 && !VSI_ISDIR(status.st_mode)) {
            digester.add(file);
        }
    }
    return digester.finish();
}

} // namespace tenglong::geo
