#include "tools/gen/city/enterprise.hpp"

namespace tenglong::tools::gen {

std::optional<double> Figures::emission_t() const
{
    if (!cod_t && !so2_t && !nh3n_t && !nox_t) {
        return std::nullopt;
    }
    return cod_t.value_or(0.0) + so2_t.value_or(0.0) + nh3n_t.value_or(0.0) + nox_t.value_or(0.0);
}

} // namespace tenglong::tools::gen
