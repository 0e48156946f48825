#pragma once

#include "core/facts/fact_table.hpp"

#include <span>
#include <string_view>

namespace tenglong {

/// A fact that is the quotient of two others.
struct Ratio {
    std::string_view fact;
    std::string_view numerator;
    std::string_view denominator;
    double factor = 1.0; ///< that the quotient is multiplied by, for units that differ
};

/// tax_per_mu and others, over the area of the parcel.
[[nodiscard]] std::span<const Ratio> parcel_ratios() noexcept;
/// tax_per_mu and others, over the land used.
[[nodiscard]] std::span<const Ratio> enterprise_ratios() noexcept;

/// Writes the quotients for all rows. One whose terms are missing, or whose denominator is zero or
/// negative, is missing and says which it was; it never is infinite.
void write_ratios(FactTable& table, std::span<const Ratio> ratios);

} // namespace tenglong
