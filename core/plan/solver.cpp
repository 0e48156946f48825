#include "core/plan/solver.hpp"

namespace tenglong {

std::unique_ptr<const Solver> best_solver()
{
    auto solver = make_cbc_solver();
    return solver ? std::move(solver) : make_greedy_solver();
}

} // namespace tenglong
