#include "tests/support/register_case.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using testing::credit_code;
using testing::parcel_code;
using testing::RegisterCase;
using testing::sum_on;

/// A holder with 30 mu that lets 10; the tenant has 10 mu of its own elsewhere.
class TenantMergeTest : public ::testing::Test {
protected:
    TenantMergeTest()
    {
        m_town.parcel(parcel_code(1), 20'000.0, "甲公司", credit_code(1));
        m_town.parcel(parcel_code(2), 20'000.0 / 3.0, "乙公司", credit_code(2));
        EnterpriseRow& holder = m_town.enterprise("甲公司", credit_code(1));
        holder.land_own_mu = 30.0;
        holder.land_out_mu = 10.0;
        holder.figures.set(YearFigure::tax, 60.0);
        EnterpriseRow& tenant =
            m_town.enterprise("乙公司", credit_code(2), parcel_code(1) + "、" + parcel_code(2));
        tenant.land_own_mu = 10.0;
        tenant.land_in_mu = 10.0;
        tenant.figures.set(YearFigure::tax, 9.0);
        m_options.tenants = Tenants::merged_in_holder;
    }

    [[nodiscard]] static double tax_of(const Register& reg, std::size_t enterprise)
    {
        return from_units(reg.merged->amounts[index_of(YearFigure::tax)].at(enterprise), 1e6);
    }

    RegisterCase m_town;
    RegisterOptions m_options;
};

TEST_F(TenantMergeTest, MovesThePartOfATenantThatLiesOnTheHoldersParcel)
{
    const Register reg = m_town.run(m_options);

    // Half of the tenant's land, so half of its tax.
    EXPECT_DOUBLE_EQ(tax_of(reg, 0), 64.5);
    EXPECT_DOUBLE_EQ(tax_of(reg, 1), 4.5);
    EXPECT_DOUBLE_EQ(land_in_mu(reg.merged->land[0]), 30.0);
    EXPECT_DOUBLE_EQ(land_in_mu(reg.merged->land[1]), 10.0);
    EXPECT_EQ(reg.merged->into[1], k_nobody);
    // What lies on a parcel is the same whoever answers for it.
    EXPECT_DOUBLE_EQ(sum_on(reg, 0, YearFigure::tax), 64.5);
}

TEST_F(TenantMergeTest, TakesATenantWithoutLandOfItsOwnWhole)
{
    EnterpriseRow& tenant = m_town.enterprises()[1];
    tenant.parcel_codes = m_town.keep(parcel_code(1));
    tenant.land_own_mu = 0.0;

    const Register reg = m_town.run(m_options);

    EXPECT_EQ(reg.merged->into[1], 0U);
    EXPECT_DOUBLE_EQ(tax_of(reg, 0), 69.0);
    EXPECT_DOUBLE_EQ(tax_of(reg, 1), 0.0);
    EXPECT_TRUE(reg.merged->has_tenants[0]);
}

TEST_F(TenantMergeTest, LeavesLargeTenantsApart)
{
    m_options.tenants_apart_from_mu = 20.0;
    EXPECT_DOUBLE_EQ(tax_of(m_town.run(m_options), 0), 60.0);

    m_options.tenants_apart_from_mu = 20.01;
    EXPECT_DOUBLE_EQ(tax_of(m_town.run(m_options), 0), 64.5);
}

TEST_F(TenantMergeTest, KnowsThatASumWithAGapIsNotComplete)
{
    m_town.enterprises()[0].figures.set(YearFigure::revenue, 100.0);

    const Register reg = m_town.run(m_options);

    EXPECT_EQ(reg.merged->incomplete[0], 1U << index_of(YearFigure::revenue));
    EXPECT_EQ(reg.merged->incomplete[1], 0U);
}

TEST_F(TenantMergeTest, IsNotMadeUnlessThePolicyAsks)
{
    EXPECT_FALSE(m_town.run().merged.has_value());
}

} // namespace
} // namespace tenglong
