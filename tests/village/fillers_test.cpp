#include "core/policy/loader.hpp"
#include "core/rules/lacks.hpp"
#include "geo/read/aliases.hpp"
#include "geo/read/job_region.hpp"
#include "tests/village/village.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace tenglong::tests {
namespace {

using Names = std::set<std::string, std::less<>>;

void add_facts(const Profile& profile, const Expression& expression, Names& names)
{
    for_each_node(expression, [&](const Expression& node) {
        if (node.op == Expression::Op::fact) {
            names.insert((*profile.catalogue)[node.fact].name);
        } else if (node.op == Expression::Op::table) {
            names.insert((*profile.catalogue)[profile.tables[node.index].by].name);
        }
    });
}

/// The facts of a subject that a profile asks for, in conditions, derivations and schemes; what it
/// derives or reads from columns of its own it fills itself.
[[nodiscard]] Names asked_by(const Profile& profile, SubjectKind subject)
{
    Names names;
    for (const RuleSet::Node& node : profile.rules_for(subject).nodes()) {
        for (const FactId fact : facts_of(*node.condition)) {
            names.insert((*profile.catalogue)[fact].name);
        }
    }
    for (const DerivedFact& derived : profile.derived) {
        if (derived.subject == subject) {
            add_facts(profile, derived.expression, names);
        }
    }
    for (const Scheme& scheme : profile.schemes) {
        for (const ScoreItem& item : scheme.items) {
            if (subject == SubjectKind::enterprise) {
                names.insert(item.fact);
            }
        }
    }
    for (const DerivedFact& derived : profile.derived) {
        names.erase((*profile.catalogue)[derived.fact].name);
    }
    for (const CustomFact& custom : profile.custom) {
        names.erase((*profile.catalogue)[custom.fact].name);
    }
    names.erase("as_of");
    return names;
}

/// What columns of an input can tell.
void add_columns(geo::InputKind kind, Names& names)
{
    for (const geo::Field* field : geo::fields_of(kind)) {
        names.insert(field->name);
        names.insert(field->set);
    }
}

/// Facts that some subject of a table has.
void add_present(const FactTable& facts, Names& names)
{
    const FactCatalogue& catalogue = facts.catalogue();
    for (std::size_t id = 0; id < catalogue.size(); ++id) {
        const auto fact = static_cast<FactId>(id);
        const FactColumn* column =
            catalogue[fact].subject == facts.subject() ? facts.find(fact) : nullptr;
        for (std::size_t row = 0; column != nullptr && row < facts.rows(); ++row) {
            if (column->present(row)) {
                names.insert(catalogue[fact].name);
                break;
            }
        }
    }
}

// A fact that nothing can fill would leave a rule undecided for ever, and nobody would know.
TEST(Fillers, EveryFactThatAShippedProfileAsksForCanBeGivenOrIsComputed)
{
    // What is computed shows in the city that comes with the program, and in a works with a yard.
    geo::Job job = geo::read_job(TENGLONG_SAMPLE_DATA "/job.toml");
    const auto zhuji = load_profile("zhuji-2021");
    geo::Workers workers{2};
    geo::Progress silent;
    const geo::Result city = geo::analyze(job, *zhuji, *job.as_of, "test", workers, silent);
    Village village;
    village.parcel(1, {0, 0, 100, 100}, {{"露天堆场面积", "500"}})
        .building({0, 0, 50, 100}, {{"地上层数", "2"}})
        .enterprise(1, 1, {{"企业规模", "规上"}, {"税收(万元)", "10"}, {"用电量(万千瓦时)", "9"}});
    const geo::Result works = village.analyzed("huangyan-2022");

    Names parcel;
    Names enterprise;
    Names park;
    for (const geo::Result* result : {&city, &works}) {
        add_present(*result->survey->parcel_facts, parcel);
        add_present(*result->survey->enterprise_facts, enterprise);
        add_present(*result->survey->park_facts, park);
    }
    add_columns(geo::InputKind::parcels, parcel);
    add_columns(geo::InputKind::supply, parcel);
    add_columns(geo::InputKind::enterprises, enterprise);
    add_columns(geo::InputKind::parks, park);
    Names region; // of the whole area whatever nothing computes is stated in the job
    for (const std::string& name : geo::region_names()) {
        region.insert(name);
    }
    for (const ShippedProfile& each : shipped_profiles()) {
        const auto profile = load_profile(each.id);
        for (const auto& [subject, filled] :
             {std::pair{SubjectKind::parcel, &parcel},
              std::pair{SubjectKind::enterprise, &enterprise}, std::pair{SubjectKind::park, &park},
              std::pair{SubjectKind::region, &region}}) {
            for (const std::string& name : asked_by(*profile, subject)) {
                EXPECT_TRUE(filled->contains(name))
                    << each.id << " asks for the " << key_of(subject) << " fact '" << name << "'";
            }
        }
    }
}

// Zhuji asks that the total of industrial land does not fall; its account watches the line alone,
// so that the bureau states both totals.
TEST(Fillers, WhatNoLayerTellsOfTheRegionIsStatedInTheJob)
{
    const auto checks = [](const char* stated) {
        Village village;
        village.parcel(1, {0, 0, 100, 100}).job(stated);
        const geo::Result result = village.analyzed("zhuji-2021");
        const ResultTable& regions = result.table("regions").table;
        return " met " + codes_at(regions, "met", 0) + " failed " + codes_at(regions, "failed", 0) +
               " open " + codes_at(regions, "undecided", 0) + " ";
    };
    const std::string open = checks("");
    EXPECT_GT(open.find("industrial_total_kept"), open.find(" open ")) << open;
    const std::string kept =
        checks("[region]\nindustrial_before_m2 = 52000000\nindustrial_after_m2 = 52000000");
    EXPECT_LT(kept.find("industrial_total_kept"), kept.find(" failed ")) << kept;
    const std::string fallen =
        checks("[region]\nindustrial_before_m2 = 52000000\nindustrial_after_m2 = 51999999");
    EXPECT_GT(fallen.find("industrial_total_kept"), fallen.find(" failed ")) << fallen;
    EXPECT_LT(fallen.find("industrial_total_kept"), fallen.find(" open ")) << fallen;
}

// Hangzhou counts enterprises eliminated or upgraded together: its profile derives the sum.
TEST(Fillers, WhatAProfileDerivesOfTheRegionIsComputed)
{
    Village village;
    village.parcel(1, {0, 0, 100, 100}).job("[region]\neliminated_count = 3\nupgraded_count = 4");
    const geo::Result result = village.analyzed("hangzhou-2021");
    const ResultTable& table = result.table("indicators").table;
    const std::size_t row = row_of(table, "indicator", "treated_enterprises");
    ASSERT_TRUE(table["actual"].present(row));
    EXPECT_EQ(table["actual"].figure(row), 7.0);
}

} // namespace
} // namespace tenglong::tests
