#include "geo/plan/line_plan.hpp"

#include "core/base/error.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace tenglong::geo {

namespace {

constexpr double k_dm2_per_m2 = 100.0;
constexpr double k_yuan_per_wan = 10'000.0;

double metres(std::int64_t area_dm2)
{
    return static_cast<double>(area_dm2) / k_dm2_per_m2;
}

std::int64_t yuan(const CandidateRow& row)
{
    return std::llround(row.price_wan.value_or(0.0) * k_yuan_per_wan);
}

class Planner {
public:
    Planner(const Survey& survey, const Profile& profile, AreaKind area, const PlanRequest& request,
            Workers& workers, LinePlan& plan)
        : m_survey{survey}, m_profile{profile}, m_area{area}, m_request{request},
          m_workers{workers}, m_plan{plan}
    {}

    void make()
    {
        const auto needs =
            needs_of(m_plan.account.bookings, m_plan.account.opening, rules(), m_request.terms);
        refuse_what_cannot_be(needs);
        judge_ground();
        make_task(needs);
        m_plan.answer = m_request.solver->solve(m_task.problem, m_request.gap);
        mark_chosen();
        tell_fates({m_plan.candidates, m_plan.book, m_ground, m_task, m_held, m_chosen,
                    m_request.terms.as_of},
                   m_plan.planned);
        number_steps();
        meet_needs();
        judge_after();
    }

private:
    [[nodiscard]] const Balance& rules() const { return *m_profile.balance; }

    void refuse_what_cannot_be(const std::vector<PlanNeed>& needs) const
    {
        if (needs.empty()) {
            return;
        }
        if (!m_survey.zones.contains(InputKind::candidates)) {
            throw UsageError{msg("the account is short and the job has no candidates to plan with; "
                                 "add [candidates]: a layer of land with its price")};
        }
        if (!m_plan.candidates.any_price_column && !m_plan.candidates.rows.empty()) {
            throw UsageError{
                msg("no layer of candidates has a column of prices; add 费用（万元） or "
                    "亩均费用（万元/亩）, or name it under [candidates.fields] as "
                    "price_wan or price_per_mu_wan")};
        }
    }

    /// What counts of each candidate, and how they lie to each other.
    void judge_ground()
    {
        const CandidateRows& all = m_plan.candidates;
        const auto judged = [&](bool contiguous) {
            return judge_candidates(m_plan.account, all.shapes, m_survey, m_profile, m_area,
                                    m_request.terms.states, contiguous, m_workers);
        };
        m_plan.book = judged(false);
        m_held.resize(all.rows.size(), true);
        if (rules().contiguous) {
            // What touches the line by itself counts as it is. A candidate of which nothing does
            // needs land beside it; one of several pieces cannot be judged by what lies beside it.
            const LineBook touching = judged(true);
            for (std::size_t i = 0; i < m_held.size(); ++i) {
                m_held[i] =
                    touching.counted_m2[i] > 0.0 || m_plan.book.counted[i].parts().size() > 1;
            }
            take_over_held(touching);
        }
        m_ground = candidate_ground(measured(m_plan.book.counted, m_workers), m_workers);
        for (std::size_t i = 0; i < all.rows.size(); ++i) {
            PlannedCandidate planned;
            planned.claimed_m2 = all.rows[i].has_shape ? m_plan.book.claimed_m2[i] : 0.0;
            planned.counted_m2 = std::max(0.0, m_plan.book.counted_m2[i] - m_ground.sliver_m2[i]);
            m_plan.planned.push_back(std::move(planned));
        }
    }

    /// Of candidates that are held what touches the line counts, of the others all.
    void take_over_held(const LineBook& touching)
    {
        LineBook both = m_plan.book;
        both.counted = {};
        both.lost.clear();
        both.lost_shapes = {};
        for (std::uint32_t i = 0; i < m_held.size(); ++i) {
            const LineBook& from = m_held[i] ? touching : m_plan.book;
            both.counted_m2[i] = from.counted_m2[i];
            both.counted.append(from.counted[i]);
            for (std::uint32_t k = 0; k < from.lost.size(); ++k) {
                if (from.lost[k].change == i) {
                    both.lost.push_back(from.lost[k]);
                    both.lost_shapes.append(from.lost_shapes[k]);
                }
            }
        }
        m_plan.book = std::move(both);
    }

    void make_task(const std::vector<PlanNeed>& needs)
    {
        const CandidateRows& all = m_plan.candidates;
        std::vector<std::uint32_t> item_of(all.rows.size(), 0);
        m_task.problem.needs = needs;
        m_task.is_item.resize(all.rows.size(), false);
        for (std::uint32_t i = 0; i < all.rows.size(); ++i) {
            // Downwards: what is planned must not fall short of what is due.
            const auto area_dm2 = static_cast<std::int64_t>(
                std::floor(m_plan.planned[i].counted_m2 * k_dm2_per_m2 + 1e-4));
            if (!all.rows[i].price_wan || area_dm2 <= 0) {
                continue;
            }
            item_of[i] = static_cast<std::uint32_t>(m_task.candidate.size());
            m_task.is_item[i] = true;
            m_task.candidate.push_back(i);
            m_task.problem.items.push_back({all.rows[i].code, all.rows[i].region,
                                            day_of(all.rows[i], m_request.terms.as_of), area_dm2,
                                            yuan(all.rows[i]), m_held[i]});
        }
        const auto take_over = [&](const std::vector<ItemPair>& from, std::vector<ItemPair>& to) {
            for (const auto& [a, b] : from) {
                if (m_task.is_item[a] && m_task.is_item[b]) {
                    to.emplace_back(item_of[a], item_of[b]);
                }
            }
        };
        take_over(m_ground.apart, m_task.problem.apart);
        if (rules().contiguous) {
            take_over(m_ground.touching, m_task.problem.beside);
        }
    }

