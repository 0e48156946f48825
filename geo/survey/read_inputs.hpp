#pragma once

#include "core/base/issue.hpp"
#include "geo/read/layer.hpp"

#include <functional>
#include <span>
#include <vector>

namespace tenglong::geo {

/// Reads one input; read_layer(), or what a test has made. Called from several threads at once.
using LayerReader = std::function<VectorLayer(const InputSpec&, std::vector<Issue>&, Workers&)>;

/// One input as read, and what was found wrong with it.
struct ReadInput {
    VectorLayer layer;
    std::vector<Issue> issues;
};

/// Reads the inputs, as many at once as there are threads; the result is that of reading them one
/// after the other. Columns of coordinates without a CRS are in that of the first input before them
/// that has coordinates, unless the spec says so already.
/// \param done  told after each, by one thread at a time
/// \throws what the first input that cannot be read throws
[[nodiscard]] std::vector<ReadInput> read_inputs(std::vector<InputSpec> specs,
                                                 const LayerReader& read,
                                                 const std::function<void()>& done,
                                                 Workers& workers);

} // namespace tenglong::geo
