#include "core/supply/supply.hpp"

#include <algorithm>

namespace tenglong {

namespace {

using Amount = std::optional<double>;

void add(ResultColumn& column, const Amount& value)
{
    if (value) {
        column.add_number(*value);
    } else {
        column.add_missing();
    }
}

void add_count(ResultTable& table, std::string_view name, std::size_t count)
{
    table[name].add_integer(static_cast<std::int64_t>(count));
}

[[nodiscard]] double in_mu(const ExactSum& area_m2)
{
    return to_mu(SquareMetres{area_m2.value()}).value();
}

[[nodiscard]] std::string_view word_of(SupplyLevel level)
{
    switch (level) {
    case SupplyLevel::all:
        return "all";
    case SupplyLevel::county:
        return "county";
    case SupplyLevel::town:
        break;
    }
    return "town";
}

/// What a row lacks, as a sentence; empty if nothing.
[[nodiscard]] Text lack_of(const SupplySums& sums)
{
    if (!sums.year) {
        return msg("the year of supply is missing, so that they count in no year");
    }
    if (sums.no_area > 0) {
        return msg("of {} plots the area is missing", sums.no_area);
    }
    if (sums.no_use > 0) {
        return msg("of {} plots the land use is missing", sums.no_use);
    }
    if (sums.no_new > 0) {
        return msg("of {} industrial plots it is not known whether they are new land", sums.no_new);
    }
    return {};
}

void add_row(ResultTable& table, const SupplySums& sums, Lang lang)
{
    table["level"].add_text(word_of(sums.level));
    if (!sums.name.empty()) {
        table["name"].add_text(sums.name);
    } else if (sums.level != SupplyLevel::all) {
        table["name"].add_text(Text{"（其他）", "(elsewhere)"}.in(lang));
    }
    if (sums.year) {
        table["year"].add_integer(*sums.year);
    }
    add_count(table, "plots", sums.plots);
    add(table["supplied_m2"], sums.supplied_m2.value());
    add(table["supplied_mu"], in_mu(sums.supplied_m2));
    add(table["industrial_mu"], in_mu(sums.industrial_m2));
    add(table["industrial_new_mu"], in_mu(sums.new_m2));
    add(table["standard_mu"], in_mu(sums.standard_m2));
    add(table["industrial_share"], sums.industrial_share());
    add(table["new_share"], sums.new_share());
    add(table["standard_land_share"], sums.standard_share());
    add(table["new_supply_plot_ratio"], sums.plot_ratio());
    add(table["new_in_line_share"], sums.in_line_share());
    add_count(table, "no_area", sums.no_area);
    add_count(table, "no_use", sums.no_use);
    add_count(table, "no_new", sums.no_new);
    add_count(table, "no_standard", sums.no_standard);
    add_count(table, "no_plot_ratio", sums.no_plot_ratio);
    if (const Text lack = lack_of(sums); !lack.zh.empty()) {
        table["remark"].add_text(lack.in(lang));
    }
    table.complete();
}

/// Writes facts of one region where they are not stated.
class Writer {
public:
    Writer(FactTable& regions, std::size_t row, Text how)
        : m_regions{regions}, m_row{row}, m_how{std::move(how)}
    {}

    void put(std::string_view fact, const Amount& value, const Text& why_not)
    {
        FactColumn& column = m_regions.column(fact);
        if (column.present(m_row)) {
            return;
        }
        if (value) {
            column.set_number(m_row, *value, column.add({true, SourceId::none, m_how}));
        } else {
            column.set_missing(m_row, column.add({false, SourceId::none, why_not}));
        }
    }

private:
    FactTable& m_regions;
    std::size_t m_row;
    Text m_how;
};

/// How many supplied plots of a region have no year.
[[nodiscard]] std::size_t undated(std::span<const SupplySums> sums, SupplyLevel level,
                                  std::string_view name)
{
    const auto found = std::find_if(sums.begin(), sums.end(), [&](const SupplySums& each) {
        return each.level == level && each.name == name && !each.year;
    });
    return found == sums.end() ? 0 : found->plots;
}

void put_all(const SupplySums& of, Writer& writer)
{
    const Text lack = lack_of(of);
    const auto known = [](bool all, double value) { return all ? Amount{value} : std::nullopt; };
    const Text nothing = msg("nothing was supplied that it could be a share of");
    const Text why = lack.zh.empty() ? nothing : lack;
    const auto because = [&](std::size_t count, const Text& text) {
        return lack.zh.empty() && count > 0 ? text : why;
    };
    writer.put("supplied_mu", known(of.no_area == 0, in_mu(of.supplied_m2)), lack);
    writer.put("supplied_industrial_mu", known(of.uses_known(), in_mu(of.industrial_m2)), lack);
    writer.put("supplied_industrial_new_mu", known(of.new_known(), in_mu(of.new_m2)), lack);
    writer.put("industrial_supply_share", of.industrial_share(), why);
    writer.put("standard_land_share", of.standard_share(),
               because(of.no_standard,
                       msg("of {} new industrial plots it is not known whether they are standard "
                           "land",
                           of.no_standard)));
    writer.put(
        "new_supply_plot_ratio", of.plot_ratio(),
        because(of.no_plot_ratio, msg("of {} new industrial plots the agreed plot ratio is missing",
                                      of.no_plot_ratio)));
    writer.put(
        "new_in_line_share", of.in_line_share(),
        because(of.no_line,
                msg("of {} new industrial plots it is not known whether they lie in the line",
                    of.no_line)));
}

} // namespace

void fill_supply(ResultTable& table, std::span<const SupplySums> sums, Lang lang)
{
    for (const SupplySums& each : sums) {
        add_row(table, each, lang);
    }
    table.complete();
}

void write_supply_facts(std::span<const SupplySums> sums, SupplyLevel level, std::string_view name,
                        int year, std::size_t row, FactTable& regions)
{
    SupplySums of; // a year in which nothing was supplied
    of.year = year;
    bool any = false;
    for (const SupplySums& each : sums) {
        if (each.level == level && each.name == name && each.year) {
            any = true;
            of = each.year == year ? each : of;
        }
    }
    if (!any) {
        return;
    }
    const std::size_t without = undated(sums, level, name);
    const Text how =
        without == 0
            ? msg("of the plots supplied in {}", year)
            : msg("of the plots supplied in {}; of {} others the year is missing", year, without);
    Writer writer{regions, row, how};
    put_all(of, writer);
}

} // namespace tenglong
