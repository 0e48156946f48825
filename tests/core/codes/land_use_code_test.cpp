#include "core/codes/land_use_code.hpp"

#include "tests/core/codes/hostile_codes.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using Kind = LandUseKind;
using System = LandUseSystem;

[[nodiscard]] LandUse parse(std::string_view text)
{
    return LandUse::parse(text);
}

TEST(LandUse, KnowsIndustryInEverySystem)
{
    for (const char* text : {"1001", "100101", "100103", "M", "M1", "M2", "m3", "M0", "0601", "061",
                             "221", "201A", "工业用地", "二类工业用地(其他工业用地)",
                             "二类工业用地（Ｍ２）", "新型产业用地", "0601 工业用地", "工业"}) {
        EXPECT_EQ(parse(text).kind(), Kind::industrial) << text;
        EXPECT_EQ(parse(text).is_industrial(), true) << text;
        EXPECT_EQ(parse(text).is_mining_or_storage(), false) << text;
    }
}

TEST(LandUse, KnowsMiningAndStorageInEverySystem)
{
    for (const char* text :
         {"1002", "1003", "0602", "0603", "062", "222", "204", "H5", "采矿用地", "盐田"}) {
        EXPECT_EQ(parse(text).kind(), Kind::mining) << text;
    }
    for (const char* text : {"1101", "110102", "1102", "W", "W1", "0604", "0508", "063", "223",
                             "仓储用地", "一类物流仓储用地", "储备库用地"}) {
        EXPECT_EQ(parse(text).kind(), Kind::storage) << text;
        EXPECT_EQ(parse(text).is_industrial(), false) << text;
        EXPECT_EQ(parse(text).is_mining_or_storage(), true) << text;
    }
}

TEST(LandUse, TellsTheGrade)
{
    EXPECT_EQ(parse("100102").grade(), 2);
    EXPECT_EQ(parse("M3").grade(), 3);
    EXPECT_EQ(parse("M21").grade(), 2);
    EXPECT_EQ(parse("三类工业用地").grade(), 3);
    EXPECT_EQ(parse("1001").grade(), std::nullopt);
    EXPECT_EQ(parse("M0").grade(), std::nullopt);
}

TEST(LandUse, KnowsOtherUsesAsOther)
{
    for (const char* text : {"0701", "070102", "R2", "B1", "071", "1207", "商服用地",
                             "城镇住宅用地", "公园绿地", "05H1", "非工业用地"}) {
        EXPECT_EQ(parse(text).is_industrial(), false) << text;
        EXPECT_EQ(parse(text).is_mining_or_storage(), false) << text;
    }
}

TEST(LandUse, DoesNotDecideWhatItDoesNotKnow)
{
    for (const char* text : {"", "/", "X7", "9999", "待定", "规划三期", "产业", "199", "M999"}) {
        EXPECT_EQ(parse(text).is_industrial(), std::nullopt) << text;
        EXPECT_EQ(parse(text).is_mining_or_storage(), std::nullopt) << text;
    }
    EXPECT_EQ(parse("").state(), CodeState::missing);
    EXPECT_EQ(parse("X7").state(), CodeState::malformed);
    EXPECT_EQ(parse("X7").note().en,
              "land use 'X7' is not known; whether it is industrial is not decided");
}

TEST(LandUse, DoesNotDecideAreasThatHoldEverything)
{
    // A whole town (H1, 201), land left for later (16), industry or mining or storage (06, 10).
    for (const char* text : {"H11", "201", "16", "工矿仓储用地", "工业仓储用地"}) {
        EXPECT_EQ(parse(text).is_industrial(), std::nullopt) << text;
        EXPECT_EQ(parse(text).state(), CodeState::valid) << text;
    }
    EXPECT_EQ(parse("工矿仓储用地").kind(), Kind::works);
}

