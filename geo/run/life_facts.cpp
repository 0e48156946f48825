#include "geo/run/life_facts.hpp"

#include "core/codes/industry_code.hpp"
#include "core/rules/derive.hpp"
#include "core/rules/describe.hpp"
#include "geo/run/fact_filler.hpp"

#include <variant>

namespace tenglong::geo {

namespace {

/// Yes from the day of `date` on, no before it.
void fill_by_date(FactTable& facts, std::string_view name, std::string_view date, Date as_of)
{
    const FactValues days{facts, date};
    FactFiller filler{facts, name};
    const auto yes = filler.from(msg("from {}", days.label()));
    const auto no = filler.from(msg("{} lies after the date of assessment", days.label()));
    const auto lacks = filler.lacks(days);
    filler.each([&](std::size_t row) {
        const auto day = days.date(row);
        if (!day) {
            filler.column().set_missing(row, lacks);
        } else {
            filler.column().set_yes_no(row, *day <= as_of, *day <= as_of ? yes : no);
        }
    });
}

/// Yes where another fact is there.
void fill_by_presence(FactTable& facts, std::string_view name, std::string_view sign)
{
    const FactValues given{facts, sign};
    FactFiller filler{facts, name};
    const auto yes = filler.from(msg("from {}", given.label()));
    filler.each([&](std::size_t row) {
        if (given.has(row)) {
            filler.column().set_yes_no(row, true, yes);
        }
    });
}

/// What is not started is not this either.
void fill_not_started(FactTable& facts, std::string_view name)
{
    const FactValues started{facts, "started"};
    FactFiller filler{facts, name};
    const auto no = filler.from(msg("not started"));
    filler.each([&](std::size_t row) {
        if (started.yes_no(row) == false) {
            filler.column().set_yes_no(row, false, no);
        }
    });
}

void fill_suspended(FactTable& facts, Date as_of)
{
    const FactValues since{facts, "suspension_start"};
    const FactValues until{facts, "resumption_date"};
    FactFiller filler{facts, "suspended"};
    const auto yes = filler.from(msg("from {}, without {}", since.label(), until.label()));
    const auto over = filler.from(msg("from {}", until.label()));
    const auto later = filler.from(msg("{} lies after the date of assessment", since.label()));
    const auto lacks = filler.lacks(since);
    filler.each([&](std::size_t row) {
        const auto begin = since.date(row);
        const auto end = until.date(row);
        if (end && *end <= as_of && (!begin || *begin <= *end)) {
            filler.column().set_yes_no(row, false, over);
        } else if (!begin) {
            filler.column().set_missing(row, lacks);
        } else {
            filler.column().set_yes_no(row, *begin <= as_of, *begin <= as_of ? yes : later);
        }
    });
}

void fill_due_start(FactTable& facts, const Profile& profile)
{
    const FactValues agreed{facts, "agreed_start"};
    const FactValues handover{facts, "handover_date"};
    FactFiller filler{facts, "due_start"};
    const Figure* figure = profile.figure("start_after_handover");
    const auto* period = figure == nullptr ? nullptr : std::get_if<Period>(&figure->value);
    const auto as_agreed = filler.from(msg("from {}", agreed.label()));
    const auto computed = period == nullptr
                              ? as_agreed
                              : filler.from(msg("{} plus {}", handover.label(), shown(*period)));
    const auto lacks = filler.missing(msg("missing {} and {}", agreed.label(), handover.label()));
    filler.each([&](std::size_t row) {
        const auto from = handover.date(row);
        if (const auto day = agreed.date(row)) {
            filler.column().set_date(row, *day, as_agreed);
        } else if (from && period != nullptr) {
            filler.column().set_date(row, from->plus(*period), computed);
        } else {
            filler.column().set_missing(row, lacks);
        }
    });
}

void fill_supply_year(FactTable& facts)
{
    const FactValues contract{facts, "contract_date"};
    FactFiller filler{facts, "supply_year"};
    const auto computed = filler.from(msg("year of {}", contract.label()));
    filler.each([&](std::size_t row) {
        if (const auto day = contract.date(row)) {
            filler.column().set_number(row, day->year(), computed);
        }
    });
}

/// Two facts over each other. `plus` adds to the first where it is given; may be empty.
struct Quotient {
    std::string_view name;
    std::string_view above;
    std::string_view below;
};

void fill_quotient(FactTable& facts, const Quotient& quotient)
{
    const FactValues above{facts, quotient.above};
    const FactValues below{facts, quotient.below};
    FactFiller filler{facts, quotient.name};
    const auto computed = filler.from(msg("{} / {}", above.label(), below.label()));
    const auto lacks_above = filler.lacks(above);
    const auto lacks_below = filler.lacks(below);
    const auto zero = filler.missing(msg("{} is not above zero", below.label()));
    filler.each([&](std::size_t row) {
        const auto a = above.number(row);
        const auto b = below.number(row);
        if (!a || !b) {
            filler.column().set_missing(row, a ? lacks_below : lacks_above);
        } else if (*b > 0.0) {
            filler.column().set_number(row, *a / *b, computed);
        } else {
            filler.column().set_missing(row, zero);
        }
    });
}

/// （建筑占地 + 露天堆场及作业场）÷ 用地面积: without the yards it would be too low, so it waits
/// for them.
void fill_building_coefficient(FactTable& facts)
{
    const FactValues footprint{facts, "footprint_m2"};
    const FactValues yard{facts, "yard_m2"};
    const FactValues area{facts, "area_m2"};
    FactFiller filler{facts, "building_coefficient"};
    const auto computed =
        filler.from(msg("({} + {}) / {}", footprint.label(), yard.label(), area.label()));
    const auto lacks_yard = filler.lacks(yard);
    const auto lacks = filler.lacks(footprint);
    filler.each([&](std::size_t row) {
        const auto ground = footprint.number(row);
        const auto open = yard.number(row);
        const auto whole = area.number(row);
        if (ground && open && whole && *whole > 0.0) {
            filler.column().set_number(row, (*ground + *open) / *whole, computed);
        } else {
            filler.column().set_missing(row, ground ? lacks_yard : lacks);
        }
    });
}

/// The stage that a staged right is in follows from what has been reached, not from the calendar:
/// who has not completed is still in construction, however late.
void fill_stage(FactTable& facts)
{
    const FactValues staged{facts, "staged_right"};
    const FactValues completed{facts, "completed"};
    const FactValues producing{facts, "in_production"};
    const FactValues completion{facts, "agreed_completion"};
    const FactValues production{facts, "agreed_production"};
    FactFiller stage{facts, "stage"};
    FactFiller end{facts, "stage_end"};
    const auto reached = stage.from(msg("from completion and start of production"));
    const auto agreed = end.from(msg("as agreed for the stage"));
    const auto word = [&](const char* name) { return facts.pool().intern(name); };
    const TextId construction = word("construction");
    const TextId start_up = word("start_up");
    const TextId remaining = word("remaining");
    for (std::size_t row = 0; row < facts.rows(); ++row) {
        if (staged.yes_no(row) != true || stage.column().present(row)) {
            continue;
        }
        std::optional<Date> ends;
        if (producing.yes_no(row) == true) {
            stage.column().set_text(row, remaining, reached);
        } else if (completed.yes_no(row) == true) {
            stage.column().set_text(row, start_up, reached);
            ends = production.date(row);
        } else if (completed.yes_no(row) == false) {
            stage.column().set_text(row, construction, reached);
            ends = completion.date(row);
        }
        if (ends && !end.column().present(row)) {
            end.column().set_date(row, *ends, agreed);
        }
    }
}

} // namespace

void write_life_facts(FactTable& parcels, const Profile& profile, Date as_of)
{
    fill_by_presence(parcels, "approved", "approval_batch");
    fill_by_date(parcels, "approved", "approval_date", as_of);
    fill_by_presence(parcels, "supplied", "contract_number");
    fill_by_date(parcels, "supplied", "contract_date", as_of);
    fill_supply_year(parcels);
    fill_due_start(parcels, profile);
    fill_by_date(parcels, "started", "actual_start", as_of);
    fill_by_date(parcels, "completed", "actual_completion", as_of);
    fill_not_started(parcels, "completed");
    fill_by_date(parcels, "in_production", "actual_production", as_of);
    fill_not_started(parcels, "in_production");
    fill_suspended(parcels, as_of);
    fill_quotient(parcels, {"developed_share", "developed_area_m2", "due_area_m2"});
    fill_quotient(parcels, {"invested_share", "invested_wan", "agreed_investment_wan"});
    fill_quotient(parcels, {"investment_intensity", "invested_wan", "area_mu"});
    fill_building_coefficient(parcels);
    fill_stage(parcels);
}

void write_industry_facts(FactTable& enterprises)
{
    const FactId code = enterprises.id("industry_code");
    FactFiller filler{enterprises, "is_manufacturing"};
    const auto computed = filler.from(msg("from the industry code"));
    const auto lacks = filler.missing(msg("missing {}", enterprises.catalogue()[code].label));
    filler.each([&](std::size_t row) {
        const auto text = enterprises.text(code, row);
        const auto answer =
            text ? IndustryCode::parse(*text, IndustryEdition::y2017).is_manufacturing()
                 : std::nullopt;
        if (answer) {
            filler.column().set_yes_no(row, *answer, computed);
        } else {
            filler.column().set_missing(row, lacks);
        }
    });
}

void write_derived_facts(FactTable& facts, const Profile& profile)
{
    for (const DerivedFact& derived : profile.derived) {
        if (derived.subject == facts.subject()) {
            derive(facts, derived.fact, derived.expression, profile.tables,
                   describe(derived.expression, profile.rules_for(derived.subject)));
        }
    }
}

} // namespace tenglong::geo
