#include "geo/plan/candidate_fate.hpp"

#include "core/base/number.hpp"
#include "core/base/units.hpp"

#include <algorithm>
#include <array>

namespace tenglong::geo {

namespace {

constexpr double k_dm2_per_m2 = 100.0;

class FateTeller {
public:
    FateTeller(const FateGround& from, std::vector<PlannedCandidate>& planned)
        : m_from{from}, m_planned{planned}
    {}

    void tell()
    {
        const auto apart = neighbours(m_planned.size(), m_from.ground.apart);
        const auto beside = neighbours(m_planned.size(), m_from.ground.touching);
        const auto is_chosen = [&](std::uint32_t k) { return m_from.chosen[k]; };
        for (std::uint32_t i = 0; i < m_planned.size(); ++i) {
            PlannedCandidate& planned = m_planned[i];
            const auto rival = std::ranges::find_if(apart[i], is_chosen);
            if (m_from.chosen[i]) {
                planned.fate = CandidateFate::chosen;
            } else if (!m_from.task.is_item[i]) {
                planned.fate = fate_of_no_item(i);
            } else if (rival != apart[i].end()) {
                planned.fate = CandidateFate::overlaps;
                planned.reason =
                    msg("shares ground with the chosen '{}'", m_from.candidates.rows[*rival].code);
                continue;
            } else if (!m_from.held[i] && std::ranges::none_of(beside[i], is_chosen)) {
                planned.fate = CandidateFate::apart;
            } else {
                planned.fate = fate_of_unused(i);
            }
            planned.reason = reason_of(i);
        }
    }

private:
    [[nodiscard]] CandidateFate fate_of_no_item(std::uint32_t i) const
    {
        const CandidateRow& row = m_from.candidates.rows[i];
        if (!row.has_shape) {
            return CandidateFate::no_shape;
        }
        return m_planned[i].counted_m2 * k_dm2_per_m2 < 1.0 ? CandidateFate::nothing_counts
                                                            : CandidateFate::no_price;
    }

    [[nodiscard]] CandidateFate fate_of_unused(std::uint32_t i) const
    {
        const auto& needs = m_from.task.problem.needs;
        const CandidateRow& row = m_from.candidates.rows[i];
        const auto in_region = [&](const PlanNeed& n) {
            return n.region.empty() || n.region == row.region;
        };
        if (needs.empty()) {
            return CandidateFate::not_needed;
        }
        if (std::ranges::none_of(needs, in_region)) {
            return CandidateFate::other_region;
        }
        PlanItem item;
        item.region = row.region;
        item.date = day_of(row, m_from.as_of);
        const bool helps =
            std::ranges::any_of(needs, [&](const PlanNeed& n) { return serves(item, n); });
        return helps ? CandidateFate::not_needed : CandidateFate::too_late;
    }

    [[nodiscard]] std::string wan_per_mu(std::uint32_t i) const
    {
        const double mu = to_mu(SquareMetres{m_planned[i].counted_m2}).value();
        return format_number(m_from.candidates.rows[i].price_wan.value_or(0.0) / mu, 2);
    }

    /// What of a candidate does not count.
    [[nodiscard]] Text lost_of(std::uint32_t i) const
    {
        Text text;
        for (const LostPart& part : m_from.book.lost) {
            if (part.change == i) {
                const Text one =
                    msg("{} {} m2", label(part.reason), format_number(part.area_m2, 2));
                text = text.empty() ? one : msg("{}; {}", text, one);
            }
        }
        return text;
    }

    [[nodiscard]] Text reason_of(std::uint32_t i) const
    {
        const CandidateRow& row = m_from.candidates.rows[i];
        const Text lost = lost_of(i);
        const auto with_lost = [&](const Text& text) {
            return lost.empty() ? text : msg("{}; {}", text, msg("does not count: {}", lost));
        };
        switch (m_planned[i].fate) {
        case CandidateFate::chosen:
            return with_lost(msg("{} wan yuan for a mu that counts", wan_per_mu(i)));
        case CandidateFate::not_needed:
            return with_lost(m_from.task.problem.needs.empty()
                                 ? msg("nothing is due")
                                 : msg("{} wan yuan for a mu that counts; without it the plan is "
                                       "cheaper",
                                       wan_per_mu(i)));
        case CandidateFate::apart:
            return msg("touches neither the control line nor chosen land");
        case CandidateFate::too_late:
            return msg("available on {}, after what is due", day_of(row, m_from.as_of).iso());
        case CandidateFate::other_region:
            return row.region.empty() ? msg("its region is not known")
                                      : msg("nothing is due in '{}'", row.region);
        case CandidateFate::nothing_counts:
            return lost.empty() ? msg("another candidate has its ground")
                                : msg("does not count: {}", lost);
        case CandidateFate::no_price:
            return msg("no price");
        case CandidateFate::no_shape:
            return msg("no shape");
        case CandidateFate::overlaps:
            break;
        }
        return {};
    }

    const FateGround& m_from;
    std::vector<PlannedCandidate>& m_planned;
};

} // namespace

std::string_view name(CandidateFate fate) noexcept
{
    constexpr std::array<std::string_view, 9> k_names{
        "chosen",       "not_needed",     "overlaps", "apart",   "too_late",
        "other_region", "nothing_counts", "no_price", "no_shape"};
    return k_names.at(static_cast<std::size_t>(fate));
}

Date day_of(const CandidateRow& row, Date as_of)
{
    return std::max(row.available.value_or(as_of), as_of);
}

void tell_fates(const FateGround& from, std::vector<PlannedCandidate>& planned)
{
    FateTeller{from, planned}.tell();
}

} // namespace tenglong::geo
