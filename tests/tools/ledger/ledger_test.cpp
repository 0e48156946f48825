#include "tools/ledger/ledger.hpp"

#include "core/tables/keyed_rows.hpp"
#include "core/tables/standard_tables.hpp"
#include "core/tables/totals.hpp"
#include "tools/ledger/sheet_rows.hpp"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

namespace tenglong::tools {
namespace {

namespace fs = std::filesystem;

class LedgerTest : public ::testing::Test {
protected:
    LedgerTest()
    {
        GDALAllRegister();
        CPLSetThreadLocalConfigOption("OGR_XLSX_HEADERS", "DISABLE");
        CPLSetThreadLocalConfigOption("OGR_XLSX_FIELD_TYPES", "STRING");
        std::string name = (fs::temp_directory_path() / "tenglong-XXXXXX").string();
        m_folder = ::mkdtemp(name.data());
        add("330681001001GB00001", "=HYPERLINK(\"http://x\",\"甲\")", 9600.25, 14.4);
        add("330681001001GB00002", "乙机械有限公司", 5000.5, 7.5);
        m_base["holder"].add_text("三");
        m_base.complete();
        m_evidence["subject_code"].add_text("330681001001GB00002");
        m_evidence["verdict"].add_text("yes");
        m_evidence["facts"].add_text(
            R"([{"fact":"plot_ratio","label":"容积率","label_en":"plot ratio","value":0.53587,)"
            R"("note":"建筑面积 ÷ 用地面积","note_en":"floor area / area"}])");
        m_evidence["document"].add_text("某县方案");
        m_evidence["document_en"].add_text("A county's plan");
        m_evidence.complete();
    }
    ~LedgerTest() override { fs::remove_all(m_folder); }
    LedgerTest(const LedgerTest&) = delete;
    LedgerTest& operator=(const LedgerTest&) = delete;
    LedgerTest(LedgerTest&&) = delete;
    LedgerTest& operator=(LedgerTest&&) = delete;

    void add(const char* code, const char* holder, double m2, double mu)
    {
        m_base["parcel_code"].add_text(code);
        m_base["holder"].add_text(holder);
        m_base["holder_credit_code"].add_text("913306811234567890");
        m_base["area_registered_m2"].add_number(m2);
        m_base["area_mu"].add_number(mu);
        m_base["agreed_start"].add_date(Date{2020, 2, 29});
        m_base["building_coefficient"].add_number(0.405);
        m_base["status"].add_text("low_plot_ratio");
        m_base.complete();
    }

    [[nodiscard]] fs::path write(const char* name, Lang lang = Lang::zh) const
    {
        fs::path path = m_folder / name;
        write_ledger(path, {.base_list = &m_base, .evidence = &m_evidence},
                     {"示例市", "Sample city"}, {.lang = lang, .as_of = Date{2023, 12, 31}});
        return path;
    }

    /// A part of the workbook, as XML.
    [[nodiscard]] static std::string part(const fs::path& path, const char* name)
    {
        const std::string inside = "/vsizip/{" + path.string() + "}/" + name;
        VSILFILE* file = VSIFOpenL(inside.c_str(), "rb");
        EXPECT_NE(file, nullptr) << name;
        std::string text(1'000'000, '\0');
        text.resize(VSIFReadL(text.data(), 1, text.size(), file));
        VSIFCloseL(file);
        return text;
    }

    /// A cell as text; rows from 1, columns by the name of the table's column.
    [[nodiscard]] std::string cell(const fs::path& path, int row, const char* column) const
    {
        const std::unique_ptr<GDALDataset> data{
            GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY)};
        OGRLayer* sheet = data->GetLayer(0);
        const std::unique_ptr<OGRFeature> line{sheet->GetFeature(row)};
        return line ? line->GetFieldAsString(static_cast<int>(*m_base.find(column)) + 1) : "no row";
    }

