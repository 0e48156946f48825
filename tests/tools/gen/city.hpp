#pragma once

#include "tools/gen/city/batch.hpp"
#include "tools/gen/layout/layout.hpp"

#include <vector>

namespace tenglong::tools::gen {

/// A city in memory, for tests.
struct City {
    Options options;
    Layout layout;
    BatchMaker maker;

    City(std::int64_t parcels, std::uint64_t seed)
        : options{options_of(parcels, seed)}, layout{options}, maker{options, layout}
    {}

    [[nodiscard]] std::vector<Batch> batches() const
    {
        std::vector<Batch> all;
        for (const Layout::Place place : layout.order()) {
            all.push_back(maker.make(place));
        }
        return all;
    }

    [[nodiscard]] static Options options_of(std::int64_t parcels, std::uint64_t seed)
    {
        Options options;
        options.parcels = parcels;
        options.seed = seed;
        return options;
    }
};

} // namespace tenglong::tools::gen
