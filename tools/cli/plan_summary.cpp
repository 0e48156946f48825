#include "tools/cli/plan_summary.hpp"

#include "core/base/number.hpp"
#include "core/base/units.hpp"
#include "tools/cli/balance_summary.hpp"
#include "tools/cli/commands.hpp"

#include <algorithm>
#include <array>

namespace tenglong::tools {

namespace {

using geo::CandidateFate;
using Json = nlohmann::ordered_json;

/// Candidates named one by one; the others are counted.
constexpr std::size_t k_most_named = 12;

constexpr double k_yuan_per_wan = 10'000.0;

[[nodiscard]] std::string wan(double price_wan)
{
    return format_number(price_wan, 2);
}

[[nodiscard]] std::string percent(double share)
{
    return format_number(share * 100.0, 3);
}

[[nodiscard]] Text region_words(const std::string& region)
{
    return region.empty() ? msg("all regions") : Text{region, region};
}

[[nodiscard]] Text verdict(const geo::LinePlan& plan)
{
    if (plan.needs.empty()) {
        return msg("nothing is due: no candidate is needed");
    }
    const double short_m2 = plan.short_m2();
    if (short_m2 <= 0.0) {
        return msg("the balance can be restored");
    }
    return msg("the balance cannot be restored: {} are still short", shown_area(short_m2));
}

[[nodiscard]] Text solver_words(const PlanAnswer& answer)
{
    return answer.solver == "greedy"
               ? msg("by the greedy method, which comes near the cheapest and need not find it")
               : msg("by the mixed-integer solver CBC");
}

void print_price(const geo::LinePlan& plan, const Console& console)
{
    const PlanAnswer& answer = plan.answer;
    const auto line = [&](const Text& text) { console.out << "  " << console.tr(text) << '\n'; };
    line(msg("chosen: {} of {} candidates, {}", plan.count(CandidateFate::chosen),
             plan.planned.size(), shown_area(plan.chosen_m2())));
    line(msg("price: {} wan yuan; no valid choice costs less than {} (gap {}%)",
             wan(static_cast<double>(answer.price_yuan) / k_yuan_per_wan),
             wan(answer.least_yuan / k_yuan_per_wan), percent(answer.gap())));
    line(solver_words(answer));
    if (!answer.least_short) {
        line(msg("another choice might fall short by less"));
    }
}

void print_need(const geo::MetNeed& met, const Console& console)
{
    const Text where = met.need.until
                           ? msg("{}, by {}", region_words(met.need.region), met.need.until->iso())
                           : region_words(met.need.region);
    const Text how = met.short_m2 > 0.0 ? msg("still short by {}", shown_area(met.short_m2))
                                        : msg("restored on {}", met.restored->iso());
    console.out << "  "
                << console.tr(msg("{}: due {}, planned {}; {}", where, shown_area(met.due_m2),
                                  shown_area(met.planned_m2), how))
                << '\n';
}

void print_chosen(const geo::LinePlan& plan, const Console& console)
{
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < plan.planned.size(); ++i) {
        if (plan.planned[i].fate == CandidateFate::chosen) {
            order.push_back(i);
        }
    }
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return plan.planned[i].step; });
    for (std::size_t k = 0; k < std::min(order.size(), k_most_named); ++k) {
        const geo::CandidateRow& row = plan.candidates.rows[order[k]];
        const geo::PlannedCandidate& planned = plan.planned[order[k]];
        const std::string region = row.region.empty() ? "-" : row.region;
        console.out << "  "
                    << console.tr(msg("{}. '{}', {}: {}, {} wan yuan; together {} m2, {} wan yuan",
                                      planned.step, row.code, region,
                                      shown_area(planned.counted_m2), wan(*row.price_wan),
                                      format_number(planned.cumulative_m2, 2),
                                      wan(planned.cumulative_wan)))
                    << '\n';
    }
    if (order.size() > k_most_named) {
        console.out << "  " << console.tr(msg("and {} more", order.size() - k_most_named)) << '\n';
    }
}

/// The others, by what became of them; the ones that a user can do something about first.
void print_others(const geo::LinePlan& plan, const Console& console)
{
    std::size_t named = 0;
    std::size_t others = 0;
    for (const CandidateFate fate :
         {CandidateFate::no_shape, CandidateFate::no_price, CandidateFate::nothing_counts,
          CandidateFate::apart, CandidateFate::too_late, CandidateFate::overlaps,
          CandidateFate::other_region, CandidateFate::not_needed}) {
        for (std::size_t i = 0; i < plan.planned.size(); ++i) {
            if (plan.planned[i].fate != fate) {
                continue;
            }
            if (named++ < k_most_named) {
                console.out << "  "
                            << console.tr(msg("'{}': {}", plan.candidates.rows[i].code,
                                              plan.planned[i].reason))
                            << '\n';
            } else {
                ++others;
            }
        }
    }
    if (others > 0) {
        console.out << "  " << console.tr(msg("and {} more", others)) << '\n';
    }
}

/// What a plan can do something about: not, what becomes of land that is inside already.
[[nodiscard]] bool is_of_areas(const BalanceCheck& check)
{
    return check.kind == BalanceCheckKind::balance || check.kind == BalanceCheckKind::total ||
           check.kind == BalanceCheckKind::floor;
}

[[nodiscard]] Truth holds_after(const geo::LinePlan& plan)
{
    Truth holds = Truth::yes;
    for (const BalanceCheck& check : plan.after.checks) {
        if (is_of_areas(check) && check.holds != Truth::yes && holds != Truth::no) {
            holds = check.holds;
        }
    }
    return holds;
}

