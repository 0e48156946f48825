#pragma once

#include "core/register/land.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tenglong::detail {

/// What the steps of settle_land share.
struct LandWork {
    static constexpr Units k_no_area = -1;

    const RegisterInput& input;
    const LinksByParcel& by_parcel;
    const RegisterTolerances& tolerances;
    Matches& matches;
    std::vector<EnterpriseLand>& lands;
    IssueList& issues;
    std::vector<Units> areas;          ///< by parcel; k_no_area: not known
    std::vector<Units> used_by_others; ///< by parcel: in ledger rows of no known enterprise
    std::vector<bool> open;            ///< by link: waits for the rest of its parcel
    std::vector<bool> derived;         ///< by enterprise: has links that nobody stated land for

    LandWork(const RegisterInput& all_input, const Ledger& ledger,
             const LinksByParcel& links_by_parcel, const RegisterTolerances& the_tolerances,
             Matches& all_matches, std::vector<EnterpriseLand>& all_lands, IssueList& all_issues);

    [[nodiscard]] LinkDraft& draft(std::size_t at) const { return matches.drafts[at]; }
    [[nodiscard]] Units area_at(std::size_t at) const
    {
        return areas[matches.drafts[at].link.parcel];
    }
    void report(std::uint32_t enterprise, std::string_view kind, Severity severity,
                Text text) const;
};

/// Divides the stated land of one enterprise after another over its links; leaves open what the
/// rest of the parcels decides.
class StatedPlacer {
public:
    explicit StatedPlacer(LandWork& work) : m_work{work} {}

    void place(std::uint32_t enterprise);

private:
    /// Positions of links.
    using Positions = std::vector<std::size_t>;

    struct Weights {
        std::vector<Units> of;
        bool by_count = false; ///< no areas are known, and each link weighs the same
    };

    void read_links();
    /// Nothing if one of the areas is not known.
    [[nodiscard]] std::optional<Units> area_of(const Positions& links) const;
    void refuse_slip(std::optional<Units>& stated, const Positions& links);
    void derive_own();
    void place_parts();
    void place_part(const Positions& links, Units part);
    void leave_unplaced(Units part);
    [[nodiscard]] Units within_area(const Positions& links, Units part);
    [[nodiscard]] Weights weights_of(const Positions& links, Units part) const;
    void open(const Positions& links);
    void measure_floor(std::size_t at);
    void report(std::string_view kind, Severity severity, Text text) const
    {
        m_work.report(m_enterprise, kind, severity, std::move(text));
    }
    [[nodiscard]] const EnterpriseRow& row() const
    {
        return m_work.input.enterprises[m_enterprise];
    }
    [[nodiscard]] EnterpriseLand& land() const { return m_work.lands[m_enterprise]; }

    LandWork& m_work;
    std::uint32_t m_enterprise = 0;
    Positions m_all;
    Positions m_own;
    Positions m_leased;
};

} // namespace tenglong::detail
