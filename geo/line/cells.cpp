#include "geo/line/cells.hpp"

#include "core/base/units.hpp"

namespace tenglong::geo {

double mu(double area_m2)
{
    return to_mu(SquareMetres{area_m2}).value();
}

void add_text(ResultTable& table, std::string_view column, const std::string& text)
{
    text.empty() ? table[column].add_missing() : table[column].add_text(text);
}

void add_date(ResultTable& table, std::string_view column, const std::optional<Date>& date)
{
    date ? table[column].add_date(*date) : table[column].add_missing();
}

void add_number(ResultTable& table, std::string_view column, const std::optional<double>& number)
{
    number ? table[column].add_number(*number) : table[column].add_missing();
}

} // namespace tenglong::geo
