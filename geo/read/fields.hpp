#pragma once

#include "core/base/translation.hpp"
#include "core/base/units.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// How the cells of a field are understood.
/// code: kept digit by digit; share: 0 to 1, read from a fraction or a percentage; range:
/// "1.0-2.0", "≥1.5"; flag: 是 or 否; choice: one of the field's values; set: any number of them.
enum class FieldType : std::uint8_t { text, code, number, share, range, date, flag, choice, set };

/// One of the values that a choice or a set can take, and how tables say it.
struct ChoiceValue {
    std::string key;                ///< the program's word: above_scale
    std::vector<std::string> words; ///< as header_key() leaves them
};

/// Something that an input can say of a thing. The names are those of the fact catalogue wherever
/// a fact is read from the column; the others are read for a step of their own.
struct Field {
    std::string name; ///< snake_case
    Text label;
    FieldType type = FieldType::text;
    Unit unit;       ///< of numbers: what values are converted to
    std::string set; ///< a flag that puts `member` into this set; else empty
    std::string member;
    std::vector<ChoiceValue> values; ///< of choices and sets
};

/// A field that is not of the program's own but of a policy, and the headers that it goes by.
struct ExtraField {
    Field field;
    std::vector<std::string> headers;
};
/// Shared with the tables that have columns of such fields.
using ExtraFields = std::shared_ptr<const std::vector<ExtraField>>;

/// All fields, in the order of fields.toml.
[[nodiscard]] std::span<const Field> all_fields();

/// Null if there is no such field. The pointer is good for the life of the program.
[[nodiscard]] const Field* find_field(std::string_view name);

/// For names in the program's own code. \throws std::out_of_range if there is no such field.
[[nodiscard]] const Field& field(std::string_view name);

} // namespace tenglong::geo
