#pragma once

#include "core/facts/fact.hpp"
#include "core/tables/result_table.hpp"
#include "geo/result/result_file.hpp"
#include "tools/cli/subject_record.hpp"
#include "tools/cli/subject_verdicts.hpp"

#include <string>
#include <vector>

namespace tenglong::tools {

/// What a result knows of one parcel or enterprise (一地一档, 一企一画像). The tables hold the
/// rows of the subject, or of those it stands with, and no others; codes have the words of the
/// result's policy.
struct SubjectFile {
    SubjectKind kind = SubjectKind::parcel;
    std::string code;
    SubjectRecord record;     ///< all facts
    SubjectVerdicts verdicts; ///< also what does not hold
    ResultTable subject;      ///< its row of `parcels` or `enterprises`
    ResultTable evidence; ///< its verdicts that hold or cannot be decided, as the result has them
    ResultTable issues;
    ResultTable block;                     ///< of a parcel, the block it is in; else no row
    std::vector<ResultTable> neighbours{}; ///< of a parcel, the others of the block: a row each
    std::vector<ResultTable> parcels{};    ///< of an enterprise, those it uses: a row each
    std::vector<std::string> missing_parcels{}; ///< those it uses that the result does not have
    std::vector<std::string> enterprises{};     ///< of a parcel, those that use it: code and name
};

/// \throws UsageError, with the nearest code there is, if the result has no such subject; Error as
/// subject_record().
[[nodiscard]] SubjectFile subject_file(const geo::ResultFile& result, const std::string& code);

} // namespace tenglong::tools
