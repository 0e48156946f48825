#include "core/rules/kleene.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tenglong {
namespace {

using Kind = Condition::Kind;

constexpr Truth k_all_truths[] = {Truth::no, Truth::yes, Truth::unknown};

Condition branch_of(Kind kind, std::size_t count = 0)
{
    Condition condition;
    condition.kind = kind;
    condition.count = count;
    return condition;
}

/// Kleene's tables by another way: an unknown may turn out either way, and the answer is decided
/// only if it is the same for both.
Truth by_cases(Kind kind, std::size_t count, std::vector<Truth> children)
{
    for (Truth& child : children) {
        if (child == Truth::unknown) {
            child = Truth::no;
            const Truth if_no = by_cases(kind, count, children);
            child = Truth::yes;
            const Truth if_yes = by_cases(kind, count, children);
            return if_no == if_yes ? if_no : Truth::unknown;
        }
    }
    std::size_t holding = 0;
    for (const Truth child : children) {
        holding += child == Truth::yes ? 1U : 0U;
    }
    const bool holds = kind == Kind::all    ? holding == children.size()
                       : kind == Kind::any  ? holding > 0
                       : kind == Kind::none ? holding == 0
                                            : holding >= count;
    return holds ? Truth::yes : Truth::no;
}

TEST(Kleene, DecidesExactlyWhatNoMissingFactCouldChange)
{
    for (const Kind kind : {Kind::all, Kind::any, Kind::none, Kind::at_least}) {
        for (const Truth a : k_all_truths) {
            for (const Truth b : k_all_truths) {
                for (const Truth c : k_all_truths) {
                    const std::vector<Truth> children{a, b, c};
                    EXPECT_EQ(branch(branch_of(kind, 2), children), by_cases(kind, 2, children))
                        << static_cast<int>(kind) << static_cast<int>(a) << static_cast<int>(b)
                        << static_cast<int>(c);
                }
            }
        }
    }
}

TEST(Kleene, JudgesAChunkAsItJudgesOneSubject)
{
    // Subject i of the chunk has the i-th combination of answers for three children.
    std::vector<Truths> answers(3);
    std::vector<std::vector<Truth>> single;
    for (std::size_t row = 0; row < 27; ++row) {
        const std::size_t digits[] = {row % 3, row / 3 % 3, row / 9};
        std::vector<Truth> children;
        for (std::size_t child = 0; child < 3; ++child) {
            const Truth truth = k_all_truths[digits[child]];
            children.push_back(truth);
            answers[child].yes[0] |= truth == Truth::yes ? std::uint64_t{1} << row : 0U;
            answers[child].no[0] |= truth == Truth::no ? std::uint64_t{1} << row : 0U;
        }
        single.push_back(children);
    }
    for (const Kind kind : {Kind::all, Kind::any, Kind::none, Kind::at_least}) {
        const Condition condition = branch_of(kind, 2);
        const Truths whole = branch(RuleSet::Node{&condition, {0, 1, 2}}, answers);
        for (std::size_t row = 0; row < 27; ++row) {
            EXPECT_EQ(whole.at(row), branch(condition, single[row]));
        }
    }
}

} // namespace
} // namespace tenglong
