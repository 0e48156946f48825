#pragma once

#include "geo/survey/survey.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tenglong::geo {

/// A row of the candidates as read; its shape lies beside it in CandidateRows::shapes.
struct CandidateRow {
    std::string code;
    std::string region; ///< that it names, else the town that has most of it, else `town`
    std::string town;   ///< that it says it lies in
    std::string holder;
    /// In 10,000 yuan: the price, else the price a mu times the measured area; nothing: not told.
    std::optional<double> price_wan;
    std::optional<Date> available; ///< nothing: at once
    bool has_shape = false;
    Place place;
};

/// The candidates of a base in order of their codes, whatever that of the rows.
struct CandidateRows {
    std::vector<CandidateRow> rows;
    Layer shapes;
    bool any_price_column = false;
};

/// Reads all layers of candidates. A price below zero is none; issues name the candidates that have
/// no price, no shape, or the code of another.
[[nodiscard]] CandidateRows read_candidates(const Survey& survey, Workers& workers,
                                            std::vector<Issue>& issues);

} // namespace tenglong::geo
