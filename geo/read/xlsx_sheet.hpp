#pragma once

#include "geo/read/workbook.hpp"
#include "geo/read/xlsx.hpp"
#include "geo/read/xml.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// Takes the cells of a worksheet part as they pass.
class XlsxSheetReader : public XmlHandler {
public:
    /// The shared strings lie in the bytes of the sheet's grid: string i is
    /// [string_start[i], string_start[i + 1]). \pre both references outlive the reader.
    XlsxSheetReader(Sheet& sheet, const std::vector<std::size_t>& string_start,
                    const XlsxNumbers& numbers)
        : m_sheet{sheet}, m_string_start{string_start}, m_numbers{numbers}
    {}

    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

private:
    void start_row(const XmlAttributes& attributes);
    void start_cell(const XmlAttributes& attributes);
    void end_cell();
    void add_value();
    void add_number();
    void add_merged(std::string_view reference);

    Sheet& m_sheet;
    const std::vector<std::size_t>& m_string_start;
    const XlsxNumbers& m_numbers;

    std::int64_t m_row = 0;        ///< as the sheet counts, from 1
    std::size_t m_column = 0;      ///< of the cell under way, from 0
    std::size_t m_next_column = 0; ///< where the grid's row ends
    std::string m_type;
    std::size_t m_style = 0;
    std::string m_value;
    bool m_in_value = false;
    bool m_in_phonetic = false;
    bool m_has_formula = false;
    bool m_has_value = false;
};

/// "BC12": row 12 and column 54, both from 0 (11 and 54); false if it is no such reference.
[[nodiscard]] bool parse_cell_reference(std::string_view text, std::size_t& row,
                                        std::size_t& column) noexcept;

} // namespace tenglong::geo
