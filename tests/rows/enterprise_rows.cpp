#include "tests/rows/row_case.hpp"

namespace tenglong::testing {

namespace {

constexpr SubjectKind k_firm = SubjectKind::enterprise;

using Words = std::vector<std::string>;
using enum Side;

/// B9: the three lists of Ningbo.
// NOLINTNEXTLINE(readability-function-size): a list of cases
[[nodiscard]] std::vector<RowCase> list_rows()
{
    const char* const n = "ningbo-2021";
    const FactValues good{{"energy_per_value", 0.1}, {"tax_per_mu", 60.0}};
    const auto listed = [&](const char* list) {
        FactValues facts = good;
        facts.emplace_back("lists", Words{list});
        return facts;
    };
    return {
        {"B9",
         Side::yes,
         n,
         k_firm,
         "enterprise_high_consumption",
         {{"energy_per_value", 5.0}, {"tax_per_mu", 0.1}},
         Truth::yes,
         "much energy, little tax"},
        {"B9", Side::no, n, k_firm, "enterprise_high_consumption", good, Truth::no, "good figures"},
        {"B9",
         missing,
         n,
         k_firm,
         "enterprise_high_consumption",
         {},
         Truth::unknown,
         "no list and no figures"},
        {"B9", contradiction, n, k_firm, "enterprise_high_consumption", listed("high_consumption"),
         Truth::yes, "on the list with good figures: the list counts"},
        {"B9",
         Side::yes,
         n,
         k_firm,
         "enterprise_scattered",
         {{"lists", Words{"scattered"}}},
         Truth::yes,
         "listed"},
        {"B9",
         Side::no,
         n,
         k_firm,
         "enterprise_scattered",
         {{"lists", Words{}}, {"violations", Words{}}},
         Truth::no,
         "not listed, nothing found"},
        {"B9",
         missing,
         n,
         k_firm,
         "enterprise_scattered",
         {},
         Truth::unknown,
         "neither listed nor inspected"},
        {"B9",
         contradiction,
         n,
         k_firm,
         "enterprise_scattered",
         {{"lists", Words{}}, {"violations", Words{"environment"}}},
         Truth::yes,
         "not listed, but something was found"},
        {"B9",
         Side::yes,
         n,
         k_firm,
         "enterprise_backward",
         {{"backward_capacity", true}},
         Truth::yes,
         "found to be"},
        {"B9",
         Side::no,
         n,
         k_firm,
         "enterprise_backward",
         {{"lists", Words{}}, {"backward_capacity", false}},
         Truth::no,
         "neither"},
        {"B9", missing, n, k_firm, "enterprise_backward", {}, Truth::unknown, "nobody says"},
        {"B9",
         contradiction,
         n,
         k_firm,
         "enterprise_backward",
         {{"lists", Words{"backward"}}, {"backward_capacity", false}},
         Truth::yes,
         "the list counts before the column"},
    };
}

/// B10: 1,000 tce since 2018, 5,000 before.
[[nodiscard]] std::vector<RowCase> two_high_rows()
{
    const char* const j = "zhuji-2021";
    const auto project = [](double energy, double year) {
        return FactValues{{"two_high", true}, {"energy_tce", energy}, {"project_built_year", year}};
    };
    return {
        {"B10", Side::yes, j, k_firm, "two_high_project", project(1'000.0, 2018.0), Truth::yes,
         "1,000 tce in the first year"},
        {"B10", Side::no, j, k_firm, "two_high_project", project(999.9, 2020.0), Truth::no,
         "less than 1,000 tce"},
        {"B10", Side::yes, j, k_firm, "two_high_project", project(5'000.0, 2017.0), Truth::yes,
         "5,000 tce before 2018"},
        {"B10", Side::no, j, k_firm, "two_high_project", project(4'999.9, 2017.0), Truth::no,
         "less than 5,000 tce before 2018"},
        {"B10",
         missing,
         j,
         k_firm,
         "two_high_project",
         {{"two_high", true}, {"energy_tce", 3'000.0}},
         Truth::unknown,
         "between the two lines the year decides"},
        {"B10",
         contradiction,
         j,
         k_firm,
         "two_high_project",
         {{"two_high", false}, {"energy_tce", 9'000.0}, {"project_built_year", 2019.0}},
         Truth::no,
         "stated to be none, whatever it burns"},
    };
}

/// B17, B18: what good enterprises and projects may.
// NOLINTNEXTLINE(readability-function-size): a list of cases
[[nodiscard]] std::vector<RowCase> right_rows()
{
    const char* const h = "hangzhou-2021";
    const char* const z = "zhejiang-2024";
    const auto project = [](double energy, bool kept) {
        return FactValues{{"project_is_new", true},
                          {"project_energy_per_value", energy},
                          {"energy_control_met", kept}};
    };
    return {
        {"B17", Side::yes, h, k_firm, "class_a_exempt", {{"class", "A"}}, Truth::yes, "class A"},
        {"B17", Side::no, h, k_firm, "class_a_exempt", {{"class", "B"}}, Truth::no, "class B"},
        {"B17",
         missing,
         h,
         k_firm,
         "class_a_exempt",
         {{"score", 99.0}},
         Truth::unknown,
         "a high score without a class"},
        {"B17",
         contradiction,
         h,
         k_firm,
         "class_a_exempt",
         {{"class", "B"}, {"score", 120.0}},
         Truth::no,
         "the class counts, however high the score"},
        {"B17",
         Side::yes,
         z,
         k_firm,
         "research_over_5",
         {{"rd_share", 0.0501}},
         Truth::yes,
         "more than 5% of revenue"},
        {"B17", Side::no, z, k_firm, "research_over_5", {{"rd_share", 0.05}}, Truth::no, "just 5%"},
        {"B17", missing, z, k_firm, "research_over_5", {}, Truth::unknown, "no research figures"},
        {"B18", Side::yes, z, k_firm, "green_channel", project(0.519, true), Truth::yes,
         "below 0.52"},
        {"B18", Side::no, z, k_firm, "green_channel", project(0.52, true), Truth::no, "0.52"},
        {"B18",
         missing,
         z,
         k_firm,
         "green_channel",
         {{"project_is_new", true}, {"energy_control_met", true}},
         Truth::unknown,
         "no energy figure of the project"},
        {"B18",
         contradiction,
         z,
         k_firm,
         "green_channel",
         {{"project_is_new", false},
          {"project_energy_per_value", 0.3},
          {"energy_control_met", true}},
         Truth::no,
         "figures of a project, and stated to be none"},
        {"B18", Side::no, z, k_firm, "green_channel", project(0.3, false), Truth::no,
         "the locality does not keep its dual-control duty"},
    };
}

/// C4: all above scale, and those below with 3 mu or more in use.
[[nodiscard]] std::vector<RowCase> scope_rows()
{
    const char* const j = "zhuji-2021";
    const auto firm = [](const char* size, double land) {
        return FactValues{{"size", size}, {"land_used_mu", land}};
    };
    return {
        {"C4", Side::yes, j, k_firm, "evaluation_scope", firm("below_scale", 3.0), Truth::yes,
         "3 mu in use"},
        {"C4", Side::no, j, k_firm, "evaluation_scope", firm("below_scale", 2.99), Truth::no,
         "less than 3 mu"},
        {"C4",
         missing,
         j,
         k_firm,
         "evaluation_scope",
         {{"land_used_mu", 2.0}},
         Truth::unknown,
         "with little land the size decides"},
        {"C4", contradiction, j, k_firm, "evaluation_scope", firm("above_scale", 0.0), Truth::yes,
         "above scale is in, even where its land is said to be none"},
    };
}

} // namespace

std::vector<RowCase> enterprise_rows()
{
    std::vector<RowCase> all = list_rows();
    for (auto&& part : {two_high_rows(), right_rows(), scope_rows()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace tenglong::testing
