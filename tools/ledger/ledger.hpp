#pragma once

#include "core/tables/keyed_rows.hpp"
#include "core/tables/result_table.hpp"
#include "tools/ledger/workbook.hpp"

#include <filesystem>
#include <optional>

namespace tenglong::tools {

/// What goes into ledger.xlsx; a table that is not there has no sheet.
struct LedgerTables {
    const ResultTable* base_list = nullptr;      ///< 底数清单
    const ResultTable* treatment_list = nullptr; ///< 治理清单
    const ResultTable* account = nullptr;        ///< 占补平衡台账
    const ResultTable* indicators = nullptr;     ///< 指标体系
    const ResultTable* issues = nullptr;         ///< 问题清单
    const ResultTable* evidence = nullptr;       ///< 判定依据, to which the two lists lead
    const KeyedRows* evidence_source = nullptr;  ///< makes its rows; null: they are there
    DictionaryPtr fact_words{};                  ///< of code words in the evidence
};

/// Writes the ledger of a run. `job`: its name, below each title. Overwrites `path`: write into a
/// ResultFolder or a Partial. \throws Error if it cannot.
void write_ledger(const std::filesystem::path& path, const LedgerTables& tables, const Text& job,
                  const WorkbookOptions& options);

} // namespace tenglong::tools
