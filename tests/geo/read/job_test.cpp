#include "geo/read/job.hpp"

#include "core/base/error.hpp"
#include "tests/geo/read/support.hpp"

#include <gtest/gtest.h>

#include <array>

namespace tenglong::geo {
namespace {

constexpr std::string_view k_job = R"([job]
name   = "示例市低效工业用地整治"
policy = "zhuji-2021"
as_of  = 2023-12-31
crs    = "auto"
area   = "registered"

[parcels]
path = "data/parcels.shp"
encoding = "gbk"
[parcels.fields]
parcel_code = "ZDDM"

[[enterprises]]
path = "/abs/above.xlsx"
sheet = "规上"
header_row = 3
year = 2023
[[enterprises]]
path = "below.csv"
[enterprises.values]
size = "below_scale"

[changes]
path = "PG:dbname=land"
layer = "changes"

[transform.xian80]
dx = 1.5
rz = -2
)";

/// Every mistake, a line each.
std::string mistakes(std::string_view text, std::span<const std::string> overrides = {})
{
    try {
        (void)parse_job(text, "job.toml", overrides);
    } catch (const UsageError& error) {
        return error.text().en;
    }
    return "none";
}

TEST(ParseJob, ReadsEverySection)
{
    const Job job = parse_job(k_job, "/data/jobs/job.toml");
    EXPECT_EQ(job.name, "示例市低效工业用地整治");
    EXPECT_EQ(job.policy, "zhuji-2021");
    EXPECT_EQ(job.as_of->iso(), "2023-12-31");
    EXPECT_EQ(job.area, AreaKind::registered);

    const auto parcels = job.inputs_of(InputKind::parcels);
    ASSERT_EQ(parcels.size(), 1U);
    EXPECT_EQ(parcels[0]->path, "/data/jobs/data/parcels.shp");
    EXPECT_EQ(parcels[0]->encoding, Encoding::gb18030);
    EXPECT_EQ(parcels[0]->fields.at("parcel_code"), "ZDDM");

    const auto enterprises = job.inputs_of(InputKind::enterprises);
    ASSERT_EQ(enterprises.size(), 2U);
    EXPECT_EQ(enterprises[0]->path, "/abs/above.xlsx");
    EXPECT_EQ(enterprises[0]->layer, "规上");
    EXPECT_EQ(enterprises[0]->header_row, 3);
    EXPECT_EQ(enterprises[0]->year, 2023);
    EXPECT_EQ(enterprises[1]->section, "enterprises[2]");
    EXPECT_EQ(enterprises[1]->values.at("size"), "below_scale");

    EXPECT_EQ(job.inputs_of(InputKind::changes)[0]->path, "PG:dbname=land");
    ASSERT_EQ(job.shifts.size(), 1U);
    EXPECT_EQ(job.shifts[0].dx, 1.5);
    EXPECT_EQ(job.shifts[0].rz, -2.0);
}

TEST(ParseJob, TakesOverridesFromTheCommandLine)
{
    const std::array<std::string, 6> overrides{
        "job.as_of=2024-6-30",        "parcels.crs=EPSG:4528", "parcels.fields.holder = QLR",
        "enterprises.2.header_row=2", "roads.path=roads.gpkg", "output.formats=gpkg, shp"};
    const Job job = parse_job(k_job, "/data/jobs/job.toml", overrides);
    EXPECT_EQ(job.as_of->iso(), "2024-06-30");
    EXPECT_EQ(job.inputs_of(InputKind::parcels)[0]->crs, "EPSG:4528");
    EXPECT_EQ(job.inputs_of(InputKind::parcels)[0]->fields.at("holder"), "QLR");
    EXPECT_EQ(job.inputs_of(InputKind::enterprises)[1]->header_row, 2);
    EXPECT_EQ(job.inputs_of(InputKind::roads)[0]->path, "/data/jobs/roads.gpkg");
    EXPECT_EQ(job.output.formats, (std::vector<std::string>{"gpkg", "shp"}));
}

TEST(ParseJob, NamesEveryMistakeWithItsPlaceAndTheNearestKey)
{
    EXPECT_EQ(
        mistakes("[job]\nnam = \"x\"\narea = \"planes\"\n[parcel]\npath = \"a\"\n"
                 "[buildings]\npath = 3\nheader_row = \"three\"\n"
                 "[enterprises]\n[enterprises.fields]\ncredit_cod = \"X\"\n"),
        "job.toml:2:1: [job] has no key 'nam'; did you mean 'name'?\n"
        "job.toml:3:8: 'area' in [job] is one of registered, plane, ellipsoid, not 'planes'; "
        "did you mean 'plane'?\n"
        "job.toml:4:2: there is no section 'parcel'; did you mean 'parcels'?\n"
        "job.toml:7:8: 'path' in [buildings] must be a text, not a whole number\n"
        "job.toml:8:14: 'header_row' in [buildings] must be a whole number from 1 to 1048576, "
        "not a text\n"
        "job.toml:9:1: [enterprises] needs 'path'\n"
        "job.toml:11:1: [enterprises.fields] has no key 'credit_cod'; did you mean "
        "'credit_code'?");
}

TEST(ParseJob, GivesThePlaceOfASyntaxError)
{
    EXPECT_EQ(mistakes("[job]\nname = \n").substr(0, 13), "job.toml:2:8:");
}

TEST(ParseJob, AsksForUtf8WhereAFileIsInGbk)
{
    // 甲 in GBK is BC D7.
    EXPECT_EQ(mistakes("[job]\nname = \"\xBC\xD7\"\n"), "'job.toml' is in GBK; save it as UTF-8");
}

TEST(ParseJob, RefusesOverridesThatAreNone)
{
    const std::array<std::string, 1> no_equals{"parcels.crs"};
    EXPECT_NE(mistakes(k_job, no_equals).find("write KEY=VALUE"), std::string::npos);
    const std::array<std::string, 1> no_section{"job.name.first=x"};
    EXPECT_NE(mistakes(k_job, no_section).find("'name' is no section"), std::string::npos);
    const std::array<std::string, 1> no_key{"parcels.csr=EPSG:4549"};
    EXPECT_NE(mistakes(k_job, no_key).find("did you mean 'crs'?"), std::string::npos);
}

TEST(ReadJob, ReadsAFileWithAByteOrderMark)
{
    const test::Folder folder;
    const std::string path =
        folder.write("job.toml", "\xEF\xBB\xBF[parcels]\npath = \"../a.shp\"\n");
    const Job job = read_job(path);
    EXPECT_EQ(job.inputs[0].path.find(".."), std::string::npos);
    EXPECT_THROW((void)read_job(folder / "jb.toml"), Error);
}

TEST(ParseJob, ReportedFiguresOfTargetsAreOfTheRunOrOfTheirYear)
{
    const std::array<std::string, 1> set{"targets.actual.tax_per_mu=31.5"};
    const Job job =
        parse_job("[job]\npolicy = \"zhuji-2021\"\n[parcels]\npath = \"p.shp\"\n"
                  "[targets.actual]\nbrands = { 2022 = 3, 2023 = 9 }\nfreed_land = 0.5\n",
                  "job.toml", set);
    ASSERT_EQ(job.actuals.size(), 4U);
    EXPECT_EQ(job.actuals[0].target, "brands");
    EXPECT_EQ(job.actuals[1].year, 2023);
    EXPECT_EQ(job.actuals[1].value, 9.0);
    EXPECT_EQ(job.actuals[2].year, 0);
    EXPECT_EQ(job.actuals[2].value, 0.5);
    EXPECT_EQ(job.actuals[3].target, "tax_per_mu");
    EXPECT_EQ(job.actuals[3].value, 31.5);
}

TEST(ParseJob, ATargetsYearThatIsNoneIsAMistake)
{
    EXPECT_NE(mistakes("[job]\npolicy = \"zhuji-2021\"\n[parcels]\npath = \"p.shp\"\n"
                       "[targets.actual]\nbrands = { last = 3 }\n")
                  .find("must be a year"),
              std::string::npos);
}

} // namespace
} // namespace tenglong::geo
