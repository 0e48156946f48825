#include "core/codes/admin_code.hpp"

#include "tests/core/codes/hostile_codes.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

TEST(AdminCode, TellsTheLevelFromTheDigitsThatCarryMeaning)
{
    EXPECT_EQ(AdminCode::parse("330000").level(), AdminLevel::province);
    EXPECT_EQ(AdminCode::parse("330600").level(), AdminLevel::city);
    EXPECT_EQ(AdminCode::parse("330681").level(), AdminLevel::county);
    EXPECT_EQ(AdminCode::parse("330681000000").level(), AdminLevel::county);
    EXPECT_EQ(AdminCode::parse("330681103").level(), AdminLevel::town);
    EXPECT_EQ(AdminCode::parse("330681103205").level(), AdminLevel::village);
    EXPECT_EQ(AdminCode::parse("331000").significant(), "3310"); // Taizhou ends in a zero itself
}

TEST(AdminCode, LiesInsideWhatItsDigitsBeginWith)
{
    const AdminCode village = AdminCode::parse("330681103205");

    EXPECT_EQ(village.is_inside(AdminCode::parse("330681")), true);
    EXPECT_EQ(village.is_inside(AdminCode::parse("330600")), true);
    EXPECT_EQ(village.is_inside(AdminCode::parse("33")), true);
    EXPECT_EQ(village.is_inside(village), true);
    EXPECT_EQ(village.is_inside(AdminCode::parse("330682")), false);
    EXPECT_EQ(AdminCode::parse("330600").is_inside(village), false);
    EXPECT_EQ(village.is_inside(AdminCode::parse("诸暨")), std::nullopt);
}

TEST(AdminCode, AcceptsTheCountyCodesOfDevelopmentZones)
{
    // 3303710xxxxx are the villages of the Wenzhou zone (domain notes, 7.1).
    const AdminCode zone = AdminCode::parse("330371012345");

    EXPECT_EQ(zone.state(), CodeState::unusual);
    EXPECT_TRUE(zone.is_development_zone());
    EXPECT_EQ(zone.county(), "330371");
    EXPECT_EQ(zone.is_inside(AdminCode::parse("330300")), true);
    EXPECT_EQ(zone.note().en,
              "region code '330371012345' has the county code of a development zone");
    EXPECT_EQ(zone.note().zh, "行政区划代码“330371012345”用的是开发区的县级代码");
    EXPECT_FALSE(AdminCode::parse("330681").is_development_zone());
}

TEST(AdminCode, MarksAProvinceThatDoesNotExist)
{
    const AdminCode code = AdminCode::parse("993306");

    EXPECT_EQ(code.state(), CodeState::unusual);
    EXPECT_EQ(code.level(), AdminLevel::county);
}

TEST(AdminCode, SaysWhyATextIsNoCode)
{
    EXPECT_EQ(AdminCode::parse("33068A").note().en,
              "region code '33068A' has 'A' as character 6; it consists of digits");
    EXPECT_EQ(AdminCode::parse("3306811").note().en,
              "region code '3306811' has 7 digits; it has 6, 9 or 12");
    EXPECT_EQ(AdminCode::parse("000000").state(), CodeState::malformed);
    EXPECT_EQ(AdminCode::parse("3.30681E+11").state(), CodeState::malformed);
    EXPECT_EQ(AdminCode::parse("/").state(), CodeState::missing);
    EXPECT_EQ(AdminCode::parse("33068A").level(), std::nullopt);
}

TEST(AdminCode, NamesTheProvince)
{
    EXPECT_EQ(province_name("330681")->zh, "浙江省");
    EXPECT_EQ(province_name("330681")->en, "Zhejiang");
    EXPECT_EQ(province_name("00"), std::nullopt);
    EXPECT_EQ(province_name(""), std::nullopt);
}

TEST(AdminCode, StaysCalmWithHostileText)
{
    testing::expect_calm(AdminCode::parse);
}

} // namespace
} // namespace tenglong
