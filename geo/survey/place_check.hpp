#pragma once

#include "core/base/issue.hpp"
#include "geo/geometry/box.hpp"
#include "geo/read/crs.hpp"
#include "geo/read/layer.hpp"

#include <string>
#include <vector>

namespace tenglong::geo {

/// Finds layers that lie nowhere near the parcels, as one does whose CRS is declared wrong in a way
/// that its coordinates alone do not show: an easting without zone number fits every zone.
class PlaceCheck {
public:
    /// \param layer in the working CRS \param stored its extent as the file has it
    void see(const InputSpec& spec, const VectorLayer& layer, const Box& stored);

    /// Once all have been seen, in whatever order.
    void report(std::vector<Issue>& issues) const;

private:
    struct Seen {
        InputKind kind = InputKind::parcels;
        std::string section;
        Place place;
        Crs crs;    ///< of the file
        Box stored; ///< as the file has it
        Box ground; ///< in the working CRS
    };

    std::vector<Seen> m_seen;
};

} // namespace tenglong::geo
