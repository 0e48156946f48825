#include "core/rules/expression.hpp"

#include "core/rules/values.hpp"
#include "tests/support/parcel_facts.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <optional>

namespace tenglong {
namespace {

class ExpressionTest : public ::testing::Test {
protected:
    Expression parse(const char* text) const
    {
        return parse_expression(text, Scope{m_catalogue, SubjectKind::parcel, m_figures, m_tables});
    }

    /// The value for the first subject; nothing if it is missing.
    std::optional<double> value(const char* text)
    {
        const Expression expression = parse(text);
        TableCache cache{m_tables, m_facts.table()};
        for_each_node(expression, [&](const Expression& node) {
            if (node.op == Expression::Op::table) {
                cache.prepare(node.index, node.fact);
            }
        });
        const auto numbers = std::make_unique<Numbers>();
        evaluate(expression, m_facts.table(), cache, 0, 1, *numbers);
        return (numbers->present[0] & 1U) != 0 ? std::optional{numbers->values[0]} : std::nullopt;
    }

    /// Where the parser stops and what it says.
    std::pair<std::size_t, std::string> fault(const char* text) const
    {
        try {
            static_cast<void>(parse(text));
        } catch (const ExpressionFault& caught) {
            return {caught.offset, caught.text.en};
        }
        return {0, "no fault"};
    }

    FactCatalogue m_catalogue;
    std::vector<Figure> m_figures{
        {"tax_line", {"线", "line"}, Quantity{5.0, Unit::of("wan_per_mu")}, {}, true, {}},
        {"grace", {"宽限", "grace"}, Period{.years = 1}, {}, true, {}}};
    std::vector<LookupTable> m_tables{{"far",
                                       {"容积率", "plot ratio"},
                                       m_catalogue.at(SubjectKind::parcel, "industry_code"),
                                       true,
                                       {},
                                       {{"13", 1.0}, {"1312", 1.4}},
                                       std::nullopt,
                                       {},
                                       true,
                                       {}}};
    testing::Facts m_facts{m_catalogue};
};

TEST_F(ExpressionTest, FollowsTheOrderOfArithmetic)
{
    EXPECT_EQ(value("2 + 3 * 4 - 6 / 2"), 11.0);
    EXPECT_EQ(value("(2 + 3) * 4"), 20.0);
    EXPECT_EQ(value("1/3"), 1.0 / 3.0);
    EXPECT_EQ(value("-2 + 5"), 3.0);
}

TEST_F(ExpressionTest, BringsBothSidesOfASumToOneUnit)
{
    // 1 ha = 15 mu.
    EXPECT_EQ(value("15 mu + 1 ha"), 30.0);
    EXPECT_EQ(parse("15 mu + 1 ha").unit, Unit::of("mu"));
    EXPECT_EQ(parse("10 mu * 5 wan_per_mu").unit.dimension(), Unit::of("wan").dimension());
    EXPECT_EQ(parse("5 万元/亩").unit, Unit::of("wan_per_mu"));
}

TEST_F(ExpressionTest, AddsCalendarTimeToADay)
{
    m_facts.put("agreed_start", 0, Date(2020, 2, 29)).put("government_delay_days", 0, 10.0);

    EXPECT_EQ(value("agreed_start + 1 year"), Date(2021, 2, 28).days());
    EXPECT_EQ(value("agreed_start + fig.grace"), Date(2021, 2, 28).days());
    EXPECT_EQ(value("agreed_start + 1 year + government_delay_days"), Date(2021, 3, 10).days());
    EXPECT_EQ(value("2021-03-10 - agreed_start"), 375.0);
    EXPECT_EQ(value("agreed_start + 1 year 6 months"), Date(2021, 8, 29).days());
}

TEST_F(ExpressionTest, IsMissingWhereAnOperandIs)
{
    m_facts.put("invested_wan", 0, 100.0);
    EXPECT_EQ(value("invested_wan / agreed_investment_wan"), std::nullopt);
    EXPECT_EQ(value("default(agreed_investment_wan, 400 wan) + invested_wan"), 500.0);

    m_facts.put("agreed_investment_wan", 0, 0.0);
    // Nothing divided by nothing is not a share.
    EXPECT_EQ(value("invested_wan / agreed_investment_wan"), std::nullopt);
}

TEST_F(ExpressionTest, LooksUpTheLongestPrefixOfACode)
{
    m_facts.put("industry_code", 0, "C1312");
    EXPECT_EQ(value("table.far"), 1.4);
    m_facts.put("industry_code", 0, "139");
    EXPECT_EQ(value("table.far"), 1.0);
    m_facts.put("industry_code", 0, "C36");
    EXPECT_EQ(value("table.far"), std::nullopt);
}

TEST_F(ExpressionTest, SaysWhereItStopsToUnderstand)
{
    EXPECT_EQ(fault("tax_per_mu + tax_pre_mu").first, 13U);
    EXPECT_NE(fault("tax_pre_mu").second.find("did you mean 'tax_per_mu'?"), std::string::npos);
    EXPECT_NE(fault("fig.tax_lin").second.find("did you mean 'tax_line'?"), std::string::npos);
    EXPECT_NE(fault("area_m2 + tax_wan").second.find("'m2' and 'wan'"), std::string::npos);
    EXPECT_NE(fault("5 acres").second.find("not a unit"), std::string::npos);
    EXPECT_NE(fault("(1 + 2").second.find("not closed"), std::string::npos);
    EXPECT_NE(fault("").second.find("ends where"), std::string::npos);
    EXPECT_NE(fault("agreed_start * 2").second.find("only numbers"), std::string::npos);
    EXPECT_NE(fault("agreed_start + 5 mu").second.find("not of one kind"), std::string::npos);
    EXPECT_NE(fault(std::string(200, '(').c_str()).second.find("nested"), std::string::npos);
    EXPECT_NE(fault("1 ; drop").second.find("not understood"), std::string::npos);
}

} // namespace
} // namespace tenglong
