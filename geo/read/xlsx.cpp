#include "geo/read/xlsx.hpp"

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "geo/read/file_bytes.hpp"
#include "geo/read/xlsx_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace tenglong::geo {

namespace {

struct Relation {
    std::string target;
    std::string type;
};

/// A part that says which id stands for which other part.
class RelationReader : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name == "Relationship") {
            m_relations[std::string{attributes["Id"]}] = {std::string{attributes["Target"]},
                                                          std::string{attributes["Type"]}};
        }
    }
    void end(std::string_view /*name*/) override {}
    void text(std::string_view /*piece*/) override {}

    [[nodiscard]] const std::map<std::string, Relation>& relations() const { return m_relations; }

private:
    std::map<std::string, Relation> m_relations;
};

/// xl/workbook.xml: the sheets and the day from which dates count.
class WorkbookReader : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name == "sheet") {
            m_sheets.emplace_back(attributes["name"], attributes["id"]);
        } else if (name == "workbookPr") {
            const std::string_view flag = attributes["date1904"];
            m_from_1904 = flag == "1" || flag == "true";
        }
    }
    void end(std::string_view /*name*/) override {}
    void text(std::string_view /*piece*/) override {}

    [[nodiscard]] const auto& sheets() const { return m_sheets; }
    [[nodiscard]] bool from_1904() const { return m_from_1904; }

private:
    std::vector<std::pair<std::string, std::string>> m_sheets; ///< name, relation id
    bool m_from_1904 = false;
};

class SharedStringReader : public XmlHandler {
public:
    SharedStringReader(std::string& bytes, std::vector<std::size_t>& starts)
        : m_bytes{bytes}, m_starts{starts}
    {}

    void start(std::string_view name, const XmlAttributes& /*attributes*/) override
    {
        m_phonetic = m_phonetic || name == "rPh"; // how a name is pronounced is not its text
        m_in_text = name == "t" && !m_phonetic;
    }
    void end(std::string_view name) override
    {
        if (name == "si") {
            m_starts.push_back(m_bytes.size());
        } else if (name == "rPh") {
            m_phonetic = false;
        }
        m_in_text = false;
    }
    void text(std::string_view piece) override
    {
        if (m_in_text) {
            m_bytes += piece;
        }
    }

private:
    std::string& m_bytes;
    std::vector<std::size_t>& m_starts;
    bool m_in_text = false;
    bool m_phonetic = false;
};

/// The formats that Excel knows by number and that show a date or a time.
[[nodiscard]] bool is_built_in_date(int id) noexcept
{
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
           (id >= 50 && id <= 58);
}

class StyleReader : public XmlHandler {
public:
    explicit StyleReader(std::vector<bool>& date_styles) : m_date_styles{date_styles} {}

    void start(std::string_view name, const XmlAttributes& attributes) override
    {
        const auto number = [&](std::string_view attribute) {
            const std::string_view text = attributes[attribute];
            int value = 0;
            std::from_chars(text.data(), text.data() + text.size(), value);
            return value;
        };
        if (name == "numFmt") {
            m_custom[number("numFmtId")] = is_date_format(attributes["formatCode"]);
        } else if (name == "cellXfs") {
            m_in_cell_styles = true;
        } else if (name == "xf" && m_in_cell_styles) {
            const int id = number("numFmtId");
            const auto custom = m_custom.find(id);
            m_date_styles.push_back(custom == m_custom.end() ? is_built_in_date(id)
                                                             : custom->second);
        }
    }
    void end(std::string_view name) override
    {
        if (name == "cellXfs") {
            m_in_cell_styles = false;
        }
    }
    void text(std::string_view /*piece*/) override {}

private:
    std::vector<bool>& m_date_styles;
    std::map<int, bool> m_custom;
    bool m_in_cell_styles = false;
};

/// A target is relative to the folder of the part that names it, or to the root.
[[nodiscard]] std::string resolved(const std::string& folder, std::string_view target)
{
    if (target.starts_with('/')) {
        return std::string{target.substr(1)};
    }
    std::string base = folder;
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        const std::size_t slash = base.find_last_of('/');
        base = slash == std::string::npos ? std::string{} : base.substr(0, slash);
    }
    return base.empty() ? std::string{target} : base + '/' + std::string{target};
}

[[nodiscard]] std::string folder_of_part(const std::string& part)
{
    const std::size_t slash = part.find_last_of('/');
    return slash == std::string::npos ? std::string{} : part.substr(0, slash);
}

} // namespace

