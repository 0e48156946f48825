#include "core/evaluate/parks.hpp"

#include "core/base/exact_sum.hpp"
#include "core/evaluate/scheme_inputs.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <string>
#include <string_view>

namespace tenglong {

namespace {

/// What the parcels and enterprises of one park come to.
struct ParkSums {
    std::size_t parcels = 0;
    ExactSum area_mu;
    ExactSum supplied_mu;
    ExactSum built_mu;
    std::size_t supply_unknown = 0;
    std::size_t built_unknown = 0;
    std::map<std::string_view, SumRatio> ratios;
    std::size_t enterprises = 0;
    std::size_t manufacturers = 0;
    std::size_t kind_unknown = 0;
    SumRatio manufacturing_land;
};

struct ParkRatio {
    std::string_view fact;
    std::string_view above;
    std::string_view below;
};

constexpr std::array<ParkRatio, 5> k_ratios{{
    {"tax_per_mu", "tax_wan", "area_mu"},
    {"value_added_per_mu", "value_added_wan", "area_mu"},
    {"energy_per_value", "energy_tce", "value_added_wan"},
    {"productivity", "value_added_wan", "staff"},
    {"rd_share", "rd_wan", "revenue_wan"},
}};

/// The facts of one table by name.
class Named {
public:
    explicit Named(const FactTable& facts) : m_facts{facts} {}

    [[nodiscard]] std::optional<double> number(std::string_view fact, std::size_t row) const
    {
        const FactColumn* column = m_facts.find(fact);
        return column != nullptr && column->present(row) ? std::optional{column->numbers()[row]}
                                                         : std::nullopt;
    }
    [[nodiscard]] std::optional<bool> yes_no(std::string_view fact, std::size_t row) const
    {
        const FactColumn* column = m_facts.find(fact);
        return column != nullptr && column->present(row) ? std::optional{column->bytes()[row] != 0}
                                                         : std::nullopt;
    }
    [[nodiscard]] std::optional<std::string> text(std::string_view fact, std::size_t row) const
    {
        return m_facts.text(m_facts.id(fact), row);
    }

private:
    const FactTable& m_facts;
};

/// A building on it or a completion says yes; a stated no of both says no.
[[nodiscard]] std::optional<bool> is_built(const Named& parcels, std::size_t row)
{
    const auto count = parcels.number("building_count", row);
    const auto completed = parcels.yes_no("completed", row);
    if ((count && *count > 0.0) || completed == true) {
        return true;
    }
    return count || completed ? std::optional{false} : std::nullopt;
}

using SumsByName = std::map<std::string, ParkSums>;

void add_parcels(const FactTable& table, SumsByName& sums)
{
    const Named parcels{table};
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto park = parcels.text("park", row);
        const auto found = park ? sums.find(*park) : sums.end();
        if (found == sums.end()) {
            continue;
        }
        ParkSums& sum = found->second;
        ++sum.parcels;
        const auto area = parcels.number("area_mu", row);
        sum.area_mu.add(area);
        const auto supplied = parcels.yes_no("supplied", row);
        const auto built = is_built(parcels, row);
        sum.supply_unknown += supplied && area ? 0U : 1U;
        sum.built_unknown += built && area ? 0U : 1U;
        if (supplied == true) {
            sum.supplied_mu.add(area);
        }
        if (built == true) {
            sum.built_mu.add(area);
        }
        for (const ParkRatio& ratio : k_ratios) {
            sum.ratios[ratio.fact].add(parcels.number(ratio.above, row),
                                       parcels.number(ratio.below, row));
        }
    }
}

void add_enterprises(const FactTable& table, SumsByName& sums)
{
    const Named enterprises{table};
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto park = enterprises.text("park", row);
        const auto found = park ? sums.find(*park) : sums.end();
        if (found == sums.end()) {
            continue;
        }
        ParkSums& sum = found->second;
        ++sum.enterprises;
        const auto makes = enterprises.yes_no("is_manufacturing", row);
        const auto land = enterprises.number("land_used_mu", row);
        sum.kind_unknown += makes ? 0U : 1U;
        sum.manufacturers += makes == true ? 1U : 0U;
        if (makes && land) {
            sum.manufacturing_land.add(*makes ? *land : 0.0, *land);
        }
    }
}

/// Writes the facts of one park where they are not stated.
class Writer {
public:
    Writer(FactTable& parks, std::size_t row) : m_parks{parks}, m_row{row} {}

    void put(std::string_view fact, const std::optional<double>& value, const Text& why_not)
    {
        FactColumn& column = m_parks.column(fact);
        if (column.present(m_row)) {
            return;
        }
        if (value) {
            const Text& how = m_parks.catalogue()[m_parks.id(fact)].how;
            column.set_number(m_row, *value, column.add({true, SourceId::none, how}));
        } else {
            column.set_missing(m_row, column.add({false, SourceId::none, why_not}));
        }
    }

private:
    FactTable& m_parks;
    std::size_t m_row;
};

[[nodiscard]] std::optional<double> share(double part, double whole)
{
    return whole > 0.0 ? std::optional{part / whole} : std::nullopt;
}

