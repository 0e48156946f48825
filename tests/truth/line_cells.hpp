#pragma once

#include "core/balance/booking.hpp"
#include "core/policy/balance.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace tenglong::tools::gen {

/// An upright rectangle of whole metres.
struct CellRect {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

/// Ground that is one thing all over on each square metre.
struct CellGround {
    std::vector<CellRect> line; ///< none overlaps another
    std::vector<CellRect> industrial;
    std::vector<CellRect> farmland;
    std::vector<CellRect> red_line;
    std::vector<CellRect> permitted; ///< empty: anywhere
    int town_border = 0;             ///< west of it lies the first town
};

struct CellChange {
    std::string id;
    ChangeKind kind = ChangeKind::occupy;
    int day = 0;
    bool decided = true;
    CellRect rect;
};

/// What counts of a change, in square metres, in the first town and in the second.
struct CellCount {
    int west = 0;
    int east = 0;

    [[nodiscard]] int all() const noexcept { return west + east; }
    friend bool operator==(const CellCount&, const CellCount&) = default;
};

struct CellAccount {
    std::vector<CellCount> counted; ///< by change, in their order
    int line_before_m2 = 0;
    int line_after_m2 = 0; ///< after what is decided
};

/// Keeps the account square metre by square metre, without any geometry: a second source for the
/// one that is kept with polygons.
[[nodiscard]] CellAccount count_cells(const CellGround& ground,
                                      const std::vector<CellChange>& changes, BalanceMode mode);

} // namespace tenglong::tools::gen
