#pragma once

#include "core/facts/fact.hpp"
#include "core/tables/result_table.hpp"
#include "geo/result/result_file.hpp"

#include <string>
#include <vector>

namespace tenglong::tools {

/// What a result knows of one parcel or enterprise (一地一档, 一企一画像). The tables hold the
/// rows of the subject and no others, and have the words of the result's policy where it is one
/// that comes with the program.
struct SubjectFile {
    SubjectKind kind = SubjectKind::parcel;
    std::string code;
    ResultTable subject;  ///< its row of `parcels` or `enterprises`
    ResultTable evidence; ///< its verdicts
    ResultTable issues;
    ResultTable block;                    ///< of a parcel, the block it is in; else no row
    std::vector<std::string> neighbours;  ///< the other parcels of the block
    std::vector<std::string> enterprises; ///< those that use the parcel: code and name
};

/// \throws UsageError, with the nearest code there is, if the result has no such subject.
[[nodiscard]] SubjectFile subject_file(const geo::ResultFile& result, const std::string& code);

} // namespace tenglong::tools
