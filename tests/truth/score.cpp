#include "tests/truth/score.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace tenglong::tools::gen {

namespace {

/// A number of the truth, the fact that must equal it, and by how much it may
/// differ: half of the last digit that the truth has, and what rounding of the
/// sums that it is made of may add.
struct NumberFact {
    std::string_view column;
    std::string_view fact;
    double tolerance;
};
constexpr auto k_numbers = std::to_array<NumberFact>({
    {"area_registered_m2", "area_registered_m2", 0.006},
    {"area_computed_m2", "area_computed_m2", 1e-3},
    {"in_line_m2", "in_line_m2", 0.01},
    {"out_line_m2", "out_line_m2", 0.01},
    {"building_count", "building_count", 0.0},
    {"footprint_m2", "footprint_m2", 0.01},
    {"floor_m2", "floor_m2", 0.05},
    {"plot_ratio", "plot_ratio", 1e-5},
    {"plot_ratio_high_storeys", "plot_ratio_high_storeys", 1e-5},
    {"tax_wan", "tax_wan", 1e-4},
    {"value_added_wan", "value_added_wan", 1e-4},
    {"energy_tce", "energy_tce", 1e-4},
    {"tax_per_mu", "tax_per_mu", 1e-4},
    {"value_added_per_mu", "value_added_per_mu", 1e-4},
    {"energy_per_value", "energy_per_value", 1e-4},
});

constexpr auto k_yes_no = std::to_array<std::string_view>(
    {"is_industrial", "state_owned", "started", "completed", "in_production"});

constexpr auto k_flag_names = std::to_array<std::string_view>(
    {"approved_not_supplied", "supplied_not_used", "used_in_part", "built_not_producing",
     "suspected_idle", "low_plot_ratio", "low_efficiency", "high_consumption", "violation"});

/// Vacant ground is where a circle as wide as the least width can roll, so the
/// four corners of a planted rectangle are lost: (4 - pi) r² by a circle, a
/// little more by its polygon.
[[nodiscard]] bool is_opened(double planted_m2, double found_m2)
{
    constexpr double k_radius_m = 10.0;
    constexpr double k_corners_m2 = (4.0 - 3.14159265358979) * k_radius_m * k_radius_m;
    constexpr double k_arcs_m2 = 2.5;
    const double lost = planted_m2 - found_m2;
    return planted_m2 > 0.0 && lost > k_corners_m2 - 1.0 && lost < k_corners_m2 + k_arcs_m2;
}

class Scorer {
public:
    Scorer(const geo::Survey& survey, const TruthTable& truth)
        : m_facts{*survey.parcel_facts}, m_truth{truth}
    {
        find_told(survey);
    }

    /// Compares verdicts, too.
    void judge_by(const ResultTable& parcels, std::string_view reading)
    {
        m_table = &parcels;
        m_reading = reading;
    }

    [[nodiscard]] Score run()
    {
        const FactId code = m_facts.id("parcel_code");
        std::set<std::size_t> seen;
        for (m_row = 0; m_row < m_facts.rows(); ++m_row) {
            m_code = m_facts.text(code, m_row).value_or("");
            const auto at = m_truth.find(m_code);
            if (!at) {
                continue; // the code was spoilt: its truth is missed below
            }
            m_at = *at;
            seen.insert(m_at);
            compare_numbers();
            compare_works();
            if (m_table != nullptr) {
                compare_vacant();
                compare_stage();
                compare_verdicts();
            }
        }
        for (m_at = 0; m_at < m_truth.rows(); ++m_at) {
            m_code = m_truth.at(m_at, "parcel_code");
            expect("parcel", "there", seen.contains(m_at) ? "there" : "missing");
        }
        return std::move(m_score);
    }

private:
    /// A parcel is told of if an issue names it, if it has no registered area or one rounded by its
    /// source, or if it shares an enterprise with such a parcel: figures are divided over all land
    /// of an enterprise.
    void find_told(const geo::Survey& survey)
    {
        const FactId code = m_facts.id("parcel_code");
        const FactId area = m_facts.id("area_registered_m2");
        std::vector<bool> named;
        for (std::size_t row = 0; row < m_facts.rows(); ++row) {
            const std::string own = m_facts.text(code, row).value_or("");
            const auto names = [&](const Issue& issue) {
                return issue.text.en.find(own) != std::string::npos;
            };
            const auto stated = m_facts.number(area, row);
            named.push_back(!stated || is_rounded(own, *stated) ||
                            std::ranges::any_of(survey.issues, names));
        }
        std::set<std::uint32_t> enterprises;
        for (const Link& link : survey.reg.links) {
            if (named[link.parcel]) {
                enterprises.insert(link.enterprise);
            }
        }
        for (const Link& link : survey.reg.links) {
            named[link.parcel] = named[link.parcel] || enterprises.contains(link.enterprise);
        }
        for (std::size_t row = 0; row < named.size(); ++row) {
            if (named[row]) {
                m_told.insert(m_facts.text(code, row).value_or(""));
            }
        }
    }

