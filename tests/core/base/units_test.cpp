#include "core/base/units.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace tenglong {
namespace {

TEST(Unit, ConvertsMuExactly)
{
    // 1 mu = 2000/3 m²; 15 mu = 1 ha.
    EXPECT_EQ(Unit::of("m2").convert(10'000.0, Unit::of("mu")), 15.0);
    EXPECT_EQ(Unit::of("mu").convert(15.0, Unit::of("m2")), 10'000.0);
    EXPECT_EQ(Unit::of("ha").convert(1.0, Unit::of("mu")), 15.0);
    EXPECT_EQ(Unit::of("km2").convert(300.0, Unit::of("wan_mu")), 45.0);
    EXPECT_EQ(to_mu(SquareMetres{20'000.0}).value(), 30.0);
    EXPECT_EQ(to_square_metres(Mu{3.0}).value(), 2'000.0);
}

TEST(Unit, ConvertsCompoundUnits)
{
    EXPECT_EQ(Unit::of("yuan_per_mu").convert(50'000.0, Unit::of("wan_per_mu")), 5.0);
    EXPECT_EQ(Unit::of("wan_per_ha").convert(15.0, Unit::of("wan_per_mu")), 1.0);
    EXPECT_EQ(Unit::of("percent").convert(25.0, Unit{}), 0.25);
    EXPECT_EQ(Unit::of("kwh").convert(25'000.0, Unit::of("wan_kwh")), 2.5);
}

TEST(Unit, KnowsTheSpellingsOfHeaders)
{
    EXPECT_EQ(Unit::of("万元/亩"), Unit::of("wan_per_mu"));
    EXPECT_EQ(Unit::of("㎡"), Unit::of("m2"));
    EXPECT_EQ(Unit::of("吨标准煤"), Unit::of("tce"));
    EXPECT_EQ(Unit::of("万千瓦时").key(), "wan_kwh");
    EXPECT_EQ(Unit::of("wan_per_mu").symbol().zh, "万元/亩");
    EXPECT_FALSE(Unit::parse("acre").has_value());
    EXPECT_FALSE(Unit::parse("").has_value());
    EXPECT_THROW(static_cast<void>(Unit::of("acre")), std::invalid_argument);
}

TEST(Unit, KeepsElectricityApartFromCoalEquivalent)
{
    // The factor between them (等价值 or 当量值) is a policy's choice, never a conversion.
    EXPECT_NE(Unit::of("kwh").dimension(), Unit::of("tce").dimension());
    EXPECT_EQ(Unit::of("wan_per_mu").dimension(), Unit::of("yuan_per_m2").dimension());
}

TEST(Quantity, ReadsNumberAndUnit)
{
    const auto line = Quantity::parse("5 wan_per_mu");
    ASSERT_TRUE(line.has_value());
    EXPECT_EQ(line->value, 5.0);
    EXPECT_EQ(line->unit, Unit::of("wan_per_mu"));

    EXPECT_EQ(Quantity::parse("1/3")->value, 1.0 / 3.0);
    EXPECT_EQ(Quantity::parse("25%")->unit.convert(25.0, Unit{}), 0.25);
    EXPECT_EQ(Quantity::parse("50亩")->unit, Unit::of("mu"));
    EXPECT_FALSE(Quantity::parse("many mu").has_value());
    EXPECT_FALSE(Quantity::parse("5 acre").has_value());
}

} // namespace
} // namespace tenglong
