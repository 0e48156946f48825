#pragma once

#include "geo/geometry/box.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/read/folder.hpp"
#include "geo/read/layer.hpp"

#include <span>
#include <string>
#include <vector>

namespace tenglong::geo {

/// Reads the items of a folder that are inputs, and writes into them what they hold and what a
/// person must still say.
///
/// A layer without a CRS whose coordinates lie on the ground of another one gets the CRS of that:
/// it is named, so that a person looks at it.
class FolderReader {
public:
    explicit FolderReader(Workers& workers) : m_workers{workers} {}

    /// \param chosen the best item of each kind, parcels first
    void read(std::span<FolderItem* const> chosen);

private:
    /// The ground of a layer whose CRS is known.
    struct Ground {
        std::string file;
        std::string crs;
        Box extent;
    };

    void read(FolderItem& item);
    void read_with_crs_of_others(FolderItem& item);
    void look_at_columns(FolderItem& item);
    [[nodiscard]] VectorLayer read_whole(const FolderItem& item, std::vector<Issue>& issues);
    static void describe(FolderItem& item, const VectorLayer& layer,
                         const std::vector<Issue>& issues);

    Workers& m_workers;
    std::vector<Ground> m_known;
    std::string m_parcel_crs;
};

} // namespace tenglong::geo
