#include "tools/ledger/fact_words.hpp"

#include <gtest/gtest.h>

namespace tenglong::tools {
namespace {

TEST(FactWords, SayWhereAValueWasReadOrWhyItIsMissing)
{
    const char* json =
        R"([{"fact":"agreed_plot_ratio","label":"约定容积率","label_en":"agreed plot )"
        R"(ratio","value":1.3,"file":"supply.csv","row":2},)"
        R"({"fact":"building_coefficient","label":"建筑系数","label_en":"building )"
        R"(coefficient","missing":true,"note":"缺少露天堆场","note_en":"no yards"}])";
    EXPECT_EQ(facts_in_words(json, nullptr, Lang::zh),
              "约定容积率 1.3（supply.csv 第 2 行）；建筑系数 缺失（缺少露天堆场）");
    EXPECT_EQ(facts_in_words(json, nullptr, Lang::en),
              "agreed plot ratio 1.3 (supply.csv row 2); building coefficient missing (no yards)");
}

TEST(FactWords, ShowUnitsTruthsAndTheWordsOfCodes)
{
    const Dictionary words{{{"illegal_building", {"违法建筑", "illegal building"}, {}}}};
    const char* json = R"([{"label":"亩均税收","value":0.58,"unit":"wan_per_mu"},)"
                       R"({"label":"已供应","value":false},)"
                       R"({"label":"违法违规","value":["illegal_building","x"]}])";
    EXPECT_EQ(facts_in_words(json, &words, Lang::zh),
              "亩均税收 0.58 万元/亩；已供应 否；违法违规 违法建筑、x");
}

TEST(FactWords, LeaveWhatARunDoesNotWriteAsItIs)
{
    for (const char* text :
         {"", "plain", "[{", R"([{"label":{}}])", R"([{"label":"a"})", "[1,2]"}) {
        EXPECT_EQ(facts_in_words(text, nullptr, Lang::zh), text);
    }
    EXPECT_EQ(facts_in_words("[]", nullptr, Lang::zh), "");
}

} // namespace
} // namespace tenglong::tools
