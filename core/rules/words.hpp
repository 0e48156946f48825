#pragma once

#include "core/facts/text_pool.hpp"
#include "core/rules/condition.hpp"

namespace tenglong {

/// Whether a text (or the set that it stands for) meets a condition on words.
[[nodiscard]] bool meets(const Condition& condition, const TextPool& pool, TextId text);

} // namespace tenglong
