#include "core/policy/builder.hpp"

#include "core/base/text.hpp"

#include <charconv>

namespace tenglong {

/// A figure by reference ("fig.ratio") or in place ("1.2").
UsedFigure ProfileBuilder::used_figure(const Section& section, std::string_view key) const
{
    UsedFigure used;
    used.citation = section.citation();
    const std::string written = section.text(key);
    if (!written.starts_with("fig.")) {
        const auto quantity = Quantity::parse(written);
        if (!quantity) {
            section.mistake(key, msg("'{}' is not a figure", written));
        }
        used.value = quantity.value_or(Quantity{});
        return used;
    }
    used.figure = written.substr(4);
    const Figure* figure = m_profile->figure(used.figure);
    const Quantity* quantity = figure == nullptr ? nullptr : std::get_if<Quantity>(&figure->value);
    if (quantity == nullptr) {
        section.mistake(key, figure == nullptr ? msg("no figure is named '{}'", used.figure)
                                               : msg("'{}' is not a number", used.figure));
        return used;
    }
    used.value = *quantity;
    used.set = figure->set;
    used.citation = figure->citation;
    return used;
}

void ProfileBuilder::read_balance()
{
    static const std::vector<std::string> modes{"stock", "inside_line", "swap"};
    static const std::vector<std::string> settlements{"compensation_first", "yearly", "at_end"};
    static const std::vector<std::string> scopes{"each_region", "all_regions"};
    static const std::vector<std::string> areas{"", "registered", "plane", "ellipsoid"};
    const RawItem item = m_raw.section("balance");
    if (item.table == nullptr) {
        return;
    }
    const Section section = open(item, "balance");
    Balance balance;
    balance.mode = static_cast<BalanceMode>(section.word("mode", modes));
    balance.ratio = used_figure(section, "ratio");
    balance.settlement = static_cast<Settlement>(section.word("settlement", settlements));
    balance.scope = static_cast<BalanceScope>(section.word("scope", scopes));
    balance.stays_industrial = section.yes_no("stays_industrial", false);
    balance.total_not_less = section.yes_no("total_not_less", false);
    balance.carry_over = section.yes_no("carry_over", true);
    balance.contiguous = section.yes_no("contiguous", false);
    const auto optional_figure = [&](std::string_view key) {
        return section.has(key) ? std::optional{used_figure(section, key)} : std::nullopt;
    };
    balance.floor = optional_figure("floor");
    balance.least_area = optional_figure("least_area");
    balance.least_width = optional_figure("least_width");
    balance.keep_off = section.texts("keep_off");
    balance.permitted = section.texts("permitted");
    balance.from_parcels = section.yes_no("from_parcels", false);
    balance.area = areas[section.word("area", areas)];
    balance.citation = cite(section);
    balance.remark = section.label("remark_");
    m_profile->balance = std::move(balance);
}

void ProfileBuilder::read_goals(const Section& section, Target& target)
{
    const toml::table* goals = section.table()["goals"].as_table();
    if (goals == nullptr) {
        return;
    }
    for (const auto& [key, value] : *goals) {
        const std::string year{key.str()};
        const auto goal = value.value<double>();
        if (year.size() != 4 || !is_ascii_digits(year) || !goal) {
            section.mistake(value, msg("a goal is written as year = number, e.g. 2023 = 30"));
            continue;
        }
        target.goals.emplace(std::stoi(year), *goal);
    }
}

void ProfileBuilder::read_target(const RawItem& item)
{
    static const std::vector<std::string> directions{"at_least", "at_most", "keep"};
    const Section section = open(item, "targets");
    Target target;
    target.id = item.name;
    target.label = section.label();
    target.category = section.label("category_");
    target.unit = section.unit("unit");
    target.fact = section.text("fact");
    target.direction = static_cast<TargetDirection>(section.word("direction", directions));
    target.cumulative = section.yes_no("cumulative", false);
    target.yearly = section.yes_no("yearly", false);
    target.base_text = section.label("base_");
    target.citation = cite(section);
    target.lead = section.label("lead_");
    target.remark = section.label("remark_");
    const auto year = section.number("base_year");
    const auto base = section.number("base");
    if (year && base) {
        target.base = std::pair{static_cast<int>(*year), *base};
    }
    read_goals(section, target);
    const auto& catalogue = *m_profile->catalogue;
    const auto fact = catalogue.find(SubjectKind::region, target.fact);
    if (!target.fact.empty() && !fact) {
        section.mistake("fact", with_suggestion(msg("no {} fact is named '{}'",
                                                    label_of(SubjectKind::region), target.fact),
                                                target.fact, catalogue.names(SubjectKind::region)));
    } else if (fact && catalogue[*fact].unit.dimension() != target.unit.dimension()) {
        section.mistake("unit", msg("the two values have units that do not fit: '{}' and '{}'",
                                    catalogue[*fact].unit.key(), target.unit.key()));
    }
    m_profile->targets.push_back(std::move(target));
}

void ProfileBuilder::read_targets()
{
    for (const RawItem& item : m_raw.items("targets")) {
        read_target(item);
    }
}

} // namespace tenglong
