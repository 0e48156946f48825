#include "core/codes/industry_code.hpp"

#include "tests/core/codes/hostile_codes.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using Edition = IndustryEdition;

[[nodiscard]] IndustryCode parse(std::string_view text)
{
    return IndustryCode::parse(text, Edition::y2017);
}

TEST(IndustryCode, ReadsEveryLengthWithAndWithoutTheLetter)
{
    for (const char* text : {"C13", "13", "131", "1311", "C1311", "c13 农副食品加工业",
                             "13-农副食品加工业", "１３", "13.0"}) {
        const IndustryCode code = parse(text);
        EXPECT_EQ(code.state(), CodeState::valid) << text;
        EXPECT_EQ(code.division(), 13) << text;
        EXPECT_EQ(code.section(), 'C') << text;
        EXPECT_EQ(code.is_manufacturing(), true) << text;
    }
    EXPECT_EQ(parse("C1311 稻谷加工").text(), "C1311");
    EXPECT_EQ(parse("C1311").digits(), "1311");
}

TEST(IndustryCode, KnowsASectionWithoutADivision)
{
    const IndustryCode code = parse("C");

    EXPECT_EQ(code.is_manufacturing(), true);
    EXPECT_EQ(code.division(), std::nullopt);
    EXPECT_EQ(parse("D").is_manufacturing(), false);
}

TEST(IndustryCode, TellsManufacturingFromTheRest)
{
    EXPECT_EQ(parse("12").is_manufacturing(), false);
    EXPECT_EQ(parse("4690").is_manufacturing(), false);
    EXPECT_EQ(parse("43").is_manufacturing(), true);
    EXPECT_EQ(parse("7211").section(), 'L');
}

TEST(IndustryCode, FindsALetterThatContradictsItsDivision)
{
    const IndustryCode code = parse("D1311");

    EXPECT_EQ(code.state(), CodeState::unusual);
    EXPECT_EQ(code.division(), 13);
    EXPECT_EQ(code.is_manufacturing(), std::nullopt);
    EXPECT_EQ(code.note().en, "industry code 'D1311': division 13 belongs to section C, not D");
}

TEST(IndustryCode, GivesBackALeadingZeroThatASpreadsheetDropped)
{
    const IndustryCode coal = parse("B610");

    EXPECT_EQ(coal.text(), "B0610");
    EXPECT_EQ(coal.division(), 6);
    EXPECT_EQ(coal.state(), CodeState::unusual);
    EXPECT_EQ(coal.note().en, "industry code 'B610' is taken as 'B0610': a leading zero was lost");
    EXPECT_EQ(parse("6").division(), 6);
    EXPECT_EQ(parse("610").division(), 61); // without a letter, three digits are a group
}

TEST(IndustryCode, MarksADivisionThatTheEditionDoesNotHave)
{
    EXPECT_EQ(parse("98").state(), CodeState::unusual);
    EXPECT_EQ(parse("98").is_manufacturing(), std::nullopt);
    EXPECT_EQ(IndustryCode::parse("C38", Edition::y2002).state(), CodeState::unusual);
    EXPECT_EQ(IndustryCode::parse("C38", Edition::y2002).is_manufacturing(), true);
    EXPECT_EQ(IndustryCode::parse("38", Edition::y2002).is_manufacturing(), std::nullopt);
}

TEST(IndustryCode, RefusesWhatIsNoCode)
{
    for (const char* text : {"13112", "Z13", "制造业", "13/14", "131A", "CC"}) {
        const IndustryCode code = parse(text);
        EXPECT_EQ(code.state(), CodeState::malformed) << text;
        EXPECT_EQ(code.is_manufacturing(), std::nullopt) << text;
    }
    EXPECT_EQ(parse("").state(), CodeState::missing);
}

TEST(IndustryNames, DifferBetweenEditions)
{
    // 36 is the example of the domain notes (6.2).
    EXPECT_EQ(division_name(36, Edition::y2017)->zh, "汽车制造业");
    EXPECT_EQ(division_name(36, Edition::y2002)->zh, "专用设备制造业");
    EXPECT_EQ(division_name(25, Edition::y2011)->zh, "石油加工、炼焦和核燃料加工业");
    EXPECT_EQ(division_name(25, Edition::y2017)->zh, "石油、煤炭及其他燃料加工业");
    EXPECT_EQ(division_name(43, Edition::y2017)->en,
              "Repair of metal products, machinery and equipment");
    EXPECT_EQ(division_name(44, Edition::y2017), std::nullopt);
    EXPECT_EQ(division_name(38, Edition::y2002), std::nullopt);
    EXPECT_EQ(section_name('C', Edition::y2017)->zh, "制造业");
    EXPECT_EQ(section_name('F', Edition::y2002)->zh, "交通运输、仓储和邮政业");
    EXPECT_EQ(section_name('F', Edition::y2017)->zh, "批发和零售业");
}

TEST(IndustryNames, GiveEveryManufacturingDivisionANameInBothLanguages)
{
    for (const Edition edition : {Edition::y2002, Edition::y2011, Edition::y2017}) {
        for (int division = 13; division <= 43; ++division) {
            const auto found = division_name(division, edition);
            EXPECT_EQ(found.has_value(), section_of(division, edition) == 'C') << division;
            EXPECT_TRUE(!found || (!found->zh.empty() && !found->en.empty())) << division;
        }
    }
}

TEST(IndustrySections, CoverTheDivisionsOfTheirEdition)
{
    // The standards end at 98, 96 and 97, for international organisations.
    EXPECT_EQ(section_of(98, Edition::y2002), 'T');
    EXPECT_EQ(section_of(96, Edition::y2011), 'T');
    EXPECT_EQ(section_of(97, Edition::y2011), std::nullopt);
    EXPECT_EQ(section_of(97, Edition::y2017), 'T');
    EXPECT_EQ(section_of(78, Edition::y2011), 'N');
    EXPECT_EQ(section_of(79, Edition::y2011), 'O');
    EXPECT_EQ(section_of(79, Edition::y2017), 'N');
    for (int division = 1; division <= 97; ++division) {
        EXPECT_TRUE(section_of(division, Edition::y2017)) << division;
    }
}

TEST(IndustryPrefix, HoldsTheCodesThatBeginWithIt)
{
    const IndustryPrefix division{Edition::y2017, "C13"};

    EXPECT_EQ(lies_in(parse("1311"), division), true);
    EXPECT_EQ(lies_in(parse("C13"), division), true);
    EXPECT_EQ(lies_in(parse("14"), division), false);
    EXPECT_EQ(lies_in(parse("14"), IndustryPrefix{Edition::y2017, "C"}), true);
    EXPECT_EQ(lies_in(parse("44"), IndustryPrefix{Edition::y2017, "C"}), false);
}

TEST(IndustryPrefix, LeavesACoarserCodeUndecided)
{
    EXPECT_EQ(lies_in(parse("C13"), IndustryPrefix{Edition::y2017, "131"}), std::nullopt);
    EXPECT_EQ(lies_in(parse("C"), IndustryPrefix{Edition::y2017, "131"}), std::nullopt);
    EXPECT_EQ(lies_in(parse("D"), IndustryPrefix{Edition::y2017, "131"}), false);
}

TEST(IndustryPrefix, NeverMeetsACodeOfAnotherEdition)
{
    EXPECT_EQ(lies_in(parse("36"), IndustryPrefix{Edition::y2002, "36"}), std::nullopt);
}

TEST(IndustryCode, StaysCalmWithHostileText)
{
    testing::expect_calm(parse);
}

} // namespace
} // namespace tenglong
