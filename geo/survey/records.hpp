#pragma once

#include "core/register/records.hpp"

#include <deque>
#include <string>
#include <vector>

namespace tenglong::geo {

/// What the register is made from, and the texts that its records view.
struct RegisterRecords {
    std::vector<ParcelRecord> parcels;
    std::vector<EnterpriseRow> enterprises;
    std::vector<Occupation> occupations;
    std::deque<std::string> texts; ///< a deque, because the records point into it
};

} // namespace tenglong::geo
