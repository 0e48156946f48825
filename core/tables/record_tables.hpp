#pragma once

#include "core/facts/fact.hpp"
#include "core/tables/result_table.hpp"

#include <string>
#include <string_view>

namespace tenglong {

// Tables of a result that tell how it came about; see standard_tables().

/// Everything known of each parcel, enterprise, park and change and of the whole area: to the
/// columns here come one for each fact that anybody gave (fact_column()) and one for each file with
/// rows (row_column()).
[[nodiscard]] ResultTable parcel_facts_table();
[[nodiscard]] ResultTable enterprise_facts_table();
[[nodiscard]] ResultTable park_facts_table();
[[nodiscard]] ResultTable change_facts_table();
[[nodiscard]] ResultTable region_facts_table();
/// One of these. \throws std::invalid_argument if the facts of such subjects are not kept.
[[nodiscard]] ResultTable facts_table(SubjectKind subject);

/// Where facts came from, by number.
[[nodiscard]] ResultTable origins_table();
/// Which fact has which origin.
[[nodiscard]] ResultTable origin_sets_table();
/// The text of the policy that they were judged by.
[[nodiscard]] ResultTable policy_table();

/// The number in `origin_sets` of the usual origins.
inline constexpr int k_usual_origins = 0;

/// The column that holds a fact; a set is a list in JSON.
[[nodiscard]] ColumnSpec fact_column(const FactDeclaration& fact);
/// Its name: that of the fact, unless no column of these tables can have that.
[[nodiscard]] std::string name_of_fact_column(std::string_view fact);

/// The column with the row of each subject in a file, by the file's number in `origins`.
[[nodiscard]] ColumnSpec row_column(std::size_t source, const std::string& file);
[[nodiscard]] std::string name_of_row_column(std::size_t source);

} // namespace tenglong
