#include "core/register/stated_land.hpp"

#include "core/base/number.hpp"

#include <algorithm>
#include <array>

namespace tenglong {

namespace {

/// The ledger rows of one enterprise in one role.
struct Part {
    Units weighted = 0;
    Units whole = 0;
    bool any = false;
    bool complete = true;
    bool part_of_year = false;

    void add(const LedgerEntry& entry)
    {
        any = true;
        complete = complete && entry.area.has_value();
        weighted += entry.area.value_or(0);
        whole += entry.whole.value_or(0);
        part_of_year = part_of_year || entry.part_of_year;
    }
};

enum Role : std::uint8_t { own, leased_in, let_out };

using Sums = std::array<Part, 3>;

[[nodiscard]] std::vector<Sums> sums_of(const RegisterInput& input, const Ledger& ledger)
{
    std::vector<Sums> sums(ledger.entries.empty() ? 0 : input.enterprises.size());
    for (const LedgerEntry& entry : ledger.entries) {
        const bool is_own = input.occupations[entry.occupation].kind == OccupationKind::own;
        if (entry.user != k_nobody) {
            sums[entry.user].at(is_own ? own : leased_in).add(entry);
        }
        if (entry.lessor != k_nobody) {
            sums[entry.lessor].at(let_out).add(entry);
        }
    }
    return sums;
}

[[nodiscard]] bool agree(Units a, Units b, const RegisterTolerances& tolerances)
{
    const Units larger = std::max(a, b);
    return larger - std::min(a, b) <= std::max(*land_from_m2(tolerances.land_least_m2),
                                               share_of(larger, tolerances.land_difference));
}

[[nodiscard]] Text role_label(Role role)
{
    return role == own         ? msg("own land")
           : role == leased_in ? msg("land leased in")
                               : msg("land let out");
}

/// Settles the land of one row after another.
class StatedLand {
public:
    StatedLand(const EnterpriseRow& row, const Sums& sums, const RegisterTolerances& tolerances,
               IssueList& issues)
        : m_row{row}, m_sums{sums}, m_tolerances{tolerances}, m_issues{issues}
    {}

    [[nodiscard]] EnterpriseLand read()
    {
        m_land.own = settle(own, m_row.land_own_mu);
        m_land.leased_in = settle(leased_in, m_row.land_in_mu);
        m_land.let_out = settle(let_out, m_row.land_out_mu);
        m_land.let_out_stated = m_row.land_out_mu.has_value() && m_land.let_out.has_value();
        if (!m_land.own && !m_land.leased_in) {
            m_land.used = from_mu(m_row.land_stated_mu);
            m_land.source = m_land.used ? LandSource::total : LandSource::unknown;
        } else {
            m_land.source = m_stated ? LandSource::stated : LandSource::ledger;
        }
        return m_land;
    }

private:
    [[nodiscard]] std::optional<Units> from_mu(std::optional<double> area_mu)
    {
        const auto land = area_mu ? land_from_mu(*area_mu) : std::nullopt;
        if (area_mu && !land) {
            m_issues.add("land_out_of_range", Severity::error, m_row.place, subject_of(m_row),
                         msg("enterprise '{}' states an area of {} mu, which cannot be; it is "
                             "taken as not given",
                             called(m_row), *area_mu));
        }
        return land;
    }

    [[nodiscard]] std::optional<Units> settle(Role role, std::optional<double> stated_mu)
    {
        const Part& part = m_sums.at(role);
        const auto stated = from_mu(stated_mu);
        const bool told = part.any && part.complete;
        if (stated && told && !agree(*stated, part.whole, m_tolerances) &&
            !agree(*stated, part.weighted, m_tolerances)) {
            m_issues.add("land_differs", Severity::warning, m_row.place, subject_of(m_row),
                         msg("enterprise '{}': {} is {} mu in its row and {} mu in the land "
                             "ledger; its row counts",
                             called(m_row), role_label(role), format_number(*stated_mu),
                             format_number(land_in_mu(part.weighted))));
            m_stated = true;
            return stated;
        }
        if (told) {
            m_land.part_of_year = m_land.part_of_year || part.part_of_year;
            return part.weighted;
        }
        m_stated = m_stated || (stated && role != let_out);
        return stated;
    }

    const EnterpriseRow& m_row;
    const Sums& m_sums;
    const RegisterTolerances& m_tolerances;
    IssueList& m_issues;
    EnterpriseLand m_land;
    bool m_stated = false;
};

} // namespace

Text label(LandSource source)
{
    switch (source) {
    case LandSource::stated:
        return msg("own + leased in - let out, as stated");
    case LandSource::total:
        return msg("land used, as stated");
    case LandSource::ledger:
        return msg("own + leased in - let out, from the land ledger");
    case LandSource::parcels:
        return msg("derived from the areas of its parcels, less what others use");
    case LandSource::unknown:
        break;
    }
    return msg("land not known");
}

std::vector<EnterpriseLand> stated_land(const RegisterInput& input, const Selection& selection,
                                        const Ledger& ledger, const RegisterTolerances& tolerances,
                                        IssueList& issues)
{
    const std::vector<Sums> sums = sums_of(input, ledger);
    const Sums none{};
    std::vector<EnterpriseLand> lands(input.enterprises.size());
    for (std::size_t i = 0; i < lands.size(); ++i) {
        if (selection.counts(i)) {
            lands[i] =
                StatedLand{input.enterprises[i], sums.empty() ? none : sums[i], tolerances, issues}
                    .read();
        }
    }
    return lands;
}

} // namespace tenglong
