#pragma once

#include "core/tables/dictionary.hpp"

namespace tenglong {

// The codes of the standard tables. A policy adds words of its own with Dictionary::set() and
// ResultColumn::set_words().

/// What is the matter with a parcel, in legend order: approved_not_supplied ... normal.
[[nodiscard]] DictionaryPtr status_words();
/// yes, no, unknown: the answer of a rule.
[[nodiscard]] DictionaryPtr verdict_words();
/// note, warning, error.
[[nodiscard]] DictionaryPtr severity_words();
/// A to D.
[[nodiscard]] DictionaryPtr class_words();
/// above_scale, below_scale.
[[nodiscard]] DictionaryPtr size_words();
/// normal, half_stopped, stopped, closed, moved, building.
[[nodiscard]] DictionaryPtr production_words();
/// safety, environment, energy, fire, tax, quality, illegal_use, illegal_lease, illegal_building.
[[nodiscard]] DictionaryPtr violation_words();
/// high_consumption, scattered, backward.
[[nodiscard]] DictionaryPtr list_words();
/// occupy, compensate, give_up, add.
[[nodiscard]] DictionaryPtr change_words();
/// proposed, approved, done.
[[nodiscard]] DictionaryPtr change_state_words();
/// What became of a candidate of a plan: chosen, not_needed, overlaps ...
[[nodiscard]] DictionaryPtr plan_words();
/// inside, partly, outside the control line.
[[nodiscard]] DictionaryPtr line_words();
/// pending, running, done, struck_off: how far the treatment of a parcel is.
[[nodiscard]] DictionaryPtr treatment_words();
/// platform, small_enterprise, community.
[[nodiscard]] DictionaryPtr park_words();
/// all, county, town: how large a region is.
[[nodiscard]] DictionaryPtr region_level_words();
/// none, separable, whole: which land a measure frees.
[[nodiscard]] DictionaryPtr freed_land_words();
/// none, excess, all: which energy a measure frees.
[[nodiscard]] DictionaryPtr freed_energy_words();
/// parcel, enterprise, park, unit, change, region.
[[nodiscard]] DictionaryPtr subject_words();
/// ledger, parcel_code, unit_code, credit_code, coordinates, name, unmatched: how an enterprise was
/// joined to its parcels.
[[nodiscard]] DictionaryPtr match_words();

} // namespace tenglong
