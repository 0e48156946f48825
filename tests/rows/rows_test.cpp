#include "tests/rows/row_case.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

namespace tenglong::testing {
namespace {

[[nodiscard]] std::vector<RowCase> all_rows()
{
    std::vector<RowCase> all = detection_rows();
    for (auto&& part : {enterprise_rows(), group_rows()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

[[nodiscard]] const char* name_of(Side side)
{
    constexpr const char* k_names[]{"Yes", "No", "Missing", "Contradiction"};
    return k_names[static_cast<std::size_t>(side)];
}

/// A unique name of letters and digits: B2SuppliedNotUsedYes3.
[[nodiscard]] std::string test_name(const ::testing::TestParamInfo<RowCase>& info)
{
    std::string name = info.param.row;
    bool upper = true;
    for (const char* c = info.param.rule; *c != '\0'; ++c) {
        if (*c != '_') {
            name += upper ? static_cast<char>(std::toupper(*c)) : *c;
        }
        upper = *c == '_';
    }
    return name + name_of(info.param.side) + std::to_string(info.index);
}

class Row : public ::testing::TestWithParam<RowCase> {};

TEST_P(Row, AnswersAsItsDocumentSays)
{
    const RowCase& row = GetParam();
    Case subject{row.profile, row.subject};
    if (row.subject != SubjectKind::enterprise) {
        subject.with("as_of", Date{2023, 12, 31});
    }
    for (const auto& [fact, value] : row.facts) {
        std::visit([&, name = fact](const auto& each) { subject.with(name, each); }, value);
    }
    EXPECT_EQ(subject.verdict(row.rule), row.expected) << row.why << "\n" << subject.told(row.rule);
}

INSTANTIATE_TEST_SUITE_P(BAndC, Row, ::testing::ValuesIn(all_rows()), test_name);

// A row of which one side is not told could go wrong there unseen.
TEST(Rows, EachHasBothSidesAMissingFactAndAContradiction)
{
    std::map<std::string, std::set<Side>> sides;
    for (const RowCase& row : all_rows()) {
        sides[row.row].insert(row.side);
    }
    for (int number = 1; number <= 18; ++number) {
        EXPECT_EQ(sides["B" + std::to_string(number)].size(), 4U) << "B" << number;
    }
    for (const char* row : {"C3", "C4"}) {
        EXPECT_EQ(sides[row].size(), 4U) << row;
    }
}

} // namespace
} // namespace tenglong::testing
