#pragma once

#include "core/base/issue.hpp"
#include "geo/read/encoding.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tenglong::geo {

/// What the header of a DBF says, held against its size.
struct DbfFacts {
    std::uint64_t rows_said = 0;
    std::uint64_t rows = 0;    ///< that the file has room for, at most those said
    std::uint8_t language = 0; ///< LDID
    EncodingFinding finding;   ///< of its names and texts
};

/// Reads header and texts of a DBF. Nothing if it is none.
[[nodiscard]] std::optional<DbfFacts> look_at_dbf(const std::string& path);

/// The encoding of a DBF: as the job says, else as its content says, else as it is declared (.cpg,
/// LDID). A declaration that the content contradicts is an issue.
/// \param declared the text of the .cpg; empty: none
/// \throws UsageError if it may be Big5 and nobody says.
[[nodiscard]] Encoding decide_dbf_encoding(const DbfFacts& facts, const std::string& declared,
                                           std::optional<Encoding> job, const Place& place,
                                           std::vector<Issue>& issues);

} // namespace tenglong::geo
