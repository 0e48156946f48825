#include "core/mask/mask.hpp"

#include "core/base/error.hpp"
#include "core/facts/catalogue.hpp"
#include "core/tables/record_tables.hpp"
#include "core/tables/standard_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace tenglong {
namespace {

[[nodiscard]] MaskPolicy shipped()
{
    return read_mask_policy(shipped_mask_policy(), "shipped");
}

TEST(Pseudonym, IsTheSameForTheSameTextAndKeyOnly)
{
    EXPECT_EQ(pseudonym("key", "甲厂"), pseudonym("key", "甲厂"));
    EXPECT_NE(pseudonym("key", "甲厂"), pseudonym("key", "乙厂"));
    EXPECT_NE(pseudonym("key", "甲厂"), pseudonym("other", "甲厂"));
    EXPECT_EQ(pseudonym("key", "甲厂").size(), 12U);
}

TEST(Band, IsOfOneTwoFive)
{
    EXPECT_EQ(band_of(0.0), "0");
    EXPECT_EQ(band_of(9600.25), "5000–10000");
    EXPECT_EQ(band_of(10'000.0), "10000–20000");
    EXPECT_EQ(band_of(0.3), "0.2–0.5");
    EXPECT_EQ(band_of(-3.0), "-5–-2");
    EXPECT_EQ(band_of(1e12), "1000000000000–2000000000000"); // no rounding of ours may cut it
}

TEST(Masked, ReplacesNamesBandsFiguresAndLeavesOutTheRest)
{
    ResultTable parcels = parcels_table();
    parcels["parcel_code"].add_text("330681001001GB00001");
    parcels["holder"].add_text("诸暨市甲纺织有限公司");
    parcels["town"].add_text("店口镇");
    parcels["area_m2"].add_number(9600.25);
    parcels["status"].add_text("low_plot_ratio");
    parcels.complete();

    MaskPolicy policy = shipped();
    policy.least_rows = 1;
    const ResultTable result = masked(parcels, policy, "a key of the test");

    EXPECT_EQ(result["parcel_code"].text(0), pseudonym("a key of the test", "330681001001GB00001"));
    EXPECT_EQ(result["area_m2"].text(0), "5000–10000");
    EXPECT_EQ(result["town"].text(0), "店口镇");
    EXPECT_EQ(result["status"].text(0), "low_plot_ratio");
    EXPECT_FALSE(result.find("score").has_value());
    EXPECT_FALSE(result["tax_wan"].present(0));
    EXPECT_EQ(result.key(), "parcel_code");
    EXPECT_EQ(result.colour_by(), "status");
}

TEST(Masked, ACodeIsTheSameNameInACellOfMany)
{
    ResultTable firms = enterprises_table();
    firms["parcel_codes"].add_text("330681001001GB00001,330681001001GB00002");
    firms.complete();
    EXPECT_EQ(masked(firms, shipped(), "k")["parcel_codes"].text(0),
              pseudonym("k", "330681001001GB00001") + "," + pseudonym("k", "330681001001GB00002"));
}

TEST(Masked, EveryStandardTableCanBeMasked)
{
    for (const TableMaker make : standard_tables()) {
        EXPECT_NO_THROW(static_cast<void>(masked(make(), shipped(), "k")));
    }
}

// Facts are columns like those of parcels; where they came from, and rows in files, lead back to
// the data, and the policy may be a bureau's own.
TEST(Masked, NeitherTheOriginsOfFactsNorThePolicyAreShown)
{
    ResultTable facts = parcel_facts_table();
    const FactCatalogue catalogue;
    for (const char* name : {"holder", "plot_ratio", "location", "violations"}) {
        facts.add_column(fact_column(catalogue[catalogue.at(SubjectKind::parcel, name)]));
    }
    facts.add_column(row_column(1, "parcels.shp"));
    facts["subject_code"].add_text("330681001001GB00001");
    facts["holder"].add_text("诸暨市甲纺织有限公司");
    facts["plot_ratio"].add_number(0.8);
    facts["location"].add_text("店口镇解放路1号");
    facts["row_in_1"].add_integer(7);
    facts.complete();
    const ResultTable shown = masked(facts, shipped(), "k");
    EXPECT_EQ(shown["holder"].text(0), pseudonym("k", "诸暨市甲纺织有限公司"));
    EXPECT_EQ(shown["subject_code"].text(0), pseudonym("k", "330681001001GB00001"));
    for (const char* hidden : {"origin_set", "location", "row_in_1"}) {
        EXPECT_FALSE(shown.find(hidden)) << hidden;
    }
    EXPECT_TRUE(masked(origins_table(), shipped(), "k").columns().empty());
    EXPECT_TRUE(masked(policy_table(), shipped(), "k").columns().empty());
}

// Whoever knows that only one tannery pays so much tax would know which row it is.
TEST(Masked, WhatFewRowsHaveIsStarred)
{
    ResultTable firms = enterprises_table();
    for (int row = 0; row < 4; ++row) {
        firms["name"].add_text("企业" + std::to_string(row));
        firms["tax_wan"].add_number(row < 3 ? 12.0 + row : 7000.0); // "10–20" three times
        firms["industry_code"].add_text(row < 3 ? "1751" : "1910");
        firms.complete();
    }
    const ResultTable result = masked(firms, shipped(), "k");
    std::map<std::string, int> taxes;
    std::map<std::string, int> industries;
    for (std::size_t row = 0; row < 4; ++row) {
        ++taxes[std::string{result["tax_wan"].text(row)}];
        ++industries[std::string{result["industry_code"].text(row)}];
    }
    EXPECT_EQ(taxes, (std::map<std::string, int>{{"10–20", 3}, {"*", 1}}));
    EXPECT_EQ(industries, (std::map<std::string, int>{{"1751", 3}, {"*", 1}}));
}

// Parcels stand in the order of the base, which is public: by their place they would be known.
TEST(Masked, RowsStandInTheOrderOfTheirPseudonyms)
{
    ResultTable parcels = parcels_table();
    for (int row = 0; row < 20; ++row) {
        parcels["parcel_code"].add_text("33068100100" + std::to_string(row));
        parcels.complete();
    }
    const ResultTable result = masked(parcels, shipped(), "k");
    std::vector<std::string> names;
    for (std::size_t row = 0; row < 20; ++row) {
        names.emplace_back(result["parcel_code"].text(row));
    }
    EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
    EXPECT_NE(names.front(), pseudonym("k", "330681001000"));
}

// A park may be called like the enterprise that made it; a kept column does not make
// the name public.
TEST(Secrets, ANameIsNoLessASecretBecauseAKeptColumnHasItToo)
{
    ResultTable parcels = parcels_table();
    parcels["holder"].add_text("诸暨市甲纺织有限公司");
    parcels["park"].add_text("诸暨市甲纺织有限公司");
    parcels.complete();
    const std::vector<const ResultTable*> tables{&parcels};
    EXPECT_TRUE(secrets_of(tables, shipped()).contains("诸暨市甲纺织有限公司"));
}

// The evidence about a park names it; the list of parks, which is kept, shows that name.
TEST(Secrets, AParkIsNoSecretForBeingTheSubjectOfARule)
{
    ResultTable parks = parks_table();
    ResultTable evidence = evidence_table();
    for (const char* name : {"云浦高新技术产业园区", "诸暨市甲纺织有限公司"}) {
        parks["name"].add_text(name);
        parks.complete();
        evidence["subject_code"].add_text(name);
        evidence.complete();
    }
    ResultTable parcels = parcels_table();
    parcels["holder"].add_text("诸暨市甲纺织有限公司");
    parcels.complete();
    const std::vector<const ResultTable*> tables{&parks, &evidence, &parcels};
    const auto secrets = secrets_of(tables, shipped());
    EXPECT_FALSE(secrets.contains("云浦高新技术产业园区"));
    EXPECT_TRUE(secrets.contains("诸暨市甲纺织有限公司"));
}

TEST(Secrets, AreNamesAndCodesThatNoKeptColumnHas)
{
    ResultTable parcels = parcels_table();
    for (const char* holder : {"诸暨市甲纺织有限公司", "店口镇", "三"}) {
        parcels["holder"].add_text(holder);
        parcels["town"].add_text("店口镇");
        parcels.complete();
    }
    const std::vector<const ResultTable*> tables{&parcels};
    EXPECT_EQ(secrets_of(tables, shipped()),
              (std::set<std::string, std::less<>>{"诸暨市甲纺织有限公司"}));
}

TEST(MaskPolicy, SaysWhatIsWrong)
{
    const auto read = [](const char* text) {
        static_cast<void>(read_mask_policy(text, "ours.toml"));
    };
    const std::string lengths = "cell_m = 1\nshift_m = 1\n";
    EXPECT_NO_THROW(read(lengths.c_str()));
    EXPECT_THROW(read("cell_m = 1\nshift_m = -1"), UsageError);
    EXPECT_THROW(read((lengths + "keep = [\"a\"]\nband = [\"a\"]").c_str()), UsageError);
    EXPECT_THROW(read((lengths + "kept = []").c_str()), UsageError);
    EXPECT_THROW(read((lengths + "shapes = \"blur\"").c_str()), UsageError);
    EXPECT_THROW(read("keep = ["), UsageError);
    // These were passed over, and what they name stayed unmasked.
    EXPECT_THROW(read((lengths + "least_rows = \"3\"").c_str()), UsageError);
    EXPECT_THROW(read((lengths + "rare = \"staff\"").c_str()), UsageError);
    EXPECT_THROW(read((lengths + "keep = [\"a\"]\nrare = [1]").c_str()), UsageError);
    EXPECT_THROW(read((lengths + "shapes = 3").c_str()), UsageError);
}

/// A misspelt column would show the values that only one row has.
TEST(MaskPolicy, NamesAColumnOfRareValuesThatNoListHas)
{
    const std::string text = "cell_m = 1\nshift_m = 1\nband = [\"staff\"]\n";
    EXPECT_NO_THROW(
        static_cast<void>(read_mask_policy(text + "rare = [\"enterprises.staff\"]", "ours.toml")));
    try {
        static_cast<void>(read_mask_policy(text + "rare = [\"staf\"]", "ours.toml"));
        FAIL() << "read";
    } catch (const UsageError& error) {
        EXPECT_EQ(error.text().en, "masking policy 'ours.toml': 'staf' of 'rare' is no column of "
                                   "'pseudonym', 'band' or 'keep'; did you mean 'staff'?");
    }
}

TEST(MaskPolicy, AColumnOfOneTableGoesFirst)
{
    const MaskPolicy policy = shipped();
    EXPECT_EQ(policy.of("enterprises", "name"), MaskColumn::pseudonym);
    EXPECT_EQ(policy.of("parks", "name"), MaskColumn::keep);
    EXPECT_EQ(policy.of("parcels", "no_such_column"), MaskColumn::leave_out);
}

} // namespace
} // namespace tenglong
