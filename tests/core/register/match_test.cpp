#include "tests/support/register_case.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using testing::count_of;
using testing::credit_code;
using testing::parcel_code;
using testing::RegisterCase;
using testing::text_of;

/// The match of an enterprise's only link.
[[nodiscard]] MatchKind match_of(const Register& reg, std::size_t enterprise)
{
    return reg.links_of(enterprise).front().match;
}

TEST(Match, GoesByTheSurestThatIsKnown)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0);
    town.parcel(parcel_code(2), 10'000.0, "乙公司", credit_code(2));
    town.parcel(parcel_code(3), 10'000.0, "丙公司");
    town.parcel(parcel_code(4), 10'000.0);
    town.enterprise("甲公司", credit_code(1), parcel_code(1));
    town.enterprise("乙公司", credit_code(2));
    town.enterprise("丙 公司", credit_code(3));
    town.enterprise("丁公司", credit_code(4));
    town.locate = [](std::size_t row) {
        return row == 3 ? std::optional<std::uint32_t>{3} : std::nullopt;
    };

    const Register reg = town.run();

    ASSERT_EQ(reg.links.size(), 4U);
    EXPECT_EQ(match_of(reg, 0), MatchKind::parcel_code);
    EXPECT_EQ(match_of(reg, 1), MatchKind::holder_code);
    EXPECT_EQ(match_of(reg, 2), MatchKind::holder_name);
    EXPECT_EQ(match_of(reg, 3), MatchKind::coordinates);
    EXPECT_EQ(reg.links_of(3).front().parcel, 3U);
    EXPECT_TRUE(reg.unmatched.empty());
}

TEST(Match, TakesSeveralCodesOfOneCellAndUnitsOnAParcel)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0);
    town.parcel(parcel_code(2), 10'000.0);
    town.parcel("", 10'000.0).unit_code = "330681001002GB00003W00000000";
    town.enterprise("甲公司", credit_code(1), parcel_code(1) + "、" + parcel_code(2));
    town.enterprise("乙公司", credit_code(2)).unit_codes = "330681 001002 GB00003 F00010001";

    const Register reg = town.run();

    EXPECT_EQ(reg.links_of(0).size(), 2U);
    ASSERT_EQ(reg.links_of(1).size(), 1U);
    EXPECT_EQ(reg.links_of(1).front().parcel, 2U);
    EXPECT_EQ(match_of(reg, 1), MatchKind::unit_code);
}

TEST(Match, LinksAHolderToAllItsParcels)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0, "甲公司", credit_code(1));
    town.parcel(parcel_code(2), 10'000.0, "甲公司、乙公司", credit_code(1) + "、" + credit_code(2));
    town.enterprise("甲公司", credit_code(1));
    town.enterprise("乙公司", credit_code(2));

    const Register reg = town.run();

    EXPECT_EQ(reg.links_of(0).size(), 2U);
    EXPECT_EQ(reg.links_of(1).size(), 1U);
    EXPECT_EQ(reg.enterprises_on(1), 2U);
}

TEST(Match, JoinsCodesOfTheOldFormByTheOrganisationCode)
{
    RegisterCase town;
    // The organisation code MA2000001 with its check digit is characters 9 to 17 of credit_code(1).
    town.parcel(parcel_code(1), 10'000.0, "甲公司", credit_code(1).substr(8, 9));
    town.enterprise("甲公司（原名）", credit_code(1));

    const Register reg = town.run();

    ASSERT_EQ(reg.links.size(), 1U);
    EXPECT_EQ(match_of(reg, 0), MatchKind::holder_organization);
}

TEST(Match, NeverTakesAWrongCheckDigitForAnotherHolder)
{
    RegisterCase town;
    const std::string right = credit_code(1);
    const std::string slip = right.substr(0, 17) + (right.back() == '8' ? '9' : '8');
    town.parcel(parcel_code(1), 10'000.0, "甲公司", right);
    town.parcel(parcel_code(2), 10'000.0, "丙公司", slip);
    town.enterprise("乙公司", slip);
    town.enterprise("甲公司", right);

    const Register reg = town.run();

    // The very same code still joins: one hand typed both tables.
    ASSERT_EQ(reg.links_of(0).size(), 1U);
    EXPECT_EQ(reg.links_of(0).front().parcel, 1U);
    ASSERT_EQ(reg.links_of(1).size(), 1U);
    EXPECT_EQ(reg.links_of(1).front().parcel, 0U);
}

TEST(Match, NamesACodeThatNoParcelHasAndGoesOn)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0, "甲公司", credit_code(1));
    town.enterprise("甲公司", credit_code(1), parcel_code(9));

    const Register reg = town.run();

    EXPECT_EQ(match_of(reg, 0), MatchKind::holder_code);
    EXPECT_EQ(text_of(reg, "parcel_code_not_found"),
              "parcel '330681001002GB00009' of enterprise '甲公司' is not among the parcels");
}

TEST(Match, NeverGuessesBetweenParcelsOfOneCode)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0);
    town.parcel(parcel_code(1), 5'000.0);
    town.enterprise("甲公司", credit_code(1), parcel_code(1));

    const Register reg = town.run();

    EXPECT_TRUE(reg.links.empty());
    EXPECT_EQ(count_of(reg, "parcel_code_ambiguous"), 1U);
    ASSERT_EQ(reg.unmatched.size(), 1U);
    EXPECT_EQ(reg.unmatched[0].reason, NoMatch::ambiguous);
}

TEST(Match, NeverGuessesBetweenEnterprisesOfOneName)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0, "甲公司");
    town.enterprise("甲公司", credit_code(1));
    town.enterprise("甲公司", credit_code(2));

    const Register reg = town.run();

    EXPECT_TRUE(reg.links.empty());
    EXPECT_EQ(count_of(reg, "name_ambiguous"), 2U);
}

