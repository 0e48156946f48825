#include "core/base/error.hpp"
#include "geo/read/file_bytes.hpp"
#include "geo/read/gdal.hpp"
#include "geo/read/layer.hpp"
#include "tests/geo/read/support.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <random>

namespace tenglong::geo {

namespace {

using test::Folder;

/// Reads a file as a kind of input; what stops it must be one sentence.
void read_or_refuse(const std::string& path, InputKind kind)
{
    InputSpec spec;
    spec.kind = kind;
    spec.section = std::string{key_of(kind)};
    spec.path = path;
    std::vector<Issue> issues;
    Workers workers{1};
    try {
        const VectorLayer layer = read_layer(spec, issues, workers);
        EXPECT_EQ(layer.shapes.size() == 0 || layer.shapes.size() == layer.table.rows(), true);
        EXPECT_LT(layer.table.rows(), 100'000U);
    } catch (const Error& error) {
        EXPECT_FALSE(error.text().en.empty());
        EXPECT_EQ(error.text().en.find('\n'), std::string::npos) << error.text().en;
    }
}

std::string refusal(const std::string& path, InputKind kind)
{
    InputSpec spec;
    spec.kind = kind;
    spec.section = std::string{key_of(kind)};
    spec.path = path;
    std::vector<Issue> issues;
    Workers workers{1};
    try {
        (void)read_layer(spec, issues, workers);
    } catch (const Error& error) {
        return error.text().en;
    }
    return "read";
}

/// The bytes of a valid file of that kind.
std::string valid_bytes(const Folder& folder, const std::string& ending)
{
    if (ending == "xlsx") {
        return read_file(folder.xlsx(
            "valid.xlsx",
            R"(<row r="1"><c r="A1" t="inlineStr"><is><t>企业名称</t></is></c><c r="B1" t="inlineStr"><is><t>税收(万元)</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><v>3.5</v></c></row>)"));
    }
    if (ending == "csv") {
        return "企业名称,税收(万元)\n甲,3.5\n\"乙\",\"4\"\n";
    }
    if (ending == "txt") {
        return "[属性描述]\n坐标系=2000国家大地坐标系\n带号=40\n几度分带=3\n[地块坐标]\n"
               "4,1.0,P002,二号地块,面,,工业用地,,@\nJ1,1,3300000.0,40500200.0\n"
               "J2,1,3300000.0,40500300.0\nJ3,1,3300100.0,40500300.0\nJ1,1,3300000.0,40500200.0\n";
    }
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ZDDM":"330681001001GB00001"},"geometry":{"type":"Polygon","coordinates":[[[120,30],[120.001,30],[120.001,30.001],[120,30]]]}}]})";
}

/// A copy of a valid file in another format.
std::string converted(const Folder& folder, const char* driver_name, const std::string& ending)
{
    start_gdal();
    const std::string json = folder.write("source.geojson", valid_bytes(folder, "geojson"));
    const DatasetPtr source = open_vector(json);
    std::string path = folder / ("source." + ending);
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(driver_name);
    {
        const DatasetPtr target{driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
        EXPECT_NE(target->CopyLayer(source->GetLayer(0), "source", nullptr), nullptr);
    }
    return path;
}

void set_word(std::string& bytes, std::size_t at, std::uint32_t value, bool big_endian)
{
    for (std::size_t i = 0; i < 4; ++i) {
        bytes.at(at + i) = static_cast<char>(value >> (8 * (big_endian ? 3 - i : i)) & 0xFFU);
    }
}

} // namespace

TEST(HostileFiles, AZipThatSwellsIsRefusedInOneSentence)
{
    const Folder folder;
    const std::string path =
        folder.zip("swell.zip", {{"a.shp", std::string(std::size_t{80} << 20U, '\0')}});
    const std::string said = refusal(path, InputKind::parcels);

    EXPECT_NE(said.find("is refused"), std::string::npos) << said;
    EXPECT_NE(said.find("83886080"), std::string::npos) << said;
}

TEST(HostileFiles, AWorkbookThatSwellsIsRefusedInOneSentence)
{
    const Folder folder;
    const std::string said = refusal(
        folder.zip("swell.xlsx",
                   {{"xl/workbook.xml", "<workbook/>"},
                    {"xl/worksheets/sheet1.xml", std::string(std::size_t{80} << 20U, ' ')}}),
        InputKind::enterprises);

    EXPECT_NE(said.find("is refused"), std::string::npos) << said;
}

TEST(HostileFiles, CountsThatAHeaderInventsReserveNothing)
{
    const Folder folder;
    const std::string path = converted(folder, "ESRI Shapefile", "shp");
    std::string dbf = read_file(folder / "source.dbf");
    set_word(dbf, 4, 0xFFFFFFF0U, false); // rows
    (void)folder.write("source.dbf", dbf);
    read_or_refuse(path, InputKind::parcels);

    std::string shp = read_file(path);
    set_word(shp, 100 + 8 + 36, 0x7FFFFFFFU, false); // parts of the first shape
    set_word(shp, 100 + 8 + 40, 0x7FFFFFFFU, false); // and its points
    (void)folder.write("source.shp", shp);
    read_or_refuse(path, InputKind::parcels);

    set_word(shp, 24, 0x7FFFFFFFU, true); // length of the file
    (void)folder.write("source.shp", shp);
    std::filesystem::remove(folder / "source.shx"); // so that it is made anew
    read_or_refuse(path, InputKind::parcels);
}

TEST(HostileFiles, NoiseAndSpoiltFilesOfEveryFormatAreReadOrRefused)
{
    struct Format {
        std::string ending;
        InputKind kind;
        const char* driver; ///< that makes the valid file; null: valid_bytes() does
        int mutants;
    };
    const std::vector<Format> formats{{"csv", InputKind::enterprises, nullptr, 60},
                                      {"xlsx", InputKind::enterprises, nullptr, 60},
                                      {"txt", InputKind::candidates, nullptr, 60},
                                      {"geojson", InputKind::parcels, nullptr, 60},
                                      {"shp", InputKind::parcels, "ESRI Shapefile", 40},
                                      {"fgb", InputKind::parcels, "FlatGeobuf", 40},
                                      {"gpkg", InputKind::parcels, "GPKG", 15},
                                      {"kml", InputKind::parcels, "KML", 30}};
    const Folder folder;
    std::mt19937_64 random{20'231'231};
    const auto any = [&](std::size_t below) {
        return static_cast<std::size_t>(random() % std::max<std::size_t>(below, 1));
    };
    for (const Format& format : formats) {
        SCOPED_TRACE(format.ending);
        const std::string valid = format.driver == nullptr
                                      ? valid_bytes(folder, format.ending)
                                      : read_file(converted(folder, format.driver, format.ending));
        for (int mutant = 0; mutant < format.mutants; ++mutant) {
            SCOPED_TRACE(mutant);
            std::string bytes = valid;
            if (mutant % 5 == 0) { // noise, behind a true beginning or none
                bytes.resize(mutant % 2 == 0 ? 0 : std::min<std::size_t>(bytes.size(), 32));
                for (std::size_t i = any(400); i > 0; --i) {
                    bytes += static_cast<char>(random() & 0xFFU);
                }
            } else if (mutant % 5 == 1) {
                bytes.resize(any(bytes.size()));
            } else {
                for (std::size_t i = 1 + any(8); i > 0; --i) {
                    bytes[any(bytes.size())] = static_cast<char>(random() & 0xFFU);
                }
            }
            std::filesystem::remove(folder / ("mutant." + format.ending));
            std::filesystem::remove(folder / ("mutant.shx"));
            read_or_refuse(folder.write("mutant." + format.ending, bytes), format.kind);
        }
    }
}

} // namespace tenglong::geo
