#include "core/base/error.hpp"
#include "tests/tools/gen/city.hpp"
#include "tests/tools/gen/temp_folder.hpp"
#include "tools/gen/generate.hpp"

#include <gtest/gtest.h>

namespace tenglong::tools::gen {
namespace {

[[nodiscard]] std::map<std::string, std::string> generated(Options options)
{
    const TempFolder folder;
    options.out = folder.path();
    generate(options);
    return files_in(folder.path());
}

[[nodiscard]] Options city_of(std::int64_t parcels, bool noise = false)
{
    Options options = City::options_of(parcels, 3);
    options.noise = noise;
    return options;
}

TEST(Generate, GivesTheSameBytesTwice)
{
    for (const bool noise : {false, true}) {
        const auto first = generated(city_of(200, noise));
        const auto second = generated(city_of(200, noise));
        ASSERT_EQ(first.size(), second.size());
        for (const auto& [name, bytes] : first) {
            EXPECT_TRUE(bytes == second.at(name)) << name;
        }
    }
}

TEST(Generate, GivesAnotherCityForAnotherSeed)
{
    Options other = city_of(120);
    other.seed = 4;
    EXPECT_NE(generated(city_of(120)).at("parcels.shp"), generated(other).at("parcels.shp"));
}

TEST(Generate, KeepsTheTruthUnderNoise)
{
    const auto clean = generated(city_of(300));
    const auto noisy = generated(city_of(300, true));
    for (const auto& [name, bytes] : clean) {
        if (name.starts_with("truth/") && name != "truth/noise.csv") {
            EXPECT_TRUE(bytes == noisy.at(name)) << name;
        }
    }
    EXPECT_FALSE(noisy.contains("parcels.prj"));
    EXPECT_FALSE(noisy.contains("buildings.cpg"));
    EXPECT_EQ(noisy.at("parcels.cpg"), "UTF-8");
    EXPECT_EQ(clean.at("parcels.cpg"), "GBK");
}

TEST(Generate, TellsEveryKindOfNoise)
{
    const auto files = generated(city_of(400, true));
    for (const char* kind :
         {"duplicate_row",       "area_differs",          "area_in_mu",
          "area_missing",        "code_full_width",       "parcel_code_unusual",
          "ring_self_crossing",  "repeated_point",        "parcel_overlap",
          "parcel_gap",          "duplicate_building",    "storeys_missing",
          "floor_area_missing",  "number_out_of_range",   "duplicate_enterprise",
          "credit_code_unusual", "enterprise_unmatched",  "number_as_text",
          "land_unit_slip",      "parcel_code_not_found", "dates_contradict",
          "duplicate_supply",    "prj_missing",           "encoding_contradicted"}) {
        EXPECT_NE(files.at("truth/noise.csv").find(kind), std::string::npos) << kind;
    }
}

TEST(Generate, WritesGeoPackagesAndCsvWhereAsked)
{
    Options options = city_of(90);
    options.layers = LayerFormat::geopackage;
    options.enterprises = TableFormat::csv;
    const auto files = generated(options);
    EXPECT_TRUE(files.contains("parcels.gpkg"));
    EXPECT_FALSE(files.contains("parcels.shp"));
    EXPECT_TRUE(files.at("enterprises.csv").starts_with("\xEF\xBB\xBF序号,企业名称,"));
    EXPECT_NE(files.at("job.toml").find("path = \"parcels.gpkg\""), std::string::npos);
}

TEST(Generate, UsesTheTownNamesGiven)
{
    Options options = city_of(90);
    options.town_names = {"试验镇"};
    EXPECT_NE(generated(options).at("truth/towns.csv").find("试验镇"), std::string::npos);
}

TEST(Generate, RefusesWhatCannotBe)
{
    Options options = city_of(100);
    options.epsg = 3857; // neither a Gauss-Krueger zone nor degrees
    EXPECT_THROW(static_cast<void>(generated(options)), UsageError);
    options.epsg = 999999;
    EXPECT_THROW(static_cast<void>(generated(options)), UsageError);
    EXPECT_THROW(static_cast<void>(generated(city_of(0))), UsageError);
}

TEST(Generate, NamesTheFolderThatItCannotMake)
{
    const TempFolder folder;
    std::ofstream{folder.path() + "/file"} << "in the way";
    Options options = city_of(50);
    options.out = folder.path() + "/file";
    EXPECT_THROW(generate(options), Error);
}

} // namespace
} // namespace tenglong::tools::gen
