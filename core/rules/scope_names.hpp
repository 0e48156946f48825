#pragma once

#include "core/rules/expression.hpp"

namespace tenglong {

/// The fact of the scope's subject that has that name.
/// \param at  where the name stands, for the fault
/// \throws ExpressionFault if there is none; it names the nearest
[[nodiscard]] Expression fact_in(const Scope& scope, std::string_view name, std::size_t at);

/// The same for what `fig.NAME` and `table.NAME` mean.
[[nodiscard]] Expression figure_in(const Scope& scope, std::string_view name, std::size_t at);
[[nodiscard]] Expression table_in(const Scope& scope, std::string_view name, std::size_t at);

/// A text about an unknown name, with the candidate that was probably meant.
[[nodiscard]] Text with_nearest(const Text& text, std::string_view name,
                                const std::vector<std::string>& candidates);

} // namespace tenglong