TEST(LandUse, DoesNotDecideMixedUse)
{
    for (const char* text :
         {"M1/B1", "工业用地、商服用地", "工业用地(兼容商业)", "0601,0701", "工业混合用地"}) {
        EXPECT_EQ(parse(text).kind(), Kind::mixed) << text;
        EXPECT_EQ(parse(text).is_industrial(), std::nullopt) << text;
    }
    EXPECT_EQ(parse("M1+M0").is_industrial(), true);
    EXPECT_EQ(parse("M2/W1").kind(), Kind::works);
}

TEST(LandUse, DecidesBySystemWhatTwoSystemsShare)
{
    EXPECT_EQ(LandUse::parse("1001", System::spatial_2023).is_industrial(), true);
    EXPECT_EQ(LandUse::parse("1001", System::survey_2017).is_industrial(), false); // railway
    EXPECT_EQ(LandUse::parse("0601", System::survey_2017).is_industrial(), true);
    EXPECT_EQ(LandUse::parse("0601", System::spatial_2023).is_industrial(), false); // farm road
    EXPECT_EQ(LandUse::parse("1001", System::survey_2017).state(), CodeState::valid);
}

TEST(LandUse, MarksAUsualReadingThatIsNotTheOnlyOne)
{
    const LandUse use = parse("1001");

    EXPECT_EQ(use.system(), System::spatial_2023);
    EXPECT_EQ(use.state(), CodeState::unusual);
    EXPECT_EQ(use.note().en,
              "land-use code '1001' is read as in the land and sea classification of "
              "2023; in GB/T 21010-2017 it is another use");
    EXPECT_EQ(parse("0601").system(), System::survey_2017);
    EXPECT_EQ(parse("061").system(), System::survey_2007);
    EXPECT_EQ(parse("061").state(), CodeState::valid);
    EXPECT_EQ(parse("100102").state(), CodeState::valid);
    EXPECT_EQ(parse("1001 工业用地").state(), CodeState::valid);
}

TEST(LandUse, FallsBackWhereTheSystemOfTheColumnDoesNotKnowACode)
{
    EXPECT_EQ(LandUse::parse("M2", System::survey_2017).is_industrial(), true);
}

TEST(LandUse, GivesBackALeadingZeroThatASpreadsheetDropped)
{
    EXPECT_EQ(parse("601").is_industrial(), true);
    EXPECT_EQ(parse("601").note().en,
              "land-use code '601' is taken as '0601': a leading zero was lost");
    EXPECT_EQ(parse("61").is_industrial(), true);
    EXPECT_EQ(parse("101").is_industrial(), false); // railways in 2007, complete as it is
}

TEST(LandUse, TakesTheWordsWhereTheCodeDiffers)
{
    const LandUse use = parse("0701 工业用地");

    EXPECT_EQ(use.is_industrial(), true);
    EXPECT_EQ(use.state(), CodeState::unusual);
    EXPECT_EQ(use.note().en,
              "land use '0701工业用地': the code and the words differ; the words are taken");
}

TEST(LandUse, TellsTheSystemOfAColumn)
{
    using Column = std::vector<std::string>;

    EXPECT_EQ(land_use_system_of(Column{"1001", "100102", "1101"}), System::spatial_2023);
    EXPECT_EQ(land_use_system_of(Column{"0601", "0701", "1004", "1001"}), System::survey_2017);
    EXPECT_EQ(land_use_system_of(Column{"0601", "0601", ""}), System::survey_2017);
    EXPECT_EQ(land_use_system_of(Column{"1001", "1001"}), System::spatial_2023);
    EXPECT_EQ(land_use_system_of(Column{"061", "072"}), System::survey_2007);
    EXPECT_EQ(land_use_system_of(Column{"M1", "R2", "工业用地"}), System::planning);
    EXPECT_EQ(land_use_system_of(Column{"0701"}), std::nullopt); // two systems, no telling
    EXPECT_EQ(land_use_system_of(Column{"工业用地", ""}), std::nullopt);
}

TEST(LandUse, StaysCalmWithHostileText)
{
    testing::expect_calm(parse);
}

} // namespace
} // namespace tenglong
