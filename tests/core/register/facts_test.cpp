#include "core/register/register_facts.hpp"
#include "core/register/tax_before.hpp"

#include "tests/support/register_case.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using testing::credit_code;
using testing::parcel_code;
using testing::RegisterCase;

/// Two enterprises on a parcel of 30 mu (12 and 18 mu), an empty parcel.
class RegisterFactsTest : public ::testing::Test {
protected:
    RegisterFactsTest()
    {
        m_town.parcel(parcel_code(1), 20'000.0);
        m_town.parcel(parcel_code(2), 10'000.0);
        EnterpriseRow& first = m_town.enterprise("甲公司", credit_code(1), parcel_code(1));
        first.land_own_mu = 12.0;
        first.figures.set(YearFigure::tax, 60.0);
        first.figures.set(YearFigure::value_added, 240.0);
        first.figures.set(YearFigure::energy, 120.0);
        first.figures.set(YearFigure::electricity, 400'000.0);
        EnterpriseRow& second = m_town.enterprise("乙公司", credit_code(2), parcel_code(1));
        second.land_own_mu = 18.0;
        second.figures.set(YearFigure::tax, 30.0);
        second.figures.set(YearFigure::energy, 0.0);
    }

    void write(const RegisterOptions& options = {})
    {
        m_reg = m_town.run(options);
        FactColumn& area = m_parcels.column("area_mu");
        const auto read = area.add({true, SourceId::none, {}});
        area.set_number(0, 30.0, read);
        area.set_number(1, 15.0, read);
        write_parcel_facts(m_town.input(), m_reg, m_parcels);
        write_enterprise_facts(m_town.input(), m_reg, m_enterprises);
    }

    [[nodiscard]] static double number(const FactTable& table, std::string_view fact,
                                       std::size_t row)
    {
        return table.number(table.id(fact), row).value_or(-1.0);
    }
    [[nodiscard]] static std::string why(const FactTable& table, std::string_view fact,
                                         std::size_t row)
    {
        return table.origin(table.id(fact), row).note.en;
    }

    RegisterCase m_town;
    Register m_reg;
    FactCatalogue m_catalogue;
    TextPool m_pool;
    FactTable m_parcels{m_catalogue, m_pool, SubjectKind::parcel, 2};
    FactTable m_enterprises{m_catalogue, m_pool, SubjectKind::enterprise, 2};
};

TEST_F(RegisterFactsTest, ParcelsGetSumsAndRatios)
{
    write();

    EXPECT_DOUBLE_EQ(number(m_parcels, "enterprise_count", 0), 2.0);
    EXPECT_DOUBLE_EQ(number(m_parcels, "tax_wan", 0), 90.0);
    EXPECT_DOUBLE_EQ(number(m_parcels, "tax_per_mu", 0), 3.0);
}

TEST_F(RegisterFactsTest, ASumWithAGapIsMissingAndSaysSo)
{
    write();

    EXPECT_DOUBLE_EQ(number(m_parcels, "value_added_wan", 0), -1.0);
    EXPECT_EQ(why(m_parcels, "value_added_wan", 0), "1 of 2 enterprises on it lack this figure");
    EXPECT_EQ(why(m_parcels, "value_added_per_mu", 0), "value added is missing");
    EXPECT_EQ(sum_note(m_reg, 0, YearFigure::value_added).en,
              "1 of 2 enterprises on it lack this figure; the others have 240 wan yuan");
}

TEST_F(RegisterFactsTest, AParcelWithoutEnterprisesHasNoTaxAndNotATaxOfZero)
{
    write();

    EXPECT_DOUBLE_EQ(number(m_parcels, "enterprise_count", 1), 0.0);
    EXPECT_DOUBLE_EQ(number(m_parcels, "tax_wan", 1), -1.0);
    EXPECT_EQ(why(m_parcels, "tax_wan", 1), "no enterprise is known to use this parcel");
}

TEST_F(RegisterFactsTest, EnterprisesGetRatiosOverTheLandUsed)
{
    write();

    EXPECT_DOUBLE_EQ(number(m_enterprises, "land_used_mu", 0), 12.0);
    EXPECT_DOUBLE_EQ(number(m_enterprises, "tax_per_mu", 0), 5.0);
    EXPECT_DOUBLE_EQ(number(m_enterprises, "value_added_per_mu", 0), 20.0);
    EXPECT_DOUBLE_EQ(number(m_enterprises, "energy_per_value", 0), 0.5);
    EXPECT_DOUBLE_EQ(number(m_enterprises, "value_per_energy", 0), 2.0);
    // 60 wan over 40 wan kWh.
    EXPECT_DOUBLE_EQ(number(m_enterprises, "tax_per_electricity", 0), 1.5);
    EXPECT_DOUBLE_EQ(number(m_enterprises, "parcel_area_mu", 0), 30.0);
}

TEST_F(RegisterFactsTest, ARatioOverZeroIsMissingAndNeverInfinite)
{
    m_town.enterprises()[1].figures.set(YearFigure::value_added, 10.0);
    write();

    EXPECT_EQ(why(m_enterprises, "value_per_energy", 1), "energy is zero or negative");
    EXPECT_EQ(m_enterprises.number(m_enterprises.id("value_per_energy"), 1), std::nullopt);
}

TEST_F(RegisterFactsTest, RowsSetAsideHaveNoFigures)
{
    m_town.enterprises()[0].year = 2022;
    m_town.enterprises()[1].year = 2023;
    write();

    EXPECT_EQ(why(m_enterprises, "tax_wan", 0),
              "the row is set aside: another row or year of it counts");
    EXPECT_DOUBLE_EQ(number(m_enterprises, "tax_wan", 1), 30.0);
}

TEST_F(RegisterFactsTest, TheParcelTakesSizeAndClassOfItsLeadEnterprise)
{
    write();
    FactColumn& grade = m_enterprises.column("class");
    const auto read = grade.add({true, SourceId::none, {}});
    grade.set_text(0, m_pool.intern("A"), read);
    grade.set_text(1, m_pool.intern("C"), read);

    write_lead_facts(m_reg, m_enterprises, m_parcels);

    // The second enterprise uses 18 of the 30 mu.
    EXPECT_EQ(m_parcels.text(m_parcels.id("class"), 0), "C");
    EXPECT_EQ(why(m_parcels, "size", 0), "the enterprise that uses most of it has none");
    EXPECT_EQ(m_parcels.yes_no(m_parcels.id("two_high"), 0), std::nullopt);
}

TEST_F(RegisterFactsTest, WhatAFileStatesOfAParcelStandsAboveItsEnterprises)
{
    write();
    FactColumn& of_parcel = m_parcels.column("industry_code");
    const SourceId file = m_parcels.add_source("parcels.shp", "", {1, 2});
    of_parcel.set_text(0, m_pool.intern("C3311"), of_parcel.add({true, file, {}}));
    FactColumn& of_firm = m_enterprises.column("industry_code");
    of_firm.set_text(1, m_pool.intern("C1751"), of_firm.add({true, SourceId::none, {}}));

    write_lead_facts(m_reg, m_enterprises, m_parcels);
    write_lead_facts(m_reg, m_enterprises, m_parcels); // after the evaluation, once again

    EXPECT_EQ(m_parcels.text(m_parcels.id("industry_code"), 0), "C3311");
}

TEST_F(RegisterFactsTest, AMergedTenantHasNoFiguresOfItsOwn)
{
    m_town.parcels()[0].holder_credit_code = m_town.keep(credit_code(1));
    m_town.enterprises()[1].land_own_mu = 0.0;
    m_town.enterprises()[1].land_in_mu = 18.0;
    RegisterOptions options;
    options.tenants = Tenants::merged_in_holder;
    write(options);

    EXPECT_DOUBLE_EQ(number(m_enterprises, "tax_wan", 0), 90.0);
    EXPECT_DOUBLE_EQ(number(m_enterprises, "land_used_mu", 0), 30.0);
    EXPECT_EQ(why(m_enterprises, "tax_wan", 1), "merged in the holder of the parcel");
    EXPECT_EQ(why(m_enterprises, "value_added_wan", 0),
              "it or one of the tenants merged in it lacks this figure");
}

TEST_F(RegisterFactsTest, TheTaxPerMuOfTheYearBeforeComesFromTheRowsOfThatYear)
{
    for (EnterpriseRow& row : m_town.enterprises()) {
        row.year = 2023;
    }
    EnterpriseRow& before = m_town.enterprise("甲公司", credit_code(1), parcel_code(1));
    before.year = 2022;
    before.figures.set(YearFigure::tax, 45.0);
    EnterpriseRow& long_ago = m_town.enterprise("乙公司", credit_code(2), parcel_code(1));
    long_ago.year = 2021;
    long_ago.figures.set(YearFigure::tax, 1'000.0);
    // Of no year, so of 2023.
    m_town.enterprise("丙公司", credit_code(3), parcel_code(2)).figures.set(YearFigure::tax, 15.0);
    write();
    write_tax_before(m_town.input(), {}, m_reg, m_parcels);

    EXPECT_DOUBLE_EQ(number(m_parcels, "tax_per_mu_before", 0), 1.5);  // 45 / 30 mu
    EXPECT_DOUBLE_EQ(number(m_parcels, "tax_per_mu_before", 1), -1.0); // nobody in 2022
    EXPECT_EQ(why(m_parcels, "tax_per_mu_before", 0), "tax of 2022 / area in mu");
}

} // namespace
} // namespace tenglong