    /// A source that states mu gives two decimals; nobody can know what was cut off.
    [[nodiscard]] bool is_rounded(const std::string& code, double stated_m2) const
    {
        constexpr double k_step_m2 = 0.01 * 2000.0 / 3.0;
        const auto at = m_truth.find(code);
        const auto planted = at ? m_truth.number(*at, "area_registered_m2") : std::nullopt;
        const double off = planted ? std::abs(*planted - stated_m2) : 0.0;
        return off > 0.006 && off <= k_step_m2 / 2.0 &&
               std::abs(std::remainder(stated_m2, k_step_m2)) < 1e-3;
    }

    void expect(std::string_view what, const std::string& expected, const std::string& found)
    {
        ++m_score.compared;
        if (expected == found) {
            return;
        }
        const bool told = found == "undecided" || found == "missing" || m_told.contains(m_code);
        const std::string& planted = m_truth.at(m_at, "case");
        m_score.misses.push_back({m_code, planted.empty() ? m_truth.at(m_at, "kind") : planted,
                                  std::string{what}, expected, found, !told});
        ++m_score.by_what[std::string{what}];
    }

    void compare_number(std::string_view column, std::string_view fact, double tolerance)
    {
        const auto expected = m_truth.number(m_at, column);
        const auto found = m_facts.number(m_facts.id(fact), m_row);
        if (expected && found && std::abs(*expected - *found) <= tolerance) {
            ++m_score.compared;
            return;
        }
        const auto word = [](const std::optional<double>& value) {
            return value ? fmt::format("{:.6f}", *value) : std::string{"missing"};
        };
        expect(fact, word(expected), word(found));
    }

    void compare_numbers()
    {
        for (const NumberFact& each : k_numbers) {
            compare_number(each.column, each.fact, each.tolerance);
        }
        // No enterprise and none known are the same to the register.
        if (m_truth.at(m_at, "enterprise_count") != "0") {
            compare_number("enterprise_count", "enterprise_count", 0.0);
        }
    }

    void compare_works()
    {
        for (const std::string_view name : k_yes_no) {
            // Who knows whether a block of flats "produces"?
            const bool asked =
                name != "in_production" || m_truth.at(m_at, "is_industrial") == "yes";
            if (m_truth.at(m_at, name).empty() || !asked) {
                continue;
            }
            const auto found = m_facts.yes_no(m_facts.id(name), m_row);
            expect(name, m_truth.at(m_at, name), found ? (*found ? "yes" : "no") : "missing");
        }
        const auto due = m_facts.date(m_facts.id("due_start"), m_row);
        const std::string& expected = m_truth.at(m_at, "due_start");
        expect("due_start", expected.empty() ? "missing" : expected, due ? due->iso() : "missing");
    }

    /// Of a staged right: what has been reached, not what the calendar says.
    void compare_stage()
    {
        const std::string& expected = m_truth.at(m_at, "stage");
        expect("stage", expected.empty() ? "missing" : expected,
               m_facts.text(m_facts.id("stage"), m_row).value_or("missing"));
    }

