#include "core/facts/catalogue.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace tenglong {
namespace {

TEST(FactCatalogue, DeclaresTheColumnsOfTheResultLayer)
{
    const FactCatalogue catalogue;

    // The numeric columns that design/interface.md fixes for the layer `parcels`, with their units.
    for (const auto& [name, unit] : {std::pair{"area_registered_m2", "m2"},
                                     {"area_mu", "mu"},
                                     {"plot_ratio", "one"},
                                     {"tax_per_mu", "wan_per_mu"},
                                     {"energy_per_value", "tce_per_wan"},
                                     {"in_line_m2", "m2"}}) {
        SCOPED_TRACE(name);
        const FactDeclaration& fact = catalogue[catalogue.at(SubjectKind::parcel, name)];
        EXPECT_EQ(fact.type, FactType::number);
        EXPECT_EQ(fact.unit, Unit::of(unit));
    }
}

TEST(FactCatalogue, LabelsEveryFactInBothLanguages)
{
    const FactCatalogue catalogue;
    for (const FactDeclaration& fact : catalogue.facts()) {
        SCOPED_TRACE(fact.name);
        EXPECT_FALSE(fact.label.zh.empty());
        EXPECT_FALSE(fact.label.en.empty());
    }
}

TEST(FactCatalogue, KeepsTheFactsOfSubjectsApart)
{
    const FactCatalogue catalogue;

    EXPECT_NE(catalogue.at(SubjectKind::parcel, "tax_per_mu"),
              catalogue.at(SubjectKind::enterprise, "tax_per_mu"));
    EXPECT_FALSE(catalogue.find(SubjectKind::park, "credit_code").has_value());
    EXPECT_THROW(static_cast<void>(catalogue.at(SubjectKind::parcel, "tax")), std::out_of_range);
}

TEST(FactCatalogue, TakesAFactOfAProfileButNotTwice)
{
    FactCatalogue catalogue;
    const FactDeclaration crane{.name = "crane_count",
                                .subject = SubjectKind::parcel,
                                .unit = Unit::of("piece"),
                                .label = {"行车数", "cranes"}};

    const FactId id = catalogue.add(crane);

    EXPECT_EQ(catalogue.at(SubjectKind::parcel, "crane_count"), id);
    EXPECT_THROW(catalogue.add(crane), std::invalid_argument);
}

} // namespace
} // namespace tenglong
