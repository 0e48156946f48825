#include "tools/gen/cases/templates.hpp"

#include <array>

namespace tenglong::tools::gen {

namespace {

constexpr std::array k_ratio{
    Slot{0, 0, 100, 100, "b6_1_49"},         Slot{100, 0, 200, 100, "b6_1_50"},
    Slot{200, 0, 300, 100, "b6_1_51"},       Slot{0, 100, 100, 200, "b6_1_99_new"},
    Slot{100, 100, 200, 200, "b6_2_00_new"}, Slot{200, 100, 300, 200, "b6_0_90"}};

constexpr std::array k_storeys{
    Slot{0, 0, 100, 100, "a2_straddling"},     Slot{100, 0, 200, 100, "a2_straddled"},
    Slot{200, 0, 300, 100, "b6_basement"},     Slot{0, 100, 100, 200, "b6_storey_8_0"},
    Slot{100, 100, 200, 200, "b6_storey_8_1"}, Slot{200, 100, 300, 200, "b6_below_agreed"}};

constexpr std::array k_tax{
    Slot{0, 0, 100, 100, "b7_tax_4_99"},    Slot{100, 0, 200, 100, "b7_tax_5_00"},
    Slot{200, 0, 300, 100, "b7_tax_5_01"},  Slot{0, 100, 100, 200, "c1_let_in_part"},
    Slot{100, 100, 200, 200, "c1_all_let"}, Slot{200, 100, 300, 200, "c1_ordinary"}};

constexpr std::array k_rest{Slot{0, 0, 200, 100, "b3_separable"},
                            Slot{200, 0, 300, 100, "b3_strip"}, Slot{0, 100, 100, 200, "b3_small"},
                            Slot{100, 100, 200, 200, "b3_landlocked"},
                            Slot{200, 100, 300, 200, "b3_full"}};

constexpr std::array k_support{
    Slot{0, 0, 100, 100, "b16_land_14_9"},      Slot{100, 0, 200, 100, "b16_land_15_0"},
    Slot{200, 0, 300, 100, "b16_land_15_1"},    Slot{0, 100, 100, 200, "b16_floor_29_9"},
    Slot{100, 100, 200, 200, "b16_floor_30_0"}, Slot{200, 100, 300, 200, "b16_floor_30_1"}};

constexpr std::array k_scope{
    Slot{0, 0, 40.08, 50, "c4_3_006_mu"},   Slot{40.08, 0, 80.08, 50, "c4_3_000_mu"},
    Slot{80.08, 0, 120, 50, "c4_2_994_mu"}, Slot{120, 0, 300, 50, "c1_ordinary"},
    Slot{0, 50, 100, 200, "c1_ordinary"},   Slot{100, 50, 200, 200, "c1_ordinary"},
    Slot{200, 50, 300, 200, "c1_ordinary"}};

constexpr std::array k_park_70_70{Slot{0, 0, 150, 200, "b14_70_70_a"},
                                  Slot{150, 0, 300, 200, "b14_70_70_b"}};
constexpr std::array k_park_60_72{Slot{0, 0, 150, 200, "b14_60_72_a"},
                                  Slot{150, 0, 300, 200, "b14_60_72_b"}};
constexpr std::array k_park_80_69{Slot{0, 0, 150, 200, "b14_80_69_9_a"},
                                  Slot{150, 0, 300, 200, "b14_80_69_9_b"}};

constexpr std::array k_occupied{
    Slot{0, 0, 100, 100, "e2_occupied"},     Slot{100, 0, 200, 100, "e2_occupied"},
    Slot{200, 0, 300, 100, "e2_occupied"},   Slot{0, 100, 100, 200, "e2_occupied"},
    Slot{100, 100, 200, 200, "e2_occupied"}, Slot{200, 100, 300, 200, "e2_occupied"}};

constexpr std::array k_replanned{
    Slot{0, 0, 100, 100, "b13_class_b"},         Slot{100, 0, 200, 100, "b13_class_c"},
    Slot{200, 0, 300, 100, "b13_illegal_lease"}, Slot{0, 100, 100, 200, "b13_three_years"},
    Slot{100, 100, 200, 200, "b13_five_years"},  Slot{200, 100, 300, 200, "b13_done"}};

// The line runs from south to north through the middle, at 150 m.
constexpr std::array k_cut{Slot{0, 0, 100, 100, "e1_inside"}, Slot{100, 0, 200, 100, "e1_half"},
                           Slot{200, 0, 300, 100, "e1_outside"},
                           Slot{0, 100, 140, 200, "e1_inside_large"},
                           Slot{140, 100, 300, 200, "e1_sliver"}};

constexpr std::array k_large_b{Slot{0, 0, 166.67, 200, "b16_outside_b"},
                               Slot{166.67, 0, 300, 200, "c1_ordinary"}};
constexpr std::array k_large_c{Slot{0, 0, 166.67, 200, "b16_outside_c"},
                               Slot{166.67, 0, 300, 200, "c1_ordinary"}};
constexpr std::array k_new{Slot{0, 0, 166.6, 200, "b16_outside_49_98_mu"},
                           Slot{166.6, 0, 300, 100, "b12_new_outside_line"},
                           Slot{166.6, 100, 300, 200, "b12_old_outside_line"}};

constexpr std::array k_given_up{
    Slot{0, 0, 100, 100, "e4_given_up"},     Slot{100, 0, 200, 100, "e4_given_up"},
    Slot{200, 0, 300, 100, "e4_given_up"},   Slot{0, 100, 100, 200, "e4_given_up"},
    Slot{100, 100, 200, 200, "e4_given_up"}, Slot{200, 100, 300, 200, "e4_given_up"}};

constexpr auto k_templates =
    std::to_array<Template>({Template{"ratio", true, true, false, k_ratio},
                             Template{"storeys", true, true, false, k_storeys},
                             Template{"occupied", true, true, false, k_occupied},
                             Template{"cut", true, false, false, k_cut},
                             Template{"given_up", false, false, false, k_given_up},

                             Template{"tax", true, true, false, k_tax},
                             Template{"rest", true, true, false, k_rest},
                             Template{"support", true, true, false, k_support},
                             Template{"new", false, false, false, k_new},
                             Template{"outer_clean", false, false, false, {}},

                             Template{"park_70_70", true, true, true, k_park_70_70},
                             Template{"scope", true, true, false, k_scope},
                             Template{"inner_free", true, true, false, {}},
                             Template{"large_b", false, false, false, k_large_b},
                             Template{"outer_farmland", false, false, false, {}},

                             Template{"park_60_72", true, true, true, k_park_60_72},
                             Template{"park_80_69", true, true, true, k_park_80_69},
                             Template{"replanned", true, true, false, k_replanned},
                             Template{"large_c", false, false, false, k_large_c},
                             Template{"outer_twice", false, false, false, {}}});
static_assert(k_templates.size() == std::size_t{k_template_columns} * k_template_rows);

} // namespace

std::span<const Template> district_templates() noexcept
{
    return k_templates;
}

int district_parcels() noexcept
{
    int sum = 0;
    for (const Template& each : k_templates) {
        sum += static_cast<int>(each.slots.size());
    }
    return sum;
}

} // namespace tenglong::tools::gen
