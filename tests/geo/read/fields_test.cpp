#include "geo/read/aliases.hpp"
#include "geo/read/fields.hpp"

#include "core/facts/catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

namespace tenglong::geo {
namespace {

TEST(Fields, HaveALabelInBothLanguagesAndANameOfTheirOwn)
{
    std::set<std::string> names;
    for (const Field& each : all_fields()) {
        SCOPED_TRACE(each.name);
        EXPECT_FALSE(each.label.zh.empty());
        EXPECT_FALSE(each.label.en.empty());
        EXPECT_TRUE(names.insert(each.name).second);
    }
    EXPECT_GT(names.size(), 200U);
}

TEST(Fields, KnowTheirTypeAndUnit)
{
    EXPECT_EQ(field("parcel_code").type, FieldType::code);
    EXPECT_EQ(field("area_registered_m2").type, FieldType::number);
    EXPECT_EQ(field("area_registered_m2").unit, Unit::of("m2"));
    EXPECT_EQ(field("agreed_start").type, FieldType::date);
    EXPECT_EQ(field("holder").type, FieldType::text);
    EXPECT_THROW((void)field("no_such_field"), std::out_of_range);
}

TEST(Fields, KnowTheValuesOfAChoiceAndTheMembersOfASet)
{
    const auto& values = field("size").values;
    const auto above = std::find_if(values.begin(), values.end(),
                                    [](const auto& value) { return value.key == "above_scale"; });
    ASSERT_NE(above, values.end());
    EXPECT_NE(std::find(above->words.begin(), above->words.end(), "规上"), above->words.end());

    EXPECT_EQ(field("violation_fire").set, "violations");
    EXPECT_EQ(field("violation_fire").member, "fire");
}

TEST(Fields, AgreeWithTheFactsOfTheSameName)
{
    const FactCatalogue facts;
    const auto subject_of = [](InputKind kind) -> std::optional<SubjectKind> {
        switch (kind) {
        case InputKind::parcels:
            return SubjectKind::parcel;
        case InputKind::enterprises:
            return SubjectKind::enterprise;
        case InputKind::parks:
            return SubjectKind::park;
        case InputKind::changes:
            return SubjectKind::change;
        default:
            return std::nullopt;
        }
    };
    for (const InputKind kind : input_kinds()) {
        const auto subject = subject_of(kind);
        if (!subject) {
            continue;
        }
        for (const Field* each : fields_of(kind)) {
            const auto fact = facts.find(*subject, each->name);
            if (!fact || each->type != FieldType::number) {
                continue;
            }
            SCOPED_TRACE(each->name);
            EXPECT_EQ(facts[*fact].unit.dimension(), each->unit.dimension());
        }
    }
}

TEST(Fields, FeedEveryFactThatIsReadFromAFile)
{
    const FactCatalogue facts;
    constexpr auto k_kinds = std::to_array<std::pair<SubjectKind, InputKind>>({
        {SubjectKind::parcel, InputKind::parcels},
        {SubjectKind::enterprise, InputKind::enterprises},
        {SubjectKind::park, InputKind::parks},
        {SubjectKind::change, InputKind::changes},
    });
    for (const auto& [subject, kind] : k_kinds) {
        std::set<std::string> names;
        for (const Field* each : fields_of(kind)) {
            names.insert(each->name);
        }
        for (const FactDeclaration& fact : facts.facts()) {
            if (fact.subject == subject && fact.origin == FactOrigin::read) {
                EXPECT_TRUE(names.contains(fact.name)) << fact.name << " of " << key_of(kind);
            }
        }
    }
}

} // namespace
} // namespace tenglong::geo
