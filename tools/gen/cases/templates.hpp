#pragma once

#include <span>
#include <string_view>

namespace tenglong::tools::gen {

/// A parcel of a template, in metres from the south-west corner of the cell's ground.
struct Slot {
    double x0;
    double y0;
    double x1;
    double y1;
    std::string_view planted; ///< id of its case
};

/// The ground of one cell of a district, 300 by 200 m: which parcels, and on which side of the
/// control line its two halves lie.
struct Template {
    std::string_view id;
    bool line_left;
    bool line_right;
    bool own_park; ///< a small-enterprise park of its own
    std::span<const Slot> slots;
};

constexpr int k_template_columns = 5;
constexpr int k_template_rows = 4;

/// The templates of a district, row by row from the south-west.
[[nodiscard]] std::span<const Template> district_templates() noexcept;

/// Number of parcels in all of them.
[[nodiscard]] int district_parcels() noexcept;

} // namespace tenglong::tools::gen
