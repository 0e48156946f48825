#include "geo/read/aliases.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {
namespace {

std::vector<std::string> names(const Recognition& recognition)
{
    std::vector<std::string> result;
    for (const ColumnMeaning& column : recognition.columns) {
        result.push_back(column.field == nullptr ? "" : column.field->name);
    }
    return result;
}

using Names = std::vector<std::string>;

TEST(Recognise, KnowsTheCadastralNames)
{
    const Names headers{"ZDDM", "BDCDYH", "QLR", "ZL", "ZDMJ", "MJDW", "YT", "RJL", "OBJECTID"};
    EXPECT_EQ(names(recognise(InputKind::parcels, headers)),
              (Names{"parcel_code", "unit_code", "holder", "location", "area_registered_m2",
                     "area_unit", "land_use", "plot_ratio_stated", ""}));
}

TEST(Recognise, KnowsSpreadsheetHeadersWithUnits)
{
    const Names headers{"统一社会信用代码", "企业名称", "实际用地面积（亩）", "实缴税金(万)",
                        "用电量（万千瓦时）"};
    const Recognition found = recognise(InputKind::enterprises, headers);
    EXPECT_EQ(names(found),
              (Names{"credit_code", "name", "land_stated_mu", "tax_wan", "electricity_kwh"}));
    EXPECT_EQ(found.columns[2].unit, Unit::of("mu"));
    EXPECT_EQ(found.columns[4].unit, Unit::of("wan_kwh"));
}

TEST(Recognise, ReadsTheSameHeaderByTheKindOfTheTable)
{
    const Names headers{"GHYT"};
    EXPECT_EQ(names(recognise(InputKind::parcels, headers)), Names{"planned_use"});
    EXPECT_EQ(names(recognise(InputKind::buildings, headers)), Names{"building_use"});
}

TEST(Recognise, TakesSzxForTheNeighbourOnlyBesideItsCompany)
{
    // SZX is 四至西 in cadastral layers and 所在县 in surveys of low-efficiency land.
    const Names cadastral{"SZD", "SZN", "SZX", "SZB"};
    EXPECT_EQ(names(recognise(InputKind::parcels, cadastral))[2], "neighbour_west");
    const Names survey{"ZDDM", "SZX"};
    EXPECT_EQ(names(recognise(InputKind::parcels, survey))[1], "county");
}

TEST(Recognise, PrefersACertainNameToAVagueOne)
{
    const Names headers{"面积", "宗地面积"};
    const Recognition found = recognise(InputKind::parcels, headers);
    EXPECT_EQ(names(found), (Names{"", "area_registered_m2"}));
    EXPECT_TRUE(found.contests.empty());
}

TEST(Recognise, NamesTheColumnsThatCompeteForAField)
{
    const Names headers{"宗地面积", "发证面积"};
    const Recognition found = recognise(InputKind::parcels, headers);
    ASSERT_EQ(found.contests.size(), 1U);
    EXPECT_EQ(found.contests[0].field->name, "area_registered_m2");
    EXPECT_EQ(found.contests[0].columns, (std::vector<std::size_t>{0, 1}));
}

TEST(Recognise, LetsTheJobFileDecide)
{
    const Names headers{"宗地面积", "发证面积", "MYCODE"};
    RecogniseOptions options;
    options.job_fields = {{"area_registered_m2", "发证面积"}, {"parcel_code", "MYCODE"}};
    const Recognition found = recognise(InputKind::parcels, headers, options);
    EXPECT_EQ(names(found), (Names{"", "area_registered_m2", "parcel_code"}));
    EXPECT_TRUE(found.contests.empty());
}

TEST(Recognise, RefusesAFieldOrColumnThatIsNotThere)
{
    const Names headers{"ZDDM"};
    RecogniseOptions options;
    options.job_fields = {{"parcel_cod", "ZDDM"}};
    try {
        (void)recognise(InputKind::parcels, headers, options);
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_EQ(error.text().en,
                  "'parcel_cod' is not a field of [parcels]; did you mean 'parcel_code'?");
    }
    options.job_fields = {{"holder", "QLRMC"}};
    EXPECT_THROW((void)recognise(InputKind::parcels, headers, options), UsageError);
}

TEST(Recognise, TakesTheLatestYearUnlessOneIsAskedFor)
{
    const Names headers{"2021年税收", "2022年税收", "2023年税收"};
    RecogniseOptions options;
    EXPECT_EQ(names(recognise(InputKind::enterprises, headers)), (Names{"", "", "tax_wan"}));
    options.year = 2022;
    EXPECT_EQ(names(recognise(InputKind::enterprises, headers, options)),
              (Names{"", "tax_wan", ""}));
}

TEST(Recognise, CompletesANameThatADbfCut)
{
    RecogniseOptions options;
    options.cut_names = true;
    // 10 bytes of 土地使用权人 and of 不动产单元号 in GBK.
    const Names headers{"土地使用权", "不动产单元"};
    const Recognition found = recognise(InputKind::parcels, headers, options);
    EXPECT_EQ(found.columns[1].field, &field("unit_code"));
    // 土地使用权 begins 土地使用权人, 土地使用权面积, 土地使用权性质: named, not guessed.
    EXPECT_EQ(found.columns[0].field, nullptr);
    ASSERT_EQ(found.issues.size(), 1U);
    EXPECT_EQ(found.issues[0].kind, "column_ambiguous");
    EXPECT_NE(found.issues[0].text.en.find("holder"), std::string::npos);
    EXPECT_NE(found.issues[0].text.en.find("area_registered_m2"), std::string::npos);
}

TEST(Recognise, UnderstandsEveryNameOfEveryFieldInBothLanguages)
{
    for (const InputKind kind : input_kinds()) {
        for (const Field* each : fields_of(kind)) {
            for (const std::string& name : {each->name, each->label.zh, each->label.en}) {
                SCOPED_TRACE(std::string{key_of(kind)} + ": " + name);
                EXPECT_EQ(names(recognise(kind, Names{name})), Names{each->name});
            }
        }
    }
}

TEST(Recognise, FindsTheFieldsOfAPolicyByTheirHeaders)
{
    RecogniseOptions options;
    Field zone;
    zone.name = "control_zone";
    options.extra = std::make_shared<const std::vector<ExtraField>>(
        std::vector<ExtraField>{{zone, {"三区两线", "管控分区"}}});
    const Names headers{"宗地代码", "三区 两线", "别的"};
    const Recognition found = recognise(InputKind::parcels, headers, options);

    EXPECT_EQ(names(found), (Names{"parcel_code", "control_zone", ""}));
    EXPECT_EQ(found.columns[1].field, &options.extra->front().field);
}

} // namespace
} // namespace tenglong::geo
