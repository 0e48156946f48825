#pragma once

#include "geo/line/line_book.hpp"
#include "geo/line/local_ground.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace tenglong::geo {

/// A column of one feature that has no ground.
[[nodiscard]] Polygons nothing();

/// What counts of one change, as it is cut down reason by reason.
struct Cut {
    Polygons rest; ///< one feature
    std::vector<std::pair<LostReason, Polygons>> lost;

    explicit Cut(const FeatureView& shape) { rest.append(shape); }

    /// Takes away what lies on `ground`.
    void lose(LostReason reason, const Polygons& ground);
    /// Takes away what does not lie on `ground`.
    void lose_outside(LostReason reason, const Polygons& ground);
    void lose_all(LostReason reason);
};

/// Keeps the line and the industrial land as the changes leave them, one change after the other.
class LineKeeper {
public:
    /// \pre all outlive the keeper
    LineKeeper(const Layer& shapes, const LineGround& ground, const LineTerms& terms);

    struct Effect {
        Polygons taken = nothing(); ///< from the line
        Polygons added = nothing(); ///< to the line
    };

    /// Cuts a change down to what counts of it, and carries it out.
    Effect book(std::uint32_t change, ChangeKind kind, Cut& cut);

    /// What of a shape would count, were it to give land after all that has been booked.
    void probe(const FeatureView& shape, const Box& box, Cut& cut) const;

private:
    Effect occupy(const FeatureView& shape, const Box& box, Cut& cut);
    Effect compensate(const FeatureView& shape, const Box& box, Cut& cut);
    void fit_compensation(const FeatureView& shape, const Box& box, Cut& cut) const;
    void give_up(const FeatureView& shape, const Box& box, Cut& cut);
    void fit_giving_up(const FeatureView& shape, const Box& box, Cut& cut) const;
    void add(const FeatureView& shape, const Box& box, Cut& cut);
    /// Every connected piece must be large and wide enough, and touch the line if it has to.
    void lose_unfit_pieces(Cut& cut) const;
    /// Moves the pieces that touch the line, or a piece that does, to `fit`.
    void attach(std::vector<Polygons>& loose, Polygons& fit) const;
    [[nodiscard]] double area_of(const FeatureView& feature) const;

    const Layer& m_shapes;
    const LineTerms& m_terms;
    LocalGround m_line;
    LocalGround m_stock;
    LocalGround m_farmland;
    LocalGround m_red_line;
    LocalGround m_permitted;
    LocalGround m_swapped; ///< what was added inside, or given up where the stock is not known
    bool m_knows_stock;
    bool m_has_permitted;
};

} // namespace tenglong::geo
