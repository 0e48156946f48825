#include "geo/run/issue_count.hpp"

#include "geo/run/evidence_rows.hpp"

#include <string>
#include <unordered_map>

namespace tenglong::geo {

void write_issue_count(FactTable& parcels, std::span<const Issue> issues)
{
    std::unordered_map<std::string, std::size_t> counts;
    for (const Issue& issue : issues) {
        if (issue.severity != Severity::note && !issue.subject.empty()) {
            ++counts[issue.subject];
        }
    }
    FactColumn& column = parcels.column("issue_count");
    const auto counted = column.add({true, SourceId::none, msg("issues that name it")});
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        const auto found = counts.find(code_of(parcels, row));
        const std::size_t count = found == counts.end() ? 0 : found->second;
        column.set_number(row, static_cast<double>(count), counted);
    }
}

} // namespace tenglong::geo
