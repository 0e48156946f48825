#include "geo/result/result_file.hpp"
#include "tests/village/sum_row.hpp"
#include "tools/cli/subject_file.hpp"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <string_view>

namespace tenglong::tests {
namespace {

[[nodiscard]] std::vector<SumRow> all_rows()
{
    std::vector<SumRow> all = evaluation_rows();
    for (SumRow& row : freed_rows()) {
        all.push_back(std::move(row));
    }
    return all;
}

[[nodiscard]] const char* name_of(Side side)
{
    constexpr const char* k_names[]{"Yes", "No", "Missing", "Contradiction"};
    return k_names[static_cast<std::size_t>(side)];
}

void compare(const ResultTable& table, const std::string& column, std::size_t at, const SumRow& row)
{
    const ResultColumn& cell = table[column];
    if (std::holds_alternative<Nothing>(row.expected)) {
        EXPECT_FALSE(cell.present(at)) << "there is a value where nothing is known";
    } else if (const auto* number = std::get_if<double>(&row.expected)) {
        ASSERT_TRUE(cell.present(at)) << "there is no value";
        EXPECT_NEAR(cell.figure(at), *number, row.tolerance);
    } else if (cell.spec().many) {
        const std::string codes = " " + codes_at(table, column, at) + " ";
        EXPECT_NE(codes.find(" " + std::get<std::string>(row.expected) + " "), std::string::npos)
            << codes;
    } else {
        ASSERT_TRUE(cell.present(at)) << "there is no text";
        EXPECT_EQ(cell.text(at), std::get<std::string>(row.expected));
    }
}

void expect_as_told(const SumRow& row)
{
    SCOPED_TRACE(std::string{row.row} + ", " + name_of(row.side) + ": " + row.why);
    Village village;
    row.build(village);
    const geo::Result result = village.analyzed(row.policy);
    const ResultTable& table = result.table(row.table).table;
    compare(table, row.column, row_of(table, row.key, row.which), row);
    if (*row.issue != '\0') {
        std::set<std::string> kinds;
        for (const Issue& issue : result.survey->issues) {
            kinds.insert(issue.kind);
        }
        EXPECT_TRUE(kinds.contains(row.issue))
            << ::testing::PrintToString(kinds) << " has no " << row.issue;
    }
}

/// By row, not by case: each program start reads the profile anew, which takes longest.
class SumRows : public ::testing::TestWithParam<const char*> {};

TEST_P(SumRows, ComesOutAsWorkedOutByHand)
{
    for (const SumRow& row : all_rows()) {
        if (std::string_view{row.row} == GetParam()) {
            expect_as_told(row);
        }
    }
}

constexpr std::array k_rows{"C1", "C2", "D1", "D2", "D3", "D4", "D5", "D6"};

INSTANTIATE_TEST_SUITE_P(CAndD, SumRows, ::testing::ValuesIn(k_rows),
                         [](const auto& each) { return std::string{each.param}; });

// A row of which one side is not told could go wrong there unseen.
TEST(SumRowsOf, EachRowHasBothSidesAMissingFactAndAContradiction)
{
    std::map<std::string, std::set<Side>> sides;
    for (const SumRow& row : all_rows()) {
        sides[row.row].insert(row.side);
    }
    for (const char* row : k_rows) {
        EXPECT_EQ(sides[row].size(), 4U) << row;
    }
}

/// D7: the file of a parcel (一地一档), as `explain` prints it.
class ParcelFile : public ::testing::Test {
protected:
    /// Both are taxed at 3 a mu, and the storeys are not known. The first is said not to be
    /// started.
    ParcelFile()
    {
        m_village.parcel(1, {0, 0, 100, 100}, {{"建设状态", "未动工"}})
            .building({0, 0, 50, 100}, {{"名称", "厂房"}})
            .enterprise(1, 1, {{"税收(万元)", "45"}, {"违法违规", "无"}});
        m_village.parcel(2, {200, 0, 300, 100})
            .building({200, 0, 250, 100}, {{"名称", "厂房"}})
            .enterprise(2, 2, {{"税收(万元)", "45"}, {"违法违规", "无"}});
        m_result = m_village.written("zhuji-2021");
    }
    [[nodiscard]] tools::SubjectFile file(int number) const
    {
        return tools::subject_file(geo::ResultFile{m_result}, Village::parcel_code(number));
    }
    [[nodiscard]] static std::string told(const tools::SubjectFile& file, Truth truth,
                                          const char* rule)
    {
        for (const tools::ToldVerdict* each : file.verdicts.with(truth)) {
            if (each->verdict.rule->id == rule) {
                return each->sentence.zh;
            }
        }
        return {};
    }

    Village m_village;
    std::filesystem::path m_result;
};

// One test, because reading a policy and writing a result take a second each.
TEST_F(ParcelFile, TellsWhatHoldsWhatDoesNotWhatIsMissingAndWhatContradicts)
{
    const tools::SubjectFile plain = file(2);
    const auto has = [](const std::string& text, const char* part) {
        return text.find(part) != std::string::npos;
    };
    const std::string low = told(plain, Truth::yes, "low_efficiency");
    EXPECT_TRUE(has(low, "亩均税收 3 万元/亩")) << low;
    EXPECT_NE(told(plain, Truth::no, "violation"), "");
    const std::string ratio = told(plain, Truth::unknown, "low_plot_ratio");
    EXPECT_TRUE(has(ratio, "容积率")) << ratio;

    // 'Not started' is stated and counts, so that nothing can be asked of its output; that it is
    // built on is told beside it.
    const tools::SubjectFile doubtful = file(1);
    EXPECT_NE(told(doubtful, Truth::no, "low_efficiency"), "");
    ASSERT_EQ(doubtful.issues.rows(), 1U);
    EXPECT_EQ(doubtful.issues["kind"].text(0), "built_but_not_started");
}

} // namespace
} // namespace tenglong::tests
