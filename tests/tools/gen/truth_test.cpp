#include "tests/tools/gen/city.hpp"
#include "tools/gen/cases/case.hpp"
#include "tools/gen/truth/enterprise_truth.hpp"
#include "tools/gen/truth/parcel_truth.hpp"
#include "tools/gen/truth/sums.hpp"
#include "tools/gen/truth/truth_files.hpp"
#include "tools/gen/truth/truth_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace tenglong::tools::gen {
namespace {

using Cells = std::map<std::string, std::string>;

[[nodiscard]] Cells cells_of(const std::vector<Column>& columns, const Row& row)
{
    Cells cells;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        cells[columns[i].name] = text_of(row[i], columns[i]);
    }
    return cells;
}

void expect_as_meant(const Case& planted, const Cells& parcel, const std::vector<Cells>& tenants)
{
    std::istringstream words{std::string{planted.expect}};
    for (std::string word; words >> word;) {
        const auto equals = word.find('=');
        const std::string value = word.substr(equals + 1);
        if (!word.starts_with("e.")) {
            EXPECT_EQ(parcel.at(word.substr(0, equals)), value) << planted.id << ": " << word;
            continue;
        }
        const std::string column = word.substr(2, equals - 2);
        EXPECT_TRUE(std::ranges::any_of(
            tenants, [&](const Cells& cells) { return cells.at(column) == value; }))
            << planted.id << ": " << word;
    }
}

TEST(Truth, HoldsForEveryPlantedCase)
{
    const City city{300, 1};
    std::set<std::string_view> met;
    for (const Batch& batch : city.batches()) {
        const auto truths = truths_of(batch, city.options.as_of);
        for (std::size_t k = 0; k < truths.size(); ++k) {
            const Parcel& parcel = batch.parcels[k];
            if (parcel.planted == nullptr) {
                continue;
            }
            std::vector<Cells> enterprises;
            for (const Enterprise& e : batch.enterprises) {
                if (e.planted == parcel.planted->id) {
                    enterprises.push_back(cells_of(enterprise_truth_columns(),
                                                   enterprise_truth_row(batch, e, truth_of(e))));
                }
            }
            met.insert(parcel.planted->id);
            expect_as_meant(*parcel.planted,
                            cells_of(parcel_truth_columns(),
                                     parcel_truth_row(city.layout, parcel, truths[k], 0)),
                            enterprises);
        }
    }
    for (const auto cases : {ordinary_cases(), exact_cases()}) {
        for (const Case& planted : cases) {
            EXPECT_TRUE(met.contains(planted.id)) << planted.id << " stands nowhere";
        }
    }
}

TEST(Truth, CountsTaxOnceWhoeverUsesTheLand)
{
    const City city{700, 4};
    CitySums sums;
    for (const Batch& batch : city.batches()) {
        sums.add(batch, truths_of(batch, city.options.as_of), city.options.as_of);
    }
    // One planted enterprise has no tax figure; it hides no other's, for it is alone.
    EXPECT_NEAR(sums.all.tax_wan + sums.unmatched.tax_wan, sums.enterprises.tax_wan, 1e-6);
    EXPECT_GT(sums.unmatched.tax_wan, 0.0);
    EXPECT_EQ(sums.all.parcels, 700);
}

TEST(Truth, GivesEachParcelOneStatusAndEachSquareMetreOneSide)
{
    const City city{700, 4};
    CitySums sums;
    for (const Batch& batch : city.batches()) {
        sums.add(batch, truths_of(batch, city.options.as_of), city.options.as_of);
        for (const Parcel& parcel : batch.parcels) {
            EXPECT_GE(parcel.in_line_m2, 0.0);
            EXPECT_LE(parcel.in_line_m2, parcel.computed_m2);
        }
    }
    for (const auto& statuses : sums.statuses) {
        std::int64_t parcels = 0;
        double area = 0.0;
        for (const auto& [status, each] : statuses) {
            parcels += each.parcels;
            area += each.registered_m2;
        }
        EXPECT_EQ(parcels, sums.all.parcels);
        EXPECT_NEAR(area, sums.all.registered_m2, 1e-4);
    }
}

TEST(Truth, KeepsPlainParcelsNormalUnderEveryPolicy)
{
    const City city{700, 4};
    for (const Batch& batch : city.batches()) {
        const auto truths = truths_of(batch, city.options.as_of);
        for (std::size_t k = 0; k < truths.size(); ++k) {
            const Parcel& parcel = batch.parcels[k];
            if (parcel.kind == "normal" && parcel.planted == nullptr) {
                for (const std::string& status : truths[k].status) {
                    EXPECT_EQ(status, "normal") << parcel.code;
                }
            }
        }
    }
}

TEST(Truth, MakesAPlantedBlockLowThroughoutAndItsSurroundingsNot)
{
    const City city{300, 2};
    int low = 0;
    for (const Batch& batch : city.batches()) {
        const auto truths = truths_of(batch, city.options.as_of);
        const auto groups = low_groups(batch, truths);
        for (std::size_t k = 0; k < truths.size(); ++k) {
            if (batch.parcels[k].cluster >= 0) {
                EXPECT_EQ(truths[k].flag(Flag::low_efficiency, 3), Verdict::yes); // zhuji-2021
                EXPECT_EQ(groups[k], 1) << "a block hangs together";
                ++low;
            }
        }
    }
    EXPECT_GE(low, 6);
}

TEST(EnterpriseTruth, ScoresAsHuangyanDid)
{
    // Every figure at its baseline scores 100 (domain notes, 2.6): 10 mu, 240.97 of tax and so on.
    Enterprise e;
    e.above_scale = true;
    e.land_own_m2 = 20000.0 / 3.0;
    e.figures.tax_wan = 240.97;
    e.figures.value_added_wan = 1361.6;
    e.figures.energy_tce = 1361.6 / 2.694;
    e.figures.cod_t = 1361.6 / 4929.81;
    e.figures.staff = 1361.6 / 18.14;
    e.figures.revenue_wan = 10000.0;
    e.figures.rd_wan = 302.0;
    EXPECT_NEAR(truth_of(e).score_huangyan_2022.value(), 100.0, 1e-9);

    e.figures.cod_t.reset();
    EXPECT_FALSE(truth_of(e).score_huangyan_2022.has_value());
}

TEST(EnterpriseTruth, DividesByTheLandUsedNotTheLandOwned)
{
    // 15 mu own, 6 leased in, 9 let out: 12 mu.
    Enterprise e;
    e.land_own_m2 = 10000.0;
    e.land_in_m2 = 4000.0;
    e.land_out_m2 = 6000.0;
    e.figures.tax_wan = 60.0;
    EXPECT_DOUBLE_EQ(truth_of(e).land_used_mu, 12.0);
    EXPECT_DOUBLE_EQ(truth_of(e).tax_per_mu.value(), 5.0);
    e.land_out_m2 = 14000.0;
    EXPECT_FALSE(truth_of(e).tax_per_mu.has_value());
}

TEST(Verdict, FollowsStrongLogic)
{
    using enum Verdict;
    EXPECT_EQ(both(yes, undecided), undecided);
    EXPECT_EQ(both(no, undecided), no);
    EXPECT_EQ(either(yes, undecided), yes);
    EXPECT_EQ(either(no, undecided), undecided);
    EXPECT_EQ(both(depends, undecided), depends);
    EXPECT_EQ(either(depends, no), depends);
}

} // namespace
} // namespace tenglong::tools::gen
