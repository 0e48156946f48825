#include "geo/read/column_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace tenglong::geo {

void require(const TableColumn& column, std::initializer_list<FieldType> types)
{
    if (std::find(types.begin(), types.end(), column.field().type) == types.end()) {
        throw std::logic_error{"column " + column.field().name + " is of another type"};
    }
}

void add_issue(const Table& table, std::size_t row, const char* kind, Text text,
               std::vector<Issue>& issues)
{
    issues.push_back(
        {kind, Severity::warning, table.place(row), table.subject(row), {}, std::move(text)});
}

std::string shown(const TableColumn& column, std::size_t row)
{
    return column.holds_numbers() ? fmt::format("{}", column.numbers[row])
                                  : std::string{column.texts[row]};
}

} // namespace tenglong::geo
