#include "core/register/keys.hpp"

#include "core/codes/credit_code.hpp"
#include "core/codes/parcel_code.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace tenglong {
namespace {

TEST(ParcelKey, IsTheSameForACodeWrittenInAnyWayAndForAUnitOnTheParcel)
{
    for (const char* code : {"330681001002GB00012", "330681 001002 GB00012", "330681001002gb00012",
                             "330681001002GB00012F00010001", "330681 001002 GB00012 W00000000",
                             "３３０681001002GB00012"}) {
        SCOPED_TRACE(code);
        EXPECT_EQ(parcel_key(code).text(), "330681001002GB00012");
    }
}

TEST(ParcelKey, IsEmptyForWhatNamesNoParcel)
{
    // Nothing written; digits lost in a spreadsheet; not numbered yet; a virtual code.
    for (const char* code :
         {"", "/", "3.30681E+17", "330681001002GB00000", "330681000000GB00012", "预编"}) {
        SCOPED_TRACE(code);
        EXPECT_TRUE(parcel_key(code).empty());
    }
}

TEST(ParcelKey, KeepsLocalNumberings)
{
    EXPECT_EQ(parcel_key("zj-0417").text(), "ZJ-0417");
}

/// The quick way must never answer otherwise than the standard's.
TEST(ParcelKey, AgreesWithTheFullReading)
{
    const std::string symbols = "0000123469GJZBW";
    std::mt19937_64 random{1};
    for (int run = 0; run < 20'000; ++run) {
        std::string code = "330681001002GB00012F00010001";
        code.resize(random() % 2 == 0 ? 19 : 28);
        for (int i = 0; i < 3; ++i) {
            code[random() % code.size()] = symbols[random() % symbols.size()];
        }
        const ParcelCode read = ParcelCode::parse(code);
        const bool named = identifies(read.state()) || read.state() == CodeState::malformed;
        ASSERT_EQ(parcel_key(code).text(), named ? read.text() : "") << code;
    }
}

TEST(CreditKey, AgreesWithTheFullReading)
{
    const std::string symbols = "0123456789ABIOSX-";
    std::mt19937_64 random{1};
    for (int run = 0; run < 20'000; ++run) {
        std::string code = "91330681MA2TEXT10J";
        for (int i = 0; i < 2; ++i) {
            code[random() % code.size()] = symbols[random() % symbols.size()];
        }
        const CreditCode read = CreditCode::parse(code);
        ASSERT_EQ(credit_key(code).text(), identifies(read.state()) ? read.text() : "") << code;
    }
}

TEST(CreditKey, OfOldAndNewFormShareTheOrganisationCode)
{
    // The organisation code stands in characters 9 to 17 of a unified code (GB 32100-2015).
    EXPECT_EQ(organization_in("91330681MA2TEXT10J"), "MA2TEXT10");
    EXPECT_FALSE(contradict("91330681MA2TEXT10J", "MA2TEXT10"));
    EXPECT_TRUE(contradict("91330681MA2TEXT10J", "91330681MA2TEXT279"));
    EXPECT_FALSE(contradict("91330681MA2TEXT10J", ""));
    // A registration number says nothing about a unified code.
    EXPECT_FALSE(contradict("91330681MA2TEXT10J", "330681000012345"));
}

TEST(CreditKey, WithAWrongCheckDigitStandsForItselfAlone)
{
    // J is the right check digit of 91330681MA2TEXT10, by a script of its own; 3 is not.
    const std::string_view wrong = "91330681MA2TEXT103";
    EXPECT_EQ(credit_key(wrong).text(), wrong);
    EXPECT_EQ(organization_in(wrong), "");
    EXPECT_EQ(identity_of(wrong), wrong);
    EXPECT_EQ(identity_of("91330681MA2TEXT10J"), "MA2TEXT10");
    // Nor does it say that two rows of one name are not one enterprise.
    EXPECT_FALSE(contradict(wrong, "91330681MA2TEXT10J"));
}

TEST(CreditKey, IsEmptyForFillersAndLostDigits)
{
    for (const char* code : {"000000000000000000", "XXXXXXXXXXXXXXXXXX", "913306817000000000"}) {
        SCOPED_TRACE(code);
        EXPECT_TRUE(credit_key(code).empty());
    }
}

TEST(ParcelCodesIn, DividesACellThatListsSeveral)
{
    const std::string cell = "330681001002GB00012、330681 001002 "
                             "GB00013;330681001002GB00012F00010001／330681001002GB00000";

    const auto codes = parcel_codes_in(cell);

    // The unit lies on the first parcel; the last code names no parcel and is kept to be reported.
    ASSERT_EQ(codes.size(), 3U);
    EXPECT_EQ(codes[0].key.text(), "330681001002GB00012");
    EXPECT_EQ(codes[1].key.text(), "330681001002GB00013");
    EXPECT_TRUE(codes[2].key.empty());
    EXPECT_EQ(codes[2].shown(), "330681001002GB00000");
    EXPECT_TRUE(parcel_codes_in(" / ").empty());
}

TEST(ShownCreditCode, NeverIsAnIdentityNumber)
{
    // A made-up person: the check symbol follows from the digits by ISO 7064 MOD 11-2.
    EXPECT_EQ(shown_credit_code("330681199001011237"), "");
    EXPECT_EQ(shown_credit_code("91330681MA2TEXT10J"), "91330681MA2TEXT10J");
}

} // namespace
} // namespace tenglong
