#include "core/mask/mask_policy.hpp"

#include "core/base/error.hpp"
#include "core/base/suggestion.hpp"
#include "embedded/mask_policies.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace tenglong {

namespace {

constexpr std::array<std::pair<std::string_view, MaskShapes>, 4> k_shapes{
    {{"drop", MaskShapes::drop},
     {"generalise", MaskShapes::generalise},
     {"shift", MaskShapes::shift},
     {"keep", MaskShapes::keep}}};

class Reader {
public:
    Reader(std::string_view text, const std::string& name) : m_name{name}
    {
        try {
            m_table = toml::parse(text, name);
        } catch (const toml::parse_error& fault) {
            throw UsageError{msg("masking policy '{}', line {}: {}", name,
                                 fault.source().begin.line, std::string{fault.description()})};
        }
    }

    [[nodiscard]] MaskPolicy read()
    {
        MaskPolicy policy;
        policy.pseudonym = names("pseudonym");
        policy.band = names("band");
        policy.keep = names("keep");
        policy.rare = listed_columns("rare");
        policy.open = listed_columns("open");
        policy.no_names = words("no_names");
        policy.least_rows = least_rows();
        if (const toml::node* shapes = m_table.get("shapes")) {
            policy.shapes = mask_shapes(shapes->value_or<std::string>(""));
        }
        policy.cell_m = length("cell_m");
        policy.shift_m = length("shift_m");
        for (const auto& [key, node] : m_table) {
            if (!m_known.contains(key.str())) {
                throw UsageError{
                    msg("masking policy '{}': unknown key '{}'", m_name, std::string{key.str()})};
            }
        }
        return policy;
    }

private:
    [[nodiscard]] std::set<std::string, std::less<>> names(std::string_view key)
    {
        std::set<std::string, std::less<>> list = words(key);
        for (const std::string& column : list) {
            if (!m_columns.insert(column).second) {
                throw UsageError{
                    msg("masking policy '{}': '{}' stands in two lists", m_name, column)};
            }
        }
        return list;
    }

    /// Of columns that stand in one of the lists above, too: a misspelt one would be left as it is.
    [[nodiscard]] std::set<std::string, std::less<>> listed_columns(std::string_view key) const
    {
        std::set<std::string, std::less<>> list = words(key);
        for (const std::string& column : list) {
            if (!m_columns.contains(column) &&
                !m_columns.contains(column.substr(column.find('.') + 1))) {
                const std::vector<std::string> known(m_columns.begin(), m_columns.end());
                throw UsageError{
                    with_suggestion(msg("masking policy '{}': '{}' of '{}' is no column "
                                        "of 'pseudonym', 'band' or 'keep'",
                                        m_name, column, std::string{key}),
                                    column, known)};
            }
        }
        return list;
    }

    /// The texts of a list, each once.
    [[nodiscard]] std::set<std::string, std::less<>> words(std::string_view key) const
    {
        std::set<std::string, std::less<>> list;
        const toml::node* node = m_table.get(key);
        if (node == nullptr) {
            return list;
        }
        const toml::array* array = node->as_array();
        if (array == nullptr) {
            throw UsageError{
                msg("masking policy '{}': '{}' must be a list of texts", m_name, std::string{key})};
        }
        for (const toml::node& item : *array) {
            const auto word = item.value<std::string>();
            if (!word || word->empty() || !list.insert(*word).second) {
                throw UsageError{
                    msg("masking policy '{}': '{}' holds what is no text, or one twice", m_name,
                        std::string{key})};
            }
        }
        return list;
    }

    [[nodiscard]] std::size_t least_rows() const
    {
        const toml::node* node = m_table.get("least_rows");
        const auto rows = node == nullptr      ? std::optional{std::int64_t{1}}
                          : node->is_integer() ? node->value<std::int64_t>()
                                               : std::nullopt;
        if (!rows || *rows < 1) {
            throw UsageError{msg("masking policy '{}': 'least_rows' is a number of rows", m_name)};
        }
        return static_cast<std::size_t>(*rows);
    }

    [[nodiscard]] double length(std::string_view key) const
    {
        const double metres = m_table[key].value_or(0.0);
        if (!(metres > 0.0 && metres < 1e7)) {
            throw UsageError{msg("masking policy '{}': '{}' must be a length in metres", m_name,
                                 std::string{key})};
        }
        return metres;
    }

    std::string m_name;
    toml::table m_table;
    std::set<std::string, std::less<>> m_columns;
    std::set<std::string, std::less<>> m_known{"pseudonym", "band",      "keep", "shapes",
                                               "cell_m",    "shift_m",   "rare", "open",
                                               "no_names",  "least_rows"};
};

[[nodiscard]] bool listed(const std::set<std::string, std::less<>>& list, std::string_view table,
                          std::string_view column)
{
    return list.contains(column) || list.contains(fmt::format("{}.{}", table, column));
}

} // namespace

MaskShapes mask_shapes(std::string_view name)
{
    for (const auto& [word, shapes] : k_shapes) {
        if (word == name) {
            return shapes;
        }
    }
    throw UsageError{msg("shapes can be masked by drop, generalise, shift or keep, not by '{}'",
                         std::string{name})};
}

MaskColumn MaskPolicy::of(std::string_view table, std::string_view column) const
{
    const std::string full = fmt::format("{}.{}", table, column);
    for (const std::string_view name : {std::string_view{full}, column}) {
        if (pseudonym.contains(name)) {
            return MaskColumn::pseudonym;
        }
        if (band.contains(name)) {
            return MaskColumn::band;
        }
        if (keep.contains(name)) {
            return MaskColumn::keep;
        }
    }
    return MaskColumn::leave_out;
}

bool MaskPolicy::drops_rare(std::string_view table, std::string_view column) const
{
    return least_rows > 1 && listed(rare, table, column);
}

bool MaskPolicy::is_open(std::string_view table, std::string_view column) const
{
    return listed(open, table, column);
}

MaskPolicy read_mask_policy(std::string_view toml, const std::string& name)
{
    return Reader{toml, name}.read();
}

std::string_view shipped_mask_policy()
{
    return embedded::mask_policies().front().bytes;
}

} // namespace tenglong
