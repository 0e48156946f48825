#pragma once

#include "core/base/issue.hpp"
#include "core/base/units.hpp"
#include "geo/read/fields.hpp"
#include "geo/read/input_kind.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenglong::geo {

/// How a column was recognised, from the weakest: by the part of a name that a DBF left of it, by
/// a vague name (面积), by a name that the kinds share, by a name of its own, by the job file.
enum class Certainty : std::uint8_t { none, cut, vague, shared, own, job };

/// What a column holds.
struct ColumnMeaning {
    const Field* field = nullptr; ///< null: not recognised
    Certainty certainty = Certainty::none;
    std::optional<Unit> unit; ///< as the header or the alias says
    int year = 0;             ///< as the header says
    /// Several columns are equally likely to be the field; see Recognition::contests.
    bool contested = false;
};

/// Columns that are equally likely to hold the same field. Where they hold the same values it does
/// not matter; otherwise the job file must say which one is meant.
struct Contest {
    const Field* field = nullptr;
    std::vector<std::size_t> columns;
};

struct Recognition {
    std::vector<ColumnMeaning> columns; ///< one for each header
    std::vector<Contest> contests;
    std::vector<Issue> issues; ///< headers that mean two things, years that were chosen

    /// Fields found, contested ones included.
    [[nodiscard]] std::size_t count() const noexcept;
};

struct RecogniseOptions {
    /// Field name -> header, from the job file; stands above every alias.
    std::map<std::string, std::string> job_fields;
    int year = 0;           ///< which of 2021年税收, 2022年税收; 0: the latest
    bool cut_names = false; ///< names of at most 10 bytes, as in a DBF
    Place place;            ///< for issues
    ExtraFields extra;      ///< fields of the policy, by their exact headers; null: none
};

/// The fields that an input of a kind can have: the names in aliases.toml that stand for them.
[[nodiscard]] std::span<const Field* const> fields_of(InputKind kind);

/// Says what the columns of a table are. A column that could be two fields is none of them, and an
/// issue names both.
/// \throws UsageError if the job file names a field that the kind has not, or a column that is not
/// there.
[[nodiscard]] Recognition recognise(InputKind kind, std::span<const std::string> headers,
                                    const RecogniseOptions& options = {});

} // namespace tenglong::geo
