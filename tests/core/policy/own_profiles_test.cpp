// Policy is data: nothing that these profiles ask for is in C++.
#include "core/evaluate/evaluate.hpp"
#include "core/register/register_facts.hpp"
#include "tests/support/parcel_facts.hpp"
#include "tests/support/register_case.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using testing::credit_code;
using testing::Facts;
using testing::parcel_code;

std::unique_ptr<Profile> own(const char* name)
{
    return load_profile(std::string{"tests/core/policy/own/"} + name);
}

Truth idle_in(const Profile& profile, const char* as_of, std::optional<double> invested,
              bool started)
{
    Facts facts{*profile.catalogue};
    facts.put("state_owned", 0, true)
        .put("started", 0, started)
        .put("suspended", 0, false)
        .put("agreed_start", 0, Date::parse("2020-06-30").value())
        .put("due_start", 0, Date::parse("2020-06-30").value());
    if (invested) {
        facts.put("invested_share", 0, *invested);
    }
    facts.table().set_as_of(Date::parse(as_of).value());
    const RuleSet& rules = profile.rules_for(SubjectKind::parcel);
    return Evaluator{rules, facts.table()}.evaluate().at(rules.find("suspected_idle").value(), 0);
}

// Two full years after 2020-06-30 are over when 2022-06-30 is (Civil Code, art. 201 and 202).
TEST(OwnProfile, HainanCountsLandWithLittleInvestedTwoYearsAfterTheAgreedStart)
{
    const auto hainan = own("hainan.toml");
    EXPECT_EQ(idle_in(*hainan, "2022-07-01", 0.24, true), Truth::yes);
    EXPECT_EQ(idle_in(*hainan, "2022-07-01", 0.25, true), Truth::no);
    EXPECT_EQ(idle_in(*hainan, "2022-06-30", 0.24, true), Truth::no);
    EXPECT_EQ(idle_in(*hainan, "2022-07-01", std::nullopt, true), Truth::unknown);
    EXPECT_EQ(idle_in(*hainan, "2022-07-01", 0.9, false), Truth::yes); // the national first case
    EXPECT_EQ(idle_in(*load_profile("national"), "2022-07-01", 0.24, true), Truth::no);
}

// By hand, base 20 and span 80: tax 10, 20, 30 gives 12, 36, 60 of 60 points; energy 0.5, 0.3, 0.1
// (the less the better) gives 8, 24, 40 of 40. Totals 20, 60, 100.
TEST(OwnProfile, ACityHasOtherClassesAndScoresBetweenTheLeastAndTheGreatest)
{
    const auto city = own("city.toml");
    Facts firms{*city->catalogue, 4, SubjectKind::enterprise};
    for (std::size_t row = 0; row < 3; ++row) {
        const auto place = static_cast<double>(row);
        firms.put("tax_per_mu", row, 10.0 + 10.0 * place)
            .put("energy_per_value", row, 0.5 - 0.2 * place);
    }
    firms.put("tax_per_mu", 3, 30.0); // its energy is not known
    static_cast<void>(evaluate_enterprises(*city, firms.table()));
    const auto letter = [&](std::size_t row) {
        return firms.table().text(firms.table().id("class"), row).value_or("?");
    };
    EXPECT_EQ(letter(0), "III");
    EXPECT_EQ(letter(1), "II");
    EXPECT_EQ(letter(2), "I");
    EXPECT_EQ(letter(3), "?");
    EXPECT_NEAR(*firms.table().number(firms.table().id("score"), 1), 60.0, 1e-9);

    // A parcel whose enterprise is in the last class is low in efficiency, although its tax is not.
    Facts parcels{*city->catalogue, 2};
    for (std::size_t row = 0; row < 2; ++row) {
        parcels.put("in_production", row, true).put("tax_per_mu", row, 10.0);
        parcels.put("started", row, true).put("completed", row, true);
        parcels.put("class", row, letter(row).c_str());
    }
    parcels.table().set_as_of(Date::parse("2023-12-31").value());
    const RuleSet& rules = city->rules_for(SubjectKind::parcel);
    const Verdicts verdicts = Evaluator{rules, parcels.table()}.evaluate();
    const std::size_t low = rules.find("low_efficiency").value();
    EXPECT_EQ(verdicts.at(low, 0), Truth::yes);
    EXPECT_EQ(verdicts.at(low, 1), Truth::no);
}

// The holder pays 60 on 30 mu, of which it lets 18 to a tenant that pays 30: together 3 a mu, low
// by the line of 5; apart the holder has 60 on 12 mu, 5 a mu, and the tenant 30 on 18.
TEST(OwnProfile, ABureauMergesTenantsIntoTheHolder)
{
    const auto bureau = own("bureau.toml");
    testing::RegisterCase town;
    town.parcel(parcel_code(1), 20'000.0, "甲公司", credit_code(1));
    EnterpriseRow& holder = town.enterprise("甲公司", credit_code(1));
    holder.land_own_mu = 30.0;
    holder.land_out_mu = 18.0;
    holder.figures.set(YearFigure::tax, 60.0);
    EnterpriseRow& tenant = town.enterprise("乙公司", credit_code(2), parcel_code(1));
    tenant.land_own_mu = 0.0;
    tenant.land_in_mu = 18.0;
    tenant.figures.set(YearFigure::tax, 30.0);
    const auto tax_per_mu = [&](const Profile& profile, std::size_t enterprise) {
        RegisterOptions options;
        options.tenants = profile.tenants;
        const Register reg = town.run(options);
        Facts firms{*profile.catalogue, 2, SubjectKind::enterprise};
        write_enterprise_facts(town.input(), reg, firms.table());
        return firms.table().number(firms.table().id("tax_per_mu"), enterprise);
    };
    EXPECT_NEAR(tax_per_mu(*bureau, 0).value_or(-1.0), 3.0, 1e-9);
    EXPECT_EQ(tax_per_mu(*bureau, 1), std::nullopt);
    const auto zhuji = load_profile("zhuji-2021");
    EXPECT_NEAR(tax_per_mu(*zhuji, 0).value_or(-1.0), 5.0, 1e-9);
    EXPECT_NEAR(tax_per_mu(*zhuji, 1).value_or(-1.0), 30.0 / 18.0, 1e-9);
}

TEST(OwnProfile, ABureauSaysWhichFigureOfEnergyCounts)
{
    EXPECT_EQ(own("bureau.toml")->energy,
              (EnergyOrder{EnergyBasis::calorific, EnergyBasis::equivalent}));
    EXPECT_EQ(load_profile("zhuji-2021")->energy,
              (EnergyOrder{EnergyBasis::stated, EnergyBasis::equivalent, EnergyBasis::calorific}));
}

} // namespace
} // namespace tenglong
