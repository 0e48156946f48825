#pragma once

#include "tools/gen/cases/plot.hpp"
#include "tools/gen/city/enterprise.hpp"
#include "tools/gen/city/parcel.hpp"
#include "tools/gen/layout/layout.hpp"

#include <vector>

namespace tenglong::tools::gen {

/// Everything on one cell of the city. No parcel, building, enterprise or lease reaches into
/// another cell, so that a city of any size is made with the memory of one cell.
struct Batch {
    Layout::Place place;
    std::vector<Parcel> parcels;
    std::vector<Building> buildings;
    std::vector<Enterprise> enterprises;
    std::vector<Lease> leases;
    std::vector<std::optional<Replan>> replans; ///< one for each parcel
};

/// Makes the cells of a city, each by itself and always the same.
class BatchMaker {
public:
    BatchMaker(const Options& options, const Layout& layout) : m_options{options}, m_layout{layout}
    {}

    [[nodiscard]] Batch make(Layout::Place place) const;

private:
    struct Work; // what is at hand while one cell is made

    static void draw_pieces(Work& work);
    void identify(Work& work, std::size_t k) const;
    void plan(Work& work, std::size_t k) const;
    static void plan_planted(Work& work, std::size_t k, const Case& planted);
    static void plan_city_plot(Work& work, Plot& plot);
    static void build(Work& work, std::size_t k);
    static void share_owners(Work& work);
    void employ(Work& work, std::size_t k) const;
    void add_tenants(Work& work, std::size_t k) const;
    static void stand_on(Work& work);
    void name(Work& work, Enterprise& enterprise, std::size_t k, std::int64_t serial) const;
    [[nodiscard]] const Case* case_of(const Work& work, std::size_t k) const;

    const Options& m_options;
    const Layout& m_layout;
};

/// A parcel of an ordinary cell, drawn by lot: most are in order, some break a rule.
void plan_by_lot(Plot& plot);

/// Low efficiency without doubt: the parcels of a planted block.
void plan_cluster(Plot& plot);

} // namespace tenglong::tools::gen
