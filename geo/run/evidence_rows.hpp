#pragma once

#include "geo/geometry/workers.hpp"
#include "geo/run/judge.hpp"
#include "geo/write/spatial_table.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace tenglong::geo {

/// The table `evidence`: a row for each verdict that holds or cannot be decided, of every rule that
/// says something of its subject (those that other rules are made of are left out): by subject,
/// then by rule, one table of subjects after the other. `facts` lists what decided it, each with
/// its value and origin; of an undecided verdict, what is missing and why.
///
/// The rows are made while they are written: the facts that were judged must be there until then
/// and stay as they were.
[[nodiscard]] SpatialTable evidence_layer(const std::vector<std::shared_ptr<const Judged>>& judged,
                                          Workers& workers);

/// What the subjects of a table are called in results: by its code, else its name, else its row
/// (#12).
class SubjectCodes {
public:
    /// \pre the facts outlive it
    explicit SubjectCodes(const FactTable& facts);
    [[nodiscard]] std::string operator[](std::size_t row) const;

private:
    const FactTable* m_facts;
    std::vector<FactId> m_names; ///< the first that a subject has is its code
};

/// The same of one subject.
[[nodiscard]] std::string code_of(const FactTable& facts, std::size_t row);

} // namespace tenglong::geo
