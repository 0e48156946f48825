#pragma once

#include "tools/gen/base/random.hpp"
#include "tools/gen/city/batch.hpp"
#include "tools/gen/city/construct.hpp"
#include "tools/gen/city/ground.hpp"

#include <string>
#include <vector>

namespace tenglong::tools::gen {

/// What is at hand while one cell is made; vectors run with the parcels of its batch.
struct BatchMaker::Work {
    const Cell& cell;
    Ground ground;
    Random random;
    Batch batch;
    std::vector<Piece> pieces;
    std::vector<Plot> plots;
    std::vector<Construction> works;
    std::vector<Building> loose;
    std::vector<bool> shared; ///< its holder's enterprise stands on the parcel before
    std::string street;
};

} // namespace tenglong::tools::gen
