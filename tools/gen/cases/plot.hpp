#pragma once

#include "tools/gen/base/random.hpp"
#include "tools/gen/city/enterprise.hpp"
#include "tools/gen/city/parcel.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tenglong::tools::gen {

/// A building of a planted outline: metres from the parcel's south-west corner.
struct PlannedBuilding {
    Rect rect;
    int above = 1;
    int below = 0;
    int storey_dm = 45;
    bool support = false; ///< offices, canteen, dormitory
};

/// What is to stand on a parcel.
struct Works {
    enum class Kind : std::uint8_t {
        none,
        full,  ///< rows of buildings all over, no room between them for anything else
        front, ///< the same on a part of the land along the road, the rest free
        exact  ///< the buildings listed
    };
    Kind kind = Kind::full;
    double share = 1.0; ///< of the land that is built on, for `front`
    int storeys = 3;
    int storey_dm = 45;
    std::vector<PlannedBuilding> buildings;
    std::optional<Rest> rest; ///< for `exact`: relative to the south-west corner
};

/// An enterprise that rents a part of the parcel.
struct Tenant {
    Enterprise enterprise; ///< without name and codes
    double land_m2 = 0.0;
    double floor_m2 = 0.0;
    bool filed = true;
    std::optional<Date> until; ///< end of the lease, if it is over already
};

/// The plan for the land was changed to something else than industry.
struct Replan {
    Date decided;
    Date due; ///< when it is to be carried out
    bool done = false;
};

/// What a parcel is meant to be, before names, codes and outlines are made.
struct Plot {
    double area_m2 = 0.0; ///< registered
    double width_m = 0.0; ///< of its outline's box
    double height_m = 0.0;
    Date as_of;
    Random random{0, "plot"};
    std::string kind = "normal";
    LandKind land;
    bool state_owned = true;
    bool held = true; ///< false: still the government's
    std::optional<Supply> supply;
    Works works;
    std::optional<Enterprise> owner; ///< who works there as the holder
    std::vector<Tenant> tenants;
    double let_out_m2 = 0.0; ///< by the owner, to tenants
    std::optional<Replan> replan;

    [[nodiscard]] double area_mu() const noexcept { return area_m2 * 3.0 / 2000.0; }
    [[nodiscard]] Date ago(int years, int months = 0, int days = 0) const
    {
        return as_of.minus({years, months, days});
    }
    [[nodiscard]] Date ahead(int years, int months = 0, int days = 0) const
    {
        return as_of.plus({years, months, days});
    }
};

/// A plant that works as it should: supplied long ago, built over, taxes far from every line.
void plan_normal(Plot& plot);

/// Contracted land with nothing on it: dates of supply `years` ago, and no start.
void plan_unstarted(Plot& plot, int years);

/// Works that began and stand unfinished: a contract five years ago, a start four years ago,
/// 6 of 10 invested, half developed, not suspended.
void plan_unfinished(Plot& plot);

/// Finished works that never came into production; completed two years ago.
void plan_not_producing(Plot& plot);

/// Supply by contract `years` ago with every date that follows, all kept.
[[nodiscard]] Supply kept_supply(Plot& plot, int years);

/// Figures of an enterprise that pays `tax_per_mu` (10,000 yuan) on `area_mu`.
[[nodiscard]] Figures figures_of(Random& random, const Industry& industry, double area_mu,
                                 double tax_per_mu, bool above_scale);

/// An enterprise without name and codes that pays so much on `area_m2`.
[[nodiscard]] Enterprise enterprise_of(Plot& plot, double area_m2, double tax_per_mu);

/// Lets `area_m2` of the plot to a tenant that pays `tax_per_mu` on it.
Tenant& let(Plot& plot, double area_m2, double tax_per_mu);

/// Sets the owner's tax so that it is exactly `tax_per_mu` on the plot's area.
void pay(Plot& plot, double tax_per_mu);

} // namespace tenglong::tools::gen
