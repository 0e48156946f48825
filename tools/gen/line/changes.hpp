#pragma once

#include "core/base/date.hpp"
#include "tools/gen/city/batch.hpp"
#include "tools/gen/line/planted.hpp"

#include <string>
#include <vector>

namespace tenglong::tools::gen {

/// A change of the control line with what it really counts for.
struct Change {
    std::string id;
    std::string planted; ///< its case
    GroundKind kind = GroundKind::occupy;
    int town = 0; ///< its region
    std::string project;
    std::string pair;
    Date decided;
    bool proposed = false;
    bool doubtful = false; ///< counts for nothing by defaults that no document sets
    std::string use_after;
    Shape shape;
    std::string intent;
    double claimed_m2 = 0.0;
    /// occupy: inside of the line and not occupied before; compensate: outside of the line, off
    /// farmland and red line, not claimed before; give_up: outside of the line; add: inside.
    double counted_m2 = 0.0;
    double stock_m2 = 0.0; ///< occupy: existing industrial land, wherever it lies
};

/// Land that might be taken into the line, at a price.
struct LineCandidate {
    std::string id;
    int town = 0;
    Shape shape;
    double area_m2 = 0.0;
    double price_per_mu_wan = 0.0;
    double price_wan = 0.0;
};

struct LineChanges {
    std::vector<Change> changes; ///< by date of decision
    std::vector<LineCandidate> candidates;
    std::vector<Rect> farmland; ///< planted in the districts
    std::vector<Rect> red_line;
};

/// All changes of the city: those of the templates, and in every town an occupation and a
/// compensation that balances at 1:1.2, at 1:1 only, or not at all.
[[nodiscard]] LineChanges line_changes(const Options& options, const Layout& layout,
                                       const BatchMaker& maker);

} // namespace tenglong::tools::gen
