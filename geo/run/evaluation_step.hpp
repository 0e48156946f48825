#pragma once

#include "core/evaluate/evaluate.hpp"
#include "core/policy/profile.hpp"
#include "geo/survey/survey.hpp"

namespace tenglong::geo {

/// Evaluates enterprises and parks and brings the results to where rules look for them: score and
/// class of enterprises by the schemes of the profile, class, score, industry and size of its main
/// user to each parcel, indicators, score and rank of parks. Issues go to the survey. Enterprises
/// that name no park or town get those of the parcel of which they use most.
/// \pre facts that follow from others are written, as of a day; nothing is judged yet
[[nodiscard]] Evaluation write_evaluation(Survey& survey, const Profile& profile);

} // namespace tenglong::geo
