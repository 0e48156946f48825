// What a person sees of inputs that are not what they should be.
#include "core/base/error.hpp"
#include "core/policy/loader.hpp"
#include "tests/support/read_layers.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tenglong::tests {

namespace {

using geo::InputKind;

const Profile& national()
{
    static const auto profile = load_profile("national");
    return *profile;
}

std::vector<std::string> texts_of(const geo::Survey& survey, std::string_view kind)
{
    std::vector<std::string> texts;
    for (const Issue& issue : survey.issues) {
        if (issue.kind == kind) {
            texts.push_back(issue.text.en);
        }
    }
    return texts;
}

std::string square(int n)
{
    return rectangle(500'000.0 + 100.0 * n, 3'300'000.0, 100.0, 100.0);
}

} // namespace

/// A layer without codes was said to have no fault.
TEST(OddInputs, NamesParcelsWithoutACode)
{
    HandMadeLayers city;
    city.add(
        InputKind::parcels, {"parcel_code", "unit_code"},
        {{"", ""}, {"330681001002GB00001", ""}, {"", "330681001002GB00002W00000000"}, {"", ""}},
        {square(1), square(2), square(3), square(4)});

    EXPECT_EQ(
        texts_of(city.survey(national()), "parcel_code_missing"),
        std::vector<std::string>{"2 parcels of 'parcels.gpkg' have no parcel code (rows 1, 4): "
                                 "tables can be joined to them only by place or holder"});
}

/// A figure goes to the register and to the facts; both steps read its cell.
TEST(OddInputs, TellsACellThatIsNoNumberOnce)
{
    HandMadeLayers city;
    city.add(InputKind::parcels, {"parcel_code"}, {{"330681001002GB00001"}}, {square(1)});
    city.add(InputKind::enterprises, {"name", "parcel_code", "tax_wan"},
             {{"甲公司", "330681001002GB00001", "=SUM(A1:A2)"},
              {"乙公司", "330681001002GB00001", "#REF!"}});

    EXPECT_EQ(texts_of(city.survey(national()), "number_unreadable").size(), 2U);
}

/// It said that no input had coordinates, and to name the parcels that were named.
TEST(OddInputs, SaysThatALayerOfParcelsHasNoRows)
{
    HandMadeLayers city;
    city.add(InputKind::parcels, {"parcel_code"}, {});
    try {
        static_cast<void>(city.survey(national()));
        FAIL() << "a survey of nothing";
    } catch (const UsageError& error) {
        EXPECT_EQ(error.text().en,
                  "'parcels.gpkg' of [parcels] has no rows: there is nothing to survey");
    }
}

} // namespace tenglong::tests
