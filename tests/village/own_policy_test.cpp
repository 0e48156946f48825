// Policy is data: each of these is a file of a bureau's own, run from job to result.
#include "geo/result/result_file.hpp"
#include "tests/village/village.hpp"
#include "tools/cli/subject_file.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace tenglong::tests {
namespace {

constexpr const char* k_own = "tests/core/policy/own/";

[[nodiscard]] bool has_flag(const geo::Result& result, int parcel, const std::string& flag)
{
    const ResultTable& table = result.table("parcels").table;
    const std::size_t row = row_of(table, "parcel_code", Village::parcel_code(parcel));
    return (" " + codes_at(table, "flags", row) + " ").find(" " + flag + " ") != std::string::npos;
}

// Started late and with 24% invested when two years since the agreed start (2021-06-30) are over:
// idle in Hainan; with 25% it is not, and by the national rules neither is.
TEST(OwnPolicy, HainanAddsABranchToTheIdleLandTests)
{
    Village village;
    for (const int parcel : {1, 2}) {
        village.parcel(parcel, {parcel * 200.0, 0, parcel * 200.0 + 100, 100});
        village.row("supply", {{"宗地代码", Village::parcel_code(parcel)},
                               {"合同签订日期", "2020-06-30"},
                               {"约定动工日期", "2021-06-30"},
                               {"实际动工日期", "2021-07-01"},
                               {"已投资额(万元)", parcel == 1 ? "24" : "25"},
                               {"总投资额(万元)", "100"}});
    }
    const geo::Result hainan = village.analyzed(std::string{k_own} + "hainan.toml");
    EXPECT_TRUE(has_flag(hainan, 1, "suspected_idle"));
    EXPECT_FALSE(has_flag(hainan, 2, "suspected_idle"));
    EXPECT_FALSE(has_flag(village.analyzed("national"), 1, "suspected_idle"));
}

// Between the least and the greatest, base 20 and span 80: tax of 10, 20, 30 a mu gives 12, 36, 60
// of 60 points, energy of 0.5, 0.3, 0.1 for 10,000 yuan 8, 24, 40 of 40. Totals 20, 60, 100; the
// classes begin at 85 and 45. The last class is low in efficiency, although its tax is not.
TEST(OwnPolicy, ACityHasOtherClassCutsAndAMinMaxScheme)
{
    Village village;
    const char* const k_energy[]{"50", "30", "10"};
    for (const int n : {1, 2, 3}) {
        village.parcel(n, {n * 200.0, 0, n * 200.0 + 100, 100}, {{"建设状态", "已投产"}});
        village.enterprise(n, n,
                           {{"自有用地(亩)", "15"},
                            {"税收(万元)", std::to_string(150 * n)},
                            {"工业增加值(万元)", "100"},
                            {"综合能耗(吨标煤)", k_energy[n - 1]}});
    }
    const geo::Result city = village.analyzed(std::string{k_own} + "city.toml");
    const ResultTable& firms = city.table("enterprises").table;
    const char* const k_class[]{"III", "II", "I"};
    for (const int n : {1, 2, 3}) {
        const std::size_t row = row_of(firms, "credit_code", Village::credit_code(n));
        EXPECT_NEAR(firms["score"].figure(row), 40.0 * n - 20.0, 1e-6);
        EXPECT_EQ(firms["class"].text(row), k_class[n - 1]);
        EXPECT_EQ(has_flag(city, n, "low_efficiency"), n == 1);
    }
}

// The holder pays 60 on 15 mu, of which it lets 9 to a tenant that pays 10: apart 10 and 1.1 a mu,
// merged 70 / 15 = 4.67, low by the line of 5.
TEST(OwnPolicy, ABureauMergesTenantsIntoTheHolder)
{
    Village village;
    village.parcel(
        1, {0, 0, 100, 100},
        {{"土地使用权人", "第1有限公司"}, {"权利人统一社会信用代码", Village::credit_code(1)}});
    village.enterprise(1, 1, {{"自有用地(亩)", "15"}, {"出租用地(亩)", "9"}, {"税收(万元)", "60"}});
    village.enterprise(2, 1, {{"自有用地(亩)", "0"}, {"承租用地(亩)", "9"}, {"税收(万元)", "10"}});
    const auto per_mu = [](const geo::Result& result, int n) {
        const ResultTable& firms = result.table("enterprises").table;
        const std::size_t row = row_of(firms, "credit_code", Village::credit_code(n));
        const ResultColumn& tax = firms["tax_per_mu"];
        return tax.present(row) ? tax.figure(row) : -1.0;
    };
    const geo::Result merged = village.analyzed(std::string{k_own} + "bureau.toml");
    EXPECT_NEAR(per_mu(merged, 1), 70.0 / 15.0, 1e-6);
    EXPECT_EQ(per_mu(merged, 2), -1.0); // it is judged with the holder
    const geo::Result apart = village.analyzed("zhuji-2021");
    EXPECT_NEAR(per_mu(apart, 1), 10.0, 1e-6);
    EXPECT_NEAR(per_mu(apart, 2), 10.0 / 9.0, 1e-6);
}

[[nodiscard]] std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    const std::size_t at = text.find(from);
    if (at == std::string::npos) {
        throw std::invalid_argument{"'" + from + "' is not in the profile"};
    }
    return text.replace(at, from.size(), to);
}

// As a bureau makes its own: Zhuji's file copied, its name and one figure changed. The result keeps
// the text, so that the file may be moved or lost.
TEST(OwnPolicy, ExplainTellsTheFigureOfACopiedAndChangedProfile)
{
    std::ifstream shipped{"core/policy/profiles/zhuji-2021.toml", std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{shipped}, {}};
    text = replaced(text, "id = \"zhuji-2021\"", "id = \"our-2024\"");
    text = replaced(text, "value = \"5 wan_per_mu\"\nclause = \"三（一）1\"",
                    "value = \"8 wan_per_mu\"\nclause = \"本局口径 1\"");
    Village village;
    village.parcel(1, {0, 0, 100, 100}, {{"建设状态", "已投产"}})
        .enterprise(1, 1, {{"税收(万元)", "105"}}); // 7 a mu: above 5, not above 8
    const std::filesystem::path own = village.folder() / "our.toml";
    std::ofstream{own, std::ios::binary} << text;
    const std::filesystem::path result = village.written(own.string());
    std::filesystem::remove(own);

    const tools::SubjectFile file =
        tools::subject_file(geo::ResultFile{result}, Village::parcel_code(1));
    EXPECT_EQ(file.record.profile->id, "our-2024");
    std::string told;
    for (const tools::ToldVerdict* each : file.verdicts.with(Truth::yes)) {
        told += each->verdict.rule->id == "low_efficiency" ? each->sentence.zh : "";
    }
    EXPECT_NE(told.find("亩均税收 7 万元/亩，不高于 8 万元/亩"), std::string::npos) << told;
    EXPECT_NE(told.find("本局口径 1"), std::string::npos) << told;
}

} // namespace
} // namespace tenglong::tests
