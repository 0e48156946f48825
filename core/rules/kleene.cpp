#include "core/rules/kleene.hpp"

#include <algorithm>
#include <utility>

namespace tenglong {

namespace {

using Kind = Condition::Kind;

[[nodiscard]] Truths either(const Truths& a, const Truths& b) noexcept
{
    Truths result;
    for (std::size_t word = 0; word < result.yes.size(); ++word) {
        result.yes[word] = a.yes[word] | b.yes[word];
        result.no[word] = a.no[word] & b.no[word];
    }
    return result;
}

/// Yes when enough children hold; no when too many fail for that.
[[nodiscard]] Truths enough(const RuleSet::Node& node, std::span<const Truths> answers)
{
    const std::size_t needed = node.condition->count;
    Truths result;
    for (std::size_t row = 0; row < k_chunk_rows; ++row) {
        std::size_t holding = 0;
        std::size_t possible = 0;
        for (const std::size_t child : node.children) {
            const Truth truth = answers[child].at(row);
            holding += truth == Truth::yes ? 1U : 0U;
            possible += truth == Truth::no ? 0U : 1U;
        }
        const std::uint64_t mask = std::uint64_t{1} << (row % 64);
        if (holding >= needed) {
            result.yes[row / 64] |= mask;
        } else if (possible < needed) {
            result.no[row / 64] |= mask;
        }
    }
    return result;
}

} // namespace

Truths both(const Truths& a, const Truths& b) noexcept
{
    Truths result;
    for (std::size_t word = 0; word < result.yes.size(); ++word) {
        result.yes[word] = a.yes[word] & b.yes[word];
        result.no[word] = a.no[word] | b.no[word];
    }
    return result;
}

Truths branch(const RuleSet::Node& node, std::span<const Truths> answers)
{
    const Kind kind = node.condition->kind;
    if (kind == Kind::at_least) {
        return enough(node, answers);
    }
    // Nothing to meet is met; nothing to choose from is not.
    Truths result;
    (kind == Kind::all ? result.yes : result.no).fill(~std::uint64_t{0});
    for (const std::size_t child : node.children) {
        result = kind == Kind::all ? both(result, answers[child]) : either(result, answers[child]);
    }
    if (kind == Kind::none) {
        std::swap(result.yes, result.no);
    }
    return result;
}

Truth branch(const Condition& condition, std::span<const Truth> children)
{
    const auto count = [&](Truth truth) {
        return static_cast<std::size_t>(std::count(children.begin(), children.end(), truth));
    };
    std::size_t needed = 1;
    if (condition.kind == Kind::all) {
        needed = children.size();
    } else if (condition.kind == Kind::at_least) {
        needed = condition.count;
    }
    Truth result = Truth::unknown;
    if (count(Truth::yes) >= needed) {
        result = Truth::yes;
    } else if (children.size() - count(Truth::no) < needed) {
        result = Truth::no;
    }
    if (condition.kind == Kind::none && result != Truth::unknown) {
        return result == Truth::yes ? Truth::no : Truth::yes;
    }
    return result;
}

} // namespace tenglong
