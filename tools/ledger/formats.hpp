#pragma once

#include "core/tables/column_spec.hpp"

#include <xlsxwriter.h>

#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace tenglong::tools {

/// The cell formats of a workbook, each made once.
class Formats {
public:
    explicit Formats(lxw_workbook& workbook) : m_workbook{&workbook} {}

    [[nodiscard]] lxw_format* title();
    [[nodiscard]] lxw_format* subtitle();
    [[nodiscard]] lxw_format* heading();
    /// Of the cells of a column; `ground`: the colour behind them.
    [[nodiscard]] lxw_format* cell(const ColumnSpec& spec, std::optional<Colour> ground = {});
    [[nodiscard]] lxw_format* total(const ColumnSpec& spec);

private:
    using Key = std::tuple<std::string, int, bool, std::uint32_t>;

    [[nodiscard]] lxw_format* made(const std::string& number, int align, bool bold,
                                   std::optional<Colour> ground);

    lxw_workbook* m_workbook;
    std::map<Key, lxw_format*> m_made;
};

} // namespace tenglong::tools
