#include "core/plan/solver.hpp"

namespace tenglong {

std::unique_ptr<const Solver> make_cbc_solver()
{
    return nullptr;
}

} // namespace tenglong
