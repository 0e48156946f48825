#include "core/base/error.hpp"
#include "core/policy/loader.hpp"
#include "core/reclaim/whatif.hpp"
#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tenglong {
namespace {

using testing::Facts;
using testing::shipped;
using Words = std::vector<std::string>;

Words values(const char* figure, const char* from, const char* to, std::size_t steps)
{
    return values_between(shipped("zhuji-2021"), figure, from, to, steps);
}

std::string refusal(const char* figure, const char* from, const char* to)
{
    try {
        static_cast<void>(values(figure, from, to, 2));
    } catch (const UsageError& error) {
        return error.text().en;
    }
    return {};
}

TEST(WhatIfValues, GoEvenlyFromOneEndToTheOtherInTheUnitOfTheFigure)
{
    EXPECT_EQ(values("tax_line", "4", "6 wan_per_mu", 4),
              (Words{"4 wan_per_mu", "4.5 wan_per_mu", "5 wan_per_mu", "5.5 wan_per_mu",
                     "6 wan_per_mu"}));
    EXPECT_EQ(values("plot_ratio_line", "1", "0.5", 2), (Words{"1", "0.75", "0.5"}));
    EXPECT_EQ(values("idle_period", "1 year", "3 years", 4),
              (Words{"1 years", "2 years", "3 years"}));
    EXPECT_EQ(values("supplied_unused_grace", "0 days", "180 days", 2),
              (Words{"0 days", "90 days", "180 days"}));
}

TEST(WhatIfValues, RefuseWhatCannotBeVaried)
{
    EXPECT_EQ(refusal("tax_lin", "1", "2"),
              "no figure is named 'tax_lin'; did you mean 'tax_line'?");
    EXPECT_EQ(refusal("plan_from", "1", "2"),
              "'plan_from' is a day; only numbers and periods can be varied");
    EXPECT_EQ(refusal("tax_line", "much", "2"), "'much' is not a figure");
    EXPECT_NE(refusal("tax_line", "1 m2", "2").find("cannot be compared"), std::string::npos);
    EXPECT_NE(refusal("idle_period", "1 year", "18 months").find("give both as"),
              std::string::npos);
}

TEST(WhatIf, KnowsWhichRulesAFigureTakesPartIn)
{
    const Profile& zhuji = shipped("zhuji-2021");
    const RuleSet& rules = zhuji.rules_for(SubjectKind::parcel);
    const auto using_line = rules_using(zhuji, SubjectKind::parcel, "tax_line");
    const auto has = [&](const char* id) {
        return std::find(using_line.begin(), using_line.end(), rules.find(id).value()) !=
               using_line.end();
    };
    EXPECT_TRUE(has("low_efficiency"));
    EXPECT_TRUE(has("high_consumption")); // through the default of the guide's table
    EXPECT_FALSE(has("low_plot_ratio"));
    EXPECT_TRUE(decides(zhuji, "plot_ratio_target"));
    EXPECT_FALSE(decides(zhuji, "vacant_setback"));
}

/// Parcels in production with tax of 4, 5 and 6 wan per mu, 10,000 m² each, half of it separable,
/// and one whose tax is not known.
Facts three_parcels(const Profile& zhuji)
{
    Facts facts{*zhuji.catalogue, 4};
    for (std::size_t row = 0; row < 4; ++row) {
        facts.put("is_industrial", row, true)
            .put("state_owned", row, true)
            .put("holder", row, "甲")
            .put("started", row, true)
            .put("completed", row, true)
            .put("in_production", row, true)
            .put("suspended", row, false)
            .put("energy_per_value", row, 0.1)
            .put("plot_ratio", row, 1.6)
            .put("vacant_m2", row, 0.0)
            .put("separable_m2", row, 5'000.0)
            .put("violations", row, Words{})
            .put("planned_industrial", row, true)
            .put("area_m2", row, 10'000.0);
        if (row < 3) {
            facts.put("tax_per_mu", row, 4.0 + static_cast<double>(row));
        }
    }
    facts.table().set_as_of(Date::parse("2023-12-31").value());
    return facts;
}

// At most the line: one parcel at 4, two at 5, three at 6; each frees its separable 5,000 m².
TEST(WhatIf, AHigherTaxLineTakesInMoreParcelsAndFreesMore)
{
    const Profile& zhuji = shipped("zhuji-2021");
    Facts parcels = three_parcels(zhuji);
    Facts firms{*zhuji.catalogue, 2, SubjectKind::enterprise};
    firms.put("tax_per_mu", 0, 4.5);
    std::vector<std::size_t> counts;
    std::vector<double> freed;
    for (const char* line : {"4 wan_per_mu", "5 wan_per_mu", "6 wan_per_mu"}) {
        const auto profile = load_profile("zhuji-2021", {{"tax_line", line}});
        const WhatIfStep step = what_if(*profile, "tax_line", parcels.table(), firms.table());
        counts.push_back(step.parcels);
        freed.push_back(step.freed.amounts.land_m2.value_or(-1.0));
        EXPECT_EQ(step.undecided, 1U);
        EXPECT_EQ(step.enterprises, std::string{line} == "4 wan_per_mu" ? 0U : 1U);
        EXPECT_EQ(step.area_m2, 10'000.0 * static_cast<double>(step.parcels));
    }
    EXPECT_EQ(counts, (std::vector<std::size_t>{1, 2, 3}));
    EXPECT_EQ(freed, (std::vector<double>{5'000.0, 10'000.0, 15'000.0}));
}

// The target decides floors, not parcels: 2.0 x 10,000 - 9,000 = 11,000 m².
TEST(WhatIf, AFigureOfAmountsDecidesNoParcel)
{
    const auto profile = load_profile("zhuji-2021", {{"plot_ratio_target", "2"}});
    Facts parcels{*profile->catalogue, 1};
    parcels.put("area_m2", 0, 10'000.0).put("floor_m2", 0, 9'000.0);
    parcels.table().set_as_of(Date::parse("2023-12-31").value());
    Facts firms{*profile->catalogue, 0, SubjectKind::enterprise};
    const WhatIfStep step = what_if(*profile, "plot_ratio_target", parcels.table(), firms.table());
    EXPECT_EQ(step.parcels, 0U);
    EXPECT_NEAR(*step.freed.amounts.floor_potential_m2, 11'000.0, 1e-9);
}

} // namespace
} // namespace tenglong
