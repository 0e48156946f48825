#include "geo/read/header_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tenglong::geo {
namespace {

/// The reading of a header that has the given key.
HeaderReading reading(std::string_view header, std::string_view key)
{
    const auto readings = read_header(header);
    const auto found = std::find_if(readings.begin(), readings.end(),
                                    [&](const HeaderReading& each) { return each.key == key; });
    EXPECT_NE(found, readings.end()) << header;
    return found == readings.end() ? HeaderReading{} : *found;
}

TEST(HeaderKey, FoldsWidthCaseSpacesAndMarks)
{
    EXPECT_EQ(header_key(" ＺＤＤＭ "), "zddm");
    EXPECT_EQ(header_key("parcel_code"), "parcelcode");
    EXPECT_EQ(header_key("出口“免抵”税额："), "出口免抵税额");
    EXPECT_EQ(header_key("宗地\n代码*"), "宗地代码");
}

TEST(ReadHeader, FindsTheUnitInFullWidthBrackets)
{
    EXPECT_EQ(reading("用地面积（亩）", "用地面积").unit, Unit::of("mu"));
    EXPECT_EQ(reading("亩均税收(万元/亩)", "亩均税收").unit, Unit::of("wan_per_mu"));
    EXPECT_EQ(reading("综合能耗【单位：吨标煤】", "综合能耗").unit, Unit::of("tce"));
}

TEST(ReadHeader, FindsTheUnitBehindTheName)
{
    EXPECT_EQ(reading("用地面积亩", "用地面积").unit, Unit::of("mu"));
    EXPECT_EQ(reading("用电量_万千瓦时", "用电量").unit, Unit::of("wan_kwh"));
    EXPECT_EQ(reading("税收/万元", "税收").unit, Unit::of("wan"));
    EXPECT_EQ(reading("area_m2", "area").unit, Unit::of("m2"));
}

TEST(ReadHeader, TakesNoUnitFromTheEndOfALatinWord)
{
    for (const HeaderReading& each : read_header("item")) {
        EXPECT_FALSE(each.unit) << each.key; // not "ite" in metres
    }
}

TEST(ReadHeader, KeepsBracketsThatBelongToTheName)
{
    const HeaderReading rd =
        reading("研究与试验发展（R&D）经费支出（万元）", "研究与试验发展r&d经费支出");
    EXPECT_EQ(rd.unit, Unit::of("wan"));
}

TEST(ReadHeader, FindsTheYear)
{
    EXPECT_EQ(reading("2022年税收（万元）", "税收").year, 2022);
    EXPECT_EQ(reading("SJSF2023", "sjsf").year, 2023);
    EXPECT_EQ(reading("税收（2021年度）", "税收").year, 2021);
    EXPECT_EQ(reading("编号20220101", "编号20220101").year, 0);
}

TEST(UnitsOfLine, ReadsTheLineOverATable)
{
    EXPECT_EQ(units_of_line("单位：万元、亩"),
              (std::vector<Unit>{Unit::of("wan"), Unit::of("mu")}));
    EXPECT_EQ(units_of_line("填报人：张三   计量单位：公顷"), std::vector<Unit>{Unit::of("ha")});
    EXPECT_TRUE(units_of_line("填报单位：某某局").empty());
    EXPECT_TRUE(units_of_line("示例市企业表").empty());
}

} // namespace
} // namespace tenglong::geo
