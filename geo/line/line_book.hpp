#pragma once

#include "core/balance/booking.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/line/lost_reason.hpp"
#include "geo/measure/layer.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace tenglong::geo {

/// What of a change decides what counts of it; its shape lies beside it in a layer.
struct LineChange {
    std::string id;
    ChangeKind kind = ChangeKind::occupy;
    bool decided = true;
    std::optional<Date> date;
};

/// What changes are held against. The layers may overlap themselves; none of them is copied.
struct LineGround {
    const Layer* line = nullptr;       ///< the line before all changes
    const Layer* industrial = nullptr; ///< existing industrial land; null: not known
    std::vector<const Layer*> farmland;
    std::vector<const Layer*> red_line;
    std::vector<const Layer*> permitted; ///< empty: anywhere
};

/// What the policy asks of compensation, and how areas are measured.
struct LineTerms {
    BalanceMode mode = BalanceMode::inside_line;
    double least_area_m2 = 0.0;
    double least_width_m = 0.0;
    bool contiguous = false;
    std::function<double(const FeatureView&)> area; ///< empty: in the plane
};

struct LostPart {
    std::uint32_t change = 0;
    LostReason reason = LostReason::outside_line;
    double area_m2 = 0.0;
};

/// What counts of each change, and what the line is after them.
struct LineBook {
    // By change, in their order:
    std::vector<double> claimed_m2;
    std::vector<double> counted_m2; ///< claimed = counted + lost
    std::vector<double> width_m;    ///< of the largest circle in what counts, or else in the shape
    std::vector<double> taken_m2;   ///< from the line, whatever the account watches
    std::vector<double> added_m2;   ///< to the line
    Polygons counted;               ///< a feature a change
    std::vector<LostPart> lost;     ///< by change, then by reason
    Polygons lost_shapes;           ///< a feature for each of `lost`

    Polygons line_before; ///< the features of the line, none on ground of another
    std::vector<double> before_m2;
    Polygons line_after;                  ///< after the decided changes
    std::vector<double> after_m2;         ///< their sum is that of before_m2 - taken + added
    std::vector<std::uint32_t> after_row; ///< row of the line, or of the change if after_added
    std::vector<bool> after_added;
};

/// Goes through the changes in order of time, decided ones first, on one day what gives land before
/// what takes it; the order of the rows does not matter.
///
/// The present line, and the present industrial land, are those that the changes before have left.
/// \pre as many changes as shapes; all shapes clean.
[[nodiscard]] LineBook keep_line_book(const std::vector<LineChange>& changes, const Layer& shapes,
                                      const LineGround& ground, const LineTerms& terms,
                                      Workers& workers);

/// What would count of each candidate, were it alone to give land after all these changes: as
/// compensation or, where land is swapped, as given up outside. Filled are claimed_m2, counted_m2,
/// width_m, counted, lost and lost_shapes, by candidate; candidates do not know of each other.
/// \pre as keep_line_book()
[[nodiscard]] LineBook probe_givers(const std::vector<LineChange>& changes, const Layer& shapes,
                                    const Layer& candidates, const LineGround& ground,
                                    const LineTerms& terms, Workers& workers);

} // namespace tenglong::geo
