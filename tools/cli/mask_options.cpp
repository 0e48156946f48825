#include "tools/cli/mask_options.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/mask/hmac.hpp"
#include "core/mask/mask.hpp"
#include "geo/mask/leaks.hpp"
#include "geo/mask/masked_shapes.hpp"

#include <algorithm>
#include <cerrno>
#include <deque>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <system_error>

namespace tenglong::tools {

namespace {

[[nodiscard]] std::string content_of(const std::string& path)
{
    errno = 0;
    std::ifstream file{path, std::ios::binary};
    const int fault = errno;
    std::string text{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
    if (!file.is_open() || file.bad()) {
        throw UsageError{msg("cannot read '{}': {}", path,
                             std::generic_category().message(fault == 0 ? EISDIR : fault))};
    }
    return text;
}

[[nodiscard]] std::string random_key()
{
    std::random_device source;
    std::string bytes;
    for (int i = 0; i < 16; ++i) {
        const unsigned value = source();
        bytes.append({static_cast<char>(value & 0xFFU), static_cast<char>(value >> 8U & 0xFFU)});
    }
    return hex_of(sha256(bytes));
}

[[nodiscard]] std::string key_of(const MaskOptions& options, const Console& console)
{
    if (options.key.empty()) {
        std::string key = random_key();
        console.warning(msg("pseudonyms were made with a random key: {}; to get the same ones "
                            "again, keep it in a file and give that with --mask-key",
                            key));
        return key;
    }
    const std::string text = content_of(options.key);
    const std::string_view key = trimmed(text);
    constexpr std::size_t k_least = 16;
    if (key.size() < k_least) {
        throw UsageError{msg("the key in '{}' has {} characters, and names could be guessed; {} is "
                             "the least, more is better",
                             options.key, key.size(), k_least)};
    }
    return std::string{key};
}

[[nodiscard]] MaskPolicy policy_of(const MaskOptions& options)
{
    MaskPolicy policy = options.policy.empty()
                            ? read_mask_policy(shipped_mask_policy(), "policy.toml")
                            : read_mask_policy(content_of(options.policy), options.policy);
    if (!options.shapes.empty()) {
        policy.shapes = mask_shapes(options.shapes);
    }
    return policy;
}

/// For outputs that are no files.
void expect_none_in_cells(const ResultTable& table, const geo::Secrets& secrets)
{
    for (const ResultColumn& column : table.columns()) {
        if (const auto leak = geo::find_leak(column.text_bytes(), secrets)) {
            throw Error{msg("the masked '{}' still has '{}', so it is not written; leave that "
                            "column out in the masking policy",
                            table.id(), *leak)};
        }
    }
}

} // namespace

void MaskOptions::declare(Command& command)
{
    const Text group = msg("Masking for outsiders");
    command.parameters.push_back(
        {.name = "--mask",
         .help = msg("replace names and codes, band figures, generalise shapes"),
         .group = group,
         .take = into(mask)});
    command.parameters.push_back({.name = "--mask-policy",
                                  .value = "FILE",
                                  .help = msg("which columns are kept, banded or replaced (.toml)"),
                                  .group = group,
                                  .take = into(policy),
                                  .completes = Completes::files});
    command.parameters.push_back({.name = "--mask-key",
                                  .value = "FILE",
                                  .help = msg("secret from which stable pseudonyms are made"),
                                  .group = group,
                                  .take = into(key),
                                  .completes = Completes::files});
    command.parameters.push_back({.name = "--mask-shapes",
                                  .value = "HOW",
                                  .help = msg("drop, generalise, shift or keep"),
                                  .group = group,
                                  .take = into(shapes),
                                  .completes = Completes::choices,
                                  .choices = {"drop", "generalise", "shift", "keep"}});
}

Masker::Masker(const MaskOptions& options, const Console& console)
    : m_policy{policy_of(options)}, m_key{key_of(options, console)}, m_console{console}
{}

void Masker::learn(std::span<const geo::SpatialTable> tables)
{
    std::vector<const ResultTable*> all;
    std::deque<geo::SpatialTable> made; // of those whose rows are made while they are written
    all.reserve(tables.size());
    for (const geo::SpatialTable& each : tables) {
        all.push_back(each.source ? &made.emplace_back(gathered(each)).table : &each.table);
    }
    *m_secrets = secrets_of(all, m_policy);
}

void Masker::learn(const geo::ResultFile& result)
{
    std::vector<geo::SpatialTable> all;
    all.reserve(result.names().size());
    for (const std::string& name : result.names()) {
        all.push_back(result.read(name));
    }
    learn(all);
}

std::vector<geo::SpatialTable> Masker::masked(std::span<const geo::SpatialTable> tables) const
{
    std::vector<geo::SpatialTable> all;
    all.reserve(tables.size());
    for (const geo::SpatialTable& each : tables) {
        geo::SpatialTable shown = geo::masked(each, m_policy, m_key);
        if (shown.table.columns().empty()) {
            m_console.warning(msg("nothing of '{}' may be shown: it is left out", each.table.id()));
            continue;
        }
        all.push_back(std::move(shown));
        expect_none_in_cells(all.back().table, *m_secrets);
    }
    return all;
}

std::function<void(const std::filesystem::path&)> Masker::inspector() const
{
    return [secrets = m_secrets](const std::filesystem::path& folder) {
        geo::expect_no_leaks(folder, *secrets);
    };
}

} // namespace tenglong::tools
