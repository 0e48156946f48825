#include "geo/run/fact_value.hpp"

namespace tenglong::geo {

void add_fact_value(JsonLine& json, const FactColumn& column, const TextPool& pool, std::size_t row)
{
    switch (column.type()) {
    case FactType::number:
        json.number(column.numbers()[row]);
        break;
    case FactType::date:
        json.string(Date::from_days(column.words()[row]).iso());
        break;
    case FactType::yes_no:
        json.boolean(column.bytes()[row] != 0);
        break;
    case FactType::set:
        json.open('[');
        for (const std::string_view member :
             pool.members(static_cast<TextId>(column.words()[row]))) {
            json.string(member);
        }
        json.close(']');
        break;
    case FactType::code:
    case FactType::text:
        json.string(pool[static_cast<TextId>(column.words()[row])]);
        break;
    }
}

} // namespace tenglong::geo
