#pragma once

#include "tools/gen/layout/layout.hpp"

#include <cstdint>
#include <vector>

namespace tenglong::tools::gen {

/// Fills a layout: towns, parks, districts, then the rest of the land; the number of parcels comes
/// out exactly.
class Settlement {
public:
    Settlement(Layout& layout, const Options& options);
    void settle();

private:
    struct Candidate {
        double score = 0.0;
        int column = 0;
        int row = 0;
        std::int32_t park = -1;
    };

    void found_towns();
    void divide_among_towns();
    void lay_district(int tile);
    void found_parks(int tile);
    void build_town_centres(int tile);
    void build_industry(int tile, std::int64_t parcels);
    void scatter_industry(int tile, std::int64_t parcels);
    void build_city_parcels(int tile, std::int64_t parcels);
    void divide_more(int tile, Use use, std::int64_t parcels);
    void mark_cluster(int column, int row, int number);
    void plant_cluster(int tile);
    void leave_park_idle();
    void grow_landscape();
    void keep_reserves();
    void draw_units();
    void number_parcels();

    [[nodiscard]] std::vector<Candidate> ranked(int tile) const;
    [[nodiscard]] bool near_building(int column, int row, int distance) const;
    [[nodiscard]] std::uint8_t ordinary_count(int column, int row) const;
    [[nodiscard]] int first_column(int tile) const;
    [[nodiscard]] int first_row(int tile) const;

    Layout& m_layout;
    const Options& m_options;
    std::vector<int> m_zones; ///< park of each tile's district
};

} // namespace tenglong::tools::gen
