#include "core/policy/loader.hpp"
#include "geo/read/read_table.hpp"
#include "geo/run/supply_rows.hpp"
#include "geo/survey/records.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace tenglong::geo {
namespace {

const Date k_as_of = Date::parse("2023-12-31").value();

/// A base without parcels, and a file of supply of which the rows named lie on none.
class SupplyRows : public ::testing::Test {
protected:
    void read(const std::string& text, const std::vector<int>& unmatched)
    {
        const std::string path = ::testing::TempDir() + "supply_rows_test.csv";
        std::ofstream{path} << text;
        TableRequest request;
        request.kind = InputKind::supply;
        request.path = path;
        std::vector<Issue> issues;
        Table table = read_table(request, issues);
        m_survey.pool = std::make_unique<TextPool>();
        m_survey.parcel_facts = std::make_unique<FactTable>(*m_profile->catalogue, *m_survey.pool,
                                                            SubjectKind::parcel, 0);
        for (const int row : unmatched) {
            m_survey.issues.push_back({"supply_unmatched",
                                       Severity::note,
                                       table.place(static_cast<std::size_t>(row)),
                                       "",
                                       std::nullopt,
                                       {}});
        }
        m_survey.zones[InputKind::supply].push_back({std::move(table), {}});
    }

    std::unique_ptr<Profile> m_profile = load_profile("zhejiang-2024");
    Survey m_survey;
};

// Industrial 20,000 m², dwellings 60,000 m²: the industrial share is a quarter, not all of it.
TEST_F(SupplyRows, LandSuppliedOffTheParcelsCountsInTheShare)
{
    read("合同编号,签订日期,土地用途,供应面积（平方米）,镇街\n"
         "A1,2023-05-01,工业用地,20000,甲镇\n"
         "A2,2023-06-01,城镇住宅用地,60000,甲镇\n"
         "A3,2024-06-01,城镇住宅用地,90000,甲镇\n"
         "A4,2023-06-01,,70000,乙镇\n",
         {0, 1, 2});
    const auto sums = supply_by_year(supply_off_parcels(m_survey, k_as_of));
    ASSERT_FALSE(sums.empty());
    EXPECT_EQ(sums.front().year, 2023);
    EXPECT_EQ(sums.front().plots, 2U); // A3 is later, A4 lies on a parcel
    EXPECT_EQ(sums.front().industrial_share(), 0.25);
    EXPECT_EQ(sums.back().name, "甲镇");
}

TEST_F(SupplyRows, ARowWithoutAUseLeavesTheShareOpen)
{
    read("合同编号,签订日期,土地用途,供应面积（平方米）\n"
         "A1,2023-05-01,工业用地,20000\n"
         "A2,2023-06-01,,60000\n",
         {0, 1});
    const auto sums = supply_by_year(supply_off_parcels(m_survey, k_as_of));
    ASSERT_EQ(sums.size(), 1U);
    EXPECT_EQ(sums.front().no_use, 1U);
    EXPECT_EQ(sums.front().industrial_share(), std::nullopt);
}

TEST_F(SupplyRows, AMereApprovalIsNotSupplied)
{
    read("批准文号,批准日期,土地用途,供应面积（平方米）\n"
         "浙土字〔2023〕1号,2023-05-01,工业用地,20000\n",
         {0});
    EXPECT_TRUE(supply_off_parcels(m_survey, k_as_of).empty());
}

} // namespace
} // namespace tenglong::geo
