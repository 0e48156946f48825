#include "tools/ledger/ledger.hpp"

#include <vector>

namespace tenglong::tools {

void write_ledger(const std::filesystem::path& path, const LedgerTables& tables, const Text& job,
                  const WorkbookOptions& options)
{
    const std::string day = options.as_of.iso();
    const Text subtitle{job.zh + "　　基准日：" + day + "　　填表人：　　　　　审核人：",
                        job.en + "    as of: " + day + "    drawn up by:            checked by:"};
    std::vector<Sheet> sheets;
    const auto add = [&](const ResultTable* table, int frozen, const ResultTable* linked) {
        const auto source_of = [&](const ResultTable* of) -> const KeyedRows* {
            return of == tables.evidence ? tables.evidence_source : nullptr;
        };
        if (table != nullptr) {
            sheets.push_back({table, subtitle, frozen, linked, tables.fact_words, source_of(table),
                              source_of(linked)});
        }
    };
    add(tables.base_list, 4, tables.evidence);
    add(tables.treatment_list, 4, tables.evidence);
    add(tables.account, 4, nullptr);
    add(tables.indicators, 3, nullptr);
    add(tables.issues, 3, nullptr);
    add(tables.evidence, 3, nullptr);
    write_workbook(path, sheets, options);
}

} // namespace tenglong::tools
