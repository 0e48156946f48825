#pragma once

#include "geo/line/line_book.hpp"

#include <functional>
#include <vector>

namespace tenglong::geo {

/// What one decided change does to the line; one feature each.
struct LineStep {
    std::uint32_t change = 0;
    Polygons taken;
    Polygons added;
};

/// Fills line_before and line_after of a book, piece by piece: a row of the line less what was
/// taken of it, and what each change added less what later ones took.
void draw_lines(LineBook& book, const Layer& line, const std::vector<LineStep>& steps,
                const std::function<double(const FeatureView&)>& area_of, Workers& workers);

} // namespace tenglong::geo
