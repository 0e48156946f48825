#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace tenglong::test {

/// Where a document is not as its schema says, one line each: "/parcels/count: not an integer".
///
/// Knows the words that docs/schema uses (type, required, properties, additionalProperties, items,
/// enum, pattern, minimum, anyOf, $ref into $defs) and refuses a schema with any other, so that
/// none is passed over. `strict`: keys that the schema does not name are faults too.
[[nodiscard]] std::vector<std::string> schema_faults(const nlohmann::json& schema,
                                                     const nlohmann::json& document, bool strict);

} // namespace tenglong::test