    void mark_chosen()
    {
        m_chosen.resize(m_plan.planned.size(), false);
        for (std::size_t k = 0; k < m_task.candidate.size(); ++k) {
            m_chosen[m_task.candidate[k]] = m_plan.answer.chosen[k];
        }
    }

    void number_steps()
    {
        m_order.clear();
        for (std::uint32_t i = 0; i < m_chosen.size(); ++i) {
            if (m_chosen[i]) {
                m_order.push_back(i);
            }
        }
        const auto& rows = m_plan.candidates.rows;
        std::ranges::stable_sort(m_order, [&](std::uint32_t a, std::uint32_t b) {
            const auto key = [&](std::uint32_t i) {
                return std::tuple{day_of(rows[i], m_request.terms.as_of),
                                  std::string_view{rows[i].region}, i};
            };
            return key(a) < key(b);
        });
        double area_m2 = 0.0;
        std::int64_t price_yuan = 0;
        for (std::size_t step = 0; step < m_order.size(); ++step) {
            PlannedCandidate& planned = m_plan.planned[m_order[step]];
            area_m2 += planned.counted_m2;
            price_yuan += yuan(rows[m_order[step]]);
            planned.step = step + 1;
            planned.cumulative_m2 = area_m2;
            planned.cumulative_wan = static_cast<double>(price_yuan) / k_yuan_per_wan;
        }
    }

    void meet_needs()
    {
        for (std::size_t n = 0; n < m_task.problem.needs.size(); ++n) {
            const PlanNeed& need = m_task.problem.needs[n];
            MetNeed met{need, metres(need.area_dm2), 0.0, metres(m_plan.answer.short_dm2[n]), {}};
            std::int64_t open_dm2 = need.area_dm2;
            std::vector<std::uint32_t> serving;
            for (std::uint32_t k = 0; k < m_task.candidate.size(); ++k) {
                if (m_plan.answer.chosen[k] && serves(m_task.problem.items[k], need)) {
                    serving.push_back(k);
                }
            }
            std::ranges::stable_sort(serving, {},
                                     [&](std::uint32_t k) { return m_task.problem.items[k].date; });
            for (const std::uint32_t k : serving) {
                met.planned_m2 += m_plan.planned[m_task.candidate[k]].counted_m2;
                open_dm2 -= m_task.problem.items[k].area_dm2;
                if (open_dm2 <= 0 && !met.restored) {
                    met.restored = m_task.problem.items[k].date;
                }
            }
            m_plan.needs.push_back(std::move(met));
        }
    }

    /// The account once more, with what was chosen as changes that are decided.
    void judge_after()
    {
        std::vector<Booking> bookings = m_plan.account.bookings;
        for (const std::uint32_t i : m_order) {
            const CandidateRow& row = m_plan.candidates.rows[i];
            Booking booking;
            booking.change = row.code;
            booking.region = row.region;
            booking.kind =
                rules().mode == BalanceMode::swap ? ChangeKind::give_up : ChangeKind::compensate;
            booking.date = day_of(row, m_request.terms.as_of);
            booking.claimed_m2 = m_plan.planned[i].claimed_m2;
            booking.counted_m2 = m_plan.planned[i].counted_m2;
            bookings.push_back(std::move(booking));
        }
        const Opening& opening = m_plan.account.opening;
        const auto& stock = m_plan.account.plan;
        m_plan.after =
            judge(bookings, opening, rules(), m_request.terms.states, stock ? &*stock : nullptr);
        m_plan.room = room_of(m_plan.account.bookings, opening, rules(), m_request.terms);
        m_plan.room_after = room_of(bookings, opening, rules(), m_request.terms);
    }

    const Survey& m_survey;
    const Profile& m_profile;
    AreaKind m_area;
    const PlanRequest& m_request;
    Workers& m_workers;
    LinePlan& m_plan;
    CandidateGround m_ground;
    PlanTask m_task;
    std::vector<bool> m_held;           ///< by candidate
    std::vector<bool> m_chosen;         ///< by candidate
    std::vector<std::uint32_t> m_order; ///< the chosen ones by step
};

} // namespace

double LinePlan::chosen_m2() const noexcept
{
    double sum = 0.0;
    for (const PlannedCandidate& candidate : planned) {
        sum += candidate.fate == CandidateFate::chosen ? candidate.counted_m2 : 0.0;
    }
    return sum;
}

double LinePlan::short_m2() const
{
    // Of the needs of one region the later ones hold the earlier ones; that over all holds them
    // all.
    std::map<std::string_view, double> by_region;
    for (const MetNeed& met : needs) {
        double& most = by_region[met.need.region];
        most = std::max(most, met.short_m2);
    }
    const double over_all = by_region[std::string_view{}];
    by_region.erase(std::string_view{});
    double sum = 0.0;
    for (const auto& [region, area_m2] : by_region) {
        sum += area_m2;
    }
    return std::max(sum, over_all);
}

std::size_t LinePlan::count(CandidateFate fate) const noexcept
{
    return static_cast<std::size_t>(std::ranges::count(planned, fate, &PlannedCandidate::fate));
}

LinePlan plan_line(const Survey& survey, const Profile& profile, AreaKind area,
                   const PlanRequest& request, Workers& workers, std::vector<Issue>& issues)
{
    LinePlan plan;
    plan.account = line_account(survey, profile, area, request.terms.as_of, workers, issues,
                                request.from_parcels);
    plan.candidates = read_candidates(survey, workers, issues);
    Planner{survey, profile, area, request, workers, plan}.make();
    return plan;
}

} // namespace tenglong::geo
