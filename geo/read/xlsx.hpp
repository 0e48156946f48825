#pragma once

#include "geo/read/workbook.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tenglong::geo {

/// What the styles of an .xlsx say of its numbers.
struct XlsxNumbers {
    std::vector<bool> date_styles; ///< by cell style: whether the number stands for a date
    bool from_1904 = false;        ///< days are counted from 1904-01-01, as old Macs did
};

/// Whether a number format shows a date: "yyyy/m/d", "[$-F800]dddd", but not "0.00" or "[Red]0".
[[nodiscard]] bool is_date_format(std::string_view code) noexcept;

/// A day count of a spreadsheet as 2021-02-28 or "2021-02-28 13:30:00"; the count itself where it
/// is no day from 1900 to 9999.
[[nodiscard]] std::string date_of_serial(double serial, bool from_1904);

/// A number as a spreadsheet shows it: 15 significant digits, no exponent for whole numbers.
[[nodiscard]] std::string shown_spreadsheet_number(double value);

/// An Office Open XML workbook, read from its parts in the archive.
class XlsxWorkbook : public Workbook {
public:
    /// \throws Error if the archive holds no workbook or a part of it is damaged.
    explicit XlsxWorkbook(const std::string& path);

    [[nodiscard]] Sheet sheet(std::size_t index) override;

private:
    [[nodiscard]] std::string part(const std::string& name) const;
    void read_shared_strings(const std::string& name);
    void read_styles(const std::string& name);

    std::string m_path;
    std::string m_archive; ///< /vsizip/{path}
    std::vector<std::string> m_sheet_parts;
    XlsxNumbers m_numbers;
    std::string m_strings; ///< all shared strings, end to end
    std::vector<std::size_t> m_string_start{0};
};

} // namespace tenglong::geo
