#include "geo/run/fact_rows.hpp"

#include "core/policy/texts.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <string>

namespace tenglong::geo {
namespace {

using Json = nlohmann::json;

/// Two parcels of a file, of which the second has no holder and nothing is known of roads.
class FactRows : public ::testing::Test {
protected:
    FactRows()
    {
        const SourceId file = m_facts.add_source("parcels.shp", "地块", {7, 9});
        const auto read = [&](const char* fact) {
            return m_facts.column(fact).add({true, file, {}});
        };
        m_facts.column("parcel_code").set_text(0, m_pool.intern("甲"), read("parcel_code"));
        m_facts.column("parcel_code").set_text(1, m_pool.intern("乙"), read("parcel_code"));
        m_facts.column("holder").set_text(0, m_pool.intern("某\"厂"), read("holder"));
        m_facts.column("holder").set_missing(
            1, m_facts.column("holder").add({false, file, {"空", "empty"}}));
        FactColumn& ratio = m_facts.column("plot_ratio");
        const auto computed = ratio.add({true, SourceId::none, {"算", "computed"}});
        ratio.set_number(0, 0.1, computed);
        ratio.set_number(1, 1.0 / 3.0, computed);
        FactColumn& violations = m_facts.column("violations");
        violations.set_text(0, m_pool.intern_set({"tax", "fire"}), read("violations"));
    }

    FactRecords record(unsigned threads)
    {
        Workers workers{threads};
        const std::array<const FactTable*, 1> tables{&m_facts};
        return record_facts(tables, workers);
    }

    static Json document(const FactRecords& records, std::size_t row)
    {
        return Json::parse(records.facts["facts"].text(row));
    }

    FactCatalogue m_catalogue;
    TextPool m_pool;
    FactTable m_facts{m_catalogue, m_pool, SubjectKind::parcel, 2};
};

// By hand: origins are numbered as the catalogue has the facts, parcel_code before holder.
TEST_F(FactRows, GiveEachFactItsValueItsOriginAndItsRow)
{
    const FactRecords records = record(1);
    ASSERT_EQ(records.facts.rows(), 2U);
    EXPECT_EQ(records.facts["subject_code"].text(1), "乙");
    const Json first = document(records, 0);
    EXPECT_EQ(first["parcel_code"], (Json{"甲", 1, 7}));
    EXPECT_EQ(first["holder"], (Json{"某\"厂", 1, 7}));
    EXPECT_EQ(first["violations"], (Json{Json{"fire", "tax"}, 1, 7}));
    const Json second = document(records, 1);
    EXPECT_EQ(second["parcel_code"], (Json{"乙", 1, 9}));
    EXPECT_EQ(second["plot_ratio"][0].get<double>(), 1.0 / 3.0); // to the last bit
    EXPECT_EQ(second["plot_ratio"].size(), 2U);                  // computed: no row
}

TEST_F(FactRows, TellWhyAFactIsMissingAndLeaveOutWhatNobodyGave)
{
    const FactRecords records = record(1);
    const Json second = document(records, 1);
    ASSERT_TRUE(second["holder"].is_array());
    EXPECT_TRUE(second["holder"][0].is_null());
    const auto origin = second["holder"][1].get<std::size_t>() - 1;
    EXPECT_FALSE(records.origins["given"].yes_no(origin));
    EXPECT_EQ(records.origins["source_file"].text(origin), "parcels.shp");
    EXPECT_EQ(records.origins["source_layer"].text(origin), "地块");
    EXPECT_EQ(records.origins["note_zh"].text(origin), "空");
    EXPECT_EQ(records.origins["note_en"].text(origin), "empty");
    EXPECT_FALSE(second.contains("violations"));
    EXPECT_FALSE(second.contains("town"));
}

TEST_F(FactRows, AreTheSameWhateverTheNumberOfThreads)
{
    const FactRecords one = record(1);
    const FactRecords three = record(3);
    EXPECT_EQ(one.facts["facts"].text_bytes(), three.facts["facts"].text_bytes());
    EXPECT_EQ(one.origins["note_zh"].text_bytes(), three.origins["note_zh"].text_bytes());
}

// The lines of the table, put together again, are the profile: nothing of it is lost.
TEST(PolicyResult, HoldsAllThatIsNeededToReadTheProfileAgain)
{
    const auto zhuji = load_profile("zhuji-2021");
    const ResultTable table = policy_result(profile_texts("zhuji-2021"));
    std::vector<ProfileText> texts;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table["line"].integer(row) == 1) {
            texts.push_back({std::string{table["policy_file"].text(row)}, {}});
        }
        texts.back().text += std::string{table["text"].text(row)} + "\n";
    }
    ASSERT_EQ(texts.size(), 2U); // the national base, then itself
    EXPECT_EQ(texts[1].name, "zhuji-2021");
    EXPECT_EQ(texts[0].text, profile_text("national"));
    EXPECT_EQ(texts[1].text, profile_text("zhuji-2021"));
    // An edited base is read from the texts, not from the program.
    const LoadedProfile again = read_profile_texts(texts);
    ASSERT_TRUE(again.profile);
    EXPECT_TRUE(again.mistakes.empty());
    EXPECT_EQ(again.profile->figures.size(), zhuji->figures.size());
    texts[0].text.insert(0, "# and\nnonsense = 1\n");
    EXPECT_FALSE(read_profile_texts(texts).mistakes.empty());
}

} // namespace
} // namespace tenglong::geo
