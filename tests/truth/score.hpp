#pragma once

#include "geo/engine.hpp"
#include "tests/truth/truth_table.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::tools::gen {

/// A result that is not what was planted.
struct Miss {
    std::string parcel;  ///< its code
    std::string planted; ///< id of the case, or the kind of parcel
    std::string what;    ///< the fact or verdict
    std::string expected;
    std::string found;  ///< "undecided" or "missing" where the engine says that it
                        ///< does not know
    bool silent = true; ///< neither undecided nor named by an issue with its code
};

struct Score {
    std::size_t compared = 0;
    std::vector<Miss> misses;
    std::map<std::string, std::size_t> by_what; ///< misses

    [[nodiscard]] std::size_t silent() const;
    /// How many of each kind, and the first that are silent, a line each, for
    /// people.
    [[nodiscard]] std::string shown(std::size_t most = 8) const;
};

/// Compares what a survey tells of parcels with truth/parcels.csv: areas,
/// buildings, sums over enterprises, works. Where the truth is empty nothing is
/// known, and nothing must be found.
[[nodiscard]] Score score_facts(const geo::Survey& survey, const TruthTable& truth);

/// The same, and the flags, the leading status, the measure and the land it
/// frees. Where the truth is `depends` any answer is right. \param reading  the
/// policy's id as columns of the truth have it: zhuji_2021
[[nodiscard]] Score score_result(const geo::Result& result, const TruthTable& truth,
                                 std::string_view reading);

} // namespace tenglong::tools::gen
