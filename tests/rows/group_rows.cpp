#include "tests/rows/row_case.hpp"

namespace tenglong::testing {

namespace {

constexpr SubjectKind k_park = SubjectKind::park;
constexpr SubjectKind k_region = SubjectKind::region;

using enum Side;

/// B11: supply of a year.
// NOLINTNEXTLINE(readability-function-size): a list of cases
[[nodiscard]] std::vector<RowCase> supply_rows()
{
    const char* const h = "hangzhou-2021";
    const char* const n = "ningbo-2021";
    return {
        {"B11",
         Side::yes,
         h,
         k_region,
         "yearly_supply_met",
         {{"supplied_industrial_mu", 10'000.0}},
         Truth::yes,
         "10,000 mu"},
        {"B11",
         Side::no,
         h,
         k_region,
         "yearly_supply_met",
         {{"supplied_industrial_mu", 9'999.9}},
         Truth::no,
         "a little less"},
        {"B11",
         missing,
         h,
         k_region,
         "yearly_supply_met",
         {{"supplied_mu", 50'000.0}},
         Truth::unknown,
         "all land supplied says nothing of the industrial part"},
        {"B11",
         contradiction,
         h,
         k_region,
         "yearly_new_supply_met",
         {{"supplied_industrial_mu", 5'000.0}, {"supplied_industrial_new_mu", 6'000.0}},
         Truth::yes,
         "more new land than land: each check goes by its own figure"},
        {"B11",
         Side::no,
         h,
         k_region,
         "yearly_new_supply_met",
         {{"supplied_industrial_new_mu", 5'999.9}},
         Truth::no,
         "less than 6,000 mu of it new"},
        {"B11",
         Side::yes,
         "zhejiang-2024",
         k_region,
         "industrial_supply_kept",
         {{"industrial_supply_share", 0.3}},
         Truth::yes,
         "30% of the land granted"},
        {"B11",
         Side::no,
         "zhejiang-2024",
         k_region,
         "industrial_supply_kept",
         {{"industrial_supply_share", 0.2999}},
         Truth::no,
         "a little less"},
        {"B11",
         Side::yes,
         n,
         k_region,
         "standard_land_all",
         {{"standard_land_share", 1.0}},
         Truth::yes,
         "all of it standard land"},
        {"B11",
         Side::no,
         n,
         k_region,
         "standard_land_all",
         {{"standard_land_share", 0.9999}},
         Truth::no,
         "nearly all"},
        {"B11",
         Side::yes,
         n,
         k_region,
         "new_plot_ratio_kept",
         {{"new_supply_plot_ratio", 2.0}},
         Truth::yes,
         "2.0 agreed on"},
        {"B11",
         Side::no,
         n,
         k_region,
         "new_plot_ratio_kept",
         {{"new_supply_plot_ratio", 1.99}},
         Truth::no,
         "a little less"},
        {"B11",
         Side::no,
         "zhuji-2021",
         k_region,
         "industrial_total_kept",
         {{"industrial_before_m2", 1'000'000.0}, {"industrial_after_m2", 999'999.0}},
         Truth::no,
         "the total has fallen by a square metre"},
    };
}

/// B14: manufacturers of a new small-enterprise park, by count and by area.
[[nodiscard]] std::vector<RowCase> small_park_rows()
{
    const char* const z = "zhejiang-2024";
    const auto park = [](double count, double area) {
        return FactValues{{"park_type", "small_enterprise"},
                          {"is_new", true},
                          {"manufacturing_count_share", count},
                          {"manufacturing_area_share", area}};
    };
    return {
        {"B14", Side::yes, z, k_park, "manufacturing_share", park(0.7, 0.7), Truth::yes,
         "70% by both"},
        {"B14", Side::no, z, k_park, "manufacturing_share", park(0.9, 0.699), Truth::no,
         "enough firms on too little land"},
        {"B14", Side::no, z, k_park, "manufacturing_share", park(0.699, 0.9), Truth::no,
         "enough land for too few firms"},
        {"B14",
         missing,
         z,
         k_park,
         "manufacturing_share",
         {{"park_type", "small_enterprise"}, {"is_new", true}, {"manufacturing_count_share", 0.9}},
         Truth::unknown,
         "the land of its firms is not known"},
        {"B14",
         contradiction,
         z,
         k_park,
         "manufacturing_share",
         {{"park_type", "platform"}, {"is_new", true}, {"manufacturing_count_share", 0.1}},
         Truth::yes,
         "firms as in a small-enterprise park, stated to be a platform: not asked of it"},
    };
}

/// C3: parks long held and little developed; five years and a half are defaults.
[[nodiscard]] std::vector<RowCase> park_rows()
{
    const char* const z = "zhejiang-2024";
    const auto park = [](Date since, double developed) {
        return FactValues{{"established_date", since}, {"developed_share", developed}};
    };
    return {
        {"C3", Side::yes, z, k_park, "long_held", park(Date{2018, 12, 31}, 0.499), Truth::yes,
         "five years, and less than half"},
        {"C3", Side::no, z, k_park, "long_held", park(Date{2019, 1, 1}, 0.1), Truth::no,
         "a day short of five years"},
        {"C3", Side::no, z, k_park, "long_held", park(Date{2001, 1, 1}, 0.5), Truth::no,
         "half of it developed"},
        {"C3",
         missing,
         z,
         k_park,
         "long_held",
         {{"established_date", Date{2001, 1, 1}}},
         Truth::unknown,
         "how much is developed is not known"},
        {"C3", contradiction, z, k_park, "long_held", park(Date{2024, 6, 1}, 0.2), Truth::no,
         "established after the day of the run: not held yet"},
    };
}

} // namespace

std::vector<RowCase> group_rows()
{
    std::vector<RowCase> all = supply_rows();
    for (auto&& part : {small_park_rows(), park_rows()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace tenglong::testing