    fs::path m_folder;
    ResultTable m_base = base_list_table();
    ResultTable m_evidence = evidence_table();
};

[[nodiscard]] std::string bytes_of(const fs::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

/// Gives rows that are held elsewhere.
class HeldRows : public KeyedRows {
public:
    explicit HeldRows(const ResultTable& table) : m_table{&table} {}
    [[nodiscard]] std::size_t rows() const noexcept override { return m_table->rows(); }
    void add(std::size_t begin, std::size_t end, ResultTable& table) const override
    {
        for (std::size_t row = begin; row < end; ++row) {
            for (const ResultColumn& column : m_table->columns()) {
                if (column.present(row)) {
                    table[column.spec().name].add_text(column.text(row));
                }
            }
            table.complete();
        }
    }
    void visit_keys(
        const std::function<void(std::string_view key, std::size_t row)>& visit) const override
    {
        for (std::size_t row = 0; row < rows(); ++row) {
            visit((*m_table)["subject_code"].text(row), row);
        }
    }

private:
    const ResultTable* m_table;
};

// Held in memory or made on the way out: the file is the same, its links too.
TEST_F(LedgerTest, EvidenceMayBeMadeWhileItIsWritten)
{
    for (int row = 0; row < 4500; ++row) { // more than are made at once
        m_evidence["subject_code"].add_text("330681001001GB00001");
        m_evidence["facts"].add_text("[]");
        m_evidence["document"].add_text("某县方案");
        m_evidence.complete();
    }
    const HeldRows source{m_evidence};
    const ResultTable none = evidence_table();
    write_ledger(m_folder / "made.xlsx",
                 {.base_list = &m_base, .evidence = &none, .evidence_source = &source},
                 {"示例市", "Sample city"}, {.lang = Lang::zh, .as_of = Date{2023, 12, 31}});
    EXPECT_EQ(bytes_of(m_folder / "made.xlsx"), bytes_of(write("held.xlsx")));
}

TEST_F(LedgerTest, TextIsNeverAFormulaAndACodeNeverANumber)
{
    const std::string sheet = part(write("a.xlsx"), "xl/worksheets/sheet1.xml");
    EXPECT_EQ(sheet.find("<f>HYPERLINK"), std::string::npos);
    // Strings in their cells, no values.
    EXPECT_NE(sheet.find("t=\"inlineStr\"><is><t>=HYPERLINK("), std::string::npos);
    EXPECT_NE(sheet.find("t=\"inlineStr\"><is><t>913306811234567890</t>"), std::string::npos);
    EXPECT_EQ(sheet.find("<v>913306811234567890"), std::string::npos);
}

TEST_F(LedgerTest, WhatXmlCannotHoldIsWrittenAsSpreadsheetsWriteIt)
{
    add("330681001001GB00004", " <甲&乙> \x01", 100.0, 0.15);
    add("330681001001GB00005", "", 100.0, 0.15);
    const fs::path path = write("a.xlsx");
    const std::string sheet = part(path, "xl/worksheets/sheet1.xml");
    // ECMA-376 22.4.2.4: _xHHHH_ for a character that XML 1.0 does not allow.
    EXPECT_EQ(sheet.find("<t></t>"), std::string::npos); // a filter calls such a cell blank
    EXPECT_NE(sheet.find("<t xml:space=\"preserve\"> &lt;甲&amp;乙&gt; _x0001_</t>"),
              std::string::npos);
}

TEST_F(LedgerTest, RowsStandBetweenHeadingsAndTotals)
{
    const std::string sheet = part(write("a.xlsx"), "xl/worksheets/sheet1.xml");
    std::size_t at = 0;
    for (int row = 1; row <= 8; ++row) { // four above, three parcels, the totals
        const std::size_t next = sheet.find("<row r=\"" + std::to_string(row) + "\"", at);
        ASSERT_NE(next, std::string::npos) << row;
        at = next;
    }
    EXPECT_EQ(sheet.find("<row r=\"9\""), std::string::npos);
    EXPECT_NE(sheet.find("<dimension ref=\"A1:AL8\"/>"), std::string::npos);
    EXPECT_LT(sheet.find("</sheetData>"), sheet.find("<hyperlinks>"));
    EXPECT_LT(sheet.find("<hyperlinks>"), sheet.find("<printOptions"));
}

TEST_F(LedgerTest, StoredTotalsAgreeWithTheFormulas)
{
    const std::string sheet = part(write("a.xlsx"), "xl/worksheets/sheet1.xml");
    // Three rows, from the fifth line on; by hand 9600.25 + 5000.5 and 14.4 + 7.5.
    const std::string area = "(P5:P7)</f><v>14600.75</v>";
    EXPECT_NE(sheet.find(area), std::string::npos);
    EXPECT_NE(sheet.find("(R5:R7)</f><v>21.9</v>"), std::string::npos);
}

TEST_F(LedgerTest, MissingCellsStayEmptyAndDatesAreDates)
{
    const fs::path path = write("a.xlsx");
    const std::string sheet = part(path, "xl/worksheets/sheet1.xml");
    // 2020-02-29 is day 43890 of the spreadsheet's calendar (DATEVALUE in LibreOffice).
    EXPECT_NE(sheet.find("<v>43890</v>"), std::string::npos);
    EXPECT_EQ(cell(path, 7, "area_registered_m2"), "");
    EXPECT_EQ(cell(path, 5, "status"), "低容积率");
}

TEST_F(LedgerTest, AParcelLeadsToItsEvidence)
{
    const std::string sheet = part(write("a.xlsx"), "xl/worksheets/sheet1.xml");
    EXPECT_NE(sheet.find("location=\"'判定依据'!A5\""), std::string::npos);
    EXPECT_NE(sheet.find("<hyperlink ref=\"D6\""), std::string::npos);
    EXPECT_EQ(sheet.find("<hyperlink ref=\"D5\""), std::string::npos); // nothing to say of it
}

TEST_F(LedgerTest, PrintsOnA3AcrossWithItsHeadingsOnEveryPage)
{
    const fs::path path = write("a.xlsx");
    const std::string sheet = part(path, "xl/worksheets/sheet1.xml");
    EXPECT_NE(sheet.find("paperSize=\"8\""), std::string::npos);
    EXPECT_NE(sheet.find("orientation=\"landscape\""), std::string::npos);
    // More columns than one sheet of paper holds: two side by side, each with the frozen ones.
    EXPECT_NE(sheet.find("<colBreaks count=\"1\""), std::string::npos);
    EXPECT_NE(sheet.find("fitToHeight=\"0\""), std::string::npos);
    EXPECT_NE(sheet.find("fitToWidth=\"2\""), std::string::npos);
    EXPECT_NE(part(path, "xl/workbook.xml").find("!$A:$D,"), std::string::npos);
    EXPECT_NE(part(path, "xl/workbook.xml").find("!$3:$4"), std::string::npos);
}

TEST_F(LedgerTest, IsTheSameToTheByteEachTimeInAnyTimeZone)
{
    const std::string first = bytes_of(write("a.xlsx"));
    ::setenv("TZ", "Asia/Shanghai", 1);
    ::tzset();
    ::usleep(2'100'000); // ZIP counts time in steps of two seconds
    const std::string second = bytes_of(write("b.xlsx"));
    ::unsetenv("TZ");
    ::tzset();
    EXPECT_EQ(first, second);
}

TEST_F(LedgerTest, TellsFactsInWordsAndDocumentsInOneLanguage)
{
    const std::string zh = part(write("a.xlsx"), "xl/worksheets/sheet2.xml");
    EXPECT_NE(zh.find("<t>容积率 0.5359（建筑面积 ÷ 用地面积）</t>"), std::string::npos);
    EXPECT_NE(zh.find("某县方案"), std::string::npos);
    EXPECT_EQ(zh.find("A county"), std::string::npos);
    const std::string en = part(write("b.xlsx", Lang::en), "xl/worksheets/sheet2.xml");
    EXPECT_NE(en.find("<t>plot ratio 0.5359 (floor area / area)</t>"), std::string::npos);
    EXPECT_EQ(en.find("某县方案"), std::string::npos);
}

TEST_F(LedgerTest, AColumnHasRoomForItsTotal)
{
    // A figure wider than its cell is shown as ####. 4,500,000,000.00 has 16 characters.
    for (int i = 0; i < 5; ++i) {
        add("330681001001GB00009", "甲", 900'000'000.0, 1'350'000.0);
    }
    const std::string sheet = part(write("a.xlsx"), "xl/worksheets/sheet1.xml");
    const std::size_t at = sheet.find("<col min=\"16\" max=\"16\" width=\"");
    ASSERT_NE(at, std::string::npos);
    EXPECT_GE(std::stod(sheet.substr(at + 30)), 17.0);
}

// Four rows on sheets of two: each sheet has the total of its own. The evidence of the last parcel
// is the third row of it, and so the first of a second sheet.
TEST_F(LedgerTest, ATableLongerThanASheetGoesOnInTheNext)
{
    add("330681001001GB00003", "丙厂", 700.0, 1.05);
    for (const char* code : {"330681001001GB00002", "330681001001GB00003"}) {
        m_evidence["subject_code"].add_text(code);
        m_evidence.complete();
    }
    const fs::path path = m_folder / "a.xlsx";
    write_ledger(path, {.base_list = &m_base, .evidence = &m_evidence}, {"示例市", "Sample city"},
                 {.as_of = Date{2023, 12, 31}, .most_rows = 2, .most_links = 1});
    const std::string book = part(path, "xl/workbook.xml");
    EXPECT_NE(book.find("name=\"底数清单 (2)\""), std::string::npos);
    EXPECT_NE(book.find("name=\"判定依据 (2)\""), std::string::npos);
    const std::string first = part(path, "xl/worksheets/sheet1.xml");
    const std::string second = part(path, "xl/worksheets/sheet2.xml");
    EXPECT_NE(first.find("5:P6)</f><v>14600.75</v>"), std::string::npos);
    EXPECT_NE(second.find("5:P6)</f><v>700</v>"), std::string::npos);
    EXPECT_NE(first.find("location=\"'判定依据'!A5\""), std::string::npos);
    EXPECT_NE(second.find("location=\"'判定依据 (2)'!A5\""), std::string::npos);
    const std::string texts = part(path, "xl/sharedStrings.xml");
    EXPECT_NE(texts.find("第 1 张，共 2 张：第 1 至 2 行；合计仅为本张"), std::string::npos);
    EXPECT_NE(texts.find("第 2 张，共 2 张：第 3 至 4 行；合计仅为本张"), std::string::npos);
}

// A sheet's name has 31 characters at most and none of []:*?/\. The title below has 34.
TEST_F(LedgerTest, NamesSheetsAsSpreadsheetsAllow)
{
    EXPECT_EQ(sheet_name(changes_lost_table(), Lang::en, 1), "parts of changes that do not c…");
    EXPECT_EQ(sheet_name(changes_lost_table(), Lang::en, 2), "parts of changes that do n… (2)");
    EXPECT_EQ(sheet_name(base_list_table(), Lang::zh, 1), "底数清单");
}

TEST_F(LedgerTest, SaysThatASheetHoldsNoMoreLinks)
{
    for (const char* code : {"330681001001GB00001", "330681001001GB00003"}) {
        m_evidence["subject_code"].add_text(code);
        m_evidence.complete();
    }
    const fs::path path = m_folder / "a.xlsx";
    write_ledger(path, {.base_list = &m_base, .evidence = &m_evidence}, {"示例市", "Sample city"},
                 {.lang = Lang::en, .as_of = Date{2023, 12, 31}, .most_links = 1});
    const std::string sheet = part(path, "xl/worksheets/sheet1.xml");
    const std::size_t only = sheet.find("<hyperlink ref=");
    ASSERT_NE(only, std::string::npos);
    EXPECT_EQ(sheet.find("<hyperlink ref=", only + 1), std::string::npos);
    const std::string texts = part(path, "xl/sharedStrings.xml");
    EXPECT_NE(texts.find("a sheet holds 1 links; look up the last 1 codes in"), std::string::npos);
}

TEST_F(LedgerTest, SpeaksEnglishWhereAsked)
{
    const std::string strings = part(write("a.xlsx", Lang::en), "xl/sharedStrings.xml");
    EXPECT_NE(strings.find("registered area\n(m²)"), std::string::npos);
    EXPECT_EQ(strings.find("底数清单"), std::string::npos);
}

} // namespace
} // namespace tenglong::tools
