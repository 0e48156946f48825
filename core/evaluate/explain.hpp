#pragma once

#include "core/evaluate/score.hpp"

namespace tenglong {

[[nodiscard]] Text label(ItemRule rule);
[[nodiscard]] Text label(ItemGap gap);

/// How the points of an item came about, for a letter or a ledger:
/// "tax per mu: value 12, baseline 24.097, 14.9396 of 30 points".
[[nodiscard]] Text explain(const ScoreItem& item, const ItemScore& score);

/// What one override did, or that it is unknown whether it holds:
/// "serious accident: from A to D".
[[nodiscard]] Text explain(const Scheme& scheme, const OverrideStep& step);

/// The class as shown: its letter, the letter of those not ranked, or "undecided".
[[nodiscard]] Text class_shown(const Scheme& scheme, const SubjectScore& score, bool not_ranked);

} // namespace tenglong
