#pragma once

#include "core/base/date.hpp"
#include "tools/gen/base/shape.hpp"
#include "tools/gen/names/industries.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tenglong::tools::gen {

enum class Violation : std::uint8_t {
    safety,
    environment,
    energy,
    fire,
    tax,
    quality,
    illegal_use,
    illegal_lease,
    illegal_building
};

enum class List : std::uint8_t { high_consumption, scattered, backward };

/// By what an enterprise's row leads to its parcel; each way is the only one its row offers.
enum class Join : std::uint8_t { parcel_code, unit_code, credit_code, point, name, none };

/// Figures of one year. Empty: the row has none.
struct Figures {
    std::optional<double> tax_wan;
    std::optional<double> tax_last_year_wan;
    std::optional<double> value_added_wan;
    std::optional<double> revenue_wan;
    std::optional<double> energy_tce;
    std::optional<double> electricity_wan_kwh;
    std::optional<double> staff;
    std::optional<double> rd_wan;
    std::optional<double> cod_t;
    std::optional<double> so2_t;
    std::optional<double> nh3n_t;
    std::optional<double> nox_t;

    /// The four kinds together; empty if none is known.
    [[nodiscard]] std::optional<double> emission_t() const;
};

/// Land of one parcel that an enterprise works on, in m².
struct LandUse {
    std::size_t parcel = 0; ///< index in the batch
    double area_m2 = 0.0;
};

struct Enterprise {
    std::string name;
    std::string credit_code;
    const Industry* industry = nullptr;
    bool above_scale = false;
    bool manufacturing = true;
    std::string state = "正常";
    Join join = Join::parcel_code;
    std::string address;
    int town = 0;
    int park = -1;
    int founded = 2005;
    std::optional<Date> production;
    double land_own_m2 = 0.0;
    double land_in_m2 = 0.0;
    double land_out_m2 = 0.0;
    std::vector<LandUse> uses; ///< sums to own + in - out
    Figures figures;
    std::set<Violation> violations;
    bool checked = true; ///< the row says whether there are violations
    bool rectified = false;
    std::set<List> lists;
    char grade = '\0'; ///< last year's official class A to D; \0: not graded
    bool two_high = false;
    std::optional<int> project_year;
    bool project_is_new = false;
    std::optional<double> project_energy_per_value;
    std::optional<bool> energy_control_met;
    Point point;
    std::string planted; ///< id of its case, if any

    [[nodiscard]] double land_used_m2() const noexcept
    {
        return land_own_m2 + land_in_m2 - land_out_m2;
    }
};

/// A row of the lease register: land of a parcel that another enterprise uses.
struct Lease {
    std::size_t parcel = 0;
    std::string lessor_code;
    std::string lessor;
    std::string lessee_code;
    std::string lessee;
    double land_m2 = 0.0;
    double floor_m2 = 0.0;
    Date from;
    Date to;
    bool filed = true; ///< 已备案
};

} // namespace tenglong::tools::gen
