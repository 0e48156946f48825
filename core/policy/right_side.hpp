#pragma once

#include "core/policy/section.hpp"
#include "core/rules/expression.hpp"

#include <optional>
#include <string_view>

namespace tenglong {

[[nodiscard]] Text kind_name(ValueKind kind);

/// What a fact or an expression is compared with: a number, a day or an expression, in the unit of
/// the left side. A mistake in it is noted, and the left side returned.
[[nodiscard]] Expression right_side(const Section& section, const toml::node& node,
                                    std::string_view key, const Expression& left,
                                    const Scope& scope);

/// Reads an expression; nothing if there is a mistake in it.
[[nodiscard]] std::optional<Expression> read_expression(const Section& section,
                                                        std::string_view key, const Scope& scope);

} // namespace tenglong
