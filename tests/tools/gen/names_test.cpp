#include "core/codes/credit_code.hpp"
#include "core/codes/industry_code.hpp"
#include "core/codes/parcel_code.hpp"
#include "core/codes/unit_code.hpp"
#include "tools/gen/names/codes.hpp"
#include "tools/gen/names/industries.hpp"
#include "tools/gen/names/names.hpp"

#include <gtest/gtest.h>

#include <set>

namespace tenglong::tools::gen {
namespace {

[[nodiscard]] bool is_making(const Industry& industry)
{
    return IndustryCode::parse(industry.code, IndustryEdition::y2017).is_manufacturing().value();
}

// The readers of core/codes were written from the standards by themselves: a second source.

TEST(Codes, OfEnterprisesHaveRightCheckDigits)
{
    for (std::int64_t serial = 0; serial < 3000; ++serial) {
        const std::string code = credit_code(serial * 48);
        EXPECT_EQ(CreditCode::parse(code).state(), CodeState::valid) << code;
        EXPECT_EQ(unified_check_digit(std::string_view{code}.substr(0, 17)), code.back()) << code;
        EXPECT_EQ(organization_check_digit(std::string_view{code}.substr(8, 8)), code[16]) << code;
    }
}

TEST(Codes, OfEnterprisesDiffer)
{
    std::set<std::string> codes;
    for (std::int64_t serial = 0; serial < 20000; ++serial) {
        codes.insert(credit_code(serial));
    }
    EXPECT_EQ(codes.size(), 20000U);
}

TEST(Codes, OfParcelsAndUnitsAreWellFormed)
{
    const std::string parcel = parcel_code(12, 3, true, 45);
    EXPECT_EQ(parcel, "330699012003GB00045");
    EXPECT_EQ(ParcelCode::parse(parcel).ownership(), LandOwnership::state);
    EXPECT_EQ(ParcelCode::parse(parcel_code(1, 1, false, 1)).ownership(),
              LandOwnership::collective);
    EXPECT_EQ(unit_code(parcel, 0), "330699012003GB00045W00000000");
    EXPECT_EQ(unit_code(parcel, 2), "330699012003GB00045F00020001");
}

TEST(Industries, AreThoseOfTheClassification)
{
    for (const Industry& industry : manufacturing()) {
        EXPECT_TRUE(is_making(industry)) << industry.code;
    }
    for (const Industry& industry : services()) {
        EXPECT_FALSE(is_making(industry)) << industry.code;
    }
}

TEST(Names, OfTownsDifferAndBeginWithTheWantedOnes)
{
    const auto names = town_names(Random{1, "towns"}, 600, {"甲镇", "乙街道", "甲镇"});
    EXPECT_EQ(names[0], "甲镇");
    EXPECT_EQ(names[1], "乙街道");
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), 600U);
}

TEST(Names, LoseWhatGbkCannotHold)
{
    EXPECT_EQ(in_gbk("浙江恒㙍机械厂"), "浙江恒?机械厂");
    EXPECT_EQ(in_gbk("浙江恒埭机械厂"), "浙江恒埭机械厂");
}

} // namespace
} // namespace tenglong::tools::gen
