#include "core/policy/loader.hpp"
#include "tests/support/read_layers.hpp"

#include <gtest/gtest.h>

#include <algorithm>

// docs/decisions/0030-rows-of-one-parcel.md. Squares of 100 m have 10,000 m².

namespace tenglong::tests {

namespace {

using geo::InputKind;
using geo::Survey;

constexpr const char* k_code = "330681001002GB00001";

const Profile& national()
{
    static const auto profile = load_profile("national");
    return *profile;
}

std::string square(double x, double width = 100.0)
{
    return rectangle(500'000.0 + x, 3'300'000.0, width, 100.0);
}

/// Rows of code, registered area, holder, land use.
Survey survey_of(const std::vector<std::vector<std::string>>& rows,
                 const std::vector<std::string>& shapes)
{
    HandMadeLayers layers;
    layers.add(InputKind::parcels, {"parcel_code", "area_registered_m2", "holder", "land_use"},
               rows, shapes);
    return layers.survey(national());
}

std::vector<Issue> issues_of(const Survey& survey, std::string_view kind)
{
    std::vector<Issue> found;
    std::copy_if(survey.issues.begin(), survey.issues.end(), std::back_inserter(found),
                 [&](const Issue& issue) { return issue.kind == kind; });
    return found;
}

std::optional<double> number(const Survey& survey, std::string_view fact)
{
    return survey.parcel_facts->number(survey.parcel_facts->id(fact), 0);
}

std::optional<std::string> text(const Survey& survey, std::string_view fact)
{
    return survey.parcel_facts->text(survey.parcel_facts->id(fact), 0);
}

} // namespace

TEST(RowsOfOneParcel, AreOneParcelWithTheGroundOfAll)
{
    const Survey survey =
        survey_of({{k_code, "30000", "甲", "0601"}, {k_code, "30000", "甲", "0601"}},
                  {square(0, 200), square(300)});

    ASSERT_EQ(survey.parcel_facts->rows(), 1U);
    EXPECT_EQ(survey.parcels.shapes[0].part_count(), 2U);
    EXPECT_NEAR(*number(survey, "area_computed_m2"), 30'000.0, 1e-6);
    EXPECT_NEAR(*number(survey, "area_registered_m2"), 30'000.0, 1e-9); // repeated: once
    const auto told = issues_of(survey, "several_rows_for_code");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].place, (Place{"parcels.gpkg", "", 2}));
    EXPECT_TRUE(issues_of(survey, "rows_contradict").empty());
    EXPECT_TRUE(issues_of(survey, "area_differs").empty());
}

TEST(RowsOfOneParcel, SumTheRegisteredAreaWhereEachPartStatesItsOwn)
{
    const Survey survey =
        survey_of({{k_code, "20100", "甲", "0601"}, {k_code, "9950", "甲", "0601"}},
                  {square(0, 200), square(300)});

    EXPECT_NEAR(*number(survey, "area_registered_m2"), 30'050.0, 1e-9);
}

TEST(RowsOfOneParcel, SumEqualFiguresOfEqualParts)
{
    const Survey survey =
        survey_of({{k_code, "10000", "甲", "0601"}, {k_code, "10000", "甲", "0601"}},
                  {square(0), square(300)});

    EXPECT_NEAR(*number(survey, "area_registered_m2"), 20'000.0, 1e-9);
}

TEST(RowsOfOneParcel, LeaveTheRegisteredAreaOpenWhereItsFiguresContradict)
{
    const Survey survey =
        survey_of({{k_code, "30000", "甲", "0601"}, {k_code, "28000", "甲", "0601"}},
                  {square(0, 200), square(300)});

    EXPECT_FALSE(number(survey, "area_registered_m2").has_value());
    EXPECT_NEAR(*number(survey, "area_m2"), 30'000.0, 1e-6); // the ground stands in
    const auto told = issues_of(survey, "registered_areas_contradict");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].severity, Severity::error);
    EXPECT_EQ(told[0].place.row, 1);
}

TEST(RowsOfOneParcel, TakeFromTheLargestAndFillFromTheOthers)
{
    const Survey survey =
        survey_of({{k_code, "", "乙公司", "0602"}, {k_code, "30000", "甲公司", ""}},
                  {square(300), square(0, 200)});

    EXPECT_EQ(text(survey, "holder"), "甲公司"); // of the larger, though it comes second
    EXPECT_EQ(text(survey, "land_use"), "0602"); // which leaves this empty
    EXPECT_NEAR(*number(survey, "area_registered_m2"), 30'000.0, 1e-9); // only one states it
    const auto told = issues_of(survey, "rows_contradict");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].place.row, 1);
    EXPECT_NE(told[0].text.en.find("'甲公司' and '乙公司'"), std::string::npos) << told[0].text.en;
}

TEST(RowsOfOneParcel, CountGroundThatPartsShareOnce)
{
    // 150 m of the second lie beside, 50 m on the first.
    const Survey survey =
        survey_of({{k_code, "", "", ""}, {k_code, "", "", ""}}, {square(0), square(50, 200)});

    EXPECT_NEAR(*number(survey, "area_computed_m2"), 25'000.0, 1e-6);
    const auto told = issues_of(survey, "parts_overlap");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_NE(told[0].text.en.find("5000 m"), std::string::npos) << told[0].text.en;
}

TEST(RowsOfOneParcel, ThatTouchBecomeOnePart)
{
    const Survey survey =
        survey_of({{k_code, "", "", ""}, {k_code, "", "", ""}}, {square(0), square(100)});

    EXPECT_EQ(survey.parcels.shapes[0].part_count(), 1U);
    EXPECT_NEAR(*number(survey, "area_computed_m2"), 20'000.0, 1e-6);
    EXPECT_TRUE(issues_of(survey, "parts_overlap").empty());
}

TEST(RowsOfOneParcel, MayLackAShape)
{
    const Survey survey =
        survey_of({{k_code, "10000", "甲", ""}, {k_code, "", "", "0601"}}, {square(0), ""});

    ASSERT_EQ(survey.parcel_facts->rows(), 1U);
    EXPECT_EQ(text(survey, "land_use"), "0601");
    EXPECT_EQ(issues_of(survey, "several_rows_for_code").size(), 1U);
}

TEST(RowsOfOneParcel, AreNotToldByALocalNumber)
{
    const Survey survey =
        survey_of({{"12", "", "", ""}, {"12", "", "", ""}}, {square(0), square(300)});

    EXPECT_EQ(survey.parcel_facts->rows(), 2U);
    const auto told = issues_of(survey, "several_rows_for_code");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].severity, Severity::error);
}

TEST(RowsOfOneParcel, TakeWhatARepeatedRowHasAndTheFirstLacks)
{
    const Survey survey = survey_of(
        {{k_code, "10000", "", "0601"}, {k_code, "10000", "甲", "0601"}}, {square(0), square(0)});

    ASSERT_EQ(survey.parcel_facts->rows(), 1U);
    EXPECT_EQ(text(survey, "holder"), "甲");
    EXPECT_NEAR(*number(survey, "area_registered_m2"), 10'000.0, 1e-9); // once, not the sum
    EXPECT_EQ(issues_of(survey, "duplicate_row").size(), 1U);
}

TEST(RowsOfOneParcel, GiveTheSameParcelInAnyOrder)
{
    const std::vector<std::vector<std::string>> rows{
        {k_code, "20000", "甲", ""}, {k_code, "10000", "乙", "0601"}, {k_code, "", "丙", "0602"}};
    const std::vector<std::string> shapes{square(0, 200), square(300), square(500, 50)};
    const Survey one = survey_of(rows, shapes);
    const Survey two = survey_of({rows[2], rows[0], rows[1]}, {shapes[2], shapes[0], shapes[1]});

    for (const char* fact : {"holder", "land_use"}) {
        EXPECT_EQ(text(one, fact), text(two, fact));
    }
    EXPECT_EQ(text(one, "land_use"), "0601");
    EXPECT_EQ(number(one, "area_registered_m2"), number(two, "area_registered_m2"));
    EXPECT_EQ(one.parcels.shapes.points, two.parcels.shapes.points);
}

} // namespace tenglong::tests