void write_one(const ParkSums& sum, std::size_t row, FactTable& parks)
{
    const Text none = msg("no parcel of the park has the figures");
    const auto area = parks.number(parks.id("area_mu"), row);
    Writer writer{parks, row};
    writer.put("parcel_count", static_cast<double>(sum.parcels), none);
    writer.put("parcel_area_mu", sum.parcels == 0 ? std::optional{0.0} : sum.area_mu.known(), none);
    writer.put("supplied_share",
               sum.supply_unknown == 0 ? share(sum.supplied_mu.value(), sum.area_mu.value())
                                       : std::nullopt,
               msg("of {} parcels it is not known whether they are supplied", sum.supply_unknown));
    const Text no_outline = msg("the area of the park is missing");
    writer.put(
        "developed_share",
        sum.built_unknown == 0 && area ? share(sum.built_mu.value(), *area) : std::nullopt,
        area ? msg("of {} parcels it is not known whether they are built on", sum.built_unknown)
             : no_outline);
    for (const ParkRatio& ratio : k_ratios) {
        const auto found = sum.ratios.find(ratio.fact);
        writer.put(ratio.fact, found == sum.ratios.end() ? std::nullopt : found->second.value(),
                   none);
    }
    const Text no_enterprise = msg("no enterprise names the park");
    if (sum.enterprises == 0) {
        writer.put("enterprise_count", std::nullopt, no_enterprise);
    } else {
        writer.put("enterprise_count", static_cast<double>(sum.enterprises), none);
    }
    const bool told = sum.enterprises > 0 && sum.kind_unknown == 0;
    const Text no_kind = sum.enterprises == 0
                             ? no_enterprise
                             : msg("of {} enterprises the industry is missing", sum.kind_unknown);
    writer.put(
        "manufacturing_count_share",
        told ? share(static_cast<double>(sum.manufacturers), static_cast<double>(sum.enterprises))
             : std::nullopt,
        no_kind);
    writer.put("manufacturing_area_share", told ? sum.manufacturing_land.value() : std::nullopt,
               told ? msg("no enterprise of the park has its land") : no_kind);
}

/// The scheme for parks: the items that parks have, the others left out.
[[nodiscard]] std::optional<Scheme> park_scheme(const Profile& profile)
{
    const auto found =
        std::find_if(profile.schemes.begin(), profile.schemes.end(), [](const Scheme& each) {
            return each.scope.size != EnterpriseSize::below_scale;
        });
    if (found == profile.schemes.end()) {
        return std::nullopt;
    }
    Scheme scheme = *found;
    const auto is_unknown = [&](const ScoreItem& item) {
        const bool fixed = item.baseline.kind != BaselineKind::ratio_of_sums;
        return !fixed || !profile.catalogue->find(SubjectKind::park, item.fact);
    };
    std::erase_if(scheme.items, is_unknown);
    for (ScoreItem& item : scheme.items) {
        item.missing = MissingRule::drop;
    }
    scheme.overrides.clear();
    scheme.adjustments.clear();
    scheme.industry_groups.clear();
    return scheme.items.empty() ? std::nullopt : std::optional{std::move(scheme)};
}

void write_ranks(FactTable& parks, std::string_view by, const Text& how)
{
    const FactColumn* values = parks.find(by);
    FactColumn& ranks = parks.column("rank");
    const auto ranked = ranks.add({true, SourceId::none, how});
    const auto open = ranks.add({false, SourceId::none, msg("nothing to rank it by")});
    for (std::size_t row = 0; row < parks.rows(); ++row) {
        if (ranks.present(row)) {
            continue;
        }
        if (values == nullptr || !values->present(row)) {
            ranks.set_missing(row, open);
            continue;
        }
        std::size_t better = 0;
        for (std::size_t other = 0; other < parks.rows(); ++other) {
            better += values->present(other) && values->numbers()[other] > values->numbers()[row]
                          ? 1U
                          : 0U;
        }
        ranks.set_number(row, static_cast<double>(better + 1), ranked);
    }
}

} // namespace

void write_park_facts(const FactTable& parcels, const FactTable& enterprises, FactTable& parks)
{
    SumsByName sums;
    const FactId name = parks.id("name");
    for (std::size_t row = 0; row < parks.rows(); ++row) {
        if (const auto named = parks.text(name, row)) {
            sums.try_emplace(*named);
        }
    }
    add_parcels(parcels, sums);
    add_enterprises(enterprises, sums);
    for (std::size_t row = 0; row < parks.rows(); ++row) {
        if (const auto named = parks.text(name, row)) {
            write_one(sums[*named], row, parks);
        }
    }
}

void rank_parks(const Profile& profile, FactTable& parks)
{
    const std::optional<Scheme> scheme = park_scheme(profile);
    if (!scheme) {
        write_ranks(parks, "tax_per_mu", msg("by tax per mu"));
        return;
    }
    std::vector<std::uint32_t> rows(parks.rows());
    std::iota(rows.begin(), rows.end(), 0U);
    const SchemeInputs inputs{*scheme, parks, profile.rules_for(SubjectKind::park), nullptr, rows};
    const ScoreTable scores = score(*scheme, inputs.inputs());
    FactColumn& column = parks.column("score");
    const auto by_scheme = column.add({true, SourceId::none, scheme->label});
    for (const std::uint32_t row : rows) {
        if (scores.subjects[row].total) {
            column.set_number(row, *scores.subjects[row].total, by_scheme);
        }
    }
    write_ranks(parks, "score", msg("by the score of '{}'", scheme->label));
}

} // namespace tenglong
