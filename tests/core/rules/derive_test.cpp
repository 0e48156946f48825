#include "core/rules/derive.hpp"

#include "tests/support/parcel_facts.hpp"
#include "tests/support/test_profile.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

TEST(Derive, ComputesAFactOfTheProfileAndSaysWhyOneIsMissing)
{
    const auto profile = testing::profile_with(R"({ fact = "idle_cost", above = "1 wan" })", R"(
[derived.idle_cost]
zh = "闲置费"
en = "idle fee"
unit = "wan"
value = "land_price_wan * 20%"
)");
    testing::Facts facts{*profile->catalogue, 2};
    facts.put("land_price_wan", 0, 50.0);
    const DerivedFact& fee = profile->derived.at(0);

    derive(facts.table(), fee.fact, fee.expression, profile->tables);

    // 20% of 500,000 yuan are 100,000 yuan.
    EXPECT_DOUBLE_EQ(*facts.table().number(fee.fact, 0), 10.0);
    EXPECT_EQ(facts.table().number(fee.fact, 1), std::nullopt);
    EXPECT_EQ(facts.table().origin(fee.fact, 1).note.en, "missing land price");
}

} // namespace
} // namespace tenglong
