#include "core/codes/parcel_code.hpp"

#include "tests/core/codes/hostile_codes.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

TEST(ParcelCode, FallsIntoItsParts)
{
    const ParcelCode code = ParcelCode::parse("330681001002GB00012");

    EXPECT_EQ(code.state(), CodeState::valid);
    EXPECT_TRUE(code.note().empty());
    EXPECT_EQ(code.county(), "330681");
    EXPECT_EQ(code.cadastral_area(), "001");
    EXPECT_EQ(code.cadastral_subarea(), "002");
    EXPECT_EQ(code.feature(), "GB");
    EXPECT_EQ(code.sequence(), "00012");
    EXPECT_EQ(code.right()->en, "construction land, surface");
    EXPECT_EQ(code.right()->zh, "建设用地（地表）");
}

TEST(ParcelCode, TellsStateFromCollectiveLand)
{
    EXPECT_EQ(ParcelCode::parse("330681001002GB00012").ownership(), LandOwnership::state);
    EXPECT_EQ(ParcelCode::parse("330681001002JB00012").ownership(), LandOwnership::collective);
    EXPECT_EQ(ParcelCode::parse("330681001002ZW00012").ownership(), LandOwnership::undetermined);
    EXPECT_EQ(ParcelCode::parse("12-3-45").ownership(), std::nullopt);
}

TEST(ParcelCode, IsTheSameHoweverItIsWritten)
{
    const ParcelCode plain = ParcelCode::parse("330681001002GB00012");

    for (const char* written :
         {"330681 001002 GB00012", "330681-001-002-GB00012", " 330681001002gb00012\n",
          "３３０６８１００１００２ＧＢ０００１２", "'330681001002GB00012"}) {
        EXPECT_EQ(ParcelCode::parse(written), plain) << written;
        EXPECT_EQ(ParcelCode::parse(written).state(), CodeState::valid) << written;
    }
}

TEST(ParcelCode, AcceptsTheCountyCodeOfADevelopmentZone)
{
    const ParcelCode code = ParcelCode::parse("330371001002GB00012");

    EXPECT_EQ(code.state(), CodeState::unusual);
    EXPECT_TRUE(identifies(code.state()));
    EXPECT_EQ(code.county(), "330371");
    EXPECT_EQ(code.note().en,
              "parcel code '330371001002GB00012': region code '330371' has the county "
              "code of a development zone");
}

TEST(ParcelCode, AcceptsAFeatureLetterThatTheStandardDoesNotName)
{
    const ParcelCode code = ParcelCode::parse("330681001002GL00012");

    EXPECT_EQ(code.state(), CodeState::unusual);
    EXPECT_EQ(code.feature(), "GL");
    EXPECT_EQ(code.right(), std::nullopt);
}

TEST(ParcelCode, TakesTheParcelOutOfAUnitCode)
{
    const ParcelCode code = ParcelCode::parse("330681 001002 GB00012 F00010001");

    EXPECT_EQ(code.text(), "330681001002GB00012");
    EXPECT_EQ(code.state(), CodeState::unusual);
}

TEST(ParcelCode, MarksOldCadastralNumbers)
{
    for (const char* old : {"1-2-15", "3306810010020015", "330681001002015(1)",
                            "330681-001-002-0015", "0330681001002000012"}) {
        const ParcelCode code = ParcelCode::parse(old);
        EXPECT_EQ(code.state(), CodeState::old_form) << old;
        EXPECT_FALSE(code.is_structured()) << old;
        EXPECT_TRUE(identifies(code.state())) << old;
    }
    EXPECT_EQ(ParcelCode::parse("1-2-15").text(), "1-2-15");
}

TEST(ParcelCode, MarksCodesThatStandInForOnesToCome)
{
    for (const char* waiting :
         {"330681001002GB00000", "330681000000GB00012", "预编330681001002GB00012",
          "330681001002GB00012(预)", "未编号", "0000", "YB-2021-15"}) {
        const ParcelCode code = ParcelCode::parse(waiting);
        EXPECT_EQ(code.state(), CodeState::provisional) << waiting;
        EXPECT_FALSE(identifies(code.state())) << waiting;
    }
    EXPECT_EQ(ParcelCode::parse("预编330681001002GB00012").county(), "330681");
    EXPECT_EQ(ParcelCode::parse("未编号").county(), "");
}

TEST(ParcelCode, LetsIslandsAndSeaGoWithoutCadastralAreas)
{
    EXPECT_EQ(ParcelCode::parse("330900000000GH00012").state(), CodeState::valid);
}

TEST(ParcelCode, SaysWhereATextGoesWrong)
{
    EXPECT_EQ(ParcelCode::parse("330681001002GB0001").note().en,
              "parcel code '330681001002GB0001' has 18 characters; it has 19");
    EXPECT_EQ(ParcelCode::parse("330681001002GB000l2").note().en,
              "parcel code '330681001002GB000L2' has 'L' as character 18 where a digit belongs");
    EXPECT_EQ(ParcelCode::parse("33O681001002GB00012").note().en,
              "parcel code '33O681001002GB00012' has 'O' as character 3 where a digit belongs");
    EXPECT_EQ(ParcelCode::parse("330681001002QB00012").note().en,
              "parcel code '330681001002QB00012' has 'Q' as character 13 where G, J or Z belongs");
    EXPECT_EQ(ParcelCode::parse("330681001002G宗00012").note().zh,
              "宗地代码“330681001002G宗00012”第14位是“宗”，应为字母");
    EXPECT_EQ(ParcelCode::parse("3.30681E+18").note().en,
              "parcel code '3.30681E+18' was stored as a number and lost its digits; format the "
              "column as text");
}

TEST(ParcelCode, IsMissingWhereNothingWasWritten)
{
    for (const char* none : {"", "  ", "/", "无", "——"}) {
        EXPECT_EQ(ParcelCode::parse(none).state(), CodeState::missing) << none;
    }
}

TEST(ParcelCode, StaysCalmWithHostileText)
{
    testing::expect_calm(ParcelCode::parse);
}

} // namespace
} // namespace tenglong
