#pragma once

#include "core/base/date.hpp"
#include "core/base/issue.hpp"
#include "core/policy/tenants.hpp"
#include "core/register/year_figure.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tenglong {

/// A row of one of the input files: `source` counts RegisterInput::sources.
struct RowPlace {
    std::uint32_t row = 0; ///< as a person counts in that file, from 1; 0: unknown
    std::uint16_t source = 0;

    friend bool operator==(const RowPlace&, const RowPlace&) = default;
};

/// A parcel as the cadastre has it. Texts belong to whoever made the record and outlive it.
struct ParcelRecord {
    std::string_view parcel_code;
    std::string_view unit_code;          ///< used where there is no parcel code
    std::string_view holder;             ///< one name, or several co-holders in one cell
    std::string_view holder_credit_code; ///< one, or several in the order of the names
    std::optional<double> area_m2;       ///< the area that counts, as the job says
    std::optional<double> floor_m2;      ///< all floors on it, to share it among floor tenants
    RowPlace place;
};

/// A row of an enterprise table.
struct EnterpriseRow {
    std::string_view credit_code;
    std::string_view name;
    std::string_view parcel_codes; ///< one cell, perhaps several codes
    std::string_view unit_codes;   ///< likewise
    std::optional<int> year;       ///< of the figures

    // Land used = own + leased in - let out. `stated` is one figure for the result, used where
    // none of the three is given.
    std::optional<double> land_own_mu;
    std::optional<double> land_in_mu;
    std::optional<double> land_out_mu;
    std::optional<double> land_stated_mu;
    std::optional<double> floor_leased_m2; ///< workshop space leased in

    YearFigures figures;
    RowPlace place;
};

/// What a row of a land ledger tells: land of the user's own, or land that one lets to another.
enum class OccupationKind : std::uint8_t { own, lease };

/// A row of a lease or land ledger: who uses which land of whom, from when to when.
struct Occupation {
    OccupationKind kind = OccupationKind::lease;
    std::string_view user_name; ///< the lessee; of own land, the owner
    std::string_view user_credit_code;
    std::string_view lessor_name; ///< empty: the parcel's holder
    std::string_view lessor_credit_code;
    std::string_view parcel_codes;
    std::string_view unit_codes;
    std::optional<double> area_m2;
    std::optional<double> floor_m2;
    std::optional<Date> start; ///< the first day; empty: always
    std::optional<Date> end;   ///< the last day; empty: open
    RowPlace place;
};

/// Gives the parcel in which the coordinates of an enterprise row lie; nothing if the row has none
/// or they lie in no parcel, or in more than one. Asked once for each row that neither rows nor
/// codes place.
using PointLocator = std::function<std::optional<std::uint32_t>(std::size_t enterprise)>;

struct RegisterInput {
    std::vector<Place> sources; ///< files and layers; their `row` is not used
    std::span<const ParcelRecord> parcels;
    std::span<const EnterpriseRow> enterprises;
    std::span<const Occupation> occupations;
    PointLocator locate; ///< may be empty
};

/// Which of several rows of one enterprise and one year counts.
enum class DuplicateRule : std::uint8_t { last, first };

/// How far figures may lie apart before the difference is a fault: figures of the policy, here as
/// the national profile has them.
struct RegisterTolerances {
    double area_least_m2 = 1.0;    ///< area_least: up to here it is rounding
    double area_warning = 0.001;   ///< by that land used may exceed a parcel unsaid
    double area_error = 0.05;      ///< beyond that it is a fault
    double land_least_m2 = 10.0;   ///< land_least: between two reports of one land
    double land_difference = 0.01; ///< the same as a share
    double unit_slip = 0.01; ///< how near to square metres a figure in mu is a slip of the unit
};

struct RegisterOptions {
    /// The year of the figures; empty: the latest year that a row states.
    std::optional<int> year;
    DuplicateRule duplicates = DuplicateRule::last;
    RegisterTolerances tolerances;
    Tenants tenants = Tenants::apart;
    /// Where tenants are merged: those that use at least as much land stay apart.
    std::optional<double> tenants_apart_from_mu;
    /// Whether like names are looked for where nothing matches.
    bool suggest_names = true;
};

} // namespace tenglong
