#include "core/rules/scope_names.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace tenglong {

namespace {

using Op = Expression::Op;

[[nodiscard]] ValueKind kind_of(FactType type)
{
    switch (type) {
    case FactType::number:
        return ValueKind::number;
    case FactType::date:
        return ValueKind::date;
    case FactType::yes_no:
        return ValueKind::yes_no;
    case FactType::set:
        return ValueKind::set;
    default:
        return ValueKind::text;
    }
}

template <class Named>
[[nodiscard]] std::vector<std::string> keys(std::span<const Named> things)
{
    std::vector<std::string> names;
    for (const Named& thing : things) {
        names.push_back(thing.key);
    }
    return names;
}

} // namespace

Text with_nearest(const Text& text, std::string_view name,
                  const std::vector<std::string>& candidates)
{
    const auto meant = nearest(name, candidates);
    return meant ? msg("{}; did you mean '{}'?", text, *meant) : text;
}

Expression fact_in(const Scope& scope, std::string_view name, std::size_t at)
{
    const auto found = scope.catalogue.find(scope.subject, name);
    if (!found) {
        throw ExpressionFault{at, with_nearest(msg("no {} fact is named '{}'",
                                                   label_of(scope.subject), std::string{name}),
                                               name, scope.catalogue.names(scope.subject))};
    }
    const FactDeclaration& declaration = scope.catalogue[*found];
    Expression result;
    result.op = Op::fact;
    result.kind = kind_of(declaration.type);
    result.unit = declaration.unit;
    result.fact = *found;
    return result;
}

Expression figure_in(const Scope& scope, std::string_view name, std::size_t at)
{
    const auto found = std::find_if(scope.figures.begin(), scope.figures.end(),
                                    [&](const Figure& each) { return each.key == name; });
    if (found == scope.figures.end()) {
        throw ExpressionFault{at, with_nearest(msg("no figure is named '{}'", std::string{name}),
                                               name, keys(scope.figures))};
    }
    Expression result;
    result.op = Op::figure;
    result.index = static_cast<std::size_t>(found - scope.figures.begin());
    if (const auto* quantity = std::get_if<Quantity>(&found->value)) {
        result.number = quantity->value;
        result.unit = quantity->unit;
    } else if (const auto* period = std::get_if<Period>(&found->value)) {
        result.kind = ValueKind::period;
        result.period = *period;
    } else {
        result.kind = ValueKind::date;
        result.number = std::get<Date>(found->value).days();
    }
    return result;
}

Expression table_in(const Scope& scope, std::string_view name, std::size_t at)
{
    const auto found = std::find_if(scope.tables.begin(), scope.tables.end(),
                                    [&](const LookupTable& each) { return each.key == name; });
    if (found == scope.tables.end()) {
        throw ExpressionFault{at, with_nearest(msg("no table is named '{}'", std::string{name}),
                                               name, keys(scope.tables))};
    }
    const FactDeclaration& by = scope.catalogue[found->by];
    const auto own = scope.catalogue.find(scope.subject, by.name);
    if (!own) {
        throw ExpressionFault{at, msg("table '{}' is looked up by '{}', which a {} has not",
                                      std::string{name}, by.name, label_of(scope.subject))};
    }
    Expression result;
    result.op = Op::table;
    result.index = static_cast<std::size_t>(found - scope.tables.begin());
    result.fact = *own;
    result.unit = found->unit;
    return result;
}

} // namespace tenglong
