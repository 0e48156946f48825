#pragma once

#include "core/balance/checks.hpp"

#include <string>
#include <utility>

namespace tenglong::tests {

inline Balance rules(double ratio, Settlement settlement = Settlement::at_end)
{
    Balance balance;
    balance.ratio.value = Quantity{ratio, Unit{}};
    balance.settlement = settlement;
    balance.scope = BalanceScope::all_regions;
    return balance;
}

inline Booking booking(ChangeKind kind, std::string id, const std::string& day, double area_m2,
                       std::string pair = {}, std::string region = {})
{
    Booking made;
    made.kind = kind;
    made.change = std::move(id);
    made.date = Date::parse(day);
    made.claimed_m2 = area_m2;
    made.counted_m2 = area_m2;
    made.pair = std::move(pair);
    made.region = std::move(region);
    return made;
}

} // namespace tenglong::tests
