#include "core/tables/standard_tables.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

namespace tenglong {
namespace {

[[nodiscard]] std::string names_of(const ResultTable& table)
{
    std::string names;
    for (const ResultColumn& column : table.columns()) {
        names += names.empty() ? "" : " ";
        names += column.spec().name;
    }
    return names;
}

TEST(StandardTables, GiveParcelsTheColumnsThatScriptsRelyOnInThatOrder)
{
    // The names of the result layer are fixed: scripts of users call them.
    EXPECT_EQ(names_of(parcels_table()),
              "parcel_code holder town unit park land_use area_registered_m2 area_computed_m2 "
              "area_m2 area_mu footprint_m2 floor_m2 plot_ratio density enterprise_count tax_wan "
              "value_added_wan tax_per_mu value_added_per_mu energy_tce energy_per_value score "
              "class in_line_m2 out_line_m2 status flags undecided measure reclaim_m2 reclaim_mu "
              "vacant_m2 floor_potential_m2 land_equivalent_m2 energy_room_tce carbon_room_t "
              "block_id issue_count");
}

TEST(StandardTables, GiveEvidenceTheColumnsThatScriptsRelyOn)
{
    EXPECT_EQ(names_of(evidence_table()),
              "subject_kind subject_code rule verdict facts limit clause document limit_en "
              "document_en");
}

TEST(StandardTables, AreTheLayersAndTablesOfTheResult)
{
    std::set<std::string> layers;
    std::set<std::string> tables;
    for (const TableMaker make : standard_tables()) {
        const ResultTable table = make();
        (table.shape() == ShapeKind::none ? tables : layers).insert(table.id());
    }
    EXPECT_EQ(layers,
              (std::set<std::string>{"parcels", "vacant", "blocks", "line_before", "line_after",
                                     "changes", "changes_lost", "issues", "plan"}));
    EXPECT_EQ(tables, (std::set<std::string>{"enterprises", "evidence",      "indicators",
                                             "account",     "units",         "towns",
                                             "parks",       "regions",       "supply",
                                             "measures",    "run",           "plan_needs",
                                             "plan_room",   "facts_parcels", "facts_enterprises",
                                             "facts_parks", "facts_changes", "facts_regions",
                                             "origins",     "origin_sets",   "policy",
                                             "base_list",   "treatment_list"}));
}

TEST(StandardTables, KnowTheStatusesInTheOrderOfTheLegend)
{
    const ResultTable parcels = parcels_table();
    std::string codes;
    for (const DictionaryEntry& entry : parcels["status"].spec().words->entries()) {
        EXPECT_TRUE(entry.colour.has_value()) << entry.code;
        codes += entry.code + " ";
    }
    EXPECT_EQ(codes, "approved_not_supplied supplied_not_used used_in_part built_not_producing "
                     "suspected_idle low_plot_ratio low_efficiency high_consumption violation "
                     "normal ");
}

TEST(StandardTables, ColourEachStatusDifferently)
{
    std::map<std::uint32_t, std::string> seen;
    for (const DictionaryEntry& entry : parcels_table()["status"].spec().words->entries()) {
        const auto [other, is_new] = seen.emplace(entry.colour->rgb(), entry.code);
        EXPECT_TRUE(is_new) << entry.code << " looks like " << other->second;
    }
}

TEST(StandardTables, HaveLabelsInBothLanguages)
{
    for (const TableMaker make : standard_tables()) {
        const ResultTable table = make();
        EXPECT_FALSE(table.title().zh.empty() || table.title().en.empty()) << table.id();
        for (const ResultColumn& column : table.columns()) {
            SCOPED_TRACE(table.id() + "." + column.spec().name);
            EXPECT_FALSE(column.spec().label.zh.empty());
            EXPECT_FALSE(column.spec().label.en.empty());
            EXPECT_GT(column.spec().width, 4);
        }
    }
}

TEST(StandardTables, SumAreasAndAmountsButNeverRatios)
{
    for (const TableMaker make : standard_tables()) {
        const ResultTable table = make();
        for (const ResultColumn& column : table.columns()) {
            const ColumnSpec& spec = column.spec();
            SCOPED_TRACE(table.id() + "." + spec.name);
            const bool adds_up = spec.unit.dimension() != Dimension{} &&
                                 spec.unit.key().find("_per_") == std::string::npos;
            if (spec.total.kind == Total::Kind::sum) {
                EXPECT_TRUE(adds_up);
            }
        }
    }
}

TEST(ColumnSpec, HeadsAColumnWithItsUnit)
{
    const ResultTable parcels = parcels_table();
    EXPECT_EQ(parcels["area_mu"].spec().heading(), (Text{"用地面积（亩）", "area (mu)"}));
    EXPECT_EQ(parcels["density"].spec().heading(), (Text{"建筑密度（%）", "building density (%)"}));
    EXPECT_EQ(parcels["status"].spec().heading(), (Text{"用地状态", "status"}));
}

} // namespace
} // namespace tenglong
