#include "geo/mask/leaks.hpp"

#include "core/base/error.hpp"
#include "geo/read/gdal.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <fmt/format.h>

#include <cstdint>
#include <cstring>
#include <unordered_map>
#include <vector>

namespace tenglong::geo {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_least = 6;

[[nodiscard]] std::uint64_t head_of(const char* bytes)
{
    std::uint64_t head = 0;
    std::memcpy(&head, bytes, k_least);
    return head;
}

/// What begins with the same six bytes is compared in full.
class Finder {
public:
    explicit Finder(const Secrets& secrets)
    {
        const GdalMessages quiet;
        for (const std::string& secret : secrets) {
            add(secret, secret);
            add(escaped(secret, CPLES_XML), secret);
            add(escaped(secret, CPLES_BackslashQuotable), secret);
            if (char* gbk = CPLRecode(secret.c_str(), "UTF-8", "GBK")) {
                add(gbk, secret);
                CPLFree(gbk);
            }
        }
    }

    [[nodiscard]] std::optional<std::string> first_in(std::string_view bytes) const
    {
        for (std::size_t at = 0; at + k_least <= bytes.size(); ++at) {
            if (!m_second[static_cast<unsigned char>(bytes[at]) * 256U +
                          static_cast<unsigned char>(bytes[at + 1])]) {
                continue;
            }
            const auto [begin, end] = m_texts.equal_range(head_of(bytes.data() + at));
            for (auto each = begin; each != end; ++each) {
                if (bytes.substr(at).starts_with(each->second.spelt)) {
                    return each->second.secret;
                }
            }
        }
        return std::nullopt;
    }

private:
    struct Entry {
        std::string spelt;
        std::string secret;
    };

    [[nodiscard]] static std::string escaped(const std::string& text, int how)
    {
        char* made = CPLEscapeString(text.c_str(), static_cast<int>(text.size()), how);
        std::string result = made;
        CPLFree(made);
        return result;
    }

    void add(const std::string& spelt, const std::string& secret)
    {
        if (spelt.size() >= k_least) {
            m_texts.emplace(head_of(spelt.data()), Entry{spelt, secret});
            m_second[static_cast<unsigned char>(spelt[0]) * 256U +
                     static_cast<unsigned char>(spelt[1])] = true;
        }
    }

    std::unordered_multimap<std::uint64_t, Entry> m_texts;
    std::vector<bool> m_second = std::vector<bool>(65'536);
};

[[noreturn]] void fail(const fs::path& file, const std::string& secret)
{
    throw Error{
        msg("the masked '{}' still has '{}', so it is not written; leave that column out in "
            "the masking policy",
            file.filename().string(), secret)};
}

[[nodiscard]] std::string bytes_of(const std::string& path)
{
    VSILFILE* file = VSIFOpenL(path.c_str(), "rb");
    if (file == nullptr) {
        throw Error{msg("cannot read '{}': {}", path, std::string{"-"})};
    }
    std::string bytes;
    std::string piece(1U << 20U, '\0');
    for (std::size_t got = piece.size(); got == piece.size();) {
        got = VSIFReadL(piece.data(), 1, piece.size(), file);
        bytes.append(piece, 0, got);
    }
    VSIFCloseL(file);
    return bytes;
}

void look_into_archive(const fs::path& file, const Finder& finder)
{
    const std::string archive = "/vsizip/{" + file.string() + "}";
    const CPLStringList parts{VSIReadDirRecursive(archive.c_str())};
    for (int i = 0; i < parts.Count(); ++i) {
        const std::string part = parts[i];
        if (part.ends_with('/')) {
            continue;
        }
        if (const auto leak = finder.first_in(bytes_of(fmt::format("{}/{}", archive, part)))) {
            fail(file, *leak);
        }
    }
}

} // namespace

std::optional<std::string> find_leak(std::string_view bytes, const Secrets& secrets)
{
    return Finder{secrets}.first_in(bytes);
}

void expect_no_leaks(const fs::path& folder, const Secrets& secrets)
{
    const Finder finder{secrets};
    for (const auto& each : fs::recursive_directory_iterator{folder}) {
        if (!each.is_regular_file()) {
            continue;
        }
        const std::string bytes = bytes_of(each.path().string());
        if (const auto leak = finder.first_in(bytes)) {
            fail(each.path(), *leak);
        }
        if (bytes.starts_with("PK")) {
            look_into_archive(each.path(), finder);
        }
    }
}

} // namespace tenglong::geo
