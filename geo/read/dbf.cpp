#include "geo/read/dbf.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_header = 32;
constexpr std::size_t k_field = 32;

struct CloseFile {
    void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
};

[[nodiscard]] std::uint32_t byte(std::string_view bytes, std::size_t at) noexcept
{
    return static_cast<unsigned char>(bytes[at]);
}

[[nodiscard]] std::uint32_t word(std::string_view bytes, std::size_t at) noexcept
{
    return byte(bytes, at) | (byte(bytes, at + 1) << 8U);
}

struct TextField {
    std::size_t offset = 0;
    std::size_t length = 0;
};

[[nodiscard]] std::string_view padded_text(std::string_view text) noexcept
{
    text = text.substr(0, text.find('\0'));
    const std::size_t last = text.find_last_not_of(' ');
    return last == std::string_view::npos ? std::string_view{} : text.substr(0, last + 1);
}

/// The texts of a record start behind its deletion mark.
[[nodiscard]] std::vector<TextField> text_fields(std::string_view header, EncodingProbe& probe)
{
    std::vector<TextField> fields;
    std::size_t offset = 1;
    constexpr char k_end = '\r';
    constexpr std::size_t k_name = 11;
    for (std::size_t at = k_header; at + k_field <= header.size() && header[at] != k_end;
         at += k_field) {
        const std::string_view name = padded_text(header.substr(at, k_name));
        probe.add(name, name.size() >= k_name - 1);
        const std::size_t length = byte(header, at + 16);
        if (header[at + k_name] == 'C') {
            fields.push_back({offset, length});
        }
        offset += length;
    }
    return fields;
}

void probe_rows(VSILFILE& file, const std::vector<TextField>& fields, std::size_t record,
                std::uint64_t rows, EncodingProbe& probe)
{
    constexpr std::size_t k_block = 1U << 20U;
    const std::size_t at_once = std::max<std::size_t>(1, k_block / record);
    std::string block(at_once * record, '\0');
    while (rows > 0) {
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(rows, at_once));
        const std::size_t got = VSIFReadL(block.data(), record, wanted, &file);
        for (std::size_t row = 0; row < got; ++row) {
            const std::string_view bytes{block.data() + row * record, record};
            for (const TextField& field : fields) {
                if (field.offset + field.length <= record) {
                    const std::string_view text =
                        padded_text(bytes.substr(field.offset, field.length));
                    probe.add(text, text.size() == field.length);
                }
            }
        }
        if (got < wanted) {
            return;
        }
        rows -= got;
    }
}

/// LDID: only the ones that name one of our encodings; 0x57 (ANSI) means that of whoever wrote it.
[[nodiscard]] std::optional<Encoding> encoding_of_language(std::uint8_t language)
{
    switch (language) {
    case 0x4D:
    case 0x7A:
        return Encoding::gb18030;
    case 0x4F:
    case 0x78:
        return Encoding::big5;
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<DbfFacts> look_at_dbf(const std::string& path)
{
    const std::unique_ptr<VSILFILE, CloseFile> file{VSIFOpenL(path.c_str(), "rb")};
    if (!file) {
        return std::nullopt;
    }
    std::string start(k_header, '\0');
    if (VSIFReadL(start.data(), 1, start.size(), file.get()) != start.size()) {
        return std::nullopt;
    }
    const std::size_t header_size = word(start, 8);
    const std::size_t record = word(start, 10);
    DbfFacts facts;
    facts.rows_said = word(start, 4) | (static_cast<std::uint64_t>(word(start, 6)) << 16U);
    facts.language = static_cast<std::uint8_t>(byte(start, 29));
    if (header_size < k_header || record == 0) {
        return std::nullopt;
    }
    VSIFSeekL(file.get(), 0, SEEK_END);
    const std::uint64_t size = VSIFTellL(file.get());
    const std::uint64_t room = size > header_size ? (size - header_size) / record : 0;
    facts.rows = std::min(facts.rows_said, room);
    VSIFSeekL(file.get(), 0, SEEK_SET);
    std::string header(header_size, '\0');
    header.resize(VSIFReadL(header.data(), 1, header.size(), file.get()));
    EncodingProbe probe;
    const std::vector<TextField> fields = text_fields(header, probe);
    VSIFSeekL(file.get(), header_size, SEEK_SET);
    if (!fields.empty()) {
        probe_rows(*file, fields, record, facts.rows, probe);
    }
    facts.finding = probe.finding();
    return facts;
}

Encoding decide_dbf_encoding(const DbfFacts& facts, const std::string& declared,
                             std::optional<Encoding> job, const Place& place,
                             std::vector<Issue>& issues)
{
    if (job) {
        return *job;
    }
    const EncodingFinding& finding = facts.finding;
    auto said = parse_encoding(trimmed(declared));
    const bool by_file = said.has_value();
    said = said ? said : encoding_of_language(facts.language);
    if (finding.encoding == Encoding::ascii) {
        return Encoding::utf8;
    }
    if (!finding.encoding) {
        if (said) {
            return *said;
        }
        if (finding.ask) {
            throw UsageError{msg("the texts of '{}' may be Big5 or GBK; say with encoding = "
                                 "\"big5\" or \"gbk\" which",
                                 place.file)};
        }
        return Encoding::utf8; // broken texts are reported where they stand
    }
    if (said && (finding.tie || finding.ask)) {
        return *said;
    }
    if (said && *said != *finding.encoding) {
        issues.push_back(
            {"encoding_contradicted",
             Severity::warning,
             place,
             {},
             {},
             msg("'{}' is declared as {} ({}), but its texts are {}; they are read so", place.file,
                 name_of(*said), by_file ? ".cpg" : "LDID", name_of(*finding.encoding))});
    } else if (!said) {
        issues.push_back({"encoding_found",
                          Severity::note,
                          place,
                          {},
                          {},
                          msg("'{}' does not say how its texts are written; they are read as {}",
                              place.file, name_of(*finding.encoding))});
    }
    return *finding.encoding;
}

} // namespace tenglong::geo
