#include "core/mask/mask.hpp"

#include "core/mask/hmac.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace tenglong {

namespace {

[[nodiscard]] ColumnSpec masked_spec(const ColumnSpec& spec, MaskColumn how)
{
    ColumnSpec masked = spec;
    masked.total = {};
    if (how == MaskColumn::pseudonym) {
        masked.type = ColumnType::code;
        masked.words = nullptr;
    } else if (how == MaskColumn::band) {
        masked.type = ColumnType::text;
        masked.label = spec.heading();
    }
    return masked;
}

/// Each code of a cell by itself, so that it is the same name everywhere.
[[nodiscard]] std::string pseudonyms(const ResultColumn& column, std::size_t row,
                                     const MaskPolicy& policy, std::string_view key)
{
    if (!column.spec().many) {
        const std::string_view text = column.text(row);
        return text.empty() || policy.no_names.contains(text) ? std::string{text}
                                                              : pseudonym(key, text);
    }
    std::string all;
    for (const std::string_view code : column.codes(row)) {
        all += all.empty() ? "" : std::string(1, k_code_separator);
        all += pseudonym(key, code);
    }
    return all;
}

void add_kept(ResultColumn& to, const ResultColumn& from, std::size_t row)
{
    switch (from.spec().type) {
    case ColumnType::number:
        to.add_number(from.number(row));
        break;
    case ColumnType::integer:
        to.add_integer(from.integer(row));
        break;
    case ColumnType::date:
        to.add_date(from.date(row));
        break;
    case ColumnType::yes_no:
        to.add_yes_no(from.yes_no(row));
        break;
    default:
        to.add_text(from.text(row));
    }
}

void add_masked(ResultColumn& to, const ResultColumn& from, std::size_t row,
                const MaskPolicy& policy, MaskColumn how, std::string_view key)
{
    const ColumnType type = from.spec().type;
    const bool is_figure = type == ColumnType::number || type == ColumnType::integer;
    const bool present = from.present(row);
    if (present && how == MaskColumn::keep) {
        add_kept(to, from, row);
    } else if (present && how == MaskColumn::band && is_figure) {
        to.add_text(band_of(from.figure(row)));
    } else if (present && how == MaskColumn::pseudonym && from.spec().is_textual()) {
        to.add_text(pseudonyms(from, row, policy, key));
    } else {
        to.add_missing(); // or a policy that would band a name, or name a figure
    }
}

/// Every text in the columns that are wanted, by table and name; of a column of many, each code.
void for_each_text(std::span<const ResultTable* const> tables,
                   const std::function<bool(std::string_view, std::string_view)>& wanted,
                   const std::function<void(std::string_view)>& take)
{
    for (const ResultTable* table : tables) {
        for (const ResultColumn& column : table->columns()) {
            const ColumnSpec& spec = column.spec();
            if (!spec.is_textual() || !wanted(table->id(), spec.name)) {
                continue;
            }
            for (std::size_t row = 0; row < column.size(); ++row) {
                if (!column.present(row)) {
                    continue;
                }
                for (const auto& text :
                     spec.many ? column.codes(row) : std::vector{column.text(row)}) {
                    take(text);
                }
            }
        }
    }
}

/// The next smaller or equal, and the next larger, of 1, 2, 5, 10, 20, 50 ...
struct Band {
    double low;
    double high;
};

[[nodiscard]] Band band_about(double size)
{
    const double decade = std::pow(10.0, std::floor(std::log10(size)));
    constexpr std::array k_steps{0.5, 1.0, 2.0, 5.0, 10.0, 20.0};
    for (std::size_t i = 0; i + 1 < k_steps.size(); ++i) {
        if (size < k_steps[i + 1] * decade) {
            return {k_steps[i] * decade, k_steps[i + 1] * decade};
        }
    }
    return {size, size};
}

/// The column by whose pseudonyms rows are told apart: the key, else the first; null without one.
[[nodiscard]] const ResultColumn* leading_pseudonym(const ResultTable& table,
                                                    const MaskPolicy& policy)
{
    const ResultColumn* first = nullptr;
    for (const ResultColumn& column : table.columns()) {
        const std::string& name = column.spec().name;
        if (column.spec().is_textual() && policy.of(table.id(), name) == MaskColumn::pseudonym) {
            first = first == nullptr || name == table.key() ? &column : first;
        }
    }
    return first;
}

/// A textual column with a star for each value that fewer than `least` rows have.
[[nodiscard]] ResultColumn without_rare(const ResultColumn& column, std::size_t least)
{
    if (!column.spec().is_textual()) {
        return column;
    }
    std::unordered_map<std::string_view, std::size_t> counts;
    for (std::size_t row = 0; row < column.size(); ++row) {
        counts[column.present(row) ? column.text(row) : std::string_view{}] += 1;
    }
    ResultColumn result{column.spec()};
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (!column.present(row)) {
            result.add_missing();
        } else {
            const std::string_view text = column.text(row);
            result.add_text(text.empty() || counts[text] >= least ? text : k_rare);
        }
    }
    return result;
}

} // namespace

