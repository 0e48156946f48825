#pragma once

#include "core/balance/booking.hpp"
#include "geo/line/line_book.hpp"
#include "geo/survey/survey.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tenglong::geo {

/// A row of the changes as read; its shape lies beside it in ChangeRows::shapes.
struct ChangeRow {
    Booking booking; ///< without counted_m2
    std::optional<ChangeState> state;
    std::optional<Date> decision;
    std::optional<Date> effect;
    std::string planned_use;
    std::string town;     ///< that it lies in, as its row says; its shape knows better
    bool derived = false; ///< from a parcel; nobody told it
    bool has_shape = false;
    Place place;
    std::size_t layer = 0; ///< of the changes of the survey, where not derived
    std::uint32_t row = 0; ///< in that layer
};

/// The changes of a base in order of their ids, whatever that of the rows.
struct ChangeRows {
    std::vector<ChangeRow> rows;
    Layer shapes;
    std::size_t left_out = 0; ///< rows whose kind nobody can tell; issues name them
};

/// Reads all layers of changes. The date of a change is that of its decision, else that of effect.
/// One counts as decided if its state says so and its date is not after `as_of`; without a state,
/// if it has a date. Its region is the one that its row names to answer for it, or none.
/// \param from_parcels adds those of replanned_parcels()
[[nodiscard]] ChangeRows read_changes(const Survey& survey, Date as_of, bool from_parcels,
                                      Workers& workers, std::vector<Issue>& issues);

} // namespace tenglong::geo
