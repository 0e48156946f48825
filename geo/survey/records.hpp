#pragma once

#include "core/register/records.hpp"

#include <vector>

namespace tenglong::geo {

/// What the register is made from. Its texts lie in the pool of the survey.
struct RegisterRecords {
    std::vector<ParcelRecord> parcels;
    std::vector<EnterpriseRow> enterprises;
    std::vector<Occupation> occupations;
};

} // namespace tenglong::geo