    void compare_vacant()
    {
        // A rest that is no rectangle was not planted to the square metre.
        if (m_truth.at(m_at, "rest_exact") == "yes") {
            const double planted = *m_truth.number(m_at, "vacant_10m_m2");
            const auto found = m_facts.number(m_facts.id("vacant_m2"), m_row);
            if (!found || !is_opened(planted, *found)) {
                compare_number("vacant_10m_m2", "vacant_m2", 0.5);
            }
        }
    }

    [[nodiscard]] const std::string& planted_flag(std::string_view flag) const
    {
        return m_truth.has(flag) ? m_truth.at(m_at, flag)
                                 : m_truth.at(m_at, fmt::format("{}_{}", flag, m_reading));
    }

    void compare_verdicts()
    {
        const auto holds = (*m_table)["flags"].codes(m_row);
        const auto open = (*m_table)["undecided"].codes(m_row);
        const auto found = [&](std::string_view flag) -> std::string {
            return std::ranges::find(holds, flag) != holds.end() ? "yes"
                   : std::ranges::find(open, flag) != open.end() ? "undecided"
                                                                 : "no";
        };
        for (const std::string_view flag : k_flag_names) {
            const std::string& expected = planted_flag(flag);
            if (expected != "depends") {
                expect(flag, expected, found(flag));
            }
        }
        const std::string status{(*m_table)["status"].text(m_row)};
        compare_measure();
        const bool free = status != k_geo_normal && planted_flag(status) == "depends";
        if (!free) {
            expect("status", m_truth.at(m_at, fmt::format("status_{}", m_reading)), status);
        }
    }

    /// A parcel of a block may be treated with its block, wherever the block came
    /// from.
    void compare_measure()
    {
        const std::string& expected = m_truth.at(m_at, fmt::format("measure_{}", m_reading));
        const ResultColumn& measure = (*m_table)["measure"];
        const std::string found{measure.present(m_row) ? measure.text(m_row) : ""};
        const bool block = found == "contiguous_development" || found == "contiguous_treatment" ||
                           found == "renew_block";
        if (expected == "depends" || block) {
            return;
        }
        expect("measure", expected, found);
        const auto freed = m_truth.number(m_at, fmt::format("freed_m2_{}", m_reading));
        if (!freed || expected != found) {
            return;
        }
        const ResultColumn& land = (*m_table)["reclaim_m2"];
        const bool equal = land.present(m_row) && (std::abs(land.number(m_row) - *freed) <= 0.01 ||
                                                   is_opened(*freed, land.number(m_row)));
        expect("reclaim_m2", fmt::format("{:.2f}", *freed),
               equal                 ? fmt::format("{:.2f}", *freed)
               : land.present(m_row) ? fmt::format("{:.2f}", land.number(m_row))
                                     : "missing");
    }

    static constexpr std::string_view k_geo_normal = "normal";

    const FactTable& m_facts;
    const TruthTable& m_truth;
    const ResultTable* m_table = nullptr; ///< null: facts alone
    std::string m_reading;
    std::set<std::string, std::less<>> m_told; ///< codes of parcels that an issue touches
    Score m_score;
    std::size_t m_row = 0;
    std::size_t m_at = 0;
    std::string m_code;
};

} // namespace

std::size_t Score::silent() const
{
    return static_cast<std::size_t>(std::ranges::count_if(misses, &Miss::silent));
}

std::string Score::shown(std::size_t most) const
{
    std::string text = fmt::format("{} of {} differ", misses.size(), compared);
    for (const auto& [what, count] : by_what) {
        text += fmt::format("\n  {}: {}", what, count);
    }
    std::map<std::string, std::size_t> shown;
    for (const Miss& miss : misses) {
        if (miss.silent && ++shown[miss.what] <= most) {
            text += fmt::format("\n  silent: {} ({}) {}: {} expected, {} found", miss.parcel,
                                miss.planted, miss.what, miss.expected, miss.found);
        }
    }
    return text;
}

Score score_facts(const geo::Survey& survey, const TruthTable& truth)
{
    return Scorer{survey, truth}.run();
}

Score score_result(const geo::Result& result, const TruthTable& truth, std::string_view reading)
{
    Scorer scorer{*result.survey, truth};
    scorer.judge_by(result.table("parcels").table, reading);
    return scorer.run();
}

} // namespace tenglong::tools::gen
