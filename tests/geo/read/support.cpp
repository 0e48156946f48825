#include "tests/geo/read/support.hpp"

#include "geo/read/gdal.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <unistd.h>

namespace tenglong::geo::test {

Folder::Folder()
{
    static std::atomic<int> next{0};
    m_path = std::filesystem::temp_directory_path() /
             fmt::format("tenglong-read-{}-{}", getpid(), next++);
    std::filesystem::create_directories(m_path);
}

Folder::~Folder()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string Folder::operator/(std::string_view name) const
{
    return (m_path / name).string();
}

std::string Folder::write(std::string_view name, std::string_view bytes) const
{
    std::ofstream file{m_path / name, std::ios::binary};
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return *this / name;
}

std::string Folder::zip(std::string_view name,
                        const std::vector<std::pair<std::string, std::string>>& files) const
{
    start_gdal();
    std::string path = *this / name;
    for (const auto& [part, bytes] : files) {
        const std::string inside = fmt::format("/vsizip/{{{}}}/{}", path, part);
        VSILFILE* file = VSIFOpenL(inside.c_str(), "wb");
        EXPECT_NE(file, nullptr) << part;
        VSIFWriteL(bytes.data(), 1, bytes.size(), file);
        VSIFCloseL(file);
    }
    return path;
}

std::string Folder::xlsx(std::string_view name, std::string_view rows, std::string_view behind,
                         std::string_view workbook_properties) const
{
    constexpr std::string_view k_relations =
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>)";
    constexpr std::string_view k_type =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const std::string head = R"(<?xml version="1.0" encoding="UTF-8"?>)";
    const auto relation = [&](std::string_view id, std::string_view type, std::string_view target) {
        return fmt::format(R"(<Relationship Id="{}" Type="{}{}" Target="{}"/>)", id, k_type, type,
                           target);
    };
    return zip(
        name,
        {{"[Content_Types].xml", head + "<Types/>"},
         {"_rels/.rels", head + fmt::format(fmt::runtime(k_relations),
                                            relation("r1", "officeDocument", "xl/workbook.xml"))},
         {"xl/_rels/workbook.xml.rels",
          head + fmt::format(fmt::runtime(k_relations),
                             relation("r1", "worksheet", "worksheets/sheet1.xml") +
                                 relation("r2", "styles", "styles.xml") +
                                 relation("r3", "sharedStrings", "sharedStrings.xml"))},
         {"xl/workbook.xml",
          head + fmt::format(
                     R"(<workbook>{}<sheets><sheet name="表1" r:id="r1"/></sheets></workbook>)",
                     workbook_properties)},
         // Style 1 is a built-in date, style 2 a custom one, style 3 a number in red.
         {"xl/styles.xml",
          head +
              R"(<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>)"
              R"(<numFmt numFmtId="171" formatCode="[Red]0.00"/></numFmts><cellXfs><xf numFmtId="0"/>)"
              R"(<xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>)"},
         {"xl/sharedStrings.xml",
          head +
              R"(<sst><si><t>企业名称</t></si><si><r><t>用地</t></r><r><t>面积（亩）</t></r><rPh><t>pinyin</t></rPh></si></sst>)"},
         {"xl/worksheets/sheet1.xml",
          head + fmt::format("<worksheet><sheetData>{}</sheetData>{}</worksheet>", rows, behind)}});
}

Table table_of(std::string_view csv, InputKind kind, std::vector<Issue>& issues)
{
    CsvText text = parse_csv(csv);
    issues = std::move(text.issues);
    Sheet sheet;
    sheet.grid = std::move(text.grid);
    SheetOptions options;
    options.kind = kind;
    options.file = "table.csv";
    return make_table(sheet, options, issues);
}

std::size_t count(const std::vector<Issue>& issues, std::string_view kind)
{
    return static_cast<std::size_t>(std::count_if(
        issues.begin(), issues.end(), [&](const Issue& issue) { return issue.kind == kind; }));
}

Issue first(const std::vector<Issue>& issues, std::string_view kind)
{
    const auto found = std::find_if(issues.begin(), issues.end(),
                                    [&](const Issue& issue) { return issue.kind == kind; });
    EXPECT_NE(found, issues.end()) << "no issue " << kind;
    return found == issues.end() ? Issue{} : *found;
}

std::vector<std::string> texts(const Table& table, std::string_view field)
{
    std::vector<std::string> result;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        result.emplace_back(table.text(field, row));
    }
    return result;
}

} // namespace tenglong::geo::test
