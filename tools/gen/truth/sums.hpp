#pragma once

#include "tools/gen/city/batch.hpp"
#include "tools/gen/truth/parcel_truth.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>

namespace tenglong::tools::gen {

/// What a group of parcels adds up to.
struct Sums {
    std::int64_t parcels = 0;
    std::int64_t industrial = 0;
    double registered_m2 = 0.0;
    double computed_m2 = 0.0;
    double in_line_m2 = 0.0;
    double industrial_m2 = 0.0; ///< registered
    double built_m2 = 0.0;      ///< registered area of industrial parcels that are completed
    double footprint_m2 = 0.0;
    double floor_m2 = 0.0;
    double unused_m2 = 0.0;
    double rest_separable_m2 = 0.0;
    double tax_wan = 0.0; ///< of what is known
    double value_added_wan = 0.0;
    double energy_tce = 0.0;

    void add(const Parcel& parcel, const ParcelTruth& truth);
};

/// Enterprises of a group.
struct EnterpriseSums {
    std::int64_t rows = 0;
    std::int64_t matched = 0;
    double land_used_m2 = 0.0;
    double tax_wan = 0.0;
    double value_added_wan = 0.0;
    double energy_tce = 0.0;
    double revenue_wan = 0.0;
    double rd_wan = 0.0;
    double staff = 0.0;

    void add(const Enterprise& enterprise);
};

/// Land supplied in the year up to the day of assessment.
struct SupplyYear {
    double supplied_m2 = 0.0;
    double industrial_m2 = 0.0;
    double new_industrial_m2 = 0.0;
    double standard_m2 = 0.0;   ///< of the new industrial land
    double ratio_area_m2 = 0.0; ///< new industrial area times agreed plot ratio
    std::int64_t new_parcels = 0;
    std::int64_t standard_parcels = 0;
    std::int64_t ratio_2_parcels = 0; ///< agreed plot ratio 2.0 and more

    void add(const Parcel& parcel, Date as_of);
};

/// Tenants of a small-enterprise park.
struct SmallPark {
    std::int64_t enterprises = 0;
    std::int64_t makers = 0;
    double land_m2 = 0.0;
    double maker_land_m2 = 0.0;
};

/// How often a status leads and on how much land, for one reading of the policies.
struct StatusSums {
    std::int64_t parcels = 0;
    double registered_m2 = 0.0;
};

/// Everything that is added up over the whole city.
struct CitySums {
    std::map<int, Sums> towns;
    std::map<int, Sums> parks;
    std::map<int, Sums> units;
    Sums all;
    std::map<int, EnterpriseSums> park_enterprises;
    EnterpriseSums enterprises;
    EnterpriseSums above_scale;
    EnterpriseSums unmatched;
    SupplyYear supply;
    std::map<int, SmallPark> small_parks;
    std::map<int, StatusSums> clusters;
    std::array<std::map<std::string, StatusSums>, 5> statuses;
    std::int64_t buildings = 0;
    std::int64_t loose_buildings = 0;
    double loose_footprint_m2 = 0.0;

    void add(const Batch& batch, const std::vector<ParcelTruth>& truths, Date as_of);

private:
    void add_parcel(const Parcel& parcel, const ParcelTruth& truth, Date as_of);
    void add_enterprise(const Enterprise& enterprise);
};

} // namespace tenglong::tools::gen
