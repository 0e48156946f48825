#pragma once

#include "core/facts/fact.hpp"

#include <span>
#include <string_view>

namespace tenglong {

/// One line of the built-in catalogue.
struct BuiltInFact {
    std::string_view name;
    FactType type;
    std::string_view unit;
    std::string_view zh;
    std::string_view en;
    FactOrigin origin = FactOrigin::read;
    std::string_view how_zh{};
    std::string_view how_en{};
};

[[nodiscard]] std::span<const BuiltInFact> built_in_parcel_facts() noexcept;
[[nodiscard]] std::span<const BuiltInFact> built_in_enterprise_facts() noexcept;
[[nodiscard]] std::span<const BuiltInFact> built_in_park_facts() noexcept;
[[nodiscard]] std::span<const BuiltInFact> built_in_unit_facts() noexcept;
[[nodiscard]] std::span<const BuiltInFact> built_in_change_facts() noexcept;
[[nodiscard]] std::span<const BuiltInFact> built_in_region_facts() noexcept;

} // namespace tenglong
