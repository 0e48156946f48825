#include "core/facts/fact_table.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace tenglong {
namespace {

class FactTableTest : public testing::Test {
protected:
    FactCatalogue m_catalogue;
    TextPool m_pool;
    FactTable m_table{m_catalogue, m_pool, SubjectKind::parcel, 3};
};

TEST_F(FactTableTest, MissingIsNeverZero)
{
    const FactId tax = m_table.id("tax_wan");
    EXPECT_EQ(m_table.number(tax, 0), std::nullopt);
    EXPECT_FALSE(m_table.origin(tax, 0).present);

    FactColumn& column = m_table.column(tax);
    column.set_number(1, 0.0, column.add({true, SourceId::none, {}}));

    EXPECT_EQ(m_table.number(tax, 0), std::nullopt);
    EXPECT_EQ(m_table.number(tax, 1), 0.0);
}

TEST_F(FactTableTest, TellsFileLayerAndRowOfAValue)
{
    const SourceId source = m_table.add_source("parcels.shp", "parcels", {7, 8, 9});
    FactColumn& column = m_table.column("area_registered_m2");
    const auto read = column.add({true, source, {}});
    column.set_number(2, 1234.5, read);

    const Origin origin = m_table.origin(m_table.id("area_registered_m2"), 2);

    EXPECT_TRUE(origin.present);
    EXPECT_EQ(origin.place, (Place{"parcels.shp", "parcels", 9}));
}

TEST_F(FactTableTest, KeepsTheReasonWhyAValueIsMissing)
{
    FactColumn& column = m_table.column("tax_per_mu");
    column.set_missing(0, column.add({false, SourceId::none, {"用地为零", "no land used"}}));

    EXPECT_EQ(m_table.origin(m_table.id("tax_per_mu"), 0).note.en, "no land used");
    EXPECT_EQ(m_table.origin(m_table.id("tax_per_mu"), 1).note.en, "not given");
}

TEST_F(FactTableTest, ShowsValuesWithTheirUnits)
{
    FactColumn& tax = m_table.column("tax_per_mu");
    tax.set_number(0, 3.2, tax.add({true, SourceId::none, {}}));
    FactColumn& start = m_table.column("agreed_start");
    start.set_date(0, Date(2021, 2, 28), start.add({true, SourceId::none, {}}));
    FactColumn& violations = m_table.column("violations");
    violations.set_text(0, m_pool.intern_set({"fire", "energy", "fire"}),
                        violations.add({true, SourceId::none, {}}));

    EXPECT_EQ(m_table.shown(m_table.id("tax_per_mu"), 0)->zh, "3.2 万元/亩");
    EXPECT_EQ(m_table.shown(m_table.id("agreed_start"), 0)->en, "2021-02-28");
    EXPECT_EQ(m_table.text(m_table.id("violations"), 0), "energy、fire");
}

TEST_F(FactTableTest, KeepsEveryValueHoweverManyReasonsThereAre)
{
    FactColumn& column = m_table.column("tax_wan");
    for (int i = 0; i < 1000; ++i) {
        const std::string note = std::to_string(i);
        column.set_number(0, i, column.add({true, SourceId::none, {note, note}}));
        column.set_missing(1, column.add({false, SourceId::none, {note, note}}));
    }
    EXPECT_EQ(m_table.number(m_table.id("tax_wan"), 0), 999.0);
    EXPECT_EQ(m_table.number(m_table.id("tax_wan"), 1), std::nullopt);
}

TEST_F(FactTableTest, RefusesAFactOfAnotherSubject)
{
    EXPECT_THROW(m_table.column(m_catalogue.at(SubjectKind::enterprise, "tax_wan")),
                 std::invalid_argument);
    EXPECT_THROW(m_table.add_source("x", "", {1}), std::invalid_argument);
}

TEST_F(FactTableTest, TakesMemoryOnlyForFactsThatAreGiven)
{
    EXPECT_EQ(m_table.bytes_per_row(), 0U);
    m_table.column("tax_wan");  // a double and a state
    m_table.column("holder");   // a text id and a state
    m_table.column("supplied"); // a byte and a state
    EXPECT_EQ(m_table.bytes_per_row(), 9U + 5U + 2U);
}

TEST(TextPool, GivesEqualTextsOneId)
{
    TextPool pool;
    EXPECT_EQ(pool.intern("甲"), pool.intern("甲"));
    EXPECT_NE(pool.intern("甲"), pool.intern("乙"));
    EXPECT_EQ(pool.intern_set({"b", "a"}), pool.intern_set({"a", "b", "a"}));
    EXPECT_TRUE(pool.members(pool.intern_set({})).empty());
}

} // namespace
} // namespace tenglong
