#pragma once

#include "tools/gen/cases/plot.hpp"
#include "tools/gen/city/ground.hpp"
#include "tools/gen/city/parcel.hpp"

#include <optional>
#include <vector>

namespace tenglong::tools::gen {

/// What the works of one parcel come to.
struct Construction {
    std::vector<Building> buildings; ///< without `on`
    std::vector<Rect> planned;       ///< for exact works: the outlines in the city
    std::optional<Rest> rest;
};

/// Builds on a piece of the ground: between rows there is no more room than a lorry needs, so that
/// only what the works leave free on purpose is free.
[[nodiscard]] Construction construct(Random& random, const Ground& ground, const Piece& piece,
                                     const Works& works);

/// Rows of homes on a cell that has no parcels, or around those it has.
[[nodiscard]] std::vector<Building> town_houses(Random& random, const Ground& ground);

/// A hamlet.
[[nodiscard]] std::vector<Building> village_houses(Random& random, const Ground& ground);

/// Floor area above ground, one storey of more than 8 m counted twice if `high_twice`, in m².
[[nodiscard]] double floor_m2(const Building& building, bool high_twice) noexcept;

} // namespace tenglong::tools::gen
