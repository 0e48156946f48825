#pragma once

#include "core/facts/text_pool.hpp"
#include "core/policy/energy_basis.hpp"
#include "geo/read/layer.hpp"
#include "geo/survey/order.hpp"
#include "geo/survey/records.hpp"

#include <span>
#include <vector>

namespace tenglong::geo {

/// The enterprises of all inputs, in an order that does not depend on that of the rows but for
/// rows that are equal.
struct EnterpriseBase {
    std::vector<RowRef> rows;  ///< of each record
    std::vector<Point> points; ///< of each record; NaN: none. Empty: no input has coordinates
};

/// Adds the rows of the enterprise tables to the records.
/// \param first_source number of the first of these tables among the sources of the register
/// \param energy which of a row's figures of energy counts; that rows differ in it is reported
/// \param pool keeps the texts of the records
[[nodiscard]] EnterpriseBase read_enterprises(std::span<const VectorLayer> layers,
                                              std::uint16_t first_source, const EnergyOrder& energy,
                                              RegisterRecords& records, TextPool& pool,
                                              std::vector<Issue>& issues);

/// Adds the rows of the lease and land tables to the records.
void read_leases(std::span<const VectorLayer> layers, std::uint16_t first_source,
                 RegisterRecords& records, TextPool& pool, std::vector<Issue>& issues);

} // namespace tenglong::geo