std::vector<std::uint32_t> masked_order(const ResultTable& table, const MaskPolicy& policy,
                                        std::string_view key)
{
    std::vector<std::uint32_t> order(table.rows());
    std::iota(order.begin(), order.end(), 0U);
    const ResultColumn* leading = leading_pseudonym(table, policy);
    if (leading == nullptr) {
        return order;
    }
    std::vector<std::string> names;
    names.reserve(order.size());
    for (const std::uint32_t row : order) {
        // A row without a name, too, must not tell its place.
        names.push_back(pseudonym(key, leading->present(row) ? std::string{leading->text(row)}
                                                             : fmt::format("row {}", row)));
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return names[a] < names[b]; });
    return order;
}

std::string pseudonym(std::string_view key, std::string_view text)
{
    // No letters that are taken for digits; 32 of them are five bits each.
    constexpr std::string_view k_letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    const Digest digest = hmac_sha256(key, text);
    std::string name = "M-";
    for (std::size_t i = 0; i < 10; ++i) {
        name += k_letters[digest[i] % k_letters.size()];
    }
    return name;
}

std::string band_of(double value)
{
    if (value == 0.0) {
        return "0";
    }
    const auto [low, high] = band_about(std::abs(value));
    const auto shown = [](double edge) {
        return edge >= 1.0 ? fmt::format("{:.0f}", edge) : fmt::format("{:.10g}", edge);
    };
    return value > 0.0 ? shown(low) + "–" + shown(high) : "-" + shown(high) + "–-" + shown(low);
}

ResultTable masked(const ResultTable& table, const MaskPolicy& policy, std::string_view key)
{
    TableSpec spec{.id = table.id(), .title = table.title(), .note = table.note()};
    spec.shape = policy.shapes == MaskShapes::drop ? ShapeKind::none : table.shape();
    std::vector<const ResultColumn*> sources;
    for (const ResultColumn& column : table.columns()) {
        const ColumnSpec& each = column.spec();
        const MaskColumn how = policy.of(table.id(), each.name);
        if (how == MaskColumn::leave_out) {
            continue;
        }
        spec.columns.push_back(masked_spec(each, how));
        sources.push_back(&column);
        spec.key = each.name == table.key() ? each.name : spec.key;
        spec.colour_by =
            each.name == table.colour_by() && how == MaskColumn::keep ? each.name : spec.colour_by;
    }
    ResultTable result{std::move(spec)};
    const std::vector<std::uint32_t> order = masked_order(table, policy, key);
    const bool of_subjects = leading_pseudonym(table, policy) != nullptr;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const std::string& name = sources[i]->spec().name;
        ResultColumn column{result.columns()[i].spec()};
        for (const std::uint32_t row : order) {
            add_masked(column, *sources[i], row, policy, policy.of(table.id(), name), key);
        }
        result.columns()[i] = of_subjects && policy.drops_rare(table.id(), name)
                                  ? without_rare(column, policy.least_rows)
                                  : std::move(column);
    }
    return result;
}

std::set<std::string, std::less<>> secrets_of(std::span<const ResultTable* const> tables,
                                              const MaskPolicy& policy)
{
    constexpr std::size_t k_least = 6;
    std::set<std::string, std::less<>> secrets;
    const auto add = [&](std::string_view text) {
        if (text.size() >= k_least && !policy.no_names.contains(text)) {
            secrets.emplace(text);
        }
    };
    // Rules are about parks too, by their names, and a unit may be one park. Those are no secret
    // where they are shown, unless another column has them: a park may be called like the
    // enterprise that made it.
    const auto is_subject = [](std::string_view table, std::string_view column) {
        return column == "subject_code" || column == "unit" ||
               (table == "units" && column == "name");
    };
    const auto replaced = [&](std::string_view table, std::string_view column) {
        return policy.of(table, column) == MaskColumn::pseudonym && !is_subject(table, column);
    };
    const auto subject = [&](std::string_view table, std::string_view column) {
        return policy.of(table, column) == MaskColumn::pseudonym && is_subject(table, column);
    };
    const auto park = [&](std::string_view table, std::string_view column) {
        return table == "parks" && column == "name" && policy.of(table, column) == MaskColumn::keep;
    };
    std::set<std::string, std::less<>> parks;
    for_each_text(tables, park, [&](std::string_view text) { parks.emplace(text); });
    for_each_text(tables, subject, [&](std::string_view text) {
        if (!parks.contains(text)) {
            add(text);
        }
    });
    for_each_text(tables, replaced, add);
    const auto open = [&](std::string_view table, std::string_view column) {
        return policy.of(table, column) == MaskColumn::keep && policy.is_open(table, column);
    };
    for_each_text(tables, open, [&](std::string_view text) {
        if (const auto known = secrets.find(text); known != secrets.end()) {
            secrets.erase(known); // e.g. a holder that is called like its town
        }
    });
    return secrets;
}

} // namespace tenglong