TEST(Match, NeverGuessesBetweenHoldersOfOneName)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0, "甲公司", credit_code(1));
    town.parcel(parcel_code(2), 10'000.0, "甲公司", credit_code(2));
    town.enterprise("甲公司");

    const Register reg = town.run();

    EXPECT_TRUE(reg.links.empty());
    EXPECT_EQ(count_of(reg, "name_ambiguous"), 1U);
}

TEST(Match, DoesNotJoinByANameWhatTheCodesKeepApart)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0, "甲公司", credit_code(1));
    town.enterprise("甲公司", credit_code(2));

    const Register reg = town.run();

    EXPECT_TRUE(reg.links.empty());
    EXPECT_EQ(reg.unmatched.at(0).reason, NoMatch::contradicted);
}

TEST(Match, OnlySuggestsALikeName)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0, "诸暨市弘达机械有限公司");
    town.enterprise("诸暨市宏达机械股份有限公司", credit_code(1));

    const Register reg = town.run();

    EXPECT_TRUE(reg.links.empty());
    ASSERT_EQ(reg.unmatched.size(), 1U);
    ASSERT_EQ(reg.unmatched[0].hints.size(), 1U);
    EXPECT_EQ(reg.unmatched[0].hints[0].parcel, 0U);
    // 诸暨市弘达机械 and 诸暨市宏达机械: one of seven characters, 86%.
    EXPECT_EQ(text_of(reg, "enterprise_unmatched"),
              "enterprise '诸暨市宏达机械股份有限公司' has no parcel: no parcel has its code, its "
              "place or its name; perhaps it is the holder '诸暨市弘达机械有限公司' (parcel "
              "'330681001002GB00001', 86% alike)");
}

TEST(Match, ListsEveryRowThatHasNoParcelWithItsFileAndRow)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0);
    town.enterprise("甲公司", credit_code(1), parcel_code(1));
    town.enterprise("", "");

    const Register reg = town.run();

    ASSERT_EQ(reg.unmatched.size(), 1U);
    EXPECT_EQ(reg.unmatched[0].enterprise, 1U);
    EXPECT_EQ(reg.unmatched[0].reason, NoMatch::nothing_given);
    ASSERT_EQ(count_of(reg, "enterprise_unmatched"), 1U);
    EXPECT_EQ(reg.issues.front().place, (Place{"enterprises.xlsx", "", 2}));
}

TEST(Match, NeverShowsAnIdentityNumber)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0);
    // A made-up person; the check symbol follows from the digits.
    town.enterprise("", "330681199001011237");
    town.enterprise("某个体户", "330681199001011237").year = 2022;

    RegisterOptions options;
    options.year = 2023;
    for (const Issue& issue : town.run(options).issues) {
        EXPECT_EQ(issue.subject.find("33068119"), std::string::npos);
        EXPECT_EQ(issue.text.en.find("33068119"), std::string::npos);
        EXPECT_EQ(issue.text.zh.find("33068119"), std::string::npos);
    }
}

TEST(Match, NotesParcelsThatAnEnterpriseHoldsAndDoesNotName)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0, "甲公司", credit_code(1));
    town.parcel(parcel_code(2), 10'000.0, "甲公司", credit_code(1));
    town.enterprise("甲公司", credit_code(1), parcel_code(1));

    const Register reg = town.run();

    EXPECT_EQ(reg.links.size(), 1U);
    EXPECT_EQ(text_of(reg, "held_parcel_not_named"),
              "enterprise '甲公司' also holds 330681001002GB00002, which its row does not name; "
              "its figures are not placed there");
}

TEST(MatchKind, HasALabelInBothLanguages)
{
    for (int i = 0; i < 8; ++i) {
        const Text text = label(static_cast<MatchKind>(i));
        EXPECT_FALSE(text.en.empty());
        EXPECT_NE(text.zh, text.en);
    }
}

} // namespace
} // namespace tenglong
