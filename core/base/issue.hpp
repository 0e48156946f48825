#pragma once

#include "core/base/translation.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace tenglong {

enum class Severity : std::uint8_t { note, warning, error };

/// Where a value or a fault came from: a file or connection, a layer or sheet in it, a row.
struct Place {
    std::string file;
    std::string layer;    ///< empty where the file holds only one
    std::int64_t row = 0; ///< as a person counts in that file, from 1; 0: no row of its own

    friend bool operator==(const Place&, const Place&) = default;
};

/// A point in the working CRS.
struct Spot {
    double x = 0.0;
    double y = 0.0;

    friend bool operator==(const Spot&, const Spot&) = default;
};

/// A fault in the data, or a repair made to it: listed, counted, never thrown.
struct Issue {
    std::string kind; ///< snake_case and stable, e.g. "ring_self_crossing"
    Severity severity = Severity::warning;
    Place place;
    std::string subject; ///< the parcel or enterprise code, as read; may be empty
    std::optional<Spot> spot;
    Text text; ///< one sentence: the subject, what is wrong, what was done or what to do
};

} // namespace tenglong
