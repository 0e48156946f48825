#include "geo/run/what_if_base.hpp"

#include "core/reclaim/blocks.hpp"
#include "geo/run/block_facts.hpp"
#include "geo/run/evaluation_step.hpp"
#include "geo/run/judge.hpp"
#include "geo/run/life_facts.hpp"
#include "geo/run/vacant_facts.hpp"

#include <algorithm>
#include <array>

namespace tenglong::geo {

namespace {

void complete_facts(Survey& survey, const Profile& profile, Date as_of)
{
    const std::array<FactTable*, 3> tables{survey.parcel_facts.get(), survey.enterprise_facts.get(),
                                           survey.park_facts.get()};
    for (FactTable* facts : tables) {
        facts->set_as_of(as_of);
    }
    write_life_facts(*survey.parcel_facts, profile, as_of);
    write_industry_facts(*survey.enterprise_facts);
    for (FactTable* facts : tables) {
        write_derived_facts(*facts, profile);
    }
    static_cast<void>(write_evaluation(survey, profile));
}

/// The parcels whose vacant ground decides something by one of the profiles at least.
[[nodiscard]] std::vector<std::uint32_t>
to_search(FactTable& parcels, std::span<const std::unique_ptr<Profile>> changed, Workers& workers)
{
    std::vector<bool> wanted(parcels.rows());
    for (const auto& profile : changed) {
        write_derived_facts(parcels, *profile);
        const Judged judged = judge(profile->rules_for(SubjectKind::parcel), parcels, workers);
        for (const std::uint32_t row : parcels_to_search(*profile, judged)) {
            wanted[row] = true;
        }
    }
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < wanted.size(); ++row) {
        if (wanted[row]) {
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace

WhatIfBase::WhatIfBase(Survey& survey, const Profile& profile,
                       std::span<const std::unique_ptr<Profile>> changed, Date as_of,
                       Workers& workers)
    : m_survey{survey}, m_workers{workers}
{
    complete_facts(survey, profile, as_of);
    const std::vector<std::uint32_t> rows = to_search(*survey.parcel_facts, changed, workers);
    static_cast<void>(write_vacant_facts(survey, profile, rows, workers));
}

WhatIfStep WhatIfBase::step(const Profile& changed, const std::string& figure)
{
    return what_if(changed, figure, *m_survey.parcel_facts, *m_survey.enterprise_facts,
                   [this](const Profile& profile, const Verdicts& verdicts) {
                       return regroup(profile, verdicts);
                   });
}

bool WhatIfBase::regroup(const Profile& changed, const Verdicts& verdicts)
{
    std::vector<std::uint32_t> chosen = choose_for_blocks(changed, verdicts);
    if (m_grouped && chosen == m_chosen) {
        return false;
    }
    m_chosen = std::move(chosen);
    m_grouped = true;
    static_cast<void>(write_block_facts(m_survey, changed, verdicts, m_workers));
    return true;
}

} // namespace tenglong::geo