void print_after(const geo::LinePlan& plan, const Console& console)
{
    console.out << '\n'
                << console.tr(
                       msg("after the plan the balance {}", balance_words(holds_after(plan))))
                << '\n';
    for (const BalanceCheck& check : plan.after.checks) {
        if (is_of_areas(check) && check.holds != Truth::yes) {
            console.out << "  "
                        << console.tr(msg("{}: {}", region_words(check.region), check.finding))
                        << '\n';
        }
    }
    std::optional<Date> restored;
    for (const geo::MetNeed& met : plan.needs) {
        restored = std::max(restored, met.restored);
    }
    if (holds_after(plan) == Truth::no && plan.short_m2() <= 0.0 && restored) {
        console.out << "  "
                    << console.tr(msg("no plan undoes a debt that has been; from {} on all of it "
                                      "is made up for",
                                      restored->iso()))
                    << '\n';
    }
}

[[nodiscard]] Text room_words(const std::optional<double>& area_m2)
{
    return area_m2 ? shown_area(*area_m2) : msg("no limit");
}

void print_room(const geo::LinePlan& plan, bool swap, const Console& console)
{
    console.out << '\n'
                << console.tr(swap ? msg("may still be added inside today")
                                   : msg("may still be occupied today"))
                << '\n';
    for (std::size_t i = 0; i < plan.room.size(); ++i) {
        console.out << "  "
                    << console.tr(msg("{}: {}; after the plan {}",
                                      region_words(plan.room[i].region),
                                      room_words(plan.room[i].area_m2),
                                      room_words(plan.room_after[i].area_m2)))
                    << '\n';
    }
}

[[nodiscard]] Json number(const std::optional<double>& value)
{
    return value ? Json(*value) : Json();
}

[[nodiscard]] Json day(const std::optional<Date>& date)
{
    return date ? Json(date->iso()) : Json();
}

[[nodiscard]] Json json_of(const geo::MetNeed& met)
{
    return {{"region", met.need.region},       {"from", day(met.need.from)},
            {"by", day(met.need.until)},       {"due_m2", met.due_m2},
            {"planned_m2", met.planned_m2},    {"short_m2", met.short_m2},
            {"restored_on", day(met.restored)}};
}

[[nodiscard]] Json json_of(const geo::CandidateRow& row, const geo::PlannedCandidate& planned)
{
    return {{"code", row.code},
            {"region", row.region},
            {"available", day(row.available)},
            {"decision", geo::name(planned.fate)},
            {"step", planned.step == 0 ? Json() : Json(planned.step)},
            {"claimed_m2", row.has_shape ? Json(planned.claimed_m2) : Json()},
            {"counted_m2", row.has_shape ? Json(planned.counted_m2) : Json()},
            {"price_wan", number(row.price_wan)},
            {"reason", {{"zh", planned.reason.zh}, {"en", planned.reason.en}}}};
}

[[nodiscard]] Json json_of(const std::vector<Room>& rooms)
{
    Json list = Json::array();
    for (const Room& room : rooms) {
        list.push_back({{"region", room.region}, {"area_m2", number(room.area_m2)}});
    }
    return list;
}

[[nodiscard]] Json truth(Truth value)
{
    return value == Truth::unknown ? Json() : Json(value == Truth::yes);
}

} // namespace

void print_plan(const geo::LinePlan& plan, const LoadedJob& loaded, const Console& console)
{
    const Balance& rules = *loaded.profile->balance;
    const bool swap = rules.mode == BalanceMode::swap;
    console.out << console.tr(msg("{}, {}: {}", loaded.profile->title, loaded.as_of.iso(),
                                  rule_words(rules)))
                << '\n'
                << console.tr(verdict(plan)) << '\n';
    if (!plan.needs.empty()) {
        print_price(plan, console);
        console.out << '\n' << console.tr(msg("due")) << '\n';
        for (const geo::MetNeed& met : plan.needs) {
            print_need(met, console);
        }
    }
    if (plan.count(CandidateFate::chosen) > 0) {
        console.out << '\n' << console.tr(msg("chosen candidates")) << '\n';
        print_chosen(plan, console);
    }
    if (plan.count(CandidateFate::chosen) < plan.planned.size()) {
        console.out << '\n' << console.tr(msg("other candidates")) << '\n';
        print_others(plan, console);
    }
    print_after(plan, console);
    print_room(plan, swap, console);
}

Json plan_json(const geo::LinePlan& plan, const LoadedJob& loaded)
{
    Json needs = Json::array();
    for (const geo::MetNeed& met : plan.needs) {
        needs.push_back(json_of(met));
    }
    Json candidates = Json::array();
    for (std::size_t i = 0; i < plan.planned.size(); ++i) {
        candidates.push_back(json_of(plan.candidates.rows[i], plan.planned[i]));
    }
    const PlanAnswer& answer = plan.answer;
    return {{"job", loaded.job.name},
            {"policy", loaded.profile->id},
            {"as_of", loaded.as_of.iso()},
            {"version", version()},
            {"restored", plan.short_m2() <= 0.0},
            {"short_m2", plan.short_m2()},
            {"chosen", plan.count(CandidateFate::chosen)},
            {"area_m2", plan.chosen_m2()},
            {"price_wan", static_cast<double>(answer.price_yuan) / k_yuan_per_wan},
            {"least_wan", answer.least_yuan / k_yuan_per_wan},
            {"gap", answer.gap()},
            {"solver", answer.solver},
            {"least_short", answer.least_short},
            {"holds_after", truth(holds_after(plan))},
            {"needs", needs},
            {"room", json_of(plan.room)},
            {"room_after", json_of(plan.room_after)},
            {"candidates", candidates}};
}

} // namespace tenglong::tools