bool is_date_format(std::string_view code) noexcept
{
    bool quoted = false;
    bool bracketed = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (quoted || bracketed) {
            quoted = quoted && c != '"';
            bracketed = bracketed && c != ']';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '[') {
            bracketed = true;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == ';') {
            return false; // only the first section matters
        } else if (std::string_view{"ymdhsYMDHS"}.find(c) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

std::string date_of_serial(double serial, bool from_1904)
{
    constexpr std::int32_t k_1899_12_30 = -25569;
    constexpr std::int32_t k_1904_01_01 = -24107;
    constexpr double k_last_day = 2'958'465.0; // 9999-12-31
    const double day = std::floor(serial);
    if (!(serial >= 0.0 && day <= k_last_day - (from_1904 ? 1462.0 : 0.0))) {
        return shown_spreadsheet_number(serial);
    }
    auto days = static_cast<std::int32_t>(day);
    // Spreadsheets believe in 1900-02-29, so that earlier days are one off.
    days += from_1904 ? k_1904_01_01 : k_1899_12_30 + (days < 60 ? 1 : 0);
    const double seconds = std::round((serial - day) * 86400.0);
    std::string text = Date::from_days(days).iso();
    if (seconds >= 1.0 && seconds < 86400.0) {
        const int whole = static_cast<int>(seconds);
        text += fmt::format(" {:02}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
    }
    return text;
}

std::string shown_spreadsheet_number(double value)
{
    constexpr double k_whole_limit = 1e21;
    if (std::isfinite(value) && std::abs(value) < k_whole_limit && value == std::trunc(value)) {
        return fmt::format("{:.0f}", value);
    }
    return fmt::format("{:.15g}", value);
}

XlsxWorkbook::XlsxWorkbook(const std::string& path)
    : m_path{path}, m_archive{"/vsizip/{" + path + "}/"}
{
    RelationReader root;
    std::string workbook = "xl/workbook.xml";
    if (read_xml(part("_rels/.rels"), root)) {
        for (const auto& [id, relation] : root.relations()) {
            if (relation.type.ends_with("/officeDocument")) {
                workbook = resolved({}, relation.target);
            }
        }
    }
    WorkbookReader reader;
    if (!read_xml(part(workbook), reader)) {
        throw Error{msg("'{}' holds no workbook", path)};
    }
    m_numbers.from_1904 = reader.from_1904();

    const std::string folder = folder_of_part(workbook);
    const std::string name = workbook.substr(folder.empty() ? 0 : folder.size() + 1);
    RelationReader relations;
    (void)read_xml(part(resolved(folder, "_rels/" + name + ".rels")), relations);
    for (const auto& [id, relation] : relations.relations()) {
        if (relation.type.ends_with("/sharedStrings")) {
            read_shared_strings(resolved(folder, relation.target));
        } else if (relation.type.ends_with("/styles")) {
            read_styles(resolved(folder, relation.target));
        }
    }
    for (const auto& [sheet, id] : reader.sheets()) {
        const auto found = relations.relations().find(id);
        if (found != relations.relations().end() && !found->second.type.ends_with("/worksheet")) {
            continue; // a chart or a macro on a sheet of its own
        }
        m_names.push_back(sheet);
        m_sheet_parts.push_back(found == relations.relations().end()
                                    ? std::string{}
                                    : resolved(folder, found->second.target));
    }
}

Sheet XlsxWorkbook::sheet(std::size_t index)
{
    Sheet sheet;
    sheet.grid = Grid{m_strings};
    XlsxSheetReader reader{sheet, m_string_start, m_numbers};
    const std::string& name = m_sheet_parts[index];
    if (name.empty() || !read_xml(part(name), reader)) {
        throw Error{msg("'{}' is damaged: sheet '{}' is missing from it", m_path, m_names[index])};
    }
    return sheet;
}

std::string XlsxWorkbook::part(const std::string& name) const
{
    return m_archive + name;
}

void XlsxWorkbook::read_shared_strings(const std::string& name)
{
    SharedStringReader reader{m_strings, m_string_start};
    (void)read_xml(part(name), reader);
}

void XlsxWorkbook::read_styles(const std::string& name)
{
    StyleReader reader{m_numbers.date_styles};
    (void)read_xml(part(name), reader);
}

} // namespace tenglong::geo
