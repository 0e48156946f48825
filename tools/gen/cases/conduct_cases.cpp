#include "tools/gen/cases/case.hpp"
#include "tools/gen/cases/plot.hpp"

#include <array>

namespace tenglong::tools::gen {

namespace {

template <Violation violation>
void violate(Plot& plot)
{
    plot.owner->violations.insert(violation);
}

template <List list>
void enlist(Plot& plot)
{
    plot.owner->lists.insert(list);
}

void two_violations(Plot& plot)
{
    plot.owner->violations = {Violation::safety, Violation::fire};
}

void rectified(Plot& plot)
{
    plot.owner->violations.insert(Violation::environment);
    plot.owner->rectified = true;
}

void unchecked(Plot& plot)
{
    plot.owner->checked = false;
}

void two_lists(Plot& plot)
{
    plot.owner->lists = {List::high_consumption, List::backward};
}

constexpr auto k_cases = std::to_array<Case>({
    {"b8_safety", "B8", violate<Violation::safety>, "violation=yes", "a breach of safety rules"},
    {"b8_environment", "B8", violate<Violation::environment>, "violation=yes",
     "a breach of environmental rules"},
    {"b8_energy", "B8", violate<Violation::energy>, "violation=yes", "a breach of energy rules"},
    {"b8_fire", "B8", violate<Violation::fire>, "violation=yes", "a breach of fire rules"},
    {"b8_tax", "B8", violate<Violation::tax>, "violation=yes", "a breach of tax law"},
    {"b8_quality", "B8", violate<Violation::quality>, "violation=yes", "a breach of quality rules"},
    {"b8_illegal_use", "B8", violate<Violation::illegal_use>, "violation=yes",
     "the use of the land was changed without leave"},
    {"b8_illegal_lease", "B8", violate<Violation::illegal_lease>, "violation=yes",
     "let without leave"},
    {"b8_illegal_building", "B8", violate<Violation::illegal_building>, "violation=yes",
     "built without leave"},
    {"b8_two", "B8", two_violations, "violation=yes", "two breaches at once"},
    {"b8_rectified", "B8", rectified, "violation=depends",
     "a breach that has been put right: the row says so"},
    {"b8_unchecked", "B8", unchecked, "violation=undecided", "nobody has looked yet"},
    {"b9_high_consumption", "B9", enlist<List::high_consumption>, "high_consumption=yes",
     "on the list of high consumption and low efficiency"},
    {"b9_scattered", "B9", enlist<List::scattered>, "lists=scattered",
     "on the list of scattered, disordered, polluting enterprises"},
    {"b9_backward", "B9", enlist<List::backward>, "lists=backward",
     "on the list of backward capacity"},
    {"b9_two_lists", "B9", two_lists, "lists=high_consumption+backward", "on two lists"},
});

} // namespace

std::span<const Case> conduct_cases() noexcept
{
    return k_cases;
}

} // namespace tenglong::tools::gen
