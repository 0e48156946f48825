#include "core/codes/unit_code.hpp"

#include "tests/core/codes/hostile_codes.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

TEST(UnitCode, FallsIntoParcelFeatureAndNumber)
{
    const UnitCode code = UnitCode::parse("330681 001002 GB00012 F00010001");

    EXPECT_EQ(code.state(), CodeState::valid);
    EXPECT_EQ(code.text(), "330681001002GB00012F00010001");
    EXPECT_EQ(code.parcel().text(), "330681001002GB00012");
    EXPECT_EQ(code.feature(), 'F');
    EXPECT_EQ(code.number(), "00010001");
}

TEST(UnitCode, ExpectsZerosBehindLandWithNothingOnIt)
{
    EXPECT_EQ(UnitCode::parse("330681001002GB00012W00000000").state(), CodeState::valid);

    const UnitCode code = UnitCode::parse("330681001002GB00012W00000001");
    EXPECT_EQ(code.state(), CodeState::unusual);
    EXPECT_TRUE(code.is_structured());
    EXPECT_EQ(code.number(), "00000001");
}

TEST(UnitCode, TakesOverWhatIsUnusualInTheParcel)
{
    EXPECT_EQ(UnitCode::parse("330371001002GB00012W00000000").state(), CodeState::unusual);
    EXPECT_EQ(UnitCode::parse("330681000000GB00012F00010001").state(), CodeState::provisional);
}

TEST(UnitCode, KeepsTheParcelOfABrokenUnit)
{
    for (const char* broken : {"330681001002GB00012", "330681001002GB00012F0001",
                               "330681001002GB00012Z00010001", "330681001002GB00012F0001000X"}) {
        const UnitCode code = UnitCode::parse(broken);
        EXPECT_EQ(code.state(), CodeState::malformed) << broken;
        EXPECT_FALSE(code.is_structured()) << broken;
        EXPECT_EQ(code.parcel().text(), "330681001002GB00012") << broken;
    }
}

TEST(UnitCode, SaysWhereATextGoesWrong)
{
    EXPECT_EQ(UnitCode::parse("330681001002GB00012").note().en,
              "unit code '330681001002GB00012' has 19 characters; it has 28");
    EXPECT_EQ(UnitCode::parse("330681001002GB00012Z00010001").note().en,
              "unit code '330681001002GB00012Z00010001' has 'Z' as character 20 where W, F, L or Q "
              "belongs");
    EXPECT_EQ(UnitCode::parse("3306810010O2GB00012F00010001").note().en,
              "unit code '3306810010O2GB00012F00010001': parcel code '3306810010O2GB00012' has 'O' "
              "as character 11 where a digit belongs");
    EXPECT_EQ(UnitCode::parse("3.3E+27").state(), CodeState::malformed);
    EXPECT_EQ(UnitCode::parse("/").state(), CodeState::missing);
}

TEST(UnitCode, StaysCalmWithHostileText)
{
    testing::expect_calm(UnitCode::parse);
}

} // namespace
} // namespace tenglong
