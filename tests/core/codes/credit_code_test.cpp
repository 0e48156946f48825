#include "core/codes/credit_code.hpp"

#include "tests/core/codes/hostile_codes.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

TEST(CreditCode, AcceptsCodesThatAuthoritiesPrint)
{
    // Public bodies, from published government pages (domain notes, 7.1).
    for (const char* real :
         {"11370881004339597L", "11341622003178357Q", "11330683002584812B", "11331002002673575G"}) {
        const CreditCode code = CreditCode::parse(real);
        EXPECT_EQ(code.state(), CodeState::valid) << real;
        EXPECT_EQ(code.kind(), CreditCodeKind::unified) << real;
    }
}

TEST(CreditCode, HoldsTheRegionAndTheOrganisation)
{
    const CreditCode code = CreditCode::parse("11330683002584812B");

    EXPECT_EQ(code.region(), "330683");
    EXPECT_EQ(code.organization(), "002584812");
    EXPECT_EQ(CreditCode::parse("00258481-2").organization(), "002584812");
}

TEST(CreditCode, IsTheSameHoweverItIsWritten)
{
    EXPECT_EQ(CreditCode::parse(" １１３３０６８３ 002584812b ").text(), "11330683002584812B");
}

TEST(CreditCode, SaysWhichCheckDigitWouldBeRight)
{
    const CreditCode code = CreditCode::parse("11330683002584812C");

    EXPECT_EQ(code.state(), CodeState::wrong_check);
    EXPECT_TRUE(identifies(code.state()));
    EXPECT_EQ(code.right_check(), 'B');
    EXPECT_EQ(code.note().en,
              "credit code '11330683002584812C' has the check digit 'C'; 'B' would be right");
    EXPECT_EQ(code.note().zh, "统一社会信用代码“11330683002584812C”的校验码是“C”，应为“B”");
}

TEST(CreditCode, FindsEverySingleWrongCharacterAndEverySwap)
{
    constexpr std::string_view k_symbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    const std::string right = "11330683002584812B";

    for (std::size_t i = 0; i < right.size(); ++i) {
        for (const char symbol : k_symbols) {
            std::string changed = right;
            changed[i] = symbol;
            EXPECT_EQ(CreditCode::parse(changed).state() == CodeState::valid, symbol == right[i])
                << changed;
        }
        if (i + 1 == right.size()) {
            break;
        }
        std::string swapped = right;
        std::swap(swapped[i], swapped[i + 1]);
        EXPECT_EQ(CreditCode::parse(swapped).state() == CodeState::valid, swapped == right)
            << swapped;
    }
}

TEST(CreditCode, ExplainsALetterThatCreditCodesNeverHave)
{
    // A letter O typed for each zero.
    const CreditCode code = CreditCode::parse("1133O683OO2584812B");

    EXPECT_EQ(code.state(), CodeState::malformed);
    EXPECT_EQ(code.note().en,
              "credit code '1133O683OO2584812B' has 'O' as character 5, which credit codes never "
              "have; '11330683002584812B' would be right");
    EXPECT_EQ(CreditCode::parse("1133O683OO2584812C").note().en,
              "credit code '1133O683OO2584812C' has 'O' as character 5, which credit codes never "
              "have");
}

TEST(CreditCode, SuspectsASpreadsheetBehindThreeZeros)
{
    // 913306817000000010 as a number of 15 digits.
    const CreditCode code = CreditCode::parse("913306817000000000");

    // Whichever of a thousand enterprises it was, it names none of them now.
    EXPECT_EQ(code.state(), CodeState::malformed);
    EXPECT_NE(code.note().en.find("spreadsheet"), std::string::npos);
    EXPECT_EQ(CreditCode::parse("9.13307E+17").state(), CodeState::malformed);
    EXPECT_EQ(CreditCode::parse("913306817000000010").state(), CodeState::valid);
}

