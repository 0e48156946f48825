#include "core/mask/mask_policy.hpp"

#include "core/base/error.hpp"
#include "embedded/mask_policies.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <array>
#include <utility>

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
        policy.rare = words("rare");
        policy.open = words("open");
        policy.no_names = words("no_names");
        const std::int64_t least = m_table["least_rows"].value_or(std::int64_t{1});
        if (least < 1) {
            throw UsageError{msg("masking policy '{}': 'least_rows' is a number of rows", m_name)};
        }
        policy.least_rows = static_cast<std::size_t>(least);
        if (const auto word = m_table["shapes"].value<std::string>()) {
            policy.shapes = mask_shapes(*word);
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
        std::set<std::string, std::less<>> list;
        if (const toml::array* array = m_table[key].as_array()) {
            for (const toml::node& node : *array) {
                const std::string column = node.value_or<std::string>("");
                if (column.empty() || !m_columns.insert(column).second) {
                    throw UsageError{msg("masking policy '{}': '{}' stands in two lists, or is no "
                                         "name of a column",
                                         m_name, column)};
                }
                list.insert(column);
            }
        }
        return list;
    }

    /// Of columns that stand in another list, too.
    [[nodiscard]] std::set<std::string, std::less<>> words(std::string_view key)
    {
        std::set<std::string, std::less<>> list;
        if (const toml::array* array = m_table[key].as_array()) {
            for (const toml::node& node : *array) {
                list.insert(node.value_or<std::string>(""));
            }
        }
        return list;
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
