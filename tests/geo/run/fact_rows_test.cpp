#include "geo/run/fact_rows.hpp"

#include "core/policy/texts.hpp"
#include "core/tables/record_tables.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <map>
#include <string>

namespace tenglong::geo {
namespace {

/// Three parcels of a file, of which the second has no holder, the third is in another file too,
/// and nothing is known of roads.
class FactRows : public ::testing::Test {
protected:
    FactRows()
    {
        const SourceId file = m_facts.add_source("parcels.shp", "地块", {7, 9, 12});
        const SourceId supply = m_facts.add_source("supply.csv", "", {0, 0, 3});
        const auto read = [&](const char* fact, SourceId from) {
            return m_facts.column(fact).add({true, from, {}});
        };
        const std::array codes{"甲", "乙", "丙"};
        for (std::size_t row = 0; row < codes.size(); ++row) {
            m_facts.column("parcel_code")
                .set_text(row, m_pool.intern(codes[row]), read("parcel_code", file));
        }
        FactColumn& holder = m_facts.column("holder");
        holder.set_text(0, m_pool.intern("某\"厂"), read("holder", file));
        holder.set_missing(1, holder.add({false, file, {"空", "empty"}}));
        holder.set_text(2, m_pool.intern("另厂"), read("holder", supply));
        FactColumn& ratio = m_facts.column("plot_ratio");
        const auto computed = ratio.add({true, SourceId::none, {"算", "computed"}});
        ratio.set_number(0, 0.1, computed);
        ratio.set_number(1, 1.0 / 3.0, computed);
        ratio.set_number(2, std::numeric_limits<double>::infinity(), computed);
        FactColumn& violations = m_facts.column("violations");
        violations.set_text(0, m_pool.intern_set({"tax", "fire"}), read("violations", file));
        m_facts.column("contract_date")
            .set_date(2, Date{2007, 2, 3}, read("contract_date", supply));
        m_facts.column("supplied").set_yes_no(1, false, read("supplied", file));
    }

    FactRecords record(unsigned threads)
    {
        Workers workers{threads};
        const std::array tables{
            std::shared_ptr<const FactTable>{std::shared_ptr<void>{}, &m_facts}};
        return record_facts(tables, workers);
    }

    /// The number of the origin of a fact in a row, as a reader finds it; 0: nobody gave it.
    static std::size_t origin_of(const FactRecords& records, const ResultTable& facts,
                                 std::size_t row, std::string_view fact)
    {
        const ResultTable& sets = records.origin_sets;
        std::size_t usual = 0;
        for (std::size_t i = 0; i < sets.rows(); ++i) {
            if (sets["fact"].text(i) != fact ||
                sets["given"].yes_no(i) != facts[fact].present(row)) {
                continue;
            }
            const std::size_t origin =
                sets["origin"].present(i) ? static_cast<std::size_t>(sets["origin"].integer(i)) : 0;
            if (sets["origin_set"].integer(i) == k_usual_origins) {
                usual = origin;
            } else if (sets["origin_set"].integer(i) == facts["origin_set"].integer(row)) {
                return origin;
            }
        }
        return usual;
    }

