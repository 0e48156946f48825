#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// A name that is like the one asked for.
struct NearName {
    std::uint32_t index = 0; ///< in the names given to NearNames
    double likeness = 0.0;   ///< 1 less the share of characters changed; 1 is equal
};

/// Finds the names most like another one, through pairs of neighbouring characters.
///
/// A question looks at a bounded number of candidates, those that share its rarest pairs, so a
/// hundred thousand questions over a hundred thousand names take seconds, not hours; a like name
/// that shares none of them is not found. Used by one thread at a time.
class NearNames {
public:
    /// Names below it are not alike enough to be worth a look.
    static constexpr double k_least_likeness = 0.7;
    static constexpr std::size_t k_most_suggestions = 2;

    /// \pre the names outlive the index. In sorted order, answers do not depend on the input's.
    explicit NearNames(std::span<const std::string> names);

    /// At most two, the most like first; of equal ones the earlier.
    [[nodiscard]] std::vector<NearName> find(std::string_view name);

private:
    using Pair = std::uint64_t;

    void gather(const std::vector<Pair>& pairs);

    std::span<const std::string> m_names;
    std::vector<Pair> m_pairs; ///< sorted
    std::vector<std::size_t> m_starts;
    std::vector<std::uint32_t> m_holders; ///< of each pair, ascending
    std::vector<std::uint16_t> m_shared;  ///< by name, zero between questions
    std::vector<std::uint32_t> m_touched;
};

} // namespace tenglong
