#pragma once

#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace tenglong::testing {

using Words = std::vector<std::string>;

/// Gives a case the facts that a test does not vary.
using Fill = std::function<void(Case&)>;

/// A rule of a shipped profile, for subjects that differ in one fact.
struct LineOf {
    std::string profile;
    SubjectKind subject = SubjectKind::parcel;
    const char* rule = nullptr;
    Fill others; ///< without the fact that is varied

    [[nodiscard]] Case filled() const
    {
        Case one{profile, subject};
        others(one);
        return one;
    }
    template <class Value>
    [[nodiscard]] Truth with(const char* fact, Value value) const
    {
        return filled().with(fact, std::move(value)).verdict(rule);
    }
};

/// The rule holds for the first value, does not for the second, and cannot be decided without.
template <class Value>
void expect_line(const LineOf& line, const char* fact, Value holds, Value fails)
{
    SCOPED_TRACE(std::string{line.rule} + " by " + fact);
    EXPECT_EQ(line.with(fact, holds), Truth::yes);
    EXPECT_EQ(line.with(fact, fails), Truth::no);
    EXPECT_EQ(line.filled().verdict(line.rule), Truth::unknown);
}

/// The target of a shipped profile. \throws std::out_of_range if it has none of that id.
inline const Target& target_of(const std::string& profile, const std::string& id)
{
    for (const Target& target : shipped(profile).targets) {
        if (target.id == id) {
            return target;
        }
    }
    throw std::out_of_range{"no target " + id};
}

} // namespace tenglong::testing
