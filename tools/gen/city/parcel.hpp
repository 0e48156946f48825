#pragma once

#include "core/base/date.hpp"
#include "tools/gen/base/shape.hpp"
#include "tools/gen/city/supply.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::tools::gen {

struct Case;

/// 工业用地 and its like: the code of the national classification (2023) and its name.
struct LandKind {
    std::string_view code;
    std::string_view name;
    bool industrial = false;
};

/// The part of a parcel that was left free on purpose.
struct Rest {
    double area_m2 = 0.0; ///< up to the wall of the nearest building
    double width_m = 0.0; ///< its smaller side
    double front_m = 0.0; ///< length of the side towards the buildings: each metre of setback
                          ///< takes so many m²
    bool road = false;    ///< touches a road by itself
    bool exact = false;   ///< an axis-parallel rectangle
    Rect rect;            ///< that rectangle, from the city's origin
};

/// What a rest comes to where `setback_m` are kept from the wall, and it must be 20 m wide and 1 mu
/// large to count at all, in m².
[[nodiscard]] double vacant_m2(const Rest& rest, double setback_m) noexcept;

/// Share of a building's footprint on a parcel of the batch.
struct Standing {
    std::size_t parcel = 0;
    double share = 1.0;
};

struct Building {
    Shape shape;
    std::vector<Standing> on; ///< empty: on no parcel
    int above = 1;            ///< storeys above ground
    int below = 0;
    int height_dm = 0; ///< of all storeys above ground, in decimetres
    std::string_view name = "厂房";
    std::string_view use = "工业";
    std::string_view structure = "钢结构";
    std::optional<Date> completed;
    double footprint_m2 = 0.0; ///< rounded to 0.01, as in its table
    double floor_m2 = 0.0;     ///< above ground, as in its table

    /// Storeys that count for the plot ratio where one of more than 8 m counts twice.
    [[nodiscard]] int counted_storeys() const noexcept
    {
        constexpr int k_limit_dm = 80;
        return height_dm > above * k_limit_dm ? 2 * above : above;
    }
};

struct Parcel {
    std::int64_t ordinal = 0;
    std::string code;
    std::string unit_code;
    std::string holder;
    std::string holder_code;
    std::string location;
    LandKind land;
    bool state_owned = true;
    Shape shape;
    double computed_m2 = 0.0;
    double registered_m2 = 0.0; ///< rounded to 0.01, as in its table
    double in_line_m2 = 0.0;
    int town = 0;
    int park = -1;
    int unit = -1;
    int cluster = -1;
    int component = 0; ///< see Batch::components
    const Case* planted = nullptr;
    std::string kind;      ///< what was drawn for it, for the truth tables
    bool can_flag = false; ///< meant to break some rule
    std::optional<Supply> supply;
    std::optional<Rest> rest;
    std::vector<std::size_t> neighbours; ///< parcels of the batch that share an edge
};

} // namespace tenglong::tools::gen
