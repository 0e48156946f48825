#pragma once

#include "core/plan/problem.hpp"

#include <memory>
#include <string_view>

namespace tenglong {

/// Chooses items. The same problem gives the same answer, whatever the machine does besides.
class Solver {
public:
    Solver() = default;
    virtual ~Solver() = default;
    Solver(const Solver&) = delete;
    Solver& operator=(const Solver&) = delete;
    Solver(Solver&&) = delete;
    Solver& operator=(Solver&&) = delete;

    [[nodiscard]] virtual std::string_view name() const noexcept = 0;

    /// First falls short by as little as it can, then costs as little as it can.
    /// \param gap an answer this near to the cheapest is good enough: 0.001 is a thousandth
    /// \pre the items are sorted by code; prices are not negative
    [[nodiscard]] virtual PlanAnswer solve(const PlanProblem& problem, double gap) const = 0;
};

/// By price for what an item brings, then improved piece by piece. Near the cheapest, not always
/// it; how near, the answer says.
[[nodiscard]] std::unique_ptr<const Solver> make_greedy_solver();

/// The mixed-integer solver CBC; nothing if the program was built without it.
[[nodiscard]] std::unique_ptr<const Solver> make_cbc_solver();

/// CBC if it is there, else the greedy one.
[[nodiscard]] std::unique_ptr<const Solver> best_solver();

} // namespace tenglong
