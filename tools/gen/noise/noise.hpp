#pragma once

#include "tools/gen/options.hpp"
#include "tools/gen/write/tables.hpp"

#include <cstdint>

namespace tenglong::tools::gen {

/// The bad habits of the field, put into rows that are in order otherwise and far from every line,
/// so that the truth stays the truth. Each leaves a mark on its row.
class Noise {
public:
    explicit Noise(const Options& options);

    void spoil(const Batch& batch, BatchRows& rows);

private:
    struct Spot; // a parcel in order, and where its rows are

    static void spoil_parcel(Spot& spot, std::size_t kind);
    static void spoil_building(Spot& spot, std::size_t kind);
    static void spoil_enterprise(Spot& spot, std::size_t kind);
    static void spoil_supply(Spot& spot, std::size_t kind);

    std::int64_t m_period;      ///< every kind once among so many parcels
    std::int64_t m_parcels = 0; ///< in order, met so far
};

/// Kinds of noise in rows; noise of whole files comes on top.
constexpr std::size_t k_noise_kinds = 26;

} // namespace tenglong::tools::gen