    FactCatalogue m_catalogue;
    TextPool m_pool;
    FactTable m_facts{m_catalogue, m_pool, SubjectKind::parcel, 3};
};

TEST_F(FactRows, HoldEachFactAsAValueOfItsType)
{
    const FactRecords records = record(1);
    ASSERT_EQ(records.facts.size(), 1U);
    EXPECT_EQ(records.facts[0].table.rows(), 0U); // they are made while they are written
    EXPECT_EQ(records.facts[0].rows(), 3U);
    const ResultTable facts = gathered(records.facts[0]).table;
    EXPECT_EQ(facts.id(), "facts_parcels");
    EXPECT_TRUE(facts.is_complete());
    EXPECT_EQ(facts["subject_code"].text(1), "乙");
    EXPECT_EQ(facts["holder"].text(0), "某\"厂");
    EXPECT_EQ(facts["plot_ratio"].number(1), 1.0 / 3.0); // to the last bit
    EXPECT_FALSE(facts["plot_ratio"].present(2));        // infinite: no cell holds it
    EXPECT_EQ(facts["violations"].text(0), R"(["fire","tax"])");
    EXPECT_EQ(facts["contract_date"].date(2).iso(), "2007-02-03");
    EXPECT_FALSE(facts["supplied"].yes_no(1));
    EXPECT_FALSE(facts["supplied"].present(0));
    EXPECT_FALSE(facts.find("town")); // nobody gave it
}

// By hand: a row for each file that has rows, numbered as the files were registered.
TEST_F(FactRows, KeepTheRowInEachFileOnce)
{
    const ResultTable facts = gathered(record(1).facts[0]).table;
    EXPECT_EQ(facts["row_in_1"].integer(0), 7);
    EXPECT_EQ(facts["row_in_1"].integer(2), 12);
    EXPECT_FALSE(facts["row_in_2"].present(1));
    EXPECT_EQ(facts["row_in_2"].integer(2), 3);
    EXPECT_EQ(facts["row_in_2"].spec().label.en, "row in supply.csv");
}

TEST_F(FactRows, NameTheOriginOfEveryValueAndOfEveryEmptyCell)
{
    const FactRecords records = record(1);
    const ResultTable facts = gathered(records.facts[0]).table;
    const ResultTable& origins = records.origins;
    EXPECT_EQ(facts["origin_set"].integer(0), k_usual_origins);
    EXPECT_NE(facts["origin_set"].integer(2), k_usual_origins); // the holder from another file

    const auto usual = origin_of(records, facts, 0, "holder") - 1;
    EXPECT_TRUE(origins["given"].yes_no(usual));
    EXPECT_EQ(origins["source"].integer(usual), 1);
    EXPECT_EQ(origins["source_file"].text(usual), "parcels.shp");
    EXPECT_EQ(origins["source_layer"].text(usual), "地块");
    const auto empty = origin_of(records, facts, 1, "holder") - 1;
    EXPECT_FALSE(origins["given"].yes_no(empty));
    EXPECT_EQ(origins["note_zh"].text(empty), "空");
    EXPECT_EQ(origins["note_en"].text(empty), "empty");
    const auto other = origin_of(records, facts, 2, "holder") - 1;
    EXPECT_EQ(origins["source_file"].text(other), "supply.csv");
    const auto computed = origin_of(records, facts, 1, "plot_ratio") - 1;
    EXPECT_FALSE(origins["source_file"].present(computed));
    EXPECT_EQ(origins["note_zh"].text(computed), "算");
    // An infinite value has no cell, but it has an origin.
    EXPECT_EQ(origin_of(records, facts, 2, "plot_ratio") - 1, computed);
    EXPECT_EQ(origin_of(records, facts, 1, "violations"), 0U); // nobody gave it
}

TEST_F(FactRows, AreTheSameWhateverTheNumberOfThreads)
{
    const FactRecords one = record(1);
    const FactRecords three = record(3);
    EXPECT_EQ(one.origin_sets["fact"].text_bytes(), three.origin_sets["fact"].text_bytes());
    EXPECT_EQ(one.origins["note_zh"].text_bytes(), three.origins["note_zh"].text_bytes());
    const ResultTable facts = gathered(one.facts[0]).table;
    const ResultTable again = gathered(three.facts[0]).table;
    for (std::size_t row = 0; row < facts.rows(); ++row) {
        EXPECT_EQ(facts["origin_set"].integer(row), again["origin_set"].integer(row));
    }
}

// By hand, with a letter of three bytes: e5 8e 82.
TEST(FactColumnNames, AreThoseOfTheFactsWhereAColumnCanHaveThem)
{
    EXPECT_EQ(name_of_fact_column("plot_ratio"), "plot_ratio");
    EXPECT_EQ(name_of_fact_column("厂"), "fact_e58e82");
    EXPECT_EQ(name_of_fact_column("fid"), "fact_666964");
    EXPECT_EQ(name_of_fact_column("row_in_1"), "fact_726f775f696e5f31");
    EXPECT_NE(name_of_fact_column("fact_666964"), name_of_fact_column("fid"));
}

// The lines of the table, put together again, are the profile: nothing of it is lost.
TEST(PolicyResult, HoldsAllThatIsNeededToReadTheProfileAgain)
{
    const auto zhuji = load_profile("zhuji-2021");
    const ResultTable table = policy_result(zhuji->texts);
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
