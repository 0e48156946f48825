#pragma once

#include "core/tables/result_table.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/run/judge.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tenglong::geo {

/// Adds a row to the table `evidence` for each verdict that holds or cannot be decided, of every
/// rule that says something of its subject (those that other rules are made of are left out): by
/// subject, then by rule. `facts` lists what decided it, each with its value and origin; of an
/// undecided verdict, what is missing and why.
void add_evidence(ResultTable& evidence, const Judged& judged, Workers& workers);

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
