#include "core/reclaim/measure_sums.hpp"

#include <map>
#include <tuple>
#include <utility>

namespace tenglong {

namespace {

using Key = std::tuple<MeasureLevel, bool, std::string, SubjectKind, std::uint16_t>;
using Sums = std::map<Key, MeasureSums>;

/// Facts of subjects of one kind by name.
class Subjects {
public:
    explicit Subjects(const FactTable& facts) : m_facts{facts} {}

    [[nodiscard]] std::optional<double> number(std::string_view fact, std::size_t row) const
    {
        return m_facts.number(m_facts.id(fact), row);
    }
    /// Empty where there is no such fact.
    [[nodiscard]] std::string text(std::string_view fact, std::size_t row) const
    {
        const auto id = m_facts.catalogue().find(m_facts.subject(), fact);
        return id ? m_facts.text(*id, row).value_or("") : "";
    }

private:
    const FactTable& m_facts;
};

/// What one subject adds.
struct Term {
    std::optional<double> area_m2;
    std::optional<double> land_m2;
    std::optional<double> energy_used_tce;
    std::optional<double> energy_tce;
    std::optional<double> carbon_t;
    std::string basis;
};

void add_term(MeasureSums& sum, const Term& term)
{
    ++sum.subjects;
    sum.area_m2.add(term.area_m2);
    sum.land_m2.add(term.land_m2);
    sum.energy_used_tce.add(term.energy_used_tce);
    sum.energy_tce.add(term.energy_tce);
    sum.carbon_t.add(term.carbon_t);
    sum.no_land += term.land_m2 ? 0U : 1U;
    sum.no_energy += term.energy_tce ? 0U : 1U;
    sum.stated += term.basis == "stated" ? 1U : 0U;
    sum.equivalent += term.basis == "equivalent" ? 1U : 0U;
    sum.calorific += term.basis == "calorific" ? 1U : 0U;
    sum.mixed += term.basis == "mixed" ? 1U : 0U;
}

/// Adds one subject to all regions in which it lies.
void add_subject(Sums& sums, const Subjects& facts, std::size_t row, SubjectKind subject,
                 std::uint16_t measure, const Term& term)
{
    const auto add = [&](MeasureLevel level, std::string name) {
        MeasureSums& sum = sums[{level, name.empty(), name, subject, measure}];
        sum.level = level;
        sum.name = std::move(name);
        sum.subject = subject;
        sum.measure = measure;
        add_term(sum, term);
    };
    add(MeasureLevel::all, {});
    // Enterprises know their town; no county is told of them.
    if (subject == SubjectKind::parcel) {
        add(MeasureLevel::county, facts.text("county", row));
    }
    add(MeasureLevel::town, facts.text("town", row));
}

void add_parcels(const MeasureSumsInput& input, Sums& sums)
{
    const Subjects facts{*input.parcels};
    for (std::size_t row = 0; row < input.freed->rows(); ++row) {
        const std::uint16_t leading = input.measures->leading_measure(row);
        if (leading == k_no_measure && !input.measures->open(row)) {
            continue;
        }
        const FreedAmounts& freed = input.freed->parcels[row];
        add_subject(sums, facts, row, SubjectKind::parcel, leading,
                    {facts.number("area_m2", row), freed.land_m2, facts.number("energy_tce", row),
                     freed.energy_tce, freed.carbon_t, facts.text("energy_basis", row)});
    }
}

void add_enterprises(const MeasureSumsInput& input, Sums& sums)
{
    const Subjects facts{*input.enterprises};
    const Measures& measures = *input.enterprise_measures;
    const auto factor = input.freed->carbon_per_tce;
    for (std::size_t row = 0; row < measures.rows(); ++row) {
        const std::uint16_t leading = measures.leading_measure(row);
        if (leading == k_no_measure && !measures.open(row)) {
            continue;
        }
        const auto land = facts.number("land_used_mu", row);
        const auto energy = input.treatment->energy_tce[row];
        const auto times = [](const std::optional<double>& a, const std::optional<double>& b) {
            return a && b ? std::optional{*a * *b} : std::nullopt;
        };
        const auto used = times(land, std::optional{2000.0 / 3.0});
        add_subject(sums, facts, row, SubjectKind::enterprise, leading,
                    {used, input.treatment->of_enterprise_m2[row], facts.number("energy_tce", row),
                     energy, times(energy, factor), facts.text("energy_basis", row)});
    }
}

} // namespace

std::vector<MeasureSums> sum_by_measure(const MeasureSumsInput& input)
{
    Sums sums;
    add_parcels(input, sums);
    if (input.enterprises != nullptr && input.enterprise_measures != nullptr &&
        input.treatment != nullptr) {
        add_enterprises(input, sums);
    }
    // Where nobody names a county, its level would say again what all say.
    bool counties = false;
    for (const auto& [key, sum] : sums) {
        counties = counties || (sum.level == MeasureLevel::county && !sum.name.empty());
    }
    std::vector<MeasureSums> all;
    for (auto& [key, sum] : sums) {
        if (sum.level != MeasureLevel::county || counties) {
            all.push_back(std::move(sum));
        }
    }
    return all;
}

} // namespace tenglong
