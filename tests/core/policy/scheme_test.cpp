#include "core/policy/scheme.hpp"

#include "tests/core/evaluate/published_schemes.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

[[nodiscard]] EnterpriseTraits traits(std::optional<bool> above, const char* industry,
                                      std::optional<double> mu)
{
    return {above, IndustryCode::parse(industry, IndustryEdition::y2017), mu};
}

TEST(SchemeScope, TakesEnterprisesOfItsSizeIndustryAndLand)
{
    // Zhuji 2021, 二.1: manufacturing below scale from 3 mu on.
    const SchemeScope scope{EnterpriseSize::below_scale, {{IndustryEdition::y2017, "C"}}, 3.0};

    EXPECT_EQ(applies(scope, traits(false, "C33", 3.0)), true);
    EXPECT_EQ(applies(scope, traits(false, "C33", 2.99)), false);
    EXPECT_EQ(applies(scope, traits(true, "C33", 30.0)), false);
    EXPECT_EQ(applies(scope, traits(false, "D44", 30.0)), false);
}

TEST(SchemeScope, IsUndecidedOnlyWhereTheMissingCouldTell)
{
    const SchemeScope scope{EnterpriseSize::below_scale, {{IndustryEdition::y2017, "C"}}, 3.0};

    EXPECT_EQ(applies(scope, traits(false, "C33", {})), std::nullopt);
    EXPECT_EQ(applies(scope, traits({}, "C33", 5.0)), std::nullopt);
    EXPECT_EQ(applies(scope, {false, {}, 5.0}), std::nullopt);
    EXPECT_EQ(applies(scope, traits({}, "D44", {})), false);
    EXPECT_EQ(applies(SchemeScope{}, {}), true);
}

TEST(SchemeGroups, PutLikeWithLike)
{
    Scheme scheme;
    scheme.group_by_size = true;
    scheme.industry_groups = {
        {"metal", {}, {{IndustryEdition::y2017, "33"}}},
        {"machines", {}, {{IndustryEdition::y2017, "34"}, {IndustryEdition::y2017, "35"}}}};

    EXPECT_EQ(group_of(scheme, traits(true, "C3311", 1)), 0U);
    EXPECT_EQ(group_of(scheme, traits(true, "C3511", 1)), 1U);
    EXPECT_EQ(group_of(scheme, traits(true, "C17", 1)), 2U);
    EXPECT_EQ(group_of(scheme, traits(false, "C3311", 1)), 3U);
    EXPECT_EQ(group_of(scheme, traits(false, "C17", 1)), 5U);
}

TEST(SchemeGroups, AreUnknownWhereSizeOrIndustryIs)
{
    Scheme scheme;
    EXPECT_EQ(group_of(scheme, {}), 0U);
    scheme.group_by_size = true;
    EXPECT_EQ(group_of(scheme, {}), std::nullopt);
    EXPECT_EQ(group_of(scheme, {true, {}, {}}), 0U);
    scheme.industry_groups = {{"metal", {}, {{IndustryEdition::y2017, "331"}}}};
    EXPECT_EQ(group_of(scheme, {true, {}, {}}), std::nullopt);
    EXPECT_EQ(group_of(scheme, traits(true, "C33", 1)), std::nullopt); // may be 331 or not
}

TEST(Scheme, FindsNoFaultInPublishedOnes)
{
    Scheme scheme = testing::huangyan_2022();
    testing::cut_at_20_60_95(scheme);

    EXPECT_TRUE(faults_of(scheme).empty());
    EXPECT_EQ(class_of(scheme, "C"), 2U);
    EXPECT_EQ(class_of(scheme, "E"), std::nullopt);
}

/// The faults of a scheme that was good until `spoil` came.
template <class Spoil>
[[nodiscard]] std::vector<std::string> faults_after(const Spoil& spoil)
{
    Scheme scheme = testing::two_indicators(11.5932, 0.2352);
    testing::cut_at_20_60_95(scheme);
    spoil(scheme);
    std::vector<std::string> faults;
    for (const Text& fault : faults_of(scheme)) {
        faults.push_back(fault.en);
    }
    return faults;
}

using Faults = std::vector<std::string>;

TEST(Scheme, SaysWhatIsWrongWithItems)
{
    EXPECT_EQ(faults_after([](Scheme& s) { s.items.clear(); }),
              (Faults{"scheme 'huangyan-below' has no items"}));
    EXPECT_EQ(faults_after([](Scheme& s) { s.items[0].weight = 0; }),
              (Faults{"scheme 'huangyan-below': the weight of 'tax_per_mu' is 0; it must be above "
                      "zero"}));
    EXPECT_EQ(faults_after([](Scheme& s) { s.items[0].baseline.value = 0; }),
              (Faults{"scheme 'huangyan-below': the baseline of 'tax_per_mu' is 0; it must be "
                      "above zero"}));
    EXPECT_EQ(
        faults_after([](Scheme& s) { s.items[0].baseline.kind = BaselineKind::ratio_of_sums; }),
        (Faults{"scheme 'huangyan-below': 'tax_per_mu' needs a numerator and a denominator "
                "for its group value"}));
    EXPECT_EQ(faults_after([](Scheme& s) {
                  s.items[0].cap = 0.5;
                  s.items[0].floor = 1.0;
              }),
              (Faults{"scheme 'huangyan-below': 'tax_per_mu' has a cap of 0.5 below its floor of "
                      "1"}));
}

TEST(Scheme, SaysWhatIsWrongWithClassesAndOverrides)
{
    EXPECT_EQ(faults_after([](Scheme& s) { s.classes[1].share = 0.1; }),
              (Faults{"scheme 'huangyan-below': class 'B' ends at 0.1, which does not follow the "
                      "class before; shares rise up to 1, scores fall"}));
    EXPECT_EQ(faults_after([](Scheme& s) { s.classes[1].share.reset(); }),
              (Faults{"scheme 'huangyan-below': class 'B' does not say where it ends"}));
    EXPECT_EQ(faults_after([](Scheme& s) { s.classes[3].letter = "A"; }),
              (Faults{"scheme 'huangyan-below' has the class 'A' twice"}));
    EXPECT_EQ(faults_after([](Scheme& s) {
                  s.overrides = {{"safety", {}, {}, "accident", OverrideKind::veto, "E", 1}};
              }),
              (Faults{"scheme 'huangyan-below': 'safety' leads to the class 'E', which there is "
                      "not"}));
    EXPECT_EQ(
        faults_after([](Scheme& s) {
            s.overrides = {{"award", {}, {}, "award", OverrideKind::promote, "", 0}};
        }),
        (Faults{"scheme 'huangyan-below': 'award' moves by 0 classes; it must be 1 or more"}));
}

} // namespace
} // namespace tenglong
