#pragma once

#include "core/base/translation.hpp"
#include "core/base/units.hpp"

#include <cstdint>
#include <string>

namespace tenglong {

/// Of whom a fact is known.
enum class SubjectKind : std::uint8_t { parcel, enterprise, park, unit, change, region };

inline constexpr std::size_t k_subject_kinds = 6;

/// number: a double with the unit of the fact; date: a day; yes_no; code and text: a string (a
/// code is compared as written and looked up by its prefix); set: any number of strings.
enum class FactType : std::uint8_t { number, date, yes_no, code, text, set };

/// Whether a fact comes from a user's file or from a step of the run.
enum class FactOrigin : std::uint8_t { read, computed };

/// What is declared of a fact: the same for every subject that has it.
struct FactDeclaration {
    std::string name{}; ///< snake_case, unique among the facts of its subject kind
    SubjectKind subject = SubjectKind::parcel;
    FactType type = FactType::number;
    Unit unit{}; ///< of numbers
    Text label{};
    FactOrigin origin = FactOrigin::read;
    Text how{}; ///< how it is computed, or what the column holds; may be empty for read facts
};

/// Names a fact within a catalogue; valid for the catalogue that gave it.
enum class FactId : std::uint16_t {};

[[nodiscard]] const Text& label_of(SubjectKind subject);
[[nodiscard]] std::string_view key_of(SubjectKind subject) noexcept;
[[nodiscard]] std::string_view key_of(FactType type) noexcept;

} // namespace tenglong