TEST(CreditCode, IsNoFillerOfOneCharacter)
{
    // The check digit of 17 zeros is zero.
    for (const char* filler : {"000000000000000000", "111111111111111111", "XXXXXXXXXXXXXXXXXX"}) {
        SCOPED_TRACE(filler);
        const CreditCode code = CreditCode::parse(filler);
        EXPECT_EQ(code.state(), CodeState::malformed);
        EXPECT_NE(code.note().en.find("names nobody"), std::string::npos);
    }
}

TEST(CreditCode, MarksOldRegistrationNumbers)
{
    // ISO 7064 MOD 11,10 over 33068100001234 gives 0, by a script of its own.
    const CreditCode code = CreditCode::parse("330681000012340");

    EXPECT_EQ(code.state(), CodeState::old_form);
    EXPECT_EQ(code.kind(), CreditCodeKind::registration);
    EXPECT_EQ(code.region(), "330681");
    EXPECT_EQ(code.organization(), "");
    EXPECT_EQ(CreditCode::parse("330681000012341").note().en,
              "'330681000012341' is an old registration number, and its check digit is not '0'");
    EXPECT_EQ(CreditCode::parse("3306812001234").state(), CodeState::old_form);
}

TEST(CreditCode, MarksOrganisationCodes)
{
    // D2143569-X is the worked example of the standard's readers; 143345671 by a script of its own.
    for (const char* organization : {"D2143569-X", "14334567-1", "143345671"}) {
        const CreditCode code = CreditCode::parse(organization);
        EXPECT_EQ(code.state(), CodeState::old_form) << organization;
        EXPECT_EQ(code.kind(), CreditCodeKind::organization) << organization;
        EXPECT_EQ(code.organization(), code.text()) << organization;
    }
    const CreditCode wrong = CreditCode::parse("143345672");
    EXPECT_EQ(wrong.state(), CodeState::wrong_check);
    EXPECT_EQ(wrong.right_check(), '1');
}

TEST(CreditCode, FindsTheOrganisationInAnOldTaxpayerNumber)
{
    const CreditCode code = CreditCode::parse("330681143345671");

    EXPECT_EQ(code.kind(), CreditCodeKind::taxpayer);
    EXPECT_EQ(code.state(), CodeState::old_form);
    EXPECT_EQ(code.organization(), "143345671");
}

TEST(CreditCode, NeverQuotesAnIdentityNumber)
{
    // The first is the example of GB 11643; the second would pass as a credit code as well.
    for (const char* person : {"11010519491231002X", "330681198001010539"}) {
        const CreditCode code = CreditCode::parse(person);
        EXPECT_EQ(code.kind(), CreditCodeKind::identity) << person;
        EXPECT_EQ(code.note().en.find(person), std::string::npos) << person;
    }
}

TEST(CreditCode, SaysWhyATextIsNoCode)
{
    EXPECT_EQ(CreditCode::parse("1133068300258481").note().en,
              "credit code '1133068300258481' has 16 characters; it has 18");
    EXPECT_EQ(CreditCode::parse("诸暨市某某厂").note().en,
              "credit code '诸暨市某某厂' has characters other than letters and digits");
    EXPECT_EQ(CreditCode::parse("/").state(), CodeState::missing);
}

TEST(CheckDigit, FollowsIso7064ForRegistrationNumbers)
{
    EXPECT_EQ(registration_check_digit("11010800000001"), '6');
    EXPECT_EQ(registration_check_digit("1101080000000A"), std::nullopt);
    EXPECT_EQ(registration_check_digit(""), std::nullopt);
    EXPECT_EQ(organization_check_digit("1234567"), std::nullopt);
    EXPECT_EQ(unified_check_digit("1133068300258481O"), std::nullopt);
}

TEST(CreditCode, StaysCalmWithHostileText)
{
    testing::expect_calm(CreditCode::parse);
}

} // namespace
} // namespace tenglong
