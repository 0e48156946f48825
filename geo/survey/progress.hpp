#pragma once

#include "core/base/translation.hpp"

#include <cstddef>

namespace tenglong::geo {

/// Is told how far a long run has come. This one says nothing. Called by one thread at a time.
class Progress {
public:
    Progress() = default;
    virtual ~Progress() = default;
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    Progress(Progress&&) = delete;
    Progress& operator=(Progress&&) = delete;

    /// A step begins, and the one before it has ended. `total`: what it counts to; 0: unknown.
    virtual void step(const Text& /*what*/, std::size_t /*total*/) {}
    virtual void advance(std::size_t /*count*/) {}
    /// How far a loop inside the step has come, of `total` rows. Often called: be quick.
    virtual void loop(std::size_t /*done*/, std::size_t /*total*/) {}
};

} // namespace tenglong::geo
